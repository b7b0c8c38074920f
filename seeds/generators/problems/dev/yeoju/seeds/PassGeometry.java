package dev.yeoju.seeds;

import dev.yeoju.model.Interval;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * When a site sees a distant spacecraft that keeps its declination and drifts in right ascension: once a revolution of the
 * sky, for as long as spherical astronomy says, cos H = (sin e − sin φ sin δ) / (cos φ cos δ) with H the hour angle at
 * rise and set, e the lowest elevation, φ the latitude and δ the declination.
 */
final class PassGeometry {
    private static final double LOWEST_ELEVATION_DEG = 10;
    private static final double SIDEREAL_DEG_PER_DAY = 360.985_647_4;
    private static final double SECONDS_A_DAY = 86_400;

    /** A place on Earth, degrees, east positive. */
    record Place(double latitudeDeg, double longitudeDeg) {}

    /**
     * A spacecraft in the sky.
     *
     * @param declinationDeg held
     * @param hourAngleDeg at Greenwich when the horizon starts
     * @param driftDegPerDay eastward: 13.2 for the Moon, about 1 for the Sun and what goes with it
     */
    record Sky(double declinationDeg, double hourAngleDeg, double driftDegPerDay) {}

    private PassGeometry() {}

    /** View periods within the horizon, in whole seconds. */
    static List<Interval> passes(Place place, Sky sky, Interval horizon) {
        double latitude = Math.toRadians(place.latitudeDeg());
        double declination = Math.toRadians(sky.declinationDeg());
        double cosine = (StrictMath.sin(Math.toRadians(LOWEST_ELEVATION_DEG))
                        - StrictMath.sin(latitude) * StrictMath.sin(declination))
                / (StrictMath.cos(latitude) * StrictMath.cos(declination));
        if (cosine >= 1) {
            return List.of();
        }
        double half = cosine <= -1 ? 180 : Math.toDegrees(StrictMath.acos(cosine));
        double rate = SIDEREAL_DEG_PER_DAY - sky.driftDegPerDay();
        double start = sky.hourAngleDeg() + place.longitudeDeg();
        double days = horizon.duration().toSeconds() / SECONDS_A_DAY;
        List<Interval> passes = new ArrayList<>();
        for (double k = Math.floor((start - half) / 360); k * 360 <= start + half + rate * days; k++) {
            Instant rise = after(horizon.start(), (k * 360 - half - start) / rate);
            Instant set = after(horizon.start(), (k * 360 + half - start) / rate);
            Instant from = rise.isBefore(horizon.start()) ? horizon.start() : rise;
            Instant to = set.isAfter(horizon.end()) ? horizon.end() : set;
            if (to.isAfter(from)) {
                passes.add(new Interval(from, to));
            }
        }
        return passes;
    }

    private static Instant after(Instant start, double days) {
        return start.plus(Duration.ofSeconds(Math.round(days * SECONDS_A_DAY)));
    }
}
