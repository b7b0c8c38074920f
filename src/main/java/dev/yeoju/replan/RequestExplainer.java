package dev.yeoju.replan;

import dev.yeoju.bound.PriceBook;
import dev.yeoju.model.ArrayOption;
import dev.yeoju.model.Certificate;
import dev.yeoju.model.Interval;
import dev.yeoju.model.Opportunity;
import dev.yeoju.model.Place;
import dev.yeoju.model.ProblemInstance;
import dev.yeoju.model.Reason;
import dev.yeoju.model.ReasonCode;
import dev.yeoju.model.Relaxation;
import dev.yeoju.model.RequestExplanation;
import dev.yeoju.model.Track;
import dev.yeoju.model.TrackRequest;
import dev.yeoju.model.ViewPeriod;
import dev.yeoju.replan.FreeRanges.Beside;
import dev.yeoju.replan.FreeRanges.Range;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Explains single requests of a schedule: per view period the rule that blocks it, the tracks in its way and what it would
 * displace and cost; the smallest relaxations that serve it; why its tracks are where they are. What it says fits was
 * tried out with the checker.
 */
public final class RequestExplainer {
    private static final double NANOS_PER_HOUR = 3.6e12;
    /** Priority-weighted hours. */
    private static final double LEAST_SAVING = 0.005;

    private static final int PLACES_TRIED = 24;

    private final ProblemInstance instance;
    private final Insertion insertion;
    private final Neighbourhood schedule;
    private final FreeRanges free;
    private final VisibilityReasons visibility;
    private final @Nullable PriceBook prices;
    private final Map<String, List<Reason>> reasons;

    /** @param certificate the prices behind the schedule's bound, or null where there are none */
    public RequestExplainer(ProblemInstance instance, List<Track> tracks, @Nullable Certificate certificate) {
        this.instance = instance;
        insertion = new Insertion(instance, tracks);
        schedule = insertion.schedule();
        free = new FreeRanges(schedule);
        visibility = new VisibilityReasons(schedule);
        prices = certificate == null ? null : PriceBook.of(instance, certificate);
        reasons = Explainer.explain(instance, tracks);
    }

    /** Empty for an id that the instance does not have. */
    public Optional<RequestExplanation> explain(String request) {
        TrackRequest asked = instance.requestsById().get(request);
        return asked == null ? Optional.empty() : Optional.of(explained(asked));
    }

    private RequestExplanation explained(TrackRequest request) {
        List<Track> own = schedule.tracksOf(request.id());
        Duration total = own.stream().map(Track::duration).reduce(Duration.ZERO, Duration::plus);
        boolean served = !own.isEmpty() && total.compareTo(request.minDuration()) >= 0;
        List<Place> places = own.isEmpty() ? List.of() : elsewhere(request, own);
        List<RequestExplanation.Period> periods = periods(request);
        return new RequestExplanation(
                request.id(),
                hours(total),
                hours(request.minDuration()),
                hours(request.preferredDuration()),
                reasons.getOrDefault(request.id(), List.of()),
                periods,
                served ? List.of() : worthwhile(new Relaxations(insertion).of(request), periods),
                own.stream().map(track -> placed(request, track, places)).toList(),
                request.critical() && served ? backup(own, places) : null);
    }

    /** Giving something up is worth it where it then costs others less than just taking a place. */
    private static List<Relaxation> worthwhile(List<Relaxation> relaxations, List<RequestExplanation.Period> periods) {
        double unrelaxed = periods.stream()
                .flatMap(period -> Stream.ofNullable(period.place()))
                .mapToDouble(Place::cost)
                .min()
                .orElse(Double.POSITIVE_INFINITY);
        return relaxations.stream()
                .filter(relaxation -> relaxation.place().displaced().isEmpty()
                        || relaxation.place().cost() < unrelaxed - LEAST_SAVING)
                .toList();
    }

    private static double hours(Duration duration) {
        return duration.toNanos() / NANOS_PER_HOUR;
    }

    private List<RequestExplanation.Period> periods(TrackRequest request) {
        List<RequestExplanation.Period> periods = new ArrayList<>();
        List<Opportunity> opportunities = insertion.opportunities(Variants.lasting(request, Duration.ofSeconds(1)));
        opportunities.forEach(opportunity -> periods.add(period(request, opportunity)));
        for (ArrayOption option : request.antennas()) {
            for (String antenna : option.antennas()) {
                periods.addAll(unused(request, option, antenna, opportunities));
            }
            if (option.antennas().stream()
                    .anyMatch(antenna -> instance.viewPeriods(request, antenna).isEmpty())) {
                Reason reason = visibility.of(request, option);
                periods.add(new RequestExplanation.Period(
                        option.antennas(), request.window(), reason.code(), reason.text(), List.of(), null, null));
            }
        }
        periods.sort(Comparator.comparing(
                        (RequestExplanation.Period period) -> period.times().start())
                .thenComparing(period -> period.antennas().toString())
                .thenComparing(RequestExplanation.Period::text));
        return periods.stream().distinct().toList();
    }

    /** The view periods of an antenna that give the request no time at all. */
    private List<RequestExplanation.Period> unused(
            TrackRequest request, ArrayOption option, String antenna, List<Opportunity> opportunities) {
        List<RequestExplanation.Period> unused = new ArrayList<>();
        for (ViewPeriod period : instance.viewPeriods(request, antenna)) {
            boolean used = opportunities.stream()
                    .anyMatch(opportunity -> opportunity.option().equals(option)
                            && opportunity.usable().overlaps(period.interval()));
            if (!used && period.interval().overlaps(request.window())) {
                ProblemInstance alone = Variants.part(instance, List.of(request), List.of(period));
                Reason reason = new VisibilityReasons(new Neighbourhood(alone, List.of()))
                        .of(request, option.antennas().size() == 1 ? option : ArrayOption.single(antenna));
                boolean together = option.antennas().size() > 1 && reason.code() == ReasonCode.NEVER_VISIBLE;
                unused.add(new RequestExplanation.Period(
                        List.of(antenna),
                        period.interval(),
                        reason.code(),
                        together
                                ? "The other antennas of the array do not see " + request.spacecraft() + " then."
                                : reason.text(),
                        List.of(),
                        null,
                        null));
            }
        }
        return unused;
    }

