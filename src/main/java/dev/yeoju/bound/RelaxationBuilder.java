package dev.yeoju.bound;

import dev.yeoju.model.Antenna;
import dev.yeoju.model.Mspa;
import dev.yeoju.model.Objective;
import dev.yeoju.model.ProblemInstance;
import dev.yeoju.model.Spacecraft;
import dev.yeoju.model.TrackRequest;
import java.util.ArrayList;
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

    private final ProblemInstance instance;
    private final Map<String, Antenna> antennas;
    private final Map<String, String> missionOf = new HashMap<>();

    private RelaxationBuilder(ProblemInstance instance) {
        this.instance = instance;
        antennas = instance.antennasById();
        for (Spacecraft craft : instance.problem().spacecraft()) {
            missionOf.put(craft.id(), craft.mission());
        }
    }

    static Relaxation build(ProblemInstance instance) {
        return new RelaxationBuilder(instance).build();
    }

    private Relaxation build() {
        List<TrackRequest> requests = instance.requests();
        Map<String, Integer> missions = new LinkedHashMap<>();
        List<Relaxation.RequestTerms> terms = new ArrayList<>();
        for (TrackRequest request : requests) {
            int mission = missions.computeIfAbsent(
                    missionOf.getOrDefault(request.spacecraft(), request.spacecraft()), k -> missions.size());
            double preferred = StretchFinder.seconds(request.preferredDuration()) / SECONDS_PER_HOUR;
            terms.add(new Relaxation.RequestTerms(
                    mission,
                    request.priority(),
                    request.priority() * instance.problem().objective().satisfiedBonusHours(),
                    preferred,
                    StretchFinder.seconds(request.minDuration()) / SECONDS_PER_HOUR,
                    request.maxTracks()));
        }
        StretchFinder finder = new StretchFinder(instance, TOLL_CELL_S);
        List<Stretch> stretches = finder.find();
        ExclusiveTolls exclusives = new ExclusiveTolls(instance.requests(), missionOf, stretches, TOLL_CELL_S);
        List<Relaxation.Share> shares = new ArrayList<>();
        Map<String, List<List<Item>>> lanesByAntenna = new LinkedHashMap<>();
        instance.problem().antennas().forEach(a -> lanesByAntenna.put(a.id(), new ArrayList<>()));
        Map<String, Integer> beams = beams(stretches);
        double span = 0;
        for (int index = 0; index < stretches.size(); index++) {
            Stretch stretch = stretches.get(index);
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
                Item item = item(index, stretch, request, share, member);
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
        List<String> laneAntennas = new ArrayList<>();
        lanesByAntenna.forEach(
                (antenna, own) -> own.stream().filter(lane -> !lane.isEmpty()).forEach(lane -> {
                    lanes.add(lane);
                    laneAntennas.add(antenna);
                }));
        return new Relaxation(
                requests,
                terms,
                List.copyOf(missions.keySet()),
                missionTerms(terms, MissionCaps.of(requests, terms, stretches, missions.size())),
                finder.origin(),
                stretches,
                lanes,
                laneAntennas,
                shares,
                exclusives.priced(),
                exclusives.payments(),
                Covers.of(requests, stretches, TOLL_CELL_S),
                TOLL_CELL_S,
                span,
                finder.grainMs(),
                new ChangeCredits(instance).dropped());
    }

    private MissionTerms missionTerms(List<Relaxation.RequestTerms> terms, double[] mostHours) {
        int missions = mostHours.length;
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
        return new MissionTerms(requested, mostHours, amplitude, objective.worstMissionWeight() * total);
    }

    private Item item(int index, Stretch stretch, TrackRequest request, int share, int member) {
        double from = stretch.fromS();
        double to = stretch.toS();
        double setup = StretchFinder.seconds(request.setup());
        double teardown = StretchFinder.seconds(request.teardown());
        double shortest = stretch.shortestS();
        double room = to - from - setup - teardown;
        double longest = Math.max(shortest, Math.min(room, StretchFinder.seconds(request.preferredDuration())));
        return new Item(stretch.request(), index, from, to, setup, teardown, shortest, longest, share, member);
    }

    /** How many spacecraft an antenna's beam holds, for those where two tracks could share it. */
    private Map<String, Integer> beams(List<Stretch> stretches) {
        Map<String, Set<Integer>> sharing = new HashMap<>();
        Set<String> split = new HashSet<>();
        for (Stretch stretch : stretches) {
            TrackRequest request = instance.requests().get(stretch.request());
            if (request.mspa()) {
                for (String antenna : stretch.antennas()) {
                    sharing.computeIfAbsent(antenna, k -> new HashSet<>()).add(stretch.request());
                    if (request.maxTracks() > 1) {
                        split.add(antenna);
                    }
                }
            }
        }
        Map<String, Integer> beams = new HashMap<>();
        sharing.forEach((id, requests) -> {
            Antenna antenna = antennas.get(id);
            Mspa mspa = antenna == null ? null : antenna.mspa();
            if (mspa != null && (requests.size() > 1 || split.contains(id))) {
                beams.put(id, Math.max(1, mspa.maxSpacecraft()));
            }
        });
        return beams;
    }
}
