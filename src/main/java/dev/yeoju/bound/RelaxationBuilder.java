package dev.yeoju.bound;

import dev.yeoju.model.Antenna;
import dev.yeoju.model.Exclusive;
import dev.yeoju.model.Interval;
import dev.yeoju.model.Intervals;
import dev.yeoju.model.Mspa;
import dev.yeoju.model.Objective;
import dev.yeoju.model.Opportunities;
import dev.yeoju.model.Opportunity;
import dev.yeoju.model.ProblemInstance;
import dev.yeoju.model.Spacecraft;
import dev.yeoju.model.Tie;
import dev.yeoju.model.TrackRequest;
import dev.yeoju.model.Unavailability;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the relaxation off an instance. */
final class RelaxationBuilder {
    private static final double SECONDS_PER_HOUR = 3600;
    private static final double TOLL_CELL_S = 1800;

    /** A stretch for all antennas of an array at once, before it is dealt out to them. */
    private record Stretch(int request, List<String> antennas, String id, Interval activity) {}

    private final ProblemInstance instance;
    private final Map<String, Antenna> antennas;
    private final Map<String, Integer> requestIndex = new HashMap<>();
    private final Map<String, String> missionOf = new HashMap<>();
    private final Instant origin;
    private long grainMs;
    private boolean grainless;

    private RelaxationBuilder(ProblemInstance instance) {
        this.instance = instance;
        antennas = instance.antennasById();
        for (Spacecraft craft : instance.problem().spacecraft()) {
            missionOf.put(craft.id(), craft.mission());
        }
        for (int r = 0; r < instance.requests().size(); r++) {
            requestIndex.put(instance.requests().get(r).id(), r);
        }
        origin = originOf(instance);
    }

    static Relaxation build(ProblemInstance instance) {
        return new RelaxationBuilder(instance).build();
    }

    /** A whole toll cell before any setup could begin, so that cells are the same whatever the view periods are. */
    private static Instant originOf(ProblemInstance instance) {
        Duration setup = instance.requests().stream()
                .map(TrackRequest::setup)
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
        long cells = (long) Math.ceil(seconds(setup) / TOLL_CELL_S) + 1;
        return instance.problem().horizon().start().minusSeconds((long) (cells * TOLL_CELL_S));
    }

    private static double seconds(Duration duration) {
        return duration.toSeconds() + duration.getNano() * 1e-9;
    }

    private double seconds(Instant instant) {
        return seconds(Duration.between(origin, instant));
    }

    private Relaxation build() {
        List<TrackRequest> requests = instance.requests();
        Map<String, Integer> missions = new LinkedHashMap<>();
        List<Relaxation.RequestTerms> terms = new ArrayList<>();
        for (TrackRequest request : requests) {
            int mission = missions.computeIfAbsent(
                    missionOf.getOrDefault(request.spacecraft(), request.spacecraft()), k -> missions.size());
            double preferred = seconds(request.preferredDuration()) / SECONDS_PER_HOUR;
            terms.add(new Relaxation.RequestTerms(
                    mission,
                    request.priority(),
                    request.priority() * instance.problem().objective().satisfiedBonusHours(),
                    preferred,
                    seconds(request.minDuration()) / SECONDS_PER_HOUR,
                    request.maxTracks()));
        }
        grain(Duration.ofMillis((long) (TOLL_CELL_S * 1000)));
        List<Stretch> stretches = stretches();
        Exclusives exclusives = new Exclusives(stretches);
        List<Relaxation.Share> shares = new ArrayList<>();
        Map<String, List<List<Item>>> lanesByAntenna = new LinkedHashMap<>();
        instance.problem().antennas().forEach(a -> lanesByAntenna.put(a.id(), new ArrayList<>()));
        Map<String, Integer> beams = beams(stretches);
        double span = 0;
        for (Stretch stretch : stretches) {
            TrackRequest request = requests.get(stretch.request());
            int share = -1;
            if (stretch.antennas().size() > 1) {
                share = shares.size();
                shares.add(new Relaxation.Share(stretch.id(), stretch.antennas().size(), stretch.request()));
            }
            for (int member = 0; member < stretch.antennas().size(); member++) {
                String antenna = stretch.antennas().get(member);
                int beam = beams.getOrDefault(antenna, 1);
                boolean joins = beam > 1 && request.mspa();
                Item item = item(stretch, request, joins, share, member, exclusives.toll(stretch.request()));
                span = Math.max(span, item.toS());
                List<List<Item>> lanes = lanesByAntenna.computeIfAbsent(antenna, k -> new ArrayList<>());
                for (int copy = 0; copy < (joins ? beam : 1); copy++) {
                    while (lanes.size() <= copy) {
                        lanes.add(new ArrayList<>());
                    }
                    lanes.get(copy).add(item);
                }
            }
        }
        List<List<Item>> lanes = new ArrayList<>();
        lanesByAntenna.values().forEach(lanes::addAll);
        lanes.removeIf(List::isEmpty);
        return new Relaxation(
                requests,
                terms,
                List.copyOf(missions.keySet()),
                missionTerms(terms, missions.size()),
                lanes,
                shares,
                exclusives.priced(),
                exclusives.tolls,
                TOLL_CELL_S,
                span,
                grainless ? 0 : grainMs);
    }

