package dev.yeoju.replan;

import dev.yeoju.check.ScheduleChecker;
import dev.yeoju.model.ProblemInstance;
import dev.yeoju.model.Reason;
import dev.yeoju.model.ScheduleDiff;
import dev.yeoju.model.Track;
import dev.yeoju.model.TrackChange;
import dev.yeoju.model.TrackRequest;
import dev.yeoju.model.TrackStanding;
import dev.yeoju.model.TrackStanding.Standing;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compares two schedules of an instance and says of every difference why it is. */
public final class DiffBuilder {
    private final ProblemInstance instance;
    private final Map<String, TrackStanding> standings = new HashMap<>();
    private final Map<String, List<Reason>> reasons;
    private final Neighbourhood before;
    private final Neighbourhood after;
    private final Set<String> newRequests;
    private final Set<String> kept = new LinkedHashSet<>();

    private DiffBuilder(
            ProblemInstance instance,
            List<Track> first,
            List<Track> second,
            List<TrackStanding> standings,
            Set<String> newRequests,
            Map<String, List<Reason>> reasons) {
        this.instance = instance;
        standings.forEach(standing -> this.standings.put(standing.track().id(), standing));
        this.newRequests = newRequests;
        before = new Neighbourhood(instance, first);
        after = new Neighbourhood(instance, second);
        this.reasons = reasons;
    }

    /** The differences from one schedule to another of the same problem. */
    public static ScheduleDiff between(ProblemInstance instance, List<Track> first, List<Track> second) {
        return between(instance, first, second, List.of(), Set.of(), Explainer.explain(instance, second));
    }

    /**
     * @param instance after the changes; its change costs hold
     * @param standings what the changes left of the first schedule's tracks; those not in it stand
     * @param newRequests ids of requests that came with the changes
     * @param reasons why requests lack time in the second schedule
     */
    static ScheduleDiff between(
            ProblemInstance instance,
            List<Track> first,
            List<Track> second,
            List<TrackStanding> standings,
            Set<String> newRequests,
            Map<String, List<Reason>> reasons) {
        return new DiffBuilder(instance, first, second, standings, newRequests, reasons).diff(first, second);
    }

    private ScheduleDiff diff(List<Track> first, List<Track> second) {
        Map<String, List<Track>> was = byRequest(first);
        Map<String, List<Track>> is = byRequest(second);
        Set<String> ids = new LinkedHashSet<>();
        instance.requests().forEach(request -> ids.add(request.id()));
        ids.addAll(was.keySet());
        Map<String, List<TrackChange>> changes = new LinkedHashMap<>();
        for (String id : ids) {
            List<TrackChange> own =
                    ScheduleChecker.changes(instance, was.getOrDefault(id, List.of()), is.getOrDefault(id, List.of()));
            changes.put(id, own);
            own.forEach(change -> {
                if (change.kind() == TrackChange.Kind.KEPT && change.after() != null) {
                    kept.add(change.after().id());
                }
            });
        }
        List<ScheduleDiff.Entry> entries = new ArrayList<>();
        changes.forEach((id, own) -> own.forEach(change -> entries.add(entry(id, change))));
        return new ScheduleDiff(entries);
    }

    private static Map<String, List<Track>> byRequest(List<Track> tracks) {
        Map<String, List<Track>> byRequest = new HashMap<>();
        tracks.stream()
                .sorted(Comparator.comparing(Track::bot).thenComparing(Track::id))
                .forEach(track -> byRequest
                        .computeIfAbsent(track.request(), k -> new ArrayList<>())
                        .add(track));
        return byRequest;
    }

    private ScheduleDiff.Entry entry(String request, TrackChange change) {
        Track first = change.before();
        TrackStanding standing = first == null ? null : standings.get(first.id());
        boolean drifted = standing != null && standing.standing() == Standing.DRIFTED;
        boolean asked = standing == null || standing.standing() != Standing.WITHDRAWN;
        return new ScheduleDiff.Entry(
                request,
                change.kind(),
                first,
                change.after(),
                drifted,
                asked ? change.cost() : 0,
                why(request, change, standing));
    }

    private String why(String request, TrackChange change, @Nullable TrackStanding standing) {
        boolean possible = standing == null || standing.standing().isPossible();
        String cause = standing == null ? "" : standing.why();
        return switch (change.kind()) {
            case KEPT -> cause.isEmpty() ? "" : sentence(cause);
            case GONE -> possible ? makesRoom(change, true) : sentence(cause) + noOtherPlace(request, standing);
            case MOVED -> possible ? makesRoom(change, false) : sentence(cause);
            case SHORTENED -> possible ? makesRoom(change, false) : sentence(cause);
            case ADDED -> added(request, Objects.requireNonNull(change.after()));
        };
    }

    private String noOtherPlace(String request, @Nullable TrackStanding standing) {
        if (standing == null || standing.standing() == Standing.WITHDRAWN) {
            return "";
        }
        List<Reason> why = reasons.getOrDefault(request, List.of());
        return why.isEmpty() ? "" : " " + why.get(0).text();
    }

    private String makesRoom(TrackChange change, boolean gone) {
        Track first = Objects.requireNonNull(change.before());
        List<String> others = newcomers(first);
        if (!others.isEmpty()) {
            return "It makes room for " + Words.all(others) + ".";
        }
        if (gone) {
            List<Reason> why = reasons.getOrDefault(first.request(), List.of());
            return why.isEmpty()
                    ? "What " + first.request() + " asks for is served without it."
                    : why.get(0).text();
        }
        Track second = Objects.requireNonNull(change.after());
        long more = second.duration().minus(first.duration()).toSeconds();
        if (more > 0) {
            return "It gains " + Words.length(java.time.Duration.ofSeconds(more)) + " of track.";
        }
        return "It goes with the moves of other tracks around it.";
    }

    /** Tracks that take a track's old antenna time or its spacecraft's, and that were not there before. */
    private List<String> newcomers(Track first) {
        return after.during(first.boa(), first.eoa()).stream()
                .filter(track -> !kept.contains(track.id()) && !track.request().equals(first.request()))
                .filter(track -> !Collections.disjoint(track.antennas(), first.antennas())
                        || (track.spacecraft().equals(first.spacecraft())
                                && track.tracking().overlaps(first.tracking())))
                .map(Track::id)
                .toList();
    }

    private String added(String request, Track second) {
        if (newRequests.contains(request)) {
            return request + " came in with the change.";
        }
        List<String> freed = before.during(second.boa(), second.eoa()).stream()
                .filter(track -> !kept.contains(track.id()) && !track.request().equals(request))
                .filter(track -> !Collections.disjoint(track.antennas(), second.antennas()))
                .map(Track::id)
                .toList();
        if (!freed.isEmpty()) {
            return "It takes time that " + Words.all(freed) + " had.";
        }
        TrackRequest asked = instance.requestsById().get(request);
        return asked != null && before.tracksOf(request).isEmpty()
                ? request + " had no track before."
                : "It uses time that was idle.";
    }

    private static String sentence(String clause) {
        return Character.toUpperCase(clause.charAt(0)) + clause.substring(1) + ".";
    }
}
