package dev.yeoju.ephemeris;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.yeoju.model.Body;
import dev.yeoju.model.Interval;
import dev.yeoju.model.TrajectorySpec.Libration;
import dev.yeoju.model.TrajectorySpec.LibrationOrbit;
import java.time.Instant;
import java.util.Map;
import org.hipparchus.geometry.euclidean.threed.Vector3D;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.orekit.time.AbsoluteDate;

class LibrationMotionTest {
    private static final Instant START = Instant.parse("2027-01-01T00:00:00Z");
    private static final Interval WEEK = new Interval(START, START.plusSeconds(7 * 86400));

    private final OrekitContext context = OrekitContext.builtIn();
    private final AbsoluteDate epoch = context.date(START);
    private final TrajectoryFactory factory = new TrajectoryFactory(context, source -> {
        throw new EphemerisException("", null, "no files here");
    });

    /** The seed of the family as published: x, z, vy of an L2 southern NRHO of 1.502191 (6.53 d). */
    @Test
    void correctionLeavesThePublishedSeedWhereItIs() {
        PeriodicOrbit orbit = LibrationFamilies.nearRectilinearHalo(1.502191);
        assertThat(orbit.x()).isCloseTo(1.0213448959, within(2e-5));
        assertThat(orbit.z()).isCloseTo(-0.1816263379, within(2e-5));
        assertThat(orbit.vy()).isCloseTo(-0.1017777159, within(2e-5));
    }

    @Test
    void periodicOrbitsClose() {
        PeriodicOrbit nrho = LibrationFamilies.nearRectilinearHalo(1.509);
        PeriodicOrbit halo = LibrationFamilies.halo(120_000 / 149_597_870.7);
        assertCloses(LibrationFamilies.EARTH_MOON, nrho, 1e-6);
        assertCloses(LibrationFamilies.SUN_EARTH, halo, 1e-6);
        // Halo orbits about the Sun-Earth L1 take about half a year.
        assertThat(halo.period() / (2 * Math.PI) * 365.25).isBetween(175.0, 182.0);
    }

    private static void assertCloses(RestrictedProblem problem, PeriodicOrbit orbit, double tolerance) {
        double[] end = problem.flow(orbit.start(), orbit.period(), null);
        for (int i = 0; i < 6; i++) {
            assertThat(end[i]).isCloseTo(orbit.start()[i], within(tolerance));
        }
    }

    /** 9:2 resonant: period 6.562 d, perilune radius about 3,200 km, apolune about 71,000 km. */
    @Test
    void resonantNrhoHasThePublishedSize() {
        Trajectory nrho = create(LibrationOrbit.NRHO, Map.of());
        double nearest = Double.POSITIVE_INFINITY;
        double farthest = 0;
        for (double s = 0; s < 60 * 86400; s += 300) {
            AbsoluteDate date = epoch.shiftedBy(s);
            double km = nrho.position(date).distance(context.solarSystem().geocentricPosition(Body.MOON, date)) / 1000;
            nearest = Math.min(nearest, km);
            farthest = Math.max(farthest, km);
        }
        assertThat(nearest).isBetween(2850.0, 3350.0);
        assertThat(farthest).isBetween(68_000.0, 76_500.0);
        assertThat(nrho.origin()).isEqualTo(Trajectory.Origin.EARTH);
    }

    @Test
    void nrhoIsAtApoluneAtItsEpochAndSouthern() {
        Trajectory nrho = create(LibrationOrbit.NRHO, Map.of());
        Vector3D fromMoon = nrho.position(epoch).subtract(context.solarSystem().geocentricPosition(Body.MOON, epoch));
        assertThat(fromMoon.getNorm() / 1000).isGreaterThan(65_000);
        Vector3D pole = context.solarSystem().bodyFixed(Body.MOON, epoch).applyInverseTo(Vector3D.PLUS_K);
        assertThat(fromMoon.dotProduct(pole)).isNegative();
        Trajectory northern = create(LibrationOrbit.NRHO, Map.of("northern", 1.0));
        assertThat(northern.position(epoch)
                        .subtract(context.solarSystem().geocentricPosition(Body.MOON, epoch))
                        .dotProduct(pole))
                .isPositive();
    }

    /**
     * At its sunward crossing, 1.7 million km away, a halo of 120,000 km is 4.1 deg from the Sun, which is its least; a
     * small Lissajous orbit passes within 3 deg.
     */
    @ParameterizedTest
    @CsvSource({"HALO, 3.9, 4.6", "L1, 0, 3"})
    void sunEarthOrbitsKeepTheirDistanceFromTheSun(LibrationOrbit orbit, double low, double high) {
        Trajectory trajectory = create(orbit, Map.of());
        double nearest = 180;
        for (int day = 0; day < 365; day++) {
            AbsoluteDate date = epoch.shiftedBy(day * 86400.0);
            Vector3D position = trajectory.position(date);
            Vector3D sun = context.solarSystem().geocentricPosition(Body.SUN, date);
            nearest = Math.min(nearest, Math.toDegrees(Vector3D.angle(position, sun)));
            assertThat(position.getNorm() / 1e9).isBetween(1.1, 1.9);
        }
        assertThat(nearest).isBetween(low, high);
    }

    @Test
    void l4StandsSixtyDegreesAheadOfTheEarth() {
        Trajectory l4 = create(LibrationOrbit.L4, Map.of());
        assertThat(l4.origin()).isEqualTo(Trajectory.Origin.BARYCENTER);
        for (int day = 0; day < 365; day += 30) {
            AbsoluteDate date = epoch.shiftedBy(day * 86400.0);
            Vector3D sun = context.solarSystem().barycentricPosition(Body.SUN, date);
            Vector3D earth =
                    context.solarSystem().earthBarycentric(date).getPosition().subtract(sun);
            Vector3D craft = l4.position(date).subtract(sun);
            assertThat(Math.toDegrees(Vector3D.angle(earth, craft))).isCloseTo(60, within(0.01));
            assertThat(craft.getNorm() / earth.getNorm()).isCloseTo(1, within(1e-4));
            Vector3D ahead = context.solarSystem().earthBarycentric(date).getVelocity();
            assertThat(craft.dotProduct(ahead)).isPositive();
        }
    }

    @Test
    void velocitiesAreTheDerivativesOfPositions() {
        for (LibrationOrbit orbit : LibrationOrbit.values()) {
            Trajectory trajectory = create(orbit, Map.of());
            AbsoluteDate date = epoch.shiftedBy(3.3 * 86400);
            Vector3D difference =
                    trajectory.position(date.shiftedBy(5)).subtract(trajectory.position(date.shiftedBy(-5)));
            assertThat(difference
                            .scalarMultiply(0.1)
                            .distance(trajectory.pv(date).getVelocity()))
                    .as("%s", orbit)
                    .isLessThan(0.01);
        }
    }

    @Test
    void unknownAndImpossibleParametersAreNamed() {
        assertThatThrownBy(() -> create(LibrationOrbit.NRHO, Map.of("period", 6.0)))
                .isInstanceOf(EphemerisException.class)
                .hasMessageContaining("period")
                .hasMessageContaining("periodDays");
        assertThatThrownBy(() -> create(LibrationOrbit.NRHO, Map.of("periodDays", 60.0)))
                .isInstanceOf(EphemerisException.class)
                .hasMessageContaining("periodDays (60.0)");
    }

    private Trajectory create(LibrationOrbit orbit, Map<String, Double> parameters) {
        return factory.create("SC", new Libration(orbit, parameters, null), WEEK);
    }
}
