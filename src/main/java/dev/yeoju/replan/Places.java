package dev.yeoju.replan;

import dev.yeoju.model.Interval;
import dev.yeoju.model.Opportunity;
import dev.yeoju.model.Place;
import dev.yeoju.model.ProblemInstance;
import dev.yeoju.model.Track;
import dev.yeoju.model.TrackRequest;
import dev.yeoju.replan.FreeRanges.Beside;
import dev.yeoju.replan.FreeRanges.Range;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds where a request could be put, those places first that leave the best schedule. */
public final class Places {
    /** Places of one opportunity that are tried out. */
    private static final int TRIED_EACH = 3;

    private static final double NANOS_PER_HOUR = 3.6e12;

    private final Insertion insertion;
    private final FreeRanges free;
    private final double bonusHours;

    Places(Insertion insertion) {
        this.insertion = insertion;
        free = new FreeRanges(insertion.schedule());
        bonusHours = insertion.schedule().instance().problem().objective().satisfiedBonusHours();
    }

    /**
     * Places for a request, the best first; its own tracks, if it has any, are taken to go there.
     *
     * @param most how many at the most
     */
    public static List<Place> of(ProblemInstance instance, List<Track> tracks, String request, int most) {
        TrackRequest asked = instance.requestsById().get(request);
        if (asked == null) {
            throw new IllegalArgumentException("The instance has no request (" + request + ").");
        }
        Places places = new Places(new Insertion(instance, tracks));
        return places.ranked(asked, 4 * Math.max(1, most)).stream().limit(most).toList();
    }

    /** The places that tried out well, the best first. */
    List<Place> ranked(TrackRequest request, int tried) {
        List<Candidate> candidates = new ArrayList<>();
        insertion.opportunities(request).forEach(opportunity -> candidates.addAll(within(request, opportunity)));
        candidates.addAll(inParts(request));
        candidates.sort(Candidate.BEST_FIRST);
        List<Place> places = new ArrayList<>();
        candidates.stream()
                .limit(tried)
                .forEach(candidate ->
                        insertion.insert(request, candidate.tracks()).ifPresent(places::add));
        places.sort(Comparator.comparingInt((Place place) -> -place.criticalChange())
                .thenComparingDouble(place -> -place.valueChange())
                .thenComparing(place -> place.tracks().get(0).bot())
                .thenComparing(place -> place.tracks().get(0).antennas().toString()));
        return places;
    }

    /** The best place within one opportunity. */
    Optional<Place> best(TrackRequest request, Opportunity opportunity) {
        return within(request, opportunity).stream()
                .flatMap(candidate -> insertion.insert(request, candidate.tracks()).stream())
                .max(Comparator.comparingInt(Place::criticalChange).thenComparingDouble(Place::valueChange));
    }

    /** The first place, in the order of what they promise, that displaces nothing. */
    Optional<Place> undisturbing(TrackRequest request) {
        List<Candidate> candidates = new ArrayList<>();
        insertion.opportunities(request).forEach(opportunity -> candidates.addAll(within(request, opportunity)));
        candidates.addAll(inParts(request));
        return candidates.stream()
                .filter(candidate -> candidate.loss() == 0)
                .sorted(Candidate.BEST_FIRST)
                .limit(4L * TRIED_EACH)
                .flatMap(candidate -> insertion.insert(request, candidate.tracks()).stream())
                .filter(place -> place.displaced().isEmpty())
                .findFirst();
    }

    /** @param loss what is in the way is worth, were it dropped */
    private record Candidate(List<Track> tracks, double gain, double loss) {
        static final Comparator<Candidate> BEST_FIRST = Comparator.comparingDouble(
                        (Candidate candidate) -> candidate.loss() - candidate.gain())
                .thenComparing(candidate -> candidate.tracks().get(0).bot())
                .thenComparing(candidate -> candidate.tracks().get(0).antennas().toString());
    }

    private List<Candidate> within(TrackRequest request, Opportunity opportunity) {
        List<Track> blockers = free.inTheWay(request, opportunity);
        Set<Candidate> candidates = new LinkedHashSet<>();
        for (Range up : free.within(request, opportunity, Beside.DOWNTIME)) {
            Duration room = up.range().duration();
            Duration longest = shorterOf(request.preferredDuration(), room);
            Set<Duration> lengths = new LinkedHashSet<>(List.of(longest, request.minDuration()));
            for (Range gap : free.within(request, opportunity, Beside.TRACKS)) {
                if (up.range().contains(gap.range())) {
                    lengths.add(shorterOf(gap.range().duration(), longest));
                }
            }
            for (Duration length : lengths) {
                if (length.compareTo(request.minDuration()) >= 0 && length.compareTo(room) <= 0) {
                    begins(request, up, length, blockers)
                            .forEach(bot -> candidate(request, List.of(track(request, 1, up, bot, length)), blockers)
                                    .ifPresent(candidates::add));
                }
            }
        }
        return candidates.stream()
                .sorted(Candidate.BEST_FIRST)
                .limit(TRIED_EACH)
                .toList();
    }