    private RequestExplanation.Period period(TrackRequest request, Opportunity opportunity) {
        List<Track> inTheWay = free.inTheWay(request, opportunity);
        Interval usable = opportunity.usable();
        Duration least = request.minTrackDuration();
        Place place = new Places(insertion).best(request, opportunity).orElse(null);
        List<String> here = schedule.tracksOf(request.id()).stream()
                .filter(track -> track.antennas().equals(opportunity.option().antennas())
                        && track.tracking().overlaps(usable))
                .map(Track::id)
                .toList();
        ReasonCode code;
        String text;
        if (!here.isEmpty()) {
            code = ReasonCode.PLACE_FREE;
            text = "It is tracked here: " + Words.all(here) + ".";
        } else if (usable.duration().compareTo(least) < 0) {
            code = ReasonCode.TOO_SHORT;
            text = "Usable for %s, and a track takes %s."
                    .formatted(Words.length(usable.duration()), Words.length(least));
        } else if (longest(request, opportunity, Beside.DOWNTIME).compareTo(least) < 0) {
            code = ReasonCode.ANTENNA_DOWN;
            text = Words.all(opportunity.option().antennas()) + " is down for too much of it.";
        } else if (longest(request, opportunity, Beside.TRACKS).compareTo(least) < 0) {
            code = ReasonCode.CONTENTION;
            text = "Taken by "
                    + Words.all(inTheWay.stream().map(Track::id).toList())
                    + (place == null ? "; nothing of it can give way." : "; to take it " + consequence(place) + ".");
        } else if (place != null && place.displaced().isEmpty()) {
            code = ReasonCode.PLACE_FREE;
            text = "A place is free; to take it " + consequence(place) + ".";
        } else {
            code = place == null && !request.ties().isEmpty() ? ReasonCode.TIE : ReasonCode.CONTENTION;
            text = place == null
                    ? "No place in it keeps every rule beside the other tracks."
                    : "To take it " + consequence(place) + ".";
        }
        return new RequestExplanation.Period(
                opportunity.option().antennas(),
                usable,
                code,
                text,
                code == ReasonCode.CONTENTION ? inTheWay.stream().map(Track::id).toList() : List.of(),
                price(place),
                place);
    }

    private Duration longest(TrackRequest request, Opportunity opportunity, Beside beside) {
        return free.within(request, opportunity, beside).stream()
                .map(Range::range)
                .map(Interval::duration)
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }

    private @Nullable Double price(@Nullable Place place) {
        if (prices == null || place == null) {
            return null;
        }
        double price = 0;
        for (Track track : place.tracks()) {
            for (String antenna : track.antennas()) {
                price += prices.price(antenna, track.activity());
            }
        }
        return price;
    }

    /** {@code displaces A#1 and costs 0.52}, {@code gains 1.20}. */
    static String consequence(Place place) {
        String worth = String.format(
                Locale.ENGLISH, "%s %.2f", place.valueChange() < 0 ? "costs" : "gains", Math.abs(place.valueChange()));
        return place.displaced().isEmpty() ? worth : "displaces " + Words.all(place.displaced()) + " and " + worth;
    }

    /** Places of the request that are not where it is. */
    private List<Place> elsewhere(TrackRequest request, List<Track> own) {
        return new Places(insertion)
                .ranked(request, PLACES_TRIED).stream()
                        .filter(place -> place.tracks().stream()
                                .noneMatch(track -> own.stream()
                                        .anyMatch(other -> other.antennas().equals(track.antennas())
                                                && other.tracking().overlaps(track.tracking()))))
                        .toList();
    }

    private RequestExplanation.PlacedTrack placed(TrackRequest request, Track track, List<Place> elsewhere) {
        Place next = elsewhere.isEmpty() ? null : elsewhere.get(0);
        String why;
        if (track.pinned()) {
            why = "It is pinned.";
        } else if (next == null) {
            why = insertion.opportunities(request).size() == 1
                    ? "No other view period can serve it."
                    : "No other place keeps every rule.";
        } else {
            why = "The next best place, " + where(next) + ", " + consequence(next) + ".";
        }
        return new RequestExplanation.PlacedTrack(track, why, next);
    }

    private static String where(Place place) {
        Track first = place.tracks().get(0);
        return Words.all(first.antennas()) + " from " + Words.time(first.bot());
    }

    /** The best place on other antennas, or in another view period, than any of the request's tracks. */
    private static @Nullable Place backup(List<Track> own, List<Place> elsewhere) {
        return elsewhere.stream()
                .filter(place -> place.criticalChange() >= 0)
                .filter(place -> place.tracks().stream()
                        .allMatch(track -> own.stream()
                                .noneMatch(other -> other.tracking().overlaps(track.tracking())
                                        && other.antennas().equals(track.antennas()))))
                .findFirst()
                .orElse(null);
    }

    /** Ids of the requests that have less than they prefer, and of the critical ones, in the instance's order. */
    public List<String> worthExplaining() {
        Map<String, Boolean> ids = new LinkedHashMap<>();
        instance.requests().forEach(request -> {
            if (reasons.containsKey(request.id()) || request.critical()) {
                ids.put(request.id(), true);
            }
        });
        return List.copyOf(ids.keySet());
    }
}
