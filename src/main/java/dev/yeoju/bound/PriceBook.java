package dev.yeoju.bound;

import dev.yeoju.model.Certificate;
import dev.yeoju.model.Interval;
import dev.yeoju.model.ProblemInstance;
import dev.yeoju.model.TrackRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What the prices behind a bound say in a planner's terms: what antenna time costs, where a request would be served most
 * cheaply and whom it would displace there. All in priority-weighted hours, the unit of a schedule's value.
 *
 * <p>Prices are those of the relaxation, in which other requests are served as well as can be. They explain a schedule
 * that is near its bound; they are no proof of what another schedule would look like. Not thread-safe; an antenna's time
 * is priced when it is first asked for.
 */
public final class PriceBook {
    private static final double WORK = 4e6;
    private static final double SECONDS_PER_HOUR = 3600;
    /** Begins tried for a request's cheapest place; seconds apart. */
    private static final double BETWEEN_BEGINS_S = 300;

    private final Relaxation relaxation;
    private final PriceLayout layout;
    private final double[] prices;
    private final Certificate certificate;
    private final double stepS;
    private final Tolls tolls;
    private final Map<String, List<LaneValues>> lanes = new HashMap<>();
    private final Map<String, List<Item>> places = new HashMap<>();

    private PriceBook(ProblemInstance instance, Certificate certificate) {
        this.certificate = certificate;
        relaxation = RelaxationBuilder.build(instance);
        layout = new PriceLayout(relaxation);
        prices = new CertificateCodec(relaxation, layout).decode(certificate);
        stepS = TimeGrid.step(relaxation, WORK);
        tolls = Tolls.of(relaxation, layout, prices);
        Set<Integer> seen = new HashSet<>();
        relaxation.lanes().stream()
                .flatMap(List::stream)
                .filter(item -> seen.add(item.stretch()))
                .forEach(item -> places.computeIfAbsent(
                                relaxation.requests().get(item.request()).id(), k -> new ArrayList<>())
                        .add(item.whole()));
    }

    /** @param certificate of a bound of this instance; any other prices give answers too, but poor ones */
    public static PriceBook of(ProblemInstance instance, Certificate certificate) {
        return new PriceBook(instance, certificate);
    }

    /**
     * A way to serve a request, at these prices.
     *
     * @param antennas ids, all taken together
     * @param activity setup, track and teardown
     * @param track tracked time
     * @param worth what the track brings by itself: hours and bonus by priority, with its mission's fairness
     * @param price what others lose by it: the best other use of the antennas' time, and of the times in which its
     *     spacecraft or mission could be tracked elsewhere
     * @param displaced ids of the requests, in time, that the relaxation would rather serve there
     */
    public record Place(
            List<String> antennas,
            Interval activity,
            Interval track,
            double worth,
            double price,
            List<String> displaced) {
        public Place {
            antennas = List.copyOf(antennas);
            displaced = List.copyOf(displaced);
        }
    }

    /** What an hour of the request beyond its preferred time would have to bring to be worth it; 0 for one unknown. */
    public double requestPrice(String request) {
        return certificate.requestPrices().getOrDefault(request, 0.0);
    }

    /** What an hour more of the mission is worth beside its requests' own weights; 0 for one unknown. */
    public double missionPrice(String mission) {
        return certificate.missionPrices().getOrDefault(mission, 0.0);
    }

    /**
     * What the best use of the antenna's time loses without the interval: 0 where it would be idle. In a shared beam all
     * who are in it are displaced.
     */
    public double price(String antenna, Interval interval) {
        return lanes(antenna).stream()
                .mapToDouble(lane ->
                        lane.price(relaxation.secondsAt(interval.start()), relaxation.secondsAt(interval.end())))
                .sum();
    }

    /** What the hour of the antenna that begins then costs. */
    public double hourPrice(String antenna, Instant at) {
        return price(antenna, new Interval(at, at.plusSeconds((long) SECONDS_PER_HOUR)));
    }

