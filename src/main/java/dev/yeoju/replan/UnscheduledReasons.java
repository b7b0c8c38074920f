package dev.yeoju.replan;

import dev.yeoju.model.ArrayOption;
import dev.yeoju.model.Opportunity;
import dev.yeoju.model.Reason;
import dev.yeoju.model.ReasonCode;
import dev.yeoju.model.Track;
import dev.yeoju.model.TrackRequest;
import dev.yeoju.model.Violation;
import dev.yeoju.replan.FreeRanges.Beside;
import dev.yeoju.replan.FreeRanges.Range;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Why a request has no track: the first rule in the order of view, length, downtime, other tracks, ties that leaves it no place. */
final class UnscheduledReasons {
    private final Neighbourhood schedule;
    private final FreeRanges free;
    private final VisibilityReasons visibility;

    UnscheduledReasons(Neighbourhood schedule) {
        this.schedule = schedule;
        free = new FreeRanges(schedule);
        visibility = new VisibilityReasons(schedule);
    }

    /**
     * @param opportunities of the request, even those shorter than its shortest track
     * @return the reason that stands in the way first, then those of antennas that see nothing of it
     */
    List<Reason> of(TrackRequest request, List<Opportunity> opportunities) {
        List<Reason> reasons = new ArrayList<>();
        if (!opportunities.isEmpty()) {
            reasons.add(main(request, opportunities));
        }
        Set<ArrayOption> seen = new LinkedHashSet<>();
        opportunities.forEach(opportunity -> seen.add(opportunity.option()));
        Set<Reason> absent = new LinkedHashSet<>();
        for (ArrayOption option : request.antennas()) {
            if (!seen.contains(option)) {
                absent.add(visibility.of(request, option));
            }
        }
        reasons.addAll(absent);
        return List.copyOf(reasons);
    }

    private Reason main(TrackRequest request, List<Opportunity> opportunities) {
        Placement alone = placement(request, opportunities, Beside.NOTHING);
        if (!alone.reachesMinimum()) {
            return tooShort(request, opportunities);
        }
        Placement up = placement(request, opportunities, Beside.DOWNTIME);
        if (!up.reachesMinimum()) {
            return new Reason(
                    ReasonCode.ANTENNA_DOWN,
                    "%s %s down for too much of the time in which %s is in view%s."
                            .formatted(
                                    antennas(opportunities),
                                    several(opportunities) ? "are" : "is",
                                    request.spacecraft(),
                                    shorter(request, opportunities)),
                    List.of());
        }
        Placement beside = placement(request, opportunities, Beside.TRACKS);
        if (!beside.reachesMinimum()) {
            return contention(request, opportunities);
        }
        return fitting(request, opportunities, beside);
    }

    private Placement placement(TrackRequest request, List<Opportunity> opportunities, Beside what) {
        List<Range> ranges = new ArrayList<>();
        opportunities.forEach(opportunity -> ranges.addAll(free.within(request, opportunity, what)));
        return Placement.of(request, ranges);
    }

    private Reason tooShort(TrackRequest request, List<Opportunity> opportunities) {
        Duration longest = opportunities.stream()
                .map(opportunity -> opportunity.usable().duration())
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
        String asked = request.maxTracks() == 1
                ? "%s are asked".formatted(Words.length(request.minDuration()))
                : "%s are asked in at most %d tracks of %s or more"
                        .formatted(
                                Words.length(request.minDuration()),
                                request.maxTracks(),
                                Words.length(request.minTrackDuration()));
        return new Reason(
                ReasonCode.TOO_SHORT,
                "%s can use %s within its window for less than %s at a time; %s%s."
                        .formatted(
                                antennas(opportunities),
                                request.spacecraft(),
                                Words.length(longest.plusSeconds(60)),
                                asked,
                                shorter(request, opportunities)),
                List.of());
    }

    private Reason contention(TrackRequest request, List<Opportunity> opportunities) {
        Map<String, Track> blocking = new LinkedHashMap<>();
        for (Opportunity opportunity : opportunities) {
            free.inTheWay(request, opportunity).forEach(track -> blocking.put(track.id(), track));
        }
        List<Track> tracks = new ArrayList<>(blocking.values());
        tracks.sort(Comparator.comparing(Track::bot).thenComparing(Track::id));
        List<String> holders = holders(request, tracks);
        return new Reason(
                ReasonCode.CONTENTION,
                "Contention: %s %s every place%s."
                        .formatted(
                                Words.all(holders),
                                holders.size() == 1 ? "holds" : "hold",
                                shorter(request, opportunities)),
                tracks.stream().map(Track::id).toList());
    }

