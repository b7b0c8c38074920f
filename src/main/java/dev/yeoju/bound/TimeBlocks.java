package dev.yeoju.bound;

import dev.yeoju.model.Certificate;
import dev.yeoju.model.Interval;
import dev.yeoju.model.Problem;
import dev.yeoju.model.ProblemInstance;
import dev.yeoju.model.Track;
import dev.yeoju.model.TrackRequest;
import dev.yeoju.model.ViewPeriod;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A long problem cut in time, each request in the block that the middle of its window lies in. Blocks' prices are those
 * of the whole problem nearly: only missions' fairness and what happens near the cuts ties blocks to each other. Found
 * block by block they cost a fraction of the work, and the sweep of the whole problem that proves a bound from them is as
 * strict as ever.
 */
final class TimeBlocks {
    private static final Duration LENGTH = Duration.ofDays(7);
    /** With fewer, a block is joined with the next: its own start would cost more than it saves. */
    private static final int FEWEST = 150;

    private TimeBlocks() {}

    /** The blocks in time; a single one when the problem is not worth cutting. */
    static List<ProblemInstance> of(ProblemInstance instance) {
        Interval horizon = instance.problem().horizon();
        Map<Long, List<TrackRequest>> byBlock = new TreeMap<>();
        for (TrackRequest request : instance.requests()) {
            Interval window = request.window().intersection(horizon);
            if (window != null) {
                Instant middle = window.start().plus(window.duration().dividedBy(2));
                long block = Duration.between(horizon.start(), middle).dividedBy(LENGTH);
                byBlock.computeIfAbsent(block, k -> new ArrayList<>()).add(request);
            }
        }
        List<ProblemInstance> blocks = new ArrayList<>();
        List<TrackRequest> gathered = new ArrayList<>();
        for (List<TrackRequest> requests : byBlock.values()) {
            gathered.addAll(requests);
            if (gathered.size() >= FEWEST) {
                blocks.add(part(instance, gathered));
                gathered = new ArrayList<>();
            }
        }
        if (blocks.size() < 2) {
            return List.of(instance);
        }
        if (!gathered.isEmpty()) {
            blocks.add(part(instance, gathered));
        }
        return blocks;
    }

    /** The instance of some of its requests; its problem stays, so that times count from the same origin. */
    private static ProblemInstance part(ProblemInstance instance, List<TrackRequest> requests) {
        Set<String> ids = new HashSet<>();
        Instant from = Instant.MAX;
        Instant to = Instant.MIN;
        for (TrackRequest request : requests) {
            ids.add(request.id());
            from = request.window().start().isBefore(from) ? request.window().start() : from;
            to = request.window().end().isAfter(to) ? request.window().end() : to;
        }
        List<ViewPeriod> periods = new ArrayList<>();
        for (ViewPeriod period : instance.viewPeriods()) {
            if (period.aos().isBefore(to) && period.los().isAfter(from)) {
                periods.add(period);
            }
        }
        Problem all = instance.problem();
        Problem problem = new Problem(
                all.schemaVersion(),
                all.name(),
                all.description(),
                all.tags(),
                all.horizon(),
                all.geometry(),
                all.antennas(),
                all.complexes(),
                all.spacecraft(),
                all.requests(),
                all.viewPeriods(),
                tracks(all.pins(), ids),
                tracks(all.published(), ids),
                all.objective(),
                all.solver());
        return new ProblemInstance(problem, requests, periods, List.of(), List.of());
    }

    private static List<Track> tracks(List<Track> tracks, Set<String> requests) {
        return tracks.stream()
                .filter(track -> requests.contains(track.request()))
                .toList();
    }

    /** Puts blocks' prices together: where two have the same price the higher, of missions' prices the mean by hours. */
    static final class Merger {
        private final Map<String, Double> requests = new HashMap<>();
        private final Map<String, Double> multipliers = new HashMap<>();
        private final Map<String, Double> missionWorth = new HashMap<>();
        private final Map<String, Double> missionHours = new HashMap<>();

        void add(Certificate certificate, Relaxation relaxation) {
            requests.putAll(certificate.requestPrices());
            certificate.multipliers().forEach((name, price) -> multipliers.merge(name, price, Math::max));
            for (Relaxation.RequestTerms terms : relaxation.terms()) {
                String mission = relaxation.missions().get(terms.mission());
                double price = certificate.missionPrices().getOrDefault(mission, 0.0);
                missionWorth.merge(mission, price * terms.preferredHours(), Double::sum);
                missionHours.merge(mission, terms.preferredHours(), Double::sum);
            }
        }

        Certificate merged() {
            Map<String, Double> missions = new HashMap<>();
            missionHours.forEach((mission, hours) -> {
                if (hours > 0) {
                    missions.put(mission, missionWorth.getOrDefault(mission, 0.0) / hours);
                }
            });
            return new Certificate(requests, missions, multipliers);
        }
    }
}
