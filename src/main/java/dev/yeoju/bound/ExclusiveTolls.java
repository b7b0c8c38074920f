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
    private final List<List<Relaxation.Payment>> payments = new ArrayList<>();
    private final Map<Integer, Set<Integer>> partners;

    ExclusiveTolls(List<TrackRequest> all, Map<String, String> missionOf, List<Stretch> stretches, double cellS) {
        this.cellS = cellS;
        this.stretches = stretches;
        partners = partners(all);
        Map<String, Set<String>> craftOfMission = new HashMap<>();
        for (int r = 0; r < all.size(); r++) {
            TrackRequest request = all.get(r);
            payments.add(new ArrayList<>());
            if (request.exclusive() == Exclusive.NONE) {
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

    /** By request: those that it may be tracked at once with, in a handover or for delta-DOR; none where there are none. */
    static Map<Integer, Set<Integer>> partners(List<TrackRequest> all) {
        Map<String, Integer> indexOf = new HashMap<>();
        for (int r = 0; r < all.size(); r++) {
            indexOf.put(all.get(r).id(), r);
        }
        Map<Integer, Set<Integer>> partners = new HashMap<>();
        for (int r = 0; r < all.size(); r++) {
            for (Tie tie : all.get(r).ties()) {
                Integer other = indexOf.get(tie.request());
                if (other != null && (tie.type() == Tie.Type.OVERLAP || tie.type() == Tie.Type.SIMULTANEOUS)) {
                    partners.computeIfAbsent(r, k -> new HashSet<>()).add(other);
                    partners.computeIfAbsent(other, k -> new HashSet<>()).add(r);
                }
            }
        }
        return partners;
    }

    /**
     * What the request's tracks pay of a toll: of those tracked at once each is a partner of all others, so that with one
     * over their greatest number from each, they pay the toll once at most.
     */
    private double part(int request, List<Integer> group) {
        Set<Integer> own = new HashSet<>(partners.getOrDefault(request, Set.of()));
        own.retainAll(group);
        own.remove(request);
        if (own.isEmpty()) {
            return 1;
        }
        boolean three = own.stream()
                .anyMatch(a -> own.stream()
                        .anyMatch(b -> !a.equals(b)
                                && partners.getOrDefault(a, Set.of()).contains(b)));
        return 1.0 / (three ? own.size() + 1 : 2);
    }

    private void price() {
        Map<Integer, List<Stretch>> byRequest = new HashMap<>();
        stretches.forEach(s ->
                byRequest.computeIfAbsent(s.request(), k -> new ArrayList<>()).add(s));
        members.forEach((id, requests) -> {
            boolean[] crowded = crowded(requests, byRequest);
            boolean any = false;
            for (boolean cell : crowded) {
                any |= cell;
            }
            if (any) {
                int group = priced.size();
                priced.add(new Relaxation.Exclusive(id, crowded));
                requests.forEach(r -> payments.get(r).add(new Relaxation.Payment(group, part(r, requests))));
            }
        });
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

    /** By request: what its tracks pay. */
    List<List<Relaxation.Payment>> payments() {
        return payments;
    }
}
