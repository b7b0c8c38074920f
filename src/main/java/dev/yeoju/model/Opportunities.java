package dev.yeoju.model;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds every {@link Opportunity} of an instance. Antenna downtime is not taken out here: it bounds the activity with
 * setup and teardown, not the track.
 */
public final class Opportunities {
    private record Pair(String antenna, String key) {}

    private final Interval horizon;
    private final Map<String, Antenna> antennas;
    private final Map<Pair, List<ViewPeriod>> bySpacecraft = new HashMap<>();
    private final Map<Pair, List<ViewPeriod>> byRequest = new HashMap<>();

    private Opportunities(ProblemInstance instance) {
        horizon = instance.problem().horizon();
        antennas = instance.antennasById();
        for (ViewPeriod period : instance.viewPeriods()) {
            String only = period.request();
            if (only != null) {
                byRequest
                        .computeIfAbsent(new Pair(period.antenna(), only), k -> new ArrayList<>())
                        .add(period);
            } else if (period.spacecraft() != null) {
                bySpacecraft
                        .computeIfAbsent(new Pair(period.antenna(), period.spacecraft()), k -> new ArrayList<>())
                        .add(period);
            }
        }
        bySpacecraft.values().forEach(periods -> periods.sort(Comparator.comparing(ViewPeriod::aos)));
        byRequest.values().forEach(periods -> periods.sort(Comparator.comparing(ViewPeriod::aos)));
    }

    /** The opportunities of every request, by request id in the instance's order; empty lists included. */
    public static Map<String, List<Opportunity>> of(ProblemInstance instance) {
        Opportunities index = new Opportunities(instance);
        Map<String, List<Opportunity>> found = new LinkedHashMap<>();
        instance.requests().forEach(request -> found.put(request.id(), index.of(request)));
        return found;
    }

    private List<Opportunity> of(TrackRequest request) {
        List<Opportunity> found = new ArrayList<>();
        List<Interval> allowed = Intervals.intersection(request.allowed(), List.of(horizon));
        for (ArrayOption option : request.antennas()) {
            List<Interval> shared = allowed;
            for (String antenna : option.antennas()) {
                shared = pairwise(shared, usable(request, antenna));
            }
            for (Interval times : shared) {
                Interval whole = wholeSeconds(times);
                if (whole != null && whole.duration().compareTo(request.minTrackDuration()) >= 0) {
                    found.add(new Opportunity(request.id(), option, whole));
                }
            }
        }
        return List.copyOf(found);
    }

    private List<Interval> usable(TrackRequest request, String antennaId) {
        Antenna antenna = antennas.get(antennaId);
        if (antenna == null || !antenna.serves(request.band())) {
            return List.of();
        }
        List<Interval> usable = new ArrayList<>();
        for (ViewPeriod period : periods(request, antennaId)) {
            List<Interval> times = period.usable(request.band(), Direction.RECEIVE);
            if (request.uplink()) {
                times = pairwise(times, period.usable(request.band(), Direction.TRANSMIT));
            }
            Double lowest = request.minElevationDeg();
            PointingTrack pointing = period.pointing();
            if (lowest != null && pointing != null) {
                times = pairwise(times, PointingTimes.above(pointing, lowest, period.interval()));
            }
            usable.addAll(times);
        }
        return usable;
    }

    private List<ViewPeriod> periods(TrackRequest request, String antenna) {
        List<ViewPeriod> periods = byRequest.get(new Pair(antenna, request.id()));
        if (periods == null && request.series() != null) {
            periods = byRequest.get(new Pair(antenna, request.series()));
        }
        if (periods == null) {
            periods = bySpacecraft.getOrDefault(new Pair(antenna, request.spacecraft()), List.of());
        }
        Interval window = request.window();
        List<ViewPeriod> inWindow = new ArrayList<>();
        for (ViewPeriod period : periods) {
            if (!period.aos().isBefore(window.end())) {
                break;
            }
            if (period.los().isAfter(window.start())) {
                inWindow.add(period);
            }
        }
        return inWindow;
    }

    /** Every non-empty intersection of one interval of each list: unlike a set's, touching intervals stay apart. */
    private static List<Interval> pairwise(List<Interval> first, List<Interval> second) {
        List<Interval> shared = new ArrayList<>();
        for (Interval a : first) {
            for (Interval b : second) {
                Interval part = a.intersection(b);
                if (part != null) {
                    shared.add(part);
                }
            }
        }
        return shared;
    }

    private static @Nullable Interval wholeSeconds(Interval times) {
        Instant start = times.start().truncatedTo(ChronoUnit.SECONDS);
        if (start.isBefore(times.start())) {
            start = start.plusSeconds(1);
        }
        Instant end = times.end().truncatedTo(ChronoUnit.SECONDS);
        return end.isAfter(start) ? new Interval(start, end) : null;
    }
}
