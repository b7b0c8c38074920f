package dev.yeoju.bound;

import dev.yeoju.model.Exclusive;
import dev.yeoju.model.Tie;
import dev.yeoju.model.TrackRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Requests that must not be tracked at once on different antennas, and what each pays where they could be. */
final class ExclusiveTolls {
    private final Map<String, List<Integer>> members = new LinkedHashMap<>();
    private final List<Stretch> stretches;
    private final double cellS;
    private final List<Relaxation.Exclusive> priced = new ArrayList<>();
    private final List<int[]> tolls = new ArrayList<>();
    private final Map<Integer, Integer> tollOf = new HashMap<>();

    ExclusiveTolls(List<TrackRequest> all, Map<String, String> missionOf, List<Stretch> stretches, double cellS) {
        this.cellS = cellS;
        this.stretches = stretches;
        Set<String> together = new HashSet<>();
        for (TrackRequest request : all) {
            for (Tie tie : request.ties()) {
                if (tie.type() == Tie.Type.OVERLAP || tie.type() == Tie.Type.SIMULTANEOUS) {
                    together.add(request.id());
                    together.add(tie.request());
                }
            }
        }
        Map<String, Set<String>> craftOfMission = new HashMap<>();
        for (int r = 0; r < all.size(); r++) {
            TrackRequest request = all.get(r);
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
        stretches.forEach(s ->
                byRequest.computeIfAbsent(s.request(), k -> new ArrayList<>()).add(s));
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
                requests.forEach(
                        r -> groupsOf.computeIfAbsent(r, k -> new ArrayList<>()).add(group));
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
                int from = Math.max(0, (int) Math.floor(stretch.fromS() / cellS));
                int to = (int) Math.ceil(stretch.toS() / cellS);
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

    /** The exclusives that antennas could break. */
    List<Relaxation.Exclusive> priced() {
        return priced;
    }

    /** By toll index: the exclusives that are paid for. */
    List<int[]> tolls() {
        return tolls;
    }

    /** The request's toll index, or −1. */
    int toll(int request) {
        return tollOf.getOrDefault(request, -1);
    }
}