    /** Who is in the way, those with most time first: a spacecraft by name, and what makes it hard to move. */
    private List<String> holders(TrackRequest request, List<Track> tracks) {
        Map<String, Duration> time = new LinkedHashMap<>();
        for (Track track : tracks) {
            TrackRequest of = schedule.requestOf(track, request);
            String mark = track.pinned() ? " (pinned)" : of.critical() ? " (critical)" : "";
            time.merge(track.spacecraft() + mark, Duration.between(track.boa(), track.eoa()), Duration::plus);
        }
        return time.entrySet().stream()
                .sorted(Map.Entry.<String, Duration>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /**
     * A place is free of other tracks. What breaks when the request is put there: nothing, or a tie or a limit of the
     * complex.
     */
    private Reason fitting(TrackRequest request, List<Opportunity> opportunities, Placement best) {
        List<Placement> places = new ArrayList<>();
        places.add(best);
        for (Opportunity opportunity : opportunities) {
            for (Range range : free.within(request, opportunity, Beside.TRACKS)) {
                Placement single = Placement.of(request, List.of(range));
                if (single.reachesMinimum()) {
                    places.add(single);
                }
            }
        }
        Violation first = null;
        for (Placement place : places) {
            for (boolean atEnd : new boolean[] {false, true}) {
                List<Track> trial = place.tracks(request.minDuration(), atEnd);
                if (trial.isEmpty()) {
                    continue;
                }
                List<Violation> broken = schedule.broken(request, trial);
                if (broken.isEmpty()) {
                    Track at = trial.get(0);
                    return new Reason(
                            ReasonCode.PLACE_FREE,
                            "A place is free at %s from %s to %s; the search ended before it was used."
                                    .formatted(Words.all(at.antennas()), Words.time(at.bot()), Words.time(at.eot())),
                            List.of());
                }
                first = first == null ? broken.get(0) : first;
            }
        }
        if (first == null) {
            return contention(request, opportunities);
        }
        ReasonCode code = ShortReasons.code(first);
        String others =
                first.tracks().stream().anyMatch(id -> !id.startsWith(request.id() + "#trial")) ? "" : " on its own";
        return new Reason(
                code,
                "The free places break a rule%s: %s".formatted(others, trialless(request, first.text())),
                first.tracks().stream()
                        .filter(id -> !id.startsWith(request.id() + "#trial"))
                        .toList());
    }

    private static String trialless(TrackRequest request, String text) {
        return text.replaceAll("#trial\\d+", "")
                .replace(request.id() + " is tracked and", request.id() + " would be tracked and");
    }

    /** {@code " · fits if 25 min shorter"} where that was tried and breaks nothing, else nothing. */
    private String shorter(TrackRequest request, List<Opportunity> opportunities) {
        return smallestCut(request, opportunities)
                .map(cut -> " · fits if " + Words.length(cut) + " shorter")
                .orElse("");
    }

    /** How much less the request must ask to fit beside the other tracks; whole minutes, at most half of its minimum. */
    Optional<Duration> smallestCut(TrackRequest request, List<Opportunity> opportunities) {
        Duration half = request.minDuration().dividedBy(2);
        TrackRequest modest = Variants.lasting(request, half);
        Placement best = placement(modest, opportunities, Beside.TRACKS);
        Duration missing = request.minDuration().minus(best.total());
        if (best.chosen().isEmpty() || missing.compareTo(half) > 0 || missing.isNegative() || missing.isZero()) {
            return Optional.empty();
        }
        Duration cut = Duration.ofMinutes(missing.plusSeconds(60).minusNanos(1).toMinutes());
        Duration remaining = request.minDuration().minus(cut);
        if (remaining.isNegative() || remaining.isZero()) {
            return Optional.empty();
        }
        TrackRequest asked = Variants.lasting(request, remaining);
        Placement place = Placement.of(asked, best.chosen());
        for (boolean atEnd : new boolean[] {false, true}) {
            List<Track> trial = place.tracks(remaining, atEnd);
            if (!trial.isEmpty() && schedule.broken(asked, trial).isEmpty()) {
                return Optional.of(cut);
            }
        }
        return Optional.empty();
    }

    private static boolean several(List<Opportunity> opportunities) {
        return opportunities.stream()
                        .flatMap(o -> o.option().antennas().stream())
                        .distinct()
                        .count()
                > 1;
    }

    private static String antennas(List<Opportunity> opportunities) {
        return Words.all(opportunities.stream()
                .flatMap(opportunity -> opportunity.option().antennas().stream())
                .distinct()
                .toList());
    }
}