    private static Set<Instant> begins(TrackRequest request, Range up, Duration length, List<Track> blockers) {
        Instant first = up.range().start();
        Instant last = up.range().end().minus(length);
        Set<Instant> begins = new LinkedHashSet<>(List.of(first, last));
        Instant preferred = request.preferredTime();
        if (preferred != null) {
            begins.add(preferred);
        }
        for (Track blocker : blockers) {
            boolean shared =
                    !Collections.disjoint(blocker.antennas(), up.option().antennas());
            begins.add(shared ? blocker.eoa().plus(request.setup()) : blocker.eot());
            begins.add((shared ? blocker.boa().minus(request.teardown()) : blocker.bot()).minus(length));
        }
        begins.removeIf(bot -> bot.isBefore(first) || bot.isAfter(last));
        return begins;
    }

    /** A split request in several stretches: those that are free, and those that would be. */
    private List<Candidate> inParts(TrackRequest request) {
        if (request.maxTracks() == 1) {
            return List.of();
        }
        List<Candidate> candidates = new ArrayList<>();
        for (Beside beside : List.of(Beside.TRACKS, Beside.DOWNTIME)) {
            List<Range> ranges = new ArrayList<>();
            List<Track> blockers = new ArrayList<>();
            for (Opportunity opportunity : insertion.opportunities(request)) {
                ranges.addAll(free.within(request, opportunity, beside));
                if (beside == Beside.DOWNTIME) {
                    blockers.addAll(free.inTheWay(request, opportunity));
                }
            }
            Placement placement = Placement.of(request, ranges);
            if (!placement.reachesMinimum()) {
                continue;
            }
            for (Duration length : new LinkedHashSet<>(
                    List.of(request.minDuration(), shorterOf(request.preferredDuration(), placement.total())))) {
                List<Track> parts = new ArrayList<>();
                for (Track part : placement.tracks(length, false)) {
                    parts.add(Tracks.of(
                            request.id() + "#" + (parts.size() + 1), request, part.antennas(), part.bot(), part.eot()));
                }
                if (!parts.isEmpty()) {
                    candidate(request, parts, blockers.stream().distinct().toList())
                            .ifPresent(candidates::add);
                }
            }
        }
        return candidates;
    }

    private Optional<Candidate> candidate(TrackRequest request, List<Track> tracks, List<Track> blockers) {
        double loss = 0;
        for (Track blocker : blockers) {
            if (tracks.stream().noneMatch(track -> meet(track, blocker))) {
                continue;
            }
            TrackRequest other = insertion.schedule().requestOf(blocker, request);
            if (blocker.pinned() || (other.critical() && !request.critical())) {
                return Optional.empty();
            }
            loss += other.priority() * (hours(blocker.duration()) + bonusHours);
        }
        Duration total = tracks.stream().map(Track::duration).reduce(Duration.ZERO, Duration::plus);
        return Optional.of(new Candidate(tracks, request.priority() * (hours(total) + bonusHours), loss));
    }

    private static boolean meet(Track track, Track blocker) {
        boolean shared = !Collections.disjoint(track.antennas(), blocker.antennas());
        return shared
                ? track.activity().overlaps(blocker.activity())
                : track.tracking().overlaps(blocker.tracking());
    }

    private static Track track(TrackRequest request, int number, Range up, Instant bot, Duration length) {
        return Tracks.of(request.id() + "#" + number, request, up.option().antennas(), bot, bot.plus(length));
    }

    private static double hours(Duration duration) {
        return duration.toNanos() / NANOS_PER_HOUR;
    }

    private static Duration shorterOf(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }

    /** The stretch from the first begin to the last end of a place's tracks. */
    static Interval extent(Place place) {
        Instant from =
                place.tracks().stream().map(Track::bot).min(Instant::compareTo).orElseThrow();
        Instant to =
                place.tracks().stream().map(Track::eot).max(Instant::compareTo).orElseThrow();
        return new Interval(from, to);
    }
}