    /** Ids of the requests, in time, that one best use of the antenna's time serves within the interval. */
    public List<String> users(String antenna, Interval interval) {
        double fromS = relaxation.secondsAt(interval.start());
        double toS = relaxation.secondsAt(interval.end());
        return lanes(antenna).stream()
                .flatMap(lane -> lane.picks().stream())
                .filter(pick -> pick.fromS() < toS && pick.toS() > fromS)
                .sorted((a, b) -> Double.compare(a.fromS(), b.fromS()))
                .map(pick -> relaxation.requests().get(pick.item().request()).id())
                .distinct()
                .toList();
    }

    /** Where one track of the request brings most over what it displaces; empty where none can lie. */
    public Optional<Place> bestPlace(String request) {
        Candidate best = null;
        for (Item item : places.getOrDefault(request, List.of())) {
            best = better(best, best(item));
        }
        return best == null ? Optional.empty() : Optional.of(place(best));
    }

    /**
     * What the best track in each of the request's stretches brings over what it displaces, in no order;
     * priority-weighted hours, below 0 where it displaces more.
     */
    List<Double> surpluses(String request) {
        return places.getOrDefault(request, List.of()).stream()
                .map(item -> best(item).surplus())
                .toList();
    }

    private record Candidate(Item item, double fromS, double toS, double worth, double price) {
        double surplus() {
            return worth - price;
        }
    }

    private Candidate best(Item item) {
        ItemPrices worth = ItemPrices.of(relaxation, layout, prices, item);
        double room = Math.max(item.shortestS(), item.toS() - item.fromS() - item.overheadS());
        double longest = Math.min(room, item.longestS());
        Candidate best = candidate(item, worth, item.fromS(), longest);
        for (double lengthS : new double[] {longest, item.shortestS()}) {
            double last = item.toS() - item.overheadS() - lengthS;
            for (double from = item.fromS(); from < last; from += BETWEEN_BEGINS_S) {
                best = better(best, candidate(item, worth, from, lengthS));
            }
            best = better(best, candidate(item, worth, last, lengthS));
        }
        return best;
    }

    private static Candidate better(@Nullable Candidate best, Candidate other) {
        return best == null || other.surplus() > best.surplus() ? other : best;
    }

    private Candidate candidate(Item item, ItemPrices worth, double fromS, double lengthS) {
        double toS = fromS + item.overheadS() + lengthS;
        Tolls.Line toll = tolls.line(item.request());
        double price = toll.upTo(toS - item.teardownS()) - toll.upTo(fromS + item.setupS());
        for (String antenna : antennas(item)) {
            for (LaneValues lane : lanes(antenna)) {
                price += lane.price(fromS, toS);
            }
        }
        return new Candidate(item, fromS, toS, worth.at(lengthS), price);
    }

    private List<String> antennas(Item item) {
        return relaxation.stretches().get(item.stretch()).antennas();
    }

    private Place place(Candidate best) {
        TrackRequest request = relaxation.requests().get(best.item().request());
        Interval track = new Interval(
                relaxation.instantAt(best.fromS() + best.item().setupS()),
                relaxation.instantAt(best.toS() - best.item().teardownS()));
        Interval activity =
                new Interval(track.start().minus(request.setup()), track.end().plus(request.teardown()));
        List<String> displaced = antennas(best.item()).stream()
                .flatMap(antenna -> users(antenna, activity).stream())
                .filter(id -> !id.equals(request.id()))
                .distinct()
                .toList();
        return new Place(antennas(best.item()), activity, track, best.worth(), best.price(), displaced);
    }

    private List<LaneValues> lanes(String antenna) {
        return lanes.computeIfAbsent(
                antenna,
                id -> IntStream.range(0, relaxation.lanes().size())
                        .filter(k -> relaxation.antennas().get(k).equals(id))
                        .mapToObj(k -> new LaneValues(
                                relaxation,
                                layout,
                                prices,
                                tolls,
                                relaxation.lanes().get(k),
                                stepS))
                        .toList());
    }
}
