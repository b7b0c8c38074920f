package dev.yeoju.content;

import static dev.yeoju.content.SeedTrajectories.OREKIT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.yeoju.ephemeris.SolarSystem;
import dev.yeoju.ephemeris.Trajectory;
import dev.yeoju.model.Body;
import dev.yeoju.seeds.RebuildTrajectories;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.hipparchus.geometry.euclidean.threed.Vector3D;
import org.hipparchus.ode.nonstiff.DormandPrince853Integrator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orekit.bodies.CelestialBodies;
import org.orekit.forces.gravity.J2OnlyPerturbation;
import org.orekit.forces.gravity.NewtonianAttraction;
import org.orekit.forces.gravity.ThirdBodyAttraction;
import org.orekit.orbits.CartesianOrbit;
import org.orekit.orbits.OrbitType;
import org.orekit.propagation.SpacecraftState;
import org.orekit.propagation.numerical.NumericalPropagator;
import org.orekit.time.AbsoluteDate;
import org.orekit.utils.PVCoordinates;

class SeedTrajectoriesTest {
    private static final double EARTH_RADIUS_KM = 6378.137;
    private static final double MOON_RADIUS_KM = 1737.4;
    private static final Instant DEPARTURE = Instant.parse("2027-02-06T00:39:41Z");
    private static final Instant PERICYNTHION = Instant.parse("2027-02-10T06:00:00Z");

    private final SolarSystem solarSystem = OREKIT.solarSystem();

    @Test
    void rebuildingGivesTheSameBytes(@TempDir Path directory) throws IOException {
        new RebuildTrajectories(directory).all();
        List<Path> rebuilt;
        try (Stream<Path> files = Files.list(directory)) {
            rebuilt = files.sorted().toList();
        }
        try (Stream<Path> files = Files.list(SeedTrajectories.DIRECTORY)) {
            assertThat(rebuilt.stream().map(f -> f.getFileName().toString()))
                    .as("derived files")
                    .containsExactlyElementsOf(files.map(f -> f.getFileName().toString())
                            .filter(name -> name.endsWith(".oem"))
                            .sorted()
                            .toList());
        }
        for (Path file : rebuilt) {
            assertThat(file).hasSameBinaryContentAs(SeedTrajectories.DIRECTORY.resolve(file.getFileName()));
        }
    }

    @Test
    void theyMoveAsAnotherPropagatorSaysTheyDo() {
        assertBallistic(nrho(), "2026-12-03T00:00:00Z", 100);
        assertBallistic(nrho(), "2027-01-20T12:00:00Z", 100);
        assertBallistic(solar1(), "2027-01-05T00:00:00Z", 100);
        assertBallistic(flyby(), "2027-02-05T03:00:00Z", 100);
        assertBallistic(flyby(), "2027-02-06T02:00:00Z", 100);
        assertBallistic(flyby(), "2027-02-09T18:00:00Z", 100);
        assertBallistic(flyby(), "2027-02-12T18:00:00Z", 100);
    }

    @Test
    void noneIsReadWithAWarningOrAGap() {
        for (Trajectory trajectory : List.of(nrho(), solar1(), flyby())) {
            assertThat(trajectory.warnings()).as(trajectory.id()).isEmpty();
            assertThat(trajectory.coverage().spans()).as(trajectory.id()).hasSize(1);
        }
    }

    @Test
    void theHaloOrbitMakesNineRevolutionsInTwoSynodicMonths() {
        List<Double> perilunesD = new ArrayList<>();
        List<Double> extremesKm = new ArrayList<>();
        Trajectory nrho = nrho();
        AbsoluteDate start = OREKIT.date(Instant.parse("2026-12-01T00:00:00Z"));
        for (int minute = 5; minute < 90 * 1440 - 5; minute += 5) {
            AbsoluteDate date = start.shiftedBy(60.0 * minute);
            double before = moonRangeKm(nrho, date.shiftedBy(-300));
            double here = moonRangeKm(nrho, date);
            double after = moonRangeKm(nrho, date.shiftedBy(300));
            if (here < before && here <= after) {
                perilunesD.add(minute / 1440.0);
                extremesKm.add(here);
                assertThat(here)
                        .as("perilune radius on day %s", minute / 1440.0)
                        .isBetween(3_100.0, 3_700.0);
            } else if (here > before && here >= after) {
                assertThat(here).as("apolune radius on day %s", minute / 1440.0).isBetween(69_000.0, 73_000.0);
                Vector3D fromMoon = moonCentred(nrho, date);
                assertThat(fromMoon.dotProduct(moonOrbitNormal(date)))
                        .as("apolune lies south of the Moon's orbit")
                        .isLessThan(-60e6);
            }
        }
        assertThat(extremesKm).hasSizeBetween(13, 14);
        double meanPeriodD = (perilunesD.get(perilunesD.size() - 1) - perilunesD.get(0)) / (perilunesD.size() - 1);
        assertThat(meanPeriodD).isCloseTo(2.0 / 9.0 * 29.530589, within(0.05));
    }

