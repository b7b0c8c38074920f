package dev.yeoju.replan;

import dev.yeoju.model.Antenna;
import dev.yeoju.model.ArrayOption;
import dev.yeoju.model.Band;
import dev.yeoju.model.Interval;
import dev.yeoju.model.Place;
import dev.yeoju.model.ProblemInstance;
import dev.yeoju.model.Relaxation;
import dev.yeoju.model.TrackRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Looks for the least that a request must give up to be served, one kind at a time. What it finds was tried out. */
final class Relaxations {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    /** Steps of the window; between the first that fits and the one before, the smallest is found by halving. */
    private static final List<Duration> WINDOW_STEPS = List.of(
            Duration.ofMinutes(15),
            Duration.ofHours(1),
            Duration.ofHours(3),
            Duration.ofHours(6),
            Duration.ofHours(12),
            Duration.ofDays(1),
            Duration.ofDays(2));

    private static final int TRIED = 8;

    private final ProblemInstance instance;
    private final Insertion insertion;
    private final Places places;

    Relaxations(Insertion insertion) {
        this.insertion = insertion;
        instance = insertion.schedule().instance();
        places = new Places(insertion);
    }

    /** The least relaxation of each kind that serves the request; those that cost least first. */
    List<Relaxation> of(TrackRequest request) {
        List<Relaxation> found = new ArrayList<>();
        shorter(request).ifPresent(found::add);
        lower(request).ifPresent(found::add);
        otherBand(request).ifPresent(found::add);
        otherAntenna(request).ifPresent(found::add);
        window(request).ifPresent(found::add);
        found.sort(Comparator.comparingDouble(
                        (Relaxation relaxation) -> relaxation.place().cost())
                .thenComparing(Relaxation::kind));
        return List.copyOf(found);
    }

