package dev.yeoju.check;

import dev.yeoju.model.Interval;
import dev.yeoju.model.ProblemInstance;
import dev.yeoju.model.TrackRequest;
import dev.yeoju.model.ViewPeriod;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** An instance's view periods by who may use them; sorted when they are first asked for. For one thread at a time. */
final class ViewIndex {
    private record Key(String antenna, String subject) {}

    /** View periods by AOS, and the latest LOS up to each: what begins before a track and reaches its end is found at once. */
    private record Sorted(List<ViewPeriod> periods, Instant[] latestLos) {
        static Sorted of(List<ViewPeriod> unordered) {
            List<ViewPeriod> periods = new ArrayList<>(unordered);
            periods.sort(Comparator.comparing(ViewPeriod::aos));
            Instant[] latest = new Instant[periods.size()];
            Instant reached = Instant.MIN;
            for (int i = 0; i < latest.length; i++) {
                Instant los = periods.get(i).los();
                reached = los.isAfter(reached) ? los : reached;
                latest[i] = reached;
            }
            return new Sorted(periods, latest);
        }

        /** The periods that contain the interval's begin or end or lie between, a few too many, latest first. */
        List<ViewPeriod> near(Interval interval) {
            int low = 0;
            int high = periods.size();
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (periods.get(middle).aos().isBefore(interval.end())) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            List<ViewPeriod> near = new ArrayList<>();
            for (int i = low - 1; i >= 0 && latestLos[i].isAfter(interval.start()); i--) {
                near.add(periods.get(i));
            }
            return near;
        }
    }

    private final Map<Key, List<ViewPeriod>> bySpacecraft = new HashMap<>();
    private final Map<Key, List<ViewPeriod>> byRequest = new HashMap<>();
    private final Map<Key, Sorted> sorted = new HashMap<>();

    ViewIndex(ProblemInstance instance) {
        for (ViewPeriod period : instance.viewPeriods()) {
            String request = period.request();
            String spacecraft = period.spacecraft();
            if (request != null) {
                byRequest
                        .computeIfAbsent(new Key(period.antenna(), request), k -> new ArrayList<>())
                        .add(period);
            } else if (spacecraft != null) {
                bySpacecraft
                        .computeIfAbsent(new Key(period.antenna(), spacecraft), k -> new ArrayList<>())
                        .add(period);
            }
        }
    }

    /** The periods that a request may use on an antenna and that contain the interval's begin or end or lie between, a few too many, latest first. */
    List<ViewPeriod> near(TrackRequest request, String antenna, Interval interval) {
        return usable(request, antenna).near(interval);
    }

    private Sorted usable(TrackRequest request, String antenna) {
        return sorted.computeIfAbsent(new Key(antenna, request.id()), key -> {
            List<ViewPeriod> own = new ArrayList<>(byRequest.getOrDefault(key, List.of()));
            String series = request.series();
            if (series != null) {
                own.addAll(byRequest.getOrDefault(new Key(antenna, series), List.of()));
            }
            if (own.isEmpty()) {
                own = bySpacecraft.getOrDefault(new Key(antenna, request.spacecraft()), List.of());
            }
            return Sorted.of(own);
        });
    }
}
