package dev.yeoju.replan;

import dev.yeoju.check.Evaluation;
import dev.yeoju.model.Opportunities;
import dev.yeoju.model.Opportunity;
import dev.yeoju.model.Place;
import dev.yeoju.model.ProblemInstance;
import dev.yeoju.model.Track;
import dev.yeoju.model.TrackRequest;
import dev.yeoju.model.Violation;
import dev.yeoju.replan.FreeRanges.Beside;
import dev.yeoju.replan.FreeRanges.Range;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Puts tracks into a schedule: what is in their way gives way, and is served elsewhere, or for less time, where that is
 * possible. What comes out was checked as a whole.
 */
final class Insertion {
    private static final int MOST_EJECTIONS = 40;

    private final ProblemInstance instance;
    private final Neighbourhood base;
    private final Evaluation before;
    private final Set<String> broken = new HashSet<>();
    private final Map<String, List<Opportunity>> opportunities = new HashMap<>();

    Insertion(ProblemInstance instance, List<Track> tracks) {
        this.instance = instance;
        base = new Neighbourhood(instance, tracks);
        before = base.evaluate(instance, tracks);
        before.violations().forEach(violation -> broken.add(violation.id()));
    }

    Neighbourhood schedule() {
        return base;
    }

    /** The opportunities of a request, as it is or as it might be. */
    List<Opportunity> opportunities(TrackRequest request) {
        TrackRequest own = instance.requestsById().get(request.id());
        return request.equals(own) ? opportunities.computeIfAbsent(request.id(), id -> found(request)) : found(request);
    }

    private List<Opportunity> found(TrackRequest request) {
        return Opportunities.of(Variants.part(instance, List.of(request), base.periods(request)))
                .getOrDefault(request.id(), List.of());
    }

    /**
     * The schedule with the request served by the given tracks alone; empty when pinned or more important tracks would
     * have to go, or a rule would be broken all the same.
     *
     * @param request as it is tried
     */
    Optional<Place> insert(TrackRequest request, List<Track> own) {
        Attempt attempt = new Attempt(request, own);
        if (!attempt.makeRoom() || !attempt.serveEjected()) {
            return Optional.empty();
        }
        List<Track> tracks = attempt.schedule.tracks();
        TrackRequest asked = instance.requestsById().get(request.id());
        boolean relaxed = !request.equals(asked);
        ProblemInstance judged = relaxed ? Variants.with(instance, request) : instance;
        Evaluation after = base.evaluate(judged, tracks);
        if (after.violations().stream().anyMatch(violation -> !broken.contains(violation.id()))) {
            return Optional.empty();
        }
        Evaluation reference = relaxed ? base.evaluate(judged, base.tracks()) : before;
        return Optional.of(new Place(
                own,
                attempt.displaced(),
                after.value() - reference.value(),
                after.critical().satisfied() - reference.critical().satisfied(),
                tracks));
    }

    /** A schedule while tracks are put into it. */
    private final class Attempt {
        private final TrackRequest request;
        private final List<Track> own;
        private final Map<String, Track> ejected = new LinkedHashMap<>();
        private Neighbourhood schedule;

        Attempt(TrackRequest request, List<Track> own) {
            this.request = request;
            this.own = own;
            schedule = base.with(base.tracks().stream()
                    .filter(track -> !track.request().equals(request.id()))
                    .toList());
        }

        /** Takes out what stands in the way. */
        boolean makeRoom() {
            List<Violation> violations = schedule.broken(request, own);
            while (!violations.isEmpty()) {
                if (!eject(violations, request)) {
                    return false;
                }
                violations = schedule.broken(request, own);
            }
            List<Track> with = new ArrayList<>(schedule.tracks());
            with.addAll(own);
            schedule = schedule.with(with);
            return true;
        }

        private boolean eject(List<Violation> violations, TrackRequest cause) {
            Set<String> ids = new HashSet<>();
            violations.forEach(violation -> ids.addAll(violation.tracks()));
            List<Track> out = schedule.tracks().stream()
                    .filter(track ->
                            ids.contains(track.id()) && !track.request().equals(cause.id()))
                    .toList();
            boolean refused = out.stream().anyMatch(track -> {
                TrackRequest other = schedule.requestOf(track, request);
                return track.pinned()
                        || track.request().equals(request.id())
                        || (other.critical() && !request.critical());
            });
            if (out.isEmpty() || refused || ejected.size() + out.size() > MOST_EJECTIONS) {
                return false;
            }
            out.forEach(track -> ejected.put(track.id(), track));
            Set<String> gone = ejected.keySet();
            schedule = schedule.with(schedule.tracks().stream()
                    .filter(track -> !gone.contains(track.id()))
                    .toList());
            return true;
        }