    /** The smallest cut of the minimum that displaces nobody, else the smallest of a few with displacement. */
    private Optional<Relaxation> shorter(TrackRequest request) {
        long minutes = request.minDuration().toMinutes();
        Duration half = request.minDuration().dividedBy(2);
        Optional<Place> least = minutes < 2 ? Optional.empty() : places.undisturbing(Variants.lasting(request, half));
        if (least.isPresent()) {
            // What fits undisturbed gets no better by asking more: the cut is found by halving.
            long tooSmall = 0;
            long enough = half.toMinutes();
            Place place = least.get();
            while (enough - tooSmall > 1) {
                long middle = (tooSmall + enough) / 2;
                Optional<Place> tried = places.undisturbing(
                        Variants.lasting(request, request.minDuration().minusMinutes(middle)));
                if (tried.isPresent()) {
                    enough = middle;
                    place = tried.get();
                } else {
                    tooSmall = middle;
                }
            }
            Duration cut = Duration.ofMinutes(enough);
            TrackRequest relaxed =
                    Variants.lasting(request, request.minDuration().minus(cut));
            return verified(Relaxation.Kind.SHORTER, "shorten by " + Words.length(cut), relaxed, place);
        }
        for (int quarter = 1; quarter <= 2; quarter++) {
            Duration cut = Duration.ofMinutes(minutes * quarter / 4);
            if (cut.isZero()) {
                continue;
            }
            TrackRequest relaxed =
                    Variants.lasting(request, request.minDuration().minus(cut));
            Optional<Relaxation> found = best(Relaxation.Kind.SHORTER, "shorten by " + Words.length(cut), relaxed);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** A request's own lowest elevation, degree by degree down to the mask. */
    private Optional<Relaxation> lower(TrackRequest request) {
        Double lowest = request.minElevationDeg();
        if (lowest == null) {
            return Optional.empty();
        }
        for (double degrees = Math.ceil(lowest) - 1; degrees >= 0; degrees--) {
            TrackRequest relaxed = Variants.of(request).minElevationDeg(degrees).build();
            if (insertion.opportunities(relaxed).equals(insertion.opportunities(request))) {
                continue;
            }
            Optional<Relaxation> found = best(
                    Relaxation.Kind.LOWER_ELEVATION,
                    String.format(Locale.ENGLISH, "accept %.0f° elevation", degrees),
                    relaxed);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private Optional<Relaxation> otherBand(TrackRequest request) {
        Band asked = request.band();
        if (asked == null) {
            return Optional.empty();
        }
        List<Relaxation> found = new ArrayList<>();
        for (Band band : EnumSet.complementOf(EnumSet.of(asked))) {
            List<ArrayOption> options = request.antennas().stream()
                    .filter(option -> option.antennas().stream().allMatch(id -> servesExpressly(id, band)))
                    .toList();
            if (!options.isEmpty()) {
                TrackRequest relaxed =
                        Variants.of(request).band(band).antennas(options).build();
                best(Relaxation.Kind.OTHER_BAND, "use " + band.label() + " band", relaxed)
                        .ifPresent(found::add);
            }
        }
        return cheapest(found);
    }

    /** An antenna that names no bands serves every band, which says nothing of this one. */
    private boolean servesExpressly(String id, Band band) {
        Antenna antenna = instance.antennasById().get(id);
        return antenna != null && antenna.bands().contains(band);
    }

    private Optional<Relaxation> otherAntenna(TrackRequest request) {
        Set<String> known = new LinkedHashSet<>();
        request.antennas().stream()
                .filter(option -> option.antennas().size() == 1)
                .forEach(option -> known.addAll(option.antennas()));
        List<ArrayOption> others = instance.problem().antennas().stream()
                .filter(antenna -> antenna.serves(request.band()) && !known.contains(antenna.id()))
                .map(antenna -> ArrayOption.single(antenna.id()))
                .toList();
        if (others.isEmpty()) {
            return Optional.empty();
        }
        TrackRequest any = Variants.of(request).antennas(others).build();
        return bestPlace(any).flatMap(place -> {
            List<String> antennas = place.tracks().get(0).antennas();
            List<ArrayOption> options = new ArrayList<>(request.antennas());
            others.stream()
                    .filter(option -> place.tracks().stream()
                            .anyMatch(track -> track.antennas().equals(option.antennas())))
                    .forEach(options::add);
            TrackRequest relaxed = Variants.of(request).antennas(options).build();
            return verified(Relaxation.Kind.OTHER_ANTENNA, "use " + Words.all(antennas), relaxed, place);
        });
    }

    /** The window longer on both sides by as little as fits, then on the side and by as much as the place needs. */
    private Optional<Relaxation> window(TrackRequest request) {
        Duration before = Duration.ZERO;
        for (Duration step : WINDOW_STEPS) {
            Optional<Place> place = within(request, step);
            if (place.isPresent()) {
                long tooSmall = before.toMinutes();
                long enough = step.toMinutes();
                while (enough - tooSmall > 1) {
                    long middle = (tooSmall + enough) / 2;
                    Optional<Place> nearer = within(request, Duration.ofMinutes(middle));
                    if (nearer.isPresent()) {
                        place = nearer;
                        enough = middle;
                    } else {
                        tooSmall = middle;
                    }
                }
                return needed(request, place.get());
            }
            before = step;
        }
        return Optional.empty();
    }

    /** A place that displaces nobody when the window is longer on both sides. */
    private Optional<Place> within(TrackRequest request, Duration longer) {
        Interval window = request.window();
        Interval wider = new Interval(window.start().minus(longer), window.end().plus(longer))
                .intersection(instance.problem().horizon());
        return wider == null || window.contains(wider)
                ? Optional.empty()
                : places.undisturbing(Variants.of(request).window(wider).build());
    }

    private Optional<Relaxation> needed(TrackRequest request, Place place) {
        Interval window = request.window();
        Interval extent = Places.extent(place);
        Duration earlier = Duration.between(extent.start(), window.start());
        Duration later = Duration.between(window.end(), extent.end());
        Instant start = earlier.isNegative() ? window.start() : window.start().minus(wholeMinutes(earlier));
        Instant end = later.isNegative() ? window.end() : window.end().plus(wholeMinutes(later));
        TrackRequest relaxed =
                Variants.of(request).window(new Interval(start, end)).build();
        List<String> words = new ArrayList<>();
        if (start.isBefore(window.start())) {
            words.add("begin " + Words.length(Duration.between(start, window.start())) + " earlier");
        }
        if (end.isAfter(window.end())) {
            words.add("end " + Words.length(Duration.between(window.end(), end)) + " later");
        }
        return words.isEmpty()
                ? Optional.empty()
                : verified(
                        Relaxation.Kind.MOVED_WINDOW, "let its window " + String.join(" and ", words), relaxed, place);
    }

    private static Duration wholeMinutes(Duration duration) {
        return Duration.ofMinutes(duration.plus(MINUTE).minusNanos(1).toMinutes());
    }

    private Optional<Place> bestPlace(TrackRequest relaxed) {
        Optional<Place> undisturbing = places.undisturbing(relaxed);
        return undisturbing.isPresent()
                ? undisturbing
                : places.ranked(relaxed, TRIED).stream().findFirst();
    }

    private Optional<Relaxation> best(Relaxation.Kind kind, String text, TrackRequest relaxed) {
        return bestPlace(relaxed).map(place -> new Relaxation(kind, text, relaxed, place));
    }

    /** The place tried once more against the request just as it would be asked. */
    private Optional<Relaxation> verified(Relaxation.Kind kind, String text, TrackRequest relaxed, Place place) {
        return insertion.insert(relaxed, place.tracks()).map(again -> new Relaxation(kind, text, relaxed, again));
    }

    private static Optional<Relaxation> cheapest(List<Relaxation> relaxations) {
        return relaxations.stream()
                .min(Comparator.comparingDouble(relaxation -> relaxation.place().cost()));
    }
}