    @Test
    void theSolarMonitorStaysNearTheLineToTheSun() {
        Trajectory solar1 = solar1();
        double smallest = 180;
        double largest = 0;
        for (int hour = 0; hour < 90 * 24; hour++) {
            AbsoluteDate date =
                    OREKIT.date(Instant.parse("2026-12-01T00:00:00Z")).shiftedBy(3600.0 * hour);
            Vector3D position = solar1.position(date);
            assertThat(position.getNorm() / 1e9).as("million km from the Earth").isBetween(1.38, 1.62);
            double sepDeg = Math.toDegrees(Vector3D.angle(position, solarSystem.geocentricPosition(Body.SUN, date)));
            smallest = Math.min(smallest, sepDeg);
            largest = Math.max(largest, sepDeg);
        }
        assertThat(smallest).as("smallest angle to the Sun").isBetween(0.3, 2.0);
        assertThat(largest).as("largest angle to the Sun").isBetween(3.0, 6.0);
    }

    @Test
    void theFlybyLeavesFromALowPerigeeAndComesBackIntoTheAtmosphere() {
        Trajectory flyby = flyby();
        PVCoordinates departure = flyby.pv(OREKIT.date(DEPARTURE));
        assertThat(departure.getPosition().getNorm() / 1e3 - EARTH_RADIUS_KM).isCloseTo(185, within(0.5));
        assertThat(radialSpeed(departure)).as("radial speed at departure, m/s").isCloseTo(0, within(15.0));

        AbsoluteDate end = flyby.coverage().spans().get(0).end();
        PVCoordinates entry = flyby.pv(end);
        assertThat(entry.getPosition().getNorm() / 1e3 - EARTH_RADIUS_KM).isBetween(121.9, 123.1);
        double flightPathDeg = Math.toDegrees(
                Math.asin(radialSpeed(entry) / entry.getVelocity().getNorm()));
        assertThat(flightPathDeg).as("flight path at entry").isBetween(-6.5, -5.2);
        assertThat(Duration.between(
                        OREKIT.instant(flyby.coverage().spans().get(0).start()), OREKIT.instant(end)))
                .isBetween(Duration.ofHours(214), Duration.ofHours(218));
    }

    @Test
    void theFlybyPassesNineThousandKilometresBehindTheMoon() {
        Trajectory flyby = flyby();
        AbsoluteDate pericynthion = OREKIT.date(PERICYNTHION);
        double closestKm = moonRangeKm(flyby, pericynthion);
        assertThat(closestKm - MOON_RADIUS_KM).isCloseTo(9_000, within(0.1));
        for (int minute = -7_000; minute < 5_000; minute += 10) {
            assertThat(moonRangeKm(flyby, pericynthion.shiftedBy(60.0 * minute)))
                    .isGreaterThanOrEqualTo(closestKm - 1e-3);
        }
        Vector3D moon = solarSystem.geocentricPosition(Body.MOON, pericynthion);
        assertThat(Math.toDegrees(Vector3D.angle(moonCentred(flyby, pericynthion), moon)))
                .as("angle between the craft and the point behind the Moon")
                .isLessThan(15);
    }

    private static Trajectory nrho() {
        return SeedTrajectories.read("nrho-9-2", "2026-12-01T00:00:00Z", "2027-03-01T00:00:00Z");
    }

    private static Trajectory solar1() {
        return SeedTrajectories.read("solar-1", "2026-12-01T00:00:00Z", "2027-03-01T00:00:00Z");
    }

    private static Trajectory flyby() {
        return SeedTrajectories.read("orion-flyby", "2027-02-06T00:00:00Z", "2027-02-14T00:00:00Z");
    }

    private Vector3D moonCentred(Trajectory trajectory, AbsoluteDate date) {
        return trajectory.position(date).subtract(solarSystem.geocentricPosition(Body.MOON, date));
    }

    private double moonRangeKm(Trajectory trajectory, AbsoluteDate date) {
        return moonCentred(trajectory, date).getNorm() / 1e3;
    }

    private Vector3D moonOrbitNormal(AbsoluteDate date) {
        PVCoordinates moon = solarSystem.geocentric(Body.MOON, date);
        return moon.getPosition().crossProduct(moon.getVelocity()).normalize();
    }

    private static double radialSpeed(PVCoordinates pv) {
        return pv.getPosition().dotProduct(pv.getVelocity()) / pv.getPosition().getNorm();
    }

    /** Orekit's own propagator and forces, half a day on from a state of the file. */
    private void assertBallistic(Trajectory trajectory, String start, double toleranceM) {
        AbsoluteDate from = OREKIT.date(Instant.parse(start));
        double mu = solarSystem.gravitationalParameter(Body.EARTH);
        NumericalPropagator propagator =
                new NumericalPropagator(new DormandPrince853Integrator(1e-3, 3_600, 1e-4, 1e-12));
        propagator.setOrbitType(OrbitType.CARTESIAN);
        CelestialBodies bodies = OREKIT.data().getCelestialBodies();
        propagator.addForceModel(new NewtonianAttraction(mu));
        propagator.addForceModel(new J2OnlyPerturbation(mu, 6_378_136.3, 1.0826359e-3, OREKIT.itrf()));
        propagator.addForceModel(new ThirdBodyAttraction(bodies.getMoon()));
        propagator.addForceModel(new ThirdBodyAttraction(bodies.getSun()));
        propagator.setInitialState(
                new SpacecraftState(new CartesianOrbit(trajectory.pv(from), OREKIT.gcrf(), from, mu)));
        AbsoluteDate to = from.shiftedBy(43_200);
        assertThat(Vector3D.distance(propagator.propagate(to).getPosition(OREKIT.gcrf()), trajectory.position(to)))
                .as("%s, half a day after %s, metres", trajectory.id(), start)
                .isLessThan(toleranceM);
    }
}
