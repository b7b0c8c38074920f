package dev.yeoju.model;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How a problem says where a spacecraft is. Angles in degrees, lengths in kilometres unless named otherwise. */
public sealed interface TrajectorySpec {
    /** A file: beside the problem on the command line, an uploaded one on the server. */
    sealed interface FromFile extends TrajectorySpec {
        /** Path relative to the problem, or null when an uploaded ephemeris is meant. */
        @Nullable
        String file();

        /** Id of an uploaded or catalogue ephemeris, or null when a file is meant. */
        @Nullable
        String ephemeris();
    }

    /** CCSDS Orbit Ephemeris Message, KVN or XML. */
    record Oem(@Nullable String file, @Nullable String ephemeris) implements FromFile {}

    /** CCSDS Orbit Parameter Message, KVN or XML. */
    record Opm(
            @Nullable String file,
            @Nullable String ephemeris,
            @Nullable Forces forces) implements FromFile {}

    /** Horizons vector table, text export. */
    record Horizons(@Nullable String file, @Nullable String ephemeris) implements FromFile {}

    /** Two-line element set, propagated with SGP4. */
    record Tle(String line1, String line2) implements TrajectorySpec {}

    /**
     * Keplerian elements about a body; two-body motion with the elements held unless forces are named.
     *
     * @param center EARTH, MOON, SUN or MARS
     * @param frame axes that the angles refer to
     * @param epoch of the elements
     */
    record Keplerian(
            Body center,
            Axes frame,
            Instant epoch,
            Elements elements,
            @Nullable Forces forces) implements TrajectorySpec {}

    /** Axes of Keplerian angles. */
    enum Axes {
        /** International Celestial Reference Frame. */
        ICRF,
        /** Inertial axes of the body's equator and node at the epoch. */
        BODY_EQUATOR
    }

    /**
     * @param semiMajorAxisKm kilometres; negative for a hyperbola
     * @param anomalyDeg the anomaly at the epoch, of the given kind
     */
    record Elements(
            double semiMajorAxisKm,
            double eccentricity,
            double inclinationDeg,
            double raanDeg,
            double argumentOfPericenterDeg,
            double anomalyDeg,
            AnomalyKind anomalyKind,
            double raanRateDegPerDay,
            double argumentOfPericenterRateDegPerDay) {}

    /** Kind of anomaly. */
    enum AnomalyKind {
        TRUE,
        MEAN
    }

    /**
     * Forces of a numerical propagation beside the centre's point mass.
     *
     * @param thirdBodies point masses that perturb
     * @param j2 whether the centre's oblateness acts
     * @param solarRadiation pressure of sunlight, or null for none
     */
    record Forces(
            Set<Body> thirdBodies, boolean j2, @Nullable SolarRadiation solarRadiation) {
        public Forces {
            thirdBodies = Set.copyOf(thirdBodies);
        }
    }

    /**
     * @param areaToMassM2PerKg cross-section over mass, square metres a kilogram
     * @param reflectivity coefficient, 1 absorbs and 2 reflects all
     */
    record SolarRadiation(double areaToMassM2PerKg, double reflectivity) {}

    /**
     * A site on a body's surface.
     *
     * @param body MOON or MARS
     * @param latitudeDeg body-fixed latitude, degrees north
     * @param longitudeDeg body-fixed longitude, degrees east
     * @param altitudeM height above the body's mean sphere, metres
     * @param mask the site's own horizon: the antenna must be above it
     */
    record Surface(Body body, double latitudeDeg, double longitudeDeg, double altitudeM, ElevationMask mask)
            implements TrajectorySpec {}

    /**
     * A libration-point orbit.
     *
     * @param orbit family
     * @param parameters by name, as the family asks
     * @param epoch at which the orbit is at its reference point (an NRHO's apolune); null for the horizon's start
     */
    record Libration(
            LibrationOrbit orbit,
            Map<String, Double> parameters,
            @Nullable Instant epoch) implements TrajectorySpec {
        public Libration {
            parameters = Map.copyOf(parameters);
        }
    }

    /**
     * Another motion, later: where that one is relative to its centre at some time, this one is {@code by} after. A launch
     * that slips.
     *
     * @param trajectory neither delayed itself nor a site on a surface, which does not move
     * @param by positive
     */
    record Delayed(TrajectorySpec trajectory, Duration by) implements TrajectorySpec {}

    /** Family of libration-point orbits. */
    enum LibrationOrbit {
        NRHO,
        HALO,
        L1,
        L4
    }
}
