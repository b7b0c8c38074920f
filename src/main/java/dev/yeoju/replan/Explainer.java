package dev.yeoju.replan;

import dev.yeoju.model.Opportunities;
import dev.yeoju.model.Opportunity;
import dev.yeoju.model.ProblemInstance;
import dev.yeoju.model.Reason;
import dev.yeoju.model.Track;
import dev.yeoju.model.TrackRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Says why requests have no track, or less time than they prefer, in a planner's words. What a text claims is true of
 * the given schedule: "fits if 25 min shorter" was tried with the checker.
 */
public final class Explainer {
    private Explainer() {}

    /**
     * The reasons of every request with less than it prefers, in the instance's order, the most telling first; never an
     * empty list. The same input gives the same texts.
     */
    public static Map<String, List<Reason>> explain(ProblemInstance instance, List<Track> tracks) {
        Neighbourhood schedule = new Neighbourhood(instance, tracks);
        List<TrackRequest> without = instance.requests().stream()
                .filter(request -> schedule.tracksOf(request.id()).isEmpty())
                .toList();
        Map<String, List<Opportunity>> opportunities = shortOnesToo(instance, without);
        UnscheduledReasons unscheduled = new UnscheduledReasons(schedule);
        ShortReasons shorter = new ShortReasons(schedule);
        Map<String, List<Reason>> reasons = new LinkedHashMap<>();
        for (TrackRequest request : instance.requests()) {
            List<Track> own = schedule.tracksOf(request.id());
            Duration total = own.stream().map(Track::duration).reduce(Duration.ZERO, Duration::plus);
            Duration missing = request.preferredDuration().minus(total);
            if (own.isEmpty()) {
                reasons.put(request.id(), unscheduled.of(request, opportunities.getOrDefault(request.id(), List.of())));
            } else if (missing.compareTo(Duration.ZERO) > 0) {
                reasons.put(request.id(), shorter.of(request, missing));
            }
        }
        return Collections.unmodifiableMap(reasons);
    }

    /** Opportunities of the requests with those that are too short for their shortest track. */
    private static Map<String, List<Opportunity>> shortOnesToo(ProblemInstance instance, List<TrackRequest> requests) {
        List<TrackRequest> modest = new ArrayList<>();
        requests.forEach(request -> modest.add(Variants.lasting(request, Duration.ofSeconds(1))));
        return Opportunities.of(Variants.part(instance, modest, instance.viewPeriods()));
    }
}