        /** Serves those that gave way again, the important first; those that cannot get their minimum go entirely. */
        boolean serveEjected() {
            Set<String> done = new HashSet<>();
            while (true) {
                Optional<TrackRequest> next = ejected.values().stream()
                        .map(track -> schedule.requestOf(track, request))
                        .filter(other -> !done.contains(other.id()))
                        .min(Comparator.comparing((TrackRequest other) -> !other.critical())
                                .thenComparing(other -> -other.priority())
                                .thenComparing(TrackRequest::id));
                if (next.isEmpty()) {
                    return true;
                }
                done.add(next.get().id());
                if (!serve(next.get()) && !drop(next.get())) {
                    return false;
                }
            }
        }

        private boolean drop(TrackRequest other) {
            List<Track> rest = schedule.tracksOf(other.id());
            if (rest.stream().anyMatch(Track::pinned)) {
                return false;
            }
            List<Violation> violations = schedule.broken(other, List.of());
            while (!violations.isEmpty()) {
                // Tied to be tracked together: it goes with the other.
                if (!eject(violations, other)) {
                    return false;
                }
                violations = schedule.broken(other, List.of());
            }
            rest.forEach(track -> ejected.put(track.id(), track));
            put(other, List.of());
            return true;
        }

        private void put(TrackRequest other, List<Track> tracks) {
            List<Track> all = new ArrayList<>(schedule.tracks());
            all.removeIf(track -> track.request().equals(other.id()));
            all.addAll(tracks);
            schedule = schedule.with(all);
        }

        /** Gives a request what it had, as near to where that was as can be. */
        private boolean serve(TrackRequest other) {
            List<Track> lost = ejected.values().stream()
                    .filter(track -> track.request().equals(other.id()))
                    .toList();
            List<Track> tracks = new ArrayList<>(schedule.tracksOf(other.id()));
            Duration total = tracks.stream().map(Track::duration).reduce(Duration.ZERO, Duration::plus);
            for (Track old : lost) {
                Duration least = other.maxTracks() == 1 ? other.minDuration() : other.minTrackDuration();
                Optional<Track> again = again(other, old, tracks, least);
                if (again.isPresent()) {
                    tracks.add(again.get());
                    total = total.plus(again.get().duration());
                }
            }
            if (total.compareTo(other.minDuration()) < 0
                    || !schedule.broken(other, tracks).isEmpty()) {
                return false;
            }
            put(other, tracks);
            return true;
        }

        private Optional<Track> again(TrackRequest other, Track old, List<Track> beside, Duration least) {
            FreeRanges free = new FreeRanges(schedule);
            List<Range> ranges = new ArrayList<>();
            for (Opportunity opportunity : opportunities(other)) {
                ranges.addAll(free.within(other, opportunity, Beside.TRACKS));
            }
            ranges.removeIf(range -> range.range().duration().compareTo(least) < 0);
            ranges.sort(Comparator.comparing((Range range) ->
                            shorterOf(old.duration(), range.range().duration()))
                    .reversed()
                    .thenComparing(range -> !range.option().antennas().equals(old.antennas()))
                    .thenComparing(range ->
                            Duration.between(old.bot(), range.range().start()).abs())
                    .thenComparing(range -> range.option().antennas().toString()));
            int tries = 0;
            for (Range range : ranges) {
                Duration length = shorterOf(old.duration(), range.range().duration());
                Instant latest = range.range().end().minus(length);
                Instant nearest = old.bot().isBefore(range.range().start())
                        ? range.range().start()
                        : old.bot().isAfter(latest) ? latest : old.bot();
                for (Instant bot : List.of(nearest, range.range().start(), latest)) {
                    Track track = Tracks.of(old.id(), other, range.option().antennas(), bot, bot.plus(length));
                    List<Track> all = new ArrayList<>(beside);
                    all.add(track);
                    if (schedule.broken(Variants.lasting(other, Duration.ofSeconds(1)), all)
                            .isEmpty()) {
                        return Optional.of(track);
                    }
                    if (++tries == MOST_TRIES) {
                        return Optional.empty();
                    }
                }
            }
            return Optional.empty();
        }

        List<String> displaced() {
            Map<String, Track> now = new HashMap<>();
            schedule.tracks().forEach(track -> now.put(track.id(), track));
            return ejected.values().stream()
                    .filter(track -> !track.equals(now.get(track.id())))
                    .map(Track::id)
                    .toList();
        }
    }

    private static final int MOST_TRIES = 12;

    private static Duration shorterOf(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }
}
