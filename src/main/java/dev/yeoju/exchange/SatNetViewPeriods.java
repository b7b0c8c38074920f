package dev.yeoju.exchange;

import dev.yeoju.model.Interval;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A request's view periods antenna by antenna. SatNet gives those of an array in their own right; here an array has what
 * all its antennas have. Where that would be more than SatNet gives it, the excess is taken from one of its antennas,
 * so that every track lies in a period of SatNet's. Other options of that antenna may lose time by it.
 */
final class SatNetViewPeriods {
    private final SatNetRequest request;
    private final Map<String, List<Interval>> byAntenna = new TreeMap<>();

    private SatNetViewPeriods(SatNetRequest request) {
        this.request = request;
        Map<String, List<Interval>> all = new TreeMap<>();
        request.viewPeriods()
                .forEach((antennas, times) -> antennas.forEach(antenna ->
                        all.computeIfAbsent(antenna, k -> new ArrayList<>()).addAll(times)));
        all.forEach((antenna, times) -> byAntenna.put(antenna, joined(times)));
    }

    static SatNetViewPeriods of(SatNetRequest request) {
        SatNetViewPeriods periods = new SatNetViewPeriods(request);
        request.viewPeriods().forEach(periods::takeExcess);
        return periods;
    }

    /** Sorted, no two of one antenna overlapping. Those that touch stay apart: a track lies in one of them. */
    Map<String, List<Interval>> byAntenna() {
        return byAntenna;
    }

    /** Time that options had in SatNet and have no more, in words; mostly none. */
    List<String> losses() {
        List<String> losses = new ArrayList<>();
        request.viewPeriods().forEach((antennas, times) -> {
            List<Interval> kept = shared(antennas);
            for (Interval time : times) {
                Duration lost = time.duration();
                for (Interval part : kept) {
                    Interval common = part.intersection(time);
                    lost = common == null ? lost : lost.minus(common.duration());
                }
                if (!lost.isZero()) {
                    losses.add("request " + request.trackId() + " loses " + lost + " of its view period of "
                            + String.join("_", antennas) + " from " + time.start()
                            + ": an array with one of these antennas has none then");
                }
            }
        });
        return losses;
    }

    private void takeExcess(List<String> antennas, List<Interval> own) {
        if (antennas.size() == 1 && shared(antennas).equals(own)) {
            return;
        }
        for (Interval whole : shared(antennas)) {
            Instant from = whole.start();
            boolean first = true;
            for (Interval part : own) {
                if (part.overlaps(whole)) {
                    // Between two periods that touch nothing is taken but the joint.
                    if (!first || part.start().isAfter(from)) {
                        take(antennas, from, part.start());
                    }
                    from = part.end();
                    first = false;
                }
            }
            if (from.isBefore(whole.end()) && (!first || isTrackable(whole))) {
                take(antennas, from, whole.end());
            }
        }
    }

    /** A time too short for any track does no harm. */
    private boolean isTrackable(Interval time) {
        return time.duration().compareTo(SatNet.shortestTrack(request)) >= 0;
    }

    /** Takes a time from the antenna of the array that the request needs least then. */
    private void take(List<String> antennas, Instant from, Instant to) {
        String least = antennas.stream()
                .min(Comparator.comparing((String antenna) -> needed(antenna, antennas, from, to, false))
                        .thenComparing(antenna -> needed(antenna, antennas, from, to, true)))
                .orElseThrow();
        List<Interval> left = new ArrayList<>();
        for (Interval time : byAntenna.getOrDefault(least, List.of())) {
            if (!time.end().isAfter(from) || !time.start().isBefore(to)) {
                left.add(time);
                continue;
            }
            if (time.start().isBefore(from)) {
                left.add(new Interval(time.start(), from));
            }
            if (to.isBefore(time.end())) {
                left.add(new Interval(to, time.end()));
            }
        }
        byAntenna.put(least, left);
    }

    /**
     * How long other options that hold the antenna can be used within the time.
     *
     * @param whole whether a period that reaches into the time counts in full
     */
    private Duration needed(String antenna, List<String> array, Instant from, Instant to, boolean whole) {
        Duration needed = Duration.ZERO;
        for (Map.Entry<List<String>, List<Interval>> option :
                request.viewPeriods().entrySet()) {
            if (option.getKey().contains(antenna) && !option.getKey().equals(array)) {
                for (Interval time : option.getValue()) {
                    Instant start = time.start().isAfter(from) ? time.start() : from;
                    Instant end = time.end().isBefore(to) ? time.end() : to;
                    if (end.isAfter(start)) {
                        needed = needed.plus(whole ? time.duration() : Duration.between(start, end));
                    }
                }
            }
        }
        return needed;
    }

    /** When all of the antennas have a period each. */
    private List<Interval> shared(List<String> antennas) {
        List<Interval> shared = byAntenna.getOrDefault(antennas.get(0), List.of());
        for (String antenna : antennas.subList(1, antennas.size())) {
            List<Interval> parts = new ArrayList<>();
            for (Interval a : shared) {
                for (Interval b : byAntenna.getOrDefault(antenna, List.of())) {
                    Interval part = a.intersection(b);
                    if (part != null) {
                        parts.add(part);
                    }
                }
            }
            shared = parts;
        }
        return shared;
    }

    /** Overlapping times joined, touching ones not. */
    private static List<Interval> joined(List<Interval> times) {
        List<Interval> sorted = new ArrayList<>(times);
        sorted.sort(Comparator.comparing(Interval::start).thenComparing(Interval::end));
        List<Interval> joined = new ArrayList<>();
        for (Interval next : sorted) {
            int last = joined.size() - 1;
            if (last >= 0 && next.overlaps(joined.get(last))) {
                Interval open = joined.get(last);
                if (next.end().isAfter(open.end())) {
                    joined.set(last, new Interval(open.start(), next.end()));
                }
            } else {
                joined.add(next);
            }
        }
        return joined;
    }
}