    private MissionTerms missionTerms(List<Relaxation.RequestTerms> terms, int missions) {
        Objective objective = instance.problem().objective();
        double[] requested = new double[missions];
        double[] weighted = new double[missions];
        double total = 0;
        for (Relaxation.RequestTerms term : terms) {
            requested[term.mission()] += term.preferredHours();
            weighted[term.mission()] += term.weight() * term.preferredHours();
            total += term.preferredHours();
        }
        double[] amplitude = new double[missions];
        for (int m = 0; m < missions; m++) {
            amplitude[m] = objective.fairnessWeight()
                    * switch (objective.fairnessWeighting()) {
                        case HOURS -> weighted[m];
                        case EQUAL -> total / missions;
                    };
        }
        return new MissionTerms(requested, amplitude, objective.worstMissionWeight() * total);
    }

    /** The stretches in which a track could lie, downtime of any of its antennas taken out. */
    private List<Stretch> stretches() {
        List<Stretch> found = new ArrayList<>();
        Map<String, List<Opportunity>> opportunities = Opportunities.of(instance);
        for (TrackRequest request : instance.requests()) {
            Integer index = requestIndex.get(request.id());
            if (index == null) {
                continue;
            }
            Duration shortest = request.setup().plus(request.minTrackDuration()).plus(request.teardown());
            int number = 0;
            for (Opportunity opportunity : opportunities.getOrDefault(request.id(), List.of())) {
                Interval activity = new Interval(
                        opportunity.usable().start().minus(request.setup()),
                        opportunity.usable().end().plus(request.teardown()));
                List<Interval> down = new ArrayList<>();
                for (String id : opportunity.option().antennas()) {
                    Antenna antenna = antennas.get(id);
                    if (antenna != null) {
                        down.addAll(down(antenna, activity));
                    }
                }
                for (Interval free : Intervals.difference(List.of(activity), down)) {
                    if (free.duration().compareTo(shortest) >= 0) {
                        String id = request.id() + ":"
                                + String.join("+", opportunity.option().antennas()) + ":" + number;
                        found.add(new Stretch(index, opportunity.option().antennas(), id, free));
                        grain(Duration.between(origin, free.start()));
                        grain(Duration.between(origin, free.end()));
                        number++;
                    }
                }
            }
            if (number > 0) {
                grain(request.setup());
                grain(request.teardown());
                grain(request.minTrackDuration());
                grain(request.minDuration());
                grain(request.preferredDuration());
            }
        }
        return found;
    }

    /** What repeats does so until the horizon's end, a single time whenever it is. */
    private List<Interval> down(Antenna antenna, Interval span) {
        Interval repeating = span.intersection(
                new Interval(Instant.MIN, instance.problem().horizon().end()));
        List<Interval> times = new ArrayList<>();
        for (Unavailability unavailable : antenna.unavailable()) {
            Interval within = unavailable.every() == null ? span : repeating;
            if (within != null) {
                times.addAll(unavailable.within(within));
            }
        }
        return times;
    }

    private void grain(Duration length) {
        if (length.getNano() % 1_000_000 != 0) {
            grainless = true;
            return;
        }
        grainMs = BigInteger.valueOf(grainMs)
                .gcd(BigInteger.valueOf(length.toMillis()))
                .longValueExact();
    }

    private Item item(Stretch stretch, TrackRequest request, boolean joins, int share, int member, int toll) {
        double from = seconds(stretch.activity().start());
        double to = seconds(stretch.activity().end());
        double setup = seconds(request.setup());
        double teardown = seconds(request.teardown());
        double shortest = seconds(request.minTrackDuration());
        double longest = Math.max(shortest, seconds(request.preferredDuration()));
        if (joins) {
            // Setups may overlap in a shared beam: only the tracks themselves then take the lane's time.
            return new Item(
                    stretch.request(), from + setup, to - teardown, 0, 0, shortest, longest, share, member, toll);
        }
        return new Item(stretch.request(), from, to, setup, teardown, shortest, longest, share, member, toll);
    }

