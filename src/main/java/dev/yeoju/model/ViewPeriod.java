package dev.yeoju.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A time in which an antenna can use a spacecraft: geometric visibility, and within it the usable times by band.
 *
 * @param antenna id
 * @param spacecraft id; null only where the period is given for one request
 * @param request id of the one request (or series) that it serves, or null for every request of the spacecraft
 * @param aos acquisition of signal, UTC at the antenna
 * @param los loss of signal, UTC at the antenna
 * @param transmitOn first instant at which the antenna may transmit, or null where it may not or nothing limits it
 * @param transmitOff first instant at which it may no longer transmit, or null alike
 * @param usable usable times by band and direction, for every band of the antenna where there is any; a key that is
 *     absent is usable from AOS to LOS (receive) or from transmitOn to transmitOff (transmit)
 * @param peak instant of greatest elevation, or null where not known
 * @param peakElevationDeg greatest elevation, degrees, or null where not known
 * @param minSepDeg least Sun–Earth–probe angle, degrees, or null where not known
 * @param minRangeKm least distance, kilometres, or null where not known
 * @param flags what limits marked in it, and the light at a surface site: a word (SEP and a band, KEYHOLE, TRACKING_RATE,
 *     DAY, NIGHT), then start and end of the part where it is not all of the period
 * @param given whether it came with the problem rather than from geometry
 * @param pointing where the antenna points in it; null where nothing needs it (no slew rate, no MSPA) or it is not known
 * @param dataRates what the spacecraft's link table allows, by band, in order of time; times without any rate are left out
 */
public record ViewPeriod(
        String antenna,
        @Nullable String spacecraft,
        @Nullable String request,
        Instant aos,
        Instant los,
        @Nullable Instant transmitOn,
        @Nullable Instant transmitOff,
        Map<UsableKey, List<Interval>> usable,
        @Nullable Instant peak,
        @Nullable Double peakElevationDeg,
        @Nullable Double minSepDeg,
        @Nullable Double minRangeKm,
        List<String> flags,
        boolean given,
        @Nullable PointingTrack pointing,
        Map<Band, List<DataRateStep>> dataRates) {
    public ViewPeriod {
        Map<Band, List<DataRateStep>> rates = new LinkedHashMap<>();
        dataRates.forEach((band, steps) -> rates.put(band, List.copyOf(steps)));
        dataRates = Collections.unmodifiableMap(rates);
        Map<UsableKey, List<Interval>> copy = new LinkedHashMap<>();
        usable.forEach((key, times) -> copy.put(key, List.copyOf(times)));
        usable = Collections.unmodifiableMap(copy);
        flags = List.copyOf(flags);
    }

    /** A period of which no directions and no data rates are known. */
    public ViewPeriod(
            String antenna,
            @Nullable String spacecraft,
            @Nullable String request,
            Instant aos,
            Instant los,
            @Nullable Instant transmitOn,
            @Nullable Instant transmitOff,
            Map<UsableKey, List<Interval>> usable,
            @Nullable Instant peak,
            @Nullable Double peakElevationDeg,
            @Nullable Double minSepDeg,
            @Nullable Double minRangeKm,
            List<String> flags,
            boolean given) {
        this(
                antenna,
                spacecraft,
                request,
                aos,
                los,
                transmitOn,
                transmitOff,
                usable,
                peak,
                peakElevationDeg,
                minSepDeg,
                minRangeKm,
                flags,
                given,
                null,
                Map.of());
    }

    /** What the link table carries in a band within some times, bits; zero without a link table. */
    public double volumeBits(Band band, Interval times) {
        return dataRates.getOrDefault(band, List.of()).stream()
                .mapToDouble(step -> step.bitsWithin(times))
                .sum();
    }

    public Interval interval() {
        return new Interval(aos, los);
    }

    /** When it can be used for a band (null: whichever can be used at the time) in a direction, sorted. */
    public List<Interval> usable(@Nullable Band band, Direction direction) {
        if (band != null) {
            List<Interval> times = usable.get(new UsableKey(band, direction));
            if (times != null) {
                return times;
            }
        }
        if (band == null) {
            List<Interval> ofAnyBand = new ArrayList<>();
            usable.forEach((key, times) -> {
                if (key.direction() == direction) {
                    ofAnyBand.addAll(times);
                }
            });
            if (!ofAnyBand.isEmpty() || usable.keySet().stream().anyMatch(key -> key.direction() == direction)) {
                return Intervals.union(ofAnyBand);
            }
        }
        if (direction == Direction.RECEIVE) {
            return List.of(interval());
        }
        if (transmitOn != null && transmitOff != null) {
            return transmitOff.isAfter(transmitOn) ? List.of(new Interval(transmitOn, transmitOff)) : List.of();
        }
        // A given period without transmit times is one that another system vouches for as a whole.
        return given ? List.of(interval()) : List.of();
    }
}
