package dev.yeoju.bound;

import dev.yeoju.model.Exclusive;
import dev.yeoju.model.Track;
import dev.yeoju.model.TrackRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Makes one schedule of what the antennas would do each for itself at the prices, and of what then still has room. */
final class PricedStart {
    /** Times taken by somebody, whole seconds after the origin; they may overlap. */
    private static final class Busy {
        private final List<long[]> taken = new ArrayList<>();

        /** What is taken at some time of the interval, begin and end; null when it is free. */
        long @Nullable [] meets(long from, long to) {
            for (long[] other : taken) {
                if (other[0] < to && other[1] > from) {
                    return other;
                }
            }
            return null;
        }

        void take(long from, long to) {
            taken.add(new long[] {from, to});
        }
    }

    private record Placed(int request, List<String> antennas, long botS, long eotS) {
        long lengthS() {
            return eotS - botS;
        }
    }

    private static final String SPACECRAFT = "spacecraft ";
    private static final String MISSION = "mission ";
    /** Those of them that bear no other beside them. */
    private static final String ALONE = " alone";

    private final Relaxation relaxation;
    private final PriceLayout layout;
    private final double[] prices;
    private final Map<String, Busy> antennas = new HashMap<>();
    private final Map<String, Busy> tracked = new HashMap<>();
    private final Map<String, String> missionOf = new HashMap<>();
    private final Map<Integer, List<Placed>> byRequest = new TreeMap<>();

    PricedStart(Relaxation relaxation, PriceLayout layout, double[] prices) {
        this.relaxation = relaxation;
        this.layout = layout;
        this.prices = prices;
        for (int r = 0; r < relaxation.requests().size(); r++) {
            missionOf.put(
                    relaxation.requests().get(r).id(),
                    relaxation.missions().get(relaxation.terms().get(r).mission()));
        }
    }

    /** @param picks of all lanes */
    List<Track> tracks(List<LaneSweep.Pick> picks) {
        List<LaneSweep.Pick> ordered = new ArrayList<>(picks);
        ordered.sort(Comparator.comparingDouble((LaneSweep.Pick pick) -> -worth(pick))
                .thenComparingInt(pick -> pick.item().stretch())
                .thenComparingDouble(LaneSweep.Pick::fromS));
        ordered.forEach(this::place);
        // What is priced at just what it is worth no antenna does for itself.
        relaxation.lanes().stream()
                .flatMap(List::stream)
                .sorted(Comparator.comparingDouble(
                        item -> -relaxation.terms().get(item.request()).weight()))
                .forEach(item -> place(earliest(item)));
        List<Track> tracks = new ArrayList<>();
        byRequest.forEach((r, placed) -> {
            double servedS = placed.stream().mapToLong(Placed::lengthS).sum();
            if (servedS >= relaxation.terms().get(r).minHours() * 3600 - 1e-6) {
                placed.sort(Comparator.comparingLong(Placed::botS));
                for (int i = 0; i < placed.size(); i++) {
                    tracks.add(track(placed.get(i), i + 1));
                }
            }
        });
        return List.copyOf(tracks);
    }

    private double worth(LaneSweep.Pick pick) {
        return ItemPrices.of(relaxation, layout, prices, pick.item().whole()).at(pick.lengthS());
    }

    private static LaneSweep.Pick earliest(Item item) {
        double toS = item.fromS() + item.overheadS() + item.longestS();
        return new LaneSweep.Pick(item, item.longestS(), item.fromS(), toS, item.fromS(), item.fromS());
    }

    private void place(LaneSweep.Pick pick) {
        Item item = pick.item();
        Relaxation.RequestTerms terms = relaxation.terms().get(item.request());
        List<Placed> own = byRequest.computeIfAbsent(item.request(), k -> new ArrayList<>());
        double wantedS = terms.preferredHours() * 3600
                - own.stream().mapToLong(Placed::lengthS).sum();
        if (own.size() >= terms.maxTracks() || wantedS < item.shortestS()) {
            return;
        }
        double leastS = item.overheadS() + item.shortestS();
        double fromS = Math.min(pick.fromS(), item.toS() - leastS);
        long botS = (long) Math.ceil(fromS + item.setupS() - 1e-6);
        long eotS = (long) Math.floor(Math.max(pick.toS(), fromS + leastS) - item.teardownS() + 1e-6);
        Placed wish = new Placed(
                item.request(),
                relaxation.stretches().get(item.stretch()).antennas(),
                botS,
                Math.min(eotS, botS + (long) Math.min(item.longestS(), wantedS)));
        Placed free = free(wish, item);
        if (free != null) {
            own.add(free);
            take(free);
        }
    }