    /** How many spacecraft an antenna's beam holds, for those where two requests could share it. */
    private Map<String, Integer> beams(List<Stretch> stretches) {
        Map<String, Set<Integer>> sharing = new HashMap<>();
        for (Stretch stretch : stretches) {
            if (instance.requests().get(stretch.request()).mspa()) {
                stretch.antennas()
                        .forEach(a ->
                                sharing.computeIfAbsent(a, k -> new HashSet<>()).add(stretch.request()));
            }
        }
        Map<String, Integer> beams = new HashMap<>();
        sharing.forEach((id, requests) -> {
            Antenna antenna = antennas.get(id);
            Mspa mspa = antenna == null ? null : antenna.mspa();
            if (mspa != null && requests.size() > 1) {
                beams.put(id, Math.max(1, mspa.maxSpacecraft()));
            }
        });
        return beams;
    }

    /** Requests that must not be tracked at once on different antennas, and what each pays where they could be. */
    private final class Exclusives {
        private final Map<String, List<Integer>> members = new LinkedHashMap<>();
        private final List<Stretch> stretches;
        private final List<Relaxation.Exclusive> priced = new ArrayList<>();
        private final List<int[]> tolls = new ArrayList<>();
        private final Map<Integer, Integer> tollOf = new HashMap<>();

        Exclusives(List<Stretch> stretches) {
            this.stretches = stretches;
            Set<String> together = new HashSet<>();
            for (TrackRequest request : instance.requests()) {
                for (Tie tie : request.ties()) {
                    if (tie.type() == Tie.Type.OVERLAP || tie.type() == Tie.Type.SIMULTANEOUS) {
                        together.add(request.id());
                        together.add(tie.request());
                    }
                }
            }
            Map<String, Set<String>> craftOfMission = new HashMap<>();
            for (int r = 0; r < instance.requests().size(); r++) {
                TrackRequest request = instance.requests().get(r);
                if (request.exclusive() == Exclusive.NONE || together.contains(request.id())) {
                    continue;
                }
                members.computeIfAbsent("spacecraft " + request.spacecraft(), k -> new ArrayList<>())
                        .add(r);
                if (request.exclusive() == Exclusive.MISSION) {
                    String mission = missionOf.getOrDefault(request.spacecraft(), request.spacecraft());
                    members.computeIfAbsent("mission " + mission, k -> new ArrayList<>())
                            .add(r);
                    craftOfMission
                            .computeIfAbsent("mission " + mission, k -> new HashSet<>())
                            .add(request.spacecraft());
                }
            }
            // A mission of a single spacecraft adds nothing to the spacecraft's own rule.
            members.keySet()
                    .removeIf(id -> id.startsWith("mission ")
                            && craftOfMission.getOrDefault(id, Set.of()).size() < 2);
            price();
        }

        private void price() {
            Map<Integer, List<Stretch>> byRequest = new HashMap<>();
            stretches.forEach(s -> byRequest
                    .computeIfAbsent(s.request(), k -> new ArrayList<>())
                    .add(s));
            Map<Integer, List<Integer>> groupsOf = new HashMap<>();
            members.forEach((id, requests) -> {
                boolean[] crowded = crowded(requests, byRequest);
                boolean any = false;
                for (boolean cell : crowded) {
                    any |= cell;
                }
                if (any) {
                    int group = priced.size();
                    priced.add(new Relaxation.Exclusive(id, crowded));
                    requests.forEach(r ->
                            groupsOf.computeIfAbsent(r, k -> new ArrayList<>()).add(group));
                }
            });
            Map<List<Integer>, Integer> index = new LinkedHashMap<>();
            groupsOf.forEach((r, groups) -> tollOf.put(r, index.computeIfAbsent(groups, k -> {
                tolls.add(groups.stream().mapToInt(Integer::intValue).toArray());
                return tolls.size() - 1;
            })));
        }

        /** The cells in which two ways of serving the requests have time on antennas that are not the same. */
        private boolean[] crowded(List<Integer> requests, Map<Integer, List<Stretch>> byRequest) {
            Map<List<String>, boolean[]> seen = new LinkedHashMap<>();
            int cells = 0;
            for (int r : requests) {
                for (Stretch stretch : byRequest.getOrDefault(r, List.of())) {
                    int from = Math.max(
                            0, (int) Math.floor(seconds(stretch.activity().start()) / TOLL_CELL_S));
                    int to = (int) Math.ceil(seconds(stretch.activity().end()) / TOLL_CELL_S);
                    cells = Math.max(cells, to);
                    boolean[] old = seen.getOrDefault(stretch.antennas(), new boolean[0]);
                    boolean[] in = Arrays.copyOf(old, Math.max(to, old.length));
                    Arrays.fill(in, from, to, true);
                    seen.put(stretch.antennas(), in);
                }
            }
            boolean[] crowded = new boolean[cells];
            for (int c = 0; c < cells; c++) {
                int count = 0;
                for (boolean[] in : seen.values()) {
                    count += c < in.length && in[c] ? 1 : 0;
                }
                crowded[c] = count > 1;
            }
            return crowded;
        }

        List<Relaxation.Exclusive> priced() {
            return priced;
        }

        int toll(int request) {
            return tollOf.getOrDefault(request, -1);
        }
    }
}
