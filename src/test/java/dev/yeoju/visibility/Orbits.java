package dev.yeoju.visibility;

import dev.yeoju.ephemeris.EphemerisException;
import dev.yeoju.ephemeris.OrekitContext;
import dev.yeoju.ephemeris.Trajectory;
import dev.yeoju.ephemeris.TrajectoryFactory;
import dev.yeoju.model.Body;
import dev.yeoju.model.ElevationMask;
import dev.yeoju.model.Interval;
import dev.yeoju.model.TrajectorySpec;
import dev.yeoju.model.TrajectorySpec.AnomalyKind;
import dev.yeoju.model.TrajectorySpec.Axes;
import dev.yeoju.model.TrajectorySpec.Elements;
import dev.yeoju.model.TrajectorySpec.Keplerian;
import java.time.Instant;

/** Motions of every kind that the catalogue has. */
final class Orbits {
    static final Instant EPOCH = Instant.parse("2026-12-07T00:00:00Z");
    static final Interval WEEK = new Interval(EPOCH, Instant.parse("2026-12-14T00:00:00Z"));

    static final Keplerian LOW = earth(6778, 0.001, 51.6, 30);
    static final Keplerian SUN_SYNCHRONOUS = earth(7078, 0.0005, 98.2, 0);
    static final Keplerian MOLNIYA = earth(26600, 0.72, 63.4, 0);
    static final Keplerian INCLINED_GEOSYNCHRONOUS = earth(42164.17, 0.075, 43, 220);
    static final Keplerian LUNAR_POLAR = keplerian(Body.MOON, 1838, 0.01, 90, 40);
    static final Keplerian LUNAR_ECCENTRIC = keplerian(Body.MOON, 6000, 0.68, 55, 10);
    static final Keplerian TRAILING_EARTH = keplerian(Body.SUN, 149_598_000, 0.0167, 23.4, 15);
    static final Keplerian MARS_ORBITER = keplerian(Body.MARS, 7000, 0.2, 25, 0);
    static final TrajectorySpec.Surface LANDER =
            new TrajectorySpec.Surface(Body.MOON, 18.56, 61.81, 0, ElevationMask.flat(0));

    private Orbits() {}

    static Keplerian earth(double semiMajorAxisKm, double eccentricity, double inclinationDeg, double meanAnomalyDeg) {
        return keplerian(Body.EARTH, semiMajorAxisKm, eccentricity, inclinationDeg, meanAnomalyDeg);
    }

    static Keplerian keplerian(
            Body center, double semiMajorAxisKm, double eccentricity, double inclinationDeg, double meanAnomalyDeg) {
        return new Keplerian(
                center,
                Axes.ICRF,
                EPOCH,
                new Elements(
                        semiMajorAxisKm, eccentricity, inclinationDeg, 75, 270, meanAnomalyDeg, AnomalyKind.MEAN, 0, 0),
                null);
    }

    static Trajectory trajectory(OrekitContext context, TrajectorySpec spec) {
        TrajectoryFactory factory = new TrajectoryFactory(context, file -> {
            throw new EphemerisException("", null, "There are no files here.");
        });
        return factory.create("PROBE", spec, WEEK);
    }
}