    /** What is left of the track beside those placed before; null when that is too little. */
    private @Nullable Placed free(Placed wish, Item item) {
        TrackRequest request = relaxation.requests().get(item.request());
        long setupS = wholeSeconds(request.setup());
        long teardownS = wholeSeconds(request.teardown());
        Placed left = wish;
        for (String antenna : wish.antennas()) {
            left = left == null ? null : cut(left, item, antennas.get(antenna), setupS, teardownS);
        }
        for (String others : avoided(request)) {
            left = left == null ? null : cut(left, item, tracked.get(others), 0, 0);
        }
        return left;
    }

    private static @Nullable Placed cut(Placed wish, Item item, @Nullable Busy busy, long setupS, long teardownS) {
        long botS = wish.botS();
        long eotS = wish.eotS();
        while (eotS - botS >= item.shortestS()) {
            long[] met = busy == null ? null : busy.meets(botS - setupS, eotS + teardownS);
            if (met == null) {
                return new Placed(wish.request(), wish.antennas(), botS, eotS);
            }
            long eotBeforeS = met[0] - teardownS;
            long botAfterS = met[1] + setupS;
            if (eotS - botAfterS > eotBeforeS - botS) {
                botS = botAfterS;
            } else {
                eotS = eotBeforeS;
            }
        }
        return null;
    }

    private void take(Placed placed) {
        TrackRequest request = relaxation.requests().get(placed.request());
        for (String antenna : placed.antennas()) {
            antennas.computeIfAbsent(antenna, k -> new Busy())
                    .take(
                            placed.botS() - wholeSeconds(request.setup()),
                            placed.eotS() + wholeSeconds(request.teardown()));
        }
        for (String group : groups(request)) {
            tracked.computeIfAbsent(group, k -> new Busy()).take(placed.botS(), placed.eotS());
        }
    }

    /** Whose tracks the request's must not overlap. Partners that may be tracked at once are kept apart all the same. */
    private List<String> avoided(TrackRequest request) {
        String craft = request.spacecraft();
        String mission = mission(request);
        List<String> avoided = new ArrayList<>(List.of(SPACECRAFT + craft + ALONE, MISSION + mission + ALONE));
        if (request.exclusive() != Exclusive.NONE) {
            avoided.add(SPACECRAFT + craft);
        }
        if (request.exclusive() == Exclusive.MISSION) {
            avoided.add(MISSION + mission);
        }
        return avoided;
    }

    private List<String> groups(TrackRequest request) {
        String craft = SPACECRAFT + request.spacecraft();
        String mission = MISSION + mission(request);
        List<String> groups = new ArrayList<>(List.of(craft, mission));
        if (request.exclusive() != Exclusive.NONE) {
            groups.add(craft + ALONE);
        }
        if (request.exclusive() == Exclusive.MISSION) {
            groups.add(mission + ALONE);
        }
        return groups;
    }

    private String mission(TrackRequest request) {
        return missionOf.getOrDefault(request.id(), request.spacecraft());
    }

    private static long wholeSeconds(Duration duration) {
        return duration.plusNanos(999_999_999).toSeconds();
    }

    private Track track(Placed placed, int number) {
        TrackRequest request = relaxation.requests().get(placed.request());
        Instant bot = relaxation.origin().plusSeconds(placed.botS());
        Instant eot = relaxation.origin().plusSeconds(placed.eotS());
        return new Track(
                request.id() + "#" + number,
                request.id(),
                request.spacecraft(),
                placed.antennas(),
                bot.minus(request.setup()),
                bot,
                eot,
                eot.plus(request.teardown()),
                false);
    }
}
