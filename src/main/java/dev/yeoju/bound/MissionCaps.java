package dev.yeoju.bound;

import dev.yeoju.model.Exclusive;
import dev.yeoju.model.TrackRequest;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * The most hours that each mission could have if it had all antennas to itself: tracks that must not overlap share out
 * the times in which any of them could lie, each request up to its preferred time. A greatest flow from requests to
 * times, which lets tracks be cut as one likes. Prices find the same in the end, but a cap that is known at once spares them
 * the longest way: that of a mission's price and all of its tolls together.
 */
final class MissionCaps {
    /** Requests times stretches of those that share time, beyond which memory and work would tell: then they are not capped. */
    private static final long MOST_WORK = 5_000_000;

    private final List<TrackRequest> requests;
    private final List<Relaxation.RequestTerms> terms;
    private final Map<Integer, List<Stretch>> stretches = new HashMap<>();
    private final double[] hours;

    private MissionCaps(
            List<TrackRequest> requests, List<Relaxation.RequestTerms> terms, List<Stretch> all, int missions) {
        this.requests = requests;
        this.terms = terms;
        all.forEach(s ->
                stretches.computeIfAbsent(s.request(), k -> new ArrayList<>()).add(s));
        hours = new double[missions];
    }

    /**
     * Hours by mission, rounded up.
     *
     * @param terms by request, with the index of its mission
     * @param missions their number
     */
    static double[] of(
            List<TrackRequest> requests, List<Relaxation.RequestTerms> terms, List<Stretch> stretches, int missions) {
        MissionCaps caps = new MissionCaps(requests, terms, stretches, missions);
        caps.groups().forEach(caps::add);
        return caps.hours;
    }

    /** Requests no two tracks of which may overlap; what excludes nothing, or not all of them, is alone. */
    private Collection<List<Integer>> groups() {
        Map<Integer, ?> partners = ExclusiveTolls.partners(requests);
        Map<String, List<Integer>> groups = new LinkedHashMap<>();
        for (int r = 0; r < requests.size(); r++) {
            TrackRequest request = requests.get(r);
            String key = partners.containsKey(r)
                    ? "request " + r
                    : switch (request.exclusive()) {
                        case MISSION -> "mission " + terms.get(r).mission();
                        case SPACECRAFT -> "spacecraft " + request.spacecraft();
                        case NONE -> "request " + r;
                    };
            groups.computeIfAbsent(key, k -> new ArrayList<>()).add(r);
        }
        return groups.values();
    }

    private void add(List<Integer> group) {
        int mission = terms.get(group.get(0)).mission();
        long[] wanted = group.stream().mapToLong(this::alone).toArray();
        long work = group.size()
                * group.stream()
                        .mapToLong(r -> stretches.getOrDefault(r, List.of()).size())
                        .sum();
        boolean each = requests.get(group.get(0)).exclusive() == Exclusive.NONE || work > MOST_WORK;
        long ms = each ? Arrays.stream(wanted).sum() : new Flow(wanted, times(group)).total();
        hours[mission] += ms / 3.6e6;
    }

    /** What the request could have if nothing was in its way, milliseconds. */
    private long alone(int request) {
        double longest = stretches.getOrDefault(request, List.of()).stream()
                .mapToDouble(s -> trackToS(s) - trackFromS(s))
                .max()
                .orElse(0);
        Relaxation.RequestTerms term = terms.get(request);
        return (long) Math.ceil(Math.min(term.preferredHours() * 3600, term.maxTracks() * longest) * 1000);
    }

    private double trackFromS(Stretch stretch) {
        return stretch.fromS()
                + StretchFinder.seconds(requests.get(stretch.request()).setup());
    }

    private double trackToS(Stretch stretch) {
        return stretch.toS()
                - StretchFinder.seconds(requests.get(stretch.request()).teardown());
    }

    private long trackFromMs(Stretch stretch) {
        return (long) Math.floor(trackFromS(stretch) * 1000);
    }

    private long trackToMs(Stretch stretch) {
        return (long) Math.ceil(trackToS(stretch) * 1000);
    }

    /** Milliseconds by those of the group, counted from its first, who could have them. */
    private Map<BitSet, Long> times(List<Integer> group) {
        TreeSet<Long> cuts = new TreeSet<>();
        for (int request : group) {
            for (Stretch stretch : stretches.getOrDefault(request, List.of())) {
                cuts.add(trackFromMs(stretch));
                cuts.add(trackToMs(stretch));
            }
        }
        Map<Long, BitSet> who = new LinkedHashMap<>();
        cuts.forEach(cut -> who.put(cut, new BitSet()));
        for (int k = 0; k < group.size(); k++) {
            for (Stretch stretch : stretches.getOrDefault(group.get(k), List.of())) {
                for (long cut : cuts.subSet(trackFromMs(stretch), trackToMs(stretch))) {
                    who.computeIfAbsent(cut, c -> new BitSet()).set(k);
                }
            }
        }
        Map<BitSet, Long> times = new LinkedHashMap<>();
        who.forEach((cut, members) -> {
            Long next = cuts.higher(cut);
            if (next != null && !members.isEmpty()) {
                times.merge(members, next - cut, Long::sum);
            }
        });
        return times;
    }

    /** The greatest flow from what wants time to the times that it could have, by augmenting paths. */
    static final class Flow {
        private final long[] wanted;
        private final BitSet[] who;
        private final long[] left;
        /** By time, then by who has of it. */
        private final long[][] had;

        /** @param times amounts by those who could have them */
        Flow(long[] wanted, Map<BitSet, Long> times) {
            this.wanted = wanted.clone();
            who = times.keySet().toArray(BitSet[]::new);
            left = times.values().stream().mapToLong(Long::longValue).toArray();
            had = new long[who.length][wanted.length];
        }

        long total() {
            long total = 0;
            for (int k = 0; k < wanted.length; k++) {
                for (long more = augment(k); more > 0; more = augment(k)) {
                    total += more;
                }
            }
            return total;
        }

        /** Gives one more of what is left, others moving to other times where they must; 0 when there is no way. */
        private long augment(int first) {
            if (wanted[first] <= 0) {
                return 0;
            }
            // The time by which one was reached, and who reached a time first.
            int[] by = new int[wanted.length];
            int[] taker = new int[who.length];
            Arrays.fill(by, -1);
            Arrays.fill(taker, -1);
            by[first] = who.length;
            Deque<Integer> open = new ArrayDeque<>(List.of(first));
            while (!open.isEmpty()) {
                int k = open.pop();
                for (int t = 0; t < who.length; t++) {
                    if (taker[t] >= 0 || !who[t].get(k)) {
                        continue;
                    }
                    taker[t] = k;
                    if (left[t] > 0) {
                        return push(first, t, by, taker);
                    }
                    for (int other = 0; other < wanted.length; other++) {
                        if (by[other] < 0 && had[t][other] > 0) {
                            by[other] = t;
                            open.add(other);
                        }
                    }
                }
            }
            return 0;
        }

        private long push(int first, int last, int[] by, int[] taker) {
            long amount = Math.min(wanted[first], left[last]);
            for (int k = taker[last]; k != first; k = taker[by[k]]) {
                amount = Math.min(amount, had[by[k]][k]);
            }
            int t = last;
            for (int k = taker[t]; k != first; k = taker[t]) {
                had[t][k] += amount;
                t = by[k];
                had[t][k] -= amount;
            }
            had[t][first] += amount;
            wanted[first] -= amount;
            left[last] -= amount;
            return amount;
        }
    }
}
