package dev.yeoju.ephemeris;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.yeoju.model.Body;
import dev.yeoju.model.ElevationMask;
import dev.yeoju.model.Interval;
import dev.yeoju.model.TrajectorySpec;
import dev.yeoju.model.TrajectorySpec.AnomalyKind;
import dev.yeoju.model.TrajectorySpec.Axes;
import dev.yeoju.model.TrajectorySpec.Elements;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.hipparchus.geometry.euclidean.threed.Vector3D;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.orekit.orbits.KeplerianOrbit;
import org.orekit.orbits.PositionAngleType;
import org.orekit.time.AbsoluteDate;
import org.orekit.utils.PVCoordinates;

class TrajectoryFactoryTest {
    private static final Instant START = Instant.parse("2027-01-01T00:00:00Z");
    private static final Interval WEEK = new Interval(START, START.plusSeconds(7 * 86400));
    private static final String LINE1 = "1 00005U 58002B   00179.78495062  .00000023  00000-0  28098-4 0  4753";
    private static final String LINE2 = "2 00005  34.2682 348.7242 1859667 331.7664  19.3264 10.82419157413667";

    private final OrekitContext context = OrekitContext.builtIn();
    private final TrajectoryFactory factory = new TrajectoryFactory(context, source -> {
        throw new EphemerisException(String.valueOf(source.file()), source.file(), "no such file");
    });

    /** Vallado et al., Revisiting Spacetrack Report #3, AIAA 2006-6753: satellite 00005 of the verification set, TEME. */
    @ParameterizedTest
    @CsvSource({
        "0, 7022.46529266, -1400.08296755, 0.03995155, 1.893841015, 6.405893759, 4.534807250",
        "360, -7154.03120202, -3783.17682504, -3536.19412294, 4.741887409, -4.151817765, -2.093935425"
    })
    void sgp4GivesThePublishedStates(double minutes, double x, double y, double z, double vx, double vy, double vz) {
        Trajectory trajectory = factory.create("00005", new TrajectorySpec.Tle(LINE1, LINE2), WEEK);
        AbsoluteDate epoch = TleMotion.parse(context, "00005", LINE1, LINE2).getDate();
        AbsoluteDate date = epoch.shiftedBy(60 * minutes);
        PVCoordinates teme = context.gcrf()
                .getTransformTo(context.data().getFrames().getTEME(), date)
                .transformPVCoordinates(trajectory.pv(date));
        assertThat(teme.getPosition().distance(new Vector3D(x, y, z).scalarMultiply(1000)))
                .isLessThan(0.1);
        // SGP4's own velocities are not quite the derivatives of its positions, which are what is given here.
        assertThat(teme.getVelocity().distance(new Vector3D(vx, vy, vz).scalarMultiply(1000)))
                .isLessThan(2);
        assertThat(trajectory.origin()).isEqualTo(Trajectory.Origin.EARTH);
    }

    @Test
    void samplingLosesNothingOfSgp4() {
        Trajectory trajectory = factory.create("00005", new TrajectorySpec.Tle(LINE1, LINE2), WEEK);
        var tle = TleMotion.parse(context, "00005", LINE1, LINE2);
        var teme = context.data().getFrames().getTEME();
        var direct = org.orekit.propagation.analytical.tle.TLEPropagator.selectExtrapolator(tle, teme);
        for (double s = -40_000; s < 100_000; s += 777.7) {
            AbsoluteDate date = tle.getDate().shiftedBy(s);
            Vector3D expected = teme.getTransformTo(context.gcrf(), date)
                    .transformPosition(direct.getPVCoordinates(date).getPosition());
            assertThat(trajectory.position(date).distance(expected))
                    .as("%s s", s)
                    .isLessThan(0.01);
        }
    }

    @Test
    void oldElementsAreWarned() {
        Interval near = new Interval(Instant.parse("2000-06-27T20:00:00Z"), Instant.parse("2000-06-29T00:00:00Z"));
        assertThat(factory.create("00005", new TrajectorySpec.Tle(LINE1, LINE2), near)
                        .warnings())
                .isEmpty();
        assertThat(factory.create("00005", new TrajectorySpec.Tle(LINE1, LINE2), WEEK)
                        .warnings())
                .singleElement()
                .asString()
                .contains("00005", "2000-06-27", "days");
    }

    @Test
    void brokenElementLinesNameTheField() {
        String wrongSum = LINE1.substring(0, 68) + "9";
        assertThatThrownBy(() -> factory.create("X", new TrajectorySpec.Tle(wrongSum, LINE2), WEEK))
                .isInstanceOf(EphemerisException.class)
                .hasMessageContaining("line1")
                .hasMessageContaining("checksum");
        assertThatThrownBy(() -> factory.create("X", new TrajectorySpec.Tle(LINE1, "2 00005"), WEEK))
                .isInstanceOf(EphemerisException.class)
                .hasMessageContaining("line2");
    }

    @ParameterizedTest
    @CsvSource({
        "EARTH, 26560, 0.74",
        "MOON, 1837.4, 0.001",
        "MARS, 9000, 0.5",
        "SUN, 149597870.7, 0.0167",
        "EARTH, -40000, 1.3"
    })
    void keplerianMotionIsOrekitsKeplerianOrbit(Body center, double aKm, double e) {
        Elements elements = new Elements(aKm, e, 63.4, 120, 270, 15, AnomalyKind.MEAN, 0, 0);
        Trajectory trajectory =
                factory.create("SC", new TrajectorySpec.Keplerian(center, Axes.ICRF, START, elements, null), WEEK);
        AbsoluteDate epoch = context.date(START);
        KeplerianOrbit orbit = new KeplerianOrbit(
                aKm * 1000,
                e,
                Math.toRadians(63.4),
                Math.toRadians(270),
                Math.toRadians(120),
                Math.toRadians(15),
                PositionAngleType.MEAN,
                context.gcrf(),
                epoch,
                context.solarSystem().gravitationalParameter(center));
        for (double s : new double[] {-86400, 0, 1234.5, 50_000, 600_000}) {
            AbsoluteDate date = epoch.shiftedBy(s);
            PVCoordinates body = center == Body.EARTH
                    ? PVCoordinates.ZERO
                    : trajectory.origin() == Trajectory.Origin.EARTH
                            ? context.solarSystem().geocentric(center, date)
                            : context.solarSystem().barycentric(center, date);
            PVCoordinates relative = new PVCoordinates(body, trajectory.pv(date));
            PVCoordinates expected = orbit.shiftedBy(s).getPVCoordinates();
            double scale = expected.getPosition().getNorm();
            assertThat(relative.getPosition().distance(expected.getPosition())).isLessThan(1e-9 * scale + 1e-4);
            assertThat(relative.getVelocity().distance(expected.getVelocity()))
                    .isLessThan(1e-9 * expected.getVelocity().getNorm() + 1e-7);
            assertThat(trajectory.position(date).distance(trajectory.pv(date).getPosition()))
                    .isLessThan(1e-3);
        }
    }

    @Test
    void trueAnomalyIsTakenAsSuch() {
        Elements elements = new Elements(10_000, 0.2, 10, 0, 0, 90, AnomalyKind.TRUE, 0, 0);
        Trajectory trajectory =
                factory.create("SC", new TrajectorySpec.Keplerian(Body.EARTH, Axes.ICRF, START, elements, null), WEEK);
        assertThat(trajectory.position(context.date(START)).getNorm()).isCloseTo(10_000e3 * (1 - 0.04), within(1e-3));
    }

    @Test
    void bodyEquatorIsPerpendicularToTheBodysPole() {
        for (Body center : List.of(Body.EARTH, Body.MOON, Body.MARS)) {
            Elements elements = new Elements(7000, 0.01, 90, 30, 0, 0, AnomalyKind.MEAN, 0, 0);
            Trajectory trajectory = factory.create(
                    "SC", new TrajectorySpec.Keplerian(center, Axes.BODY_EQUATOR, START, elements, null), WEEK);
            AbsoluteDate date = context.date(START);
            Vector3D pole = context.solarSystem().bodyFixed(center, date).applyInverseTo(Vector3D.PLUS_K);
            double nearest = IntStream.range(0, 1000)
                    .mapToObj(i -> relative(center, trajectory, date.shiftedBy(i * 20)))
                    .mapToDouble(r -> Math.min(Vector3D.angle(r, pole), Math.PI - Vector3D.angle(r, pole)))
                    .min()
                    .orElseThrow();
            // A polar orbit passes over the pole, to within the 20 s between samples and the rough pole of the Earth.
            assertThat(Math.toDegrees(nearest)).as("%s", center).isLessThan(0.7);
        }
    }

    private Vector3D relative(Body center, Trajectory trajectory, AbsoluteDate date) {
        Vector3D body = trajectory.origin() == Trajectory.Origin.EARTH
                ? context.solarSystem().geocentricPosition(center, date)
                : context.solarSystem().barycentricPosition(center, date);
        return trajectory.position(date).subtract(body);
    }

    @Test
    void heldElementsTurnAtTheirRates() {
        Elements elements = new Elements(7078, 0.001, 98.2, 10, 80, 0, AnomalyKind.MEAN, 0.9856, -3.1);
        Trajectory trajectory =
                factory.create("SSO", new TrajectorySpec.Keplerian(Body.EARTH, Axes.ICRF, START, elements, null), WEEK);
        AbsoluteDate epoch = context.date(START);
        Vector3D later = Vector3D.crossProduct(
                trajectory.position(epoch.shiftedBy(5 * 86400)), trajectory.position(epoch.shiftedBy(5 * 86400 + 600)));
        double node = Math.toDegrees(Math.atan2(later.getX(), -later.getY()));
        assertThat(node).isCloseTo(10 + 5 * 0.9856, within(0.02));
        AbsoluteDate date = epoch.shiftedBy(4000);
        Vector3D difference =
                trajectory.position(date.shiftedBy(0.5)).subtract(trajectory.position(date.shiftedBy(-0.5)));
        assertThat(difference.distance(trajectory.pv(date).getVelocity())).isLessThan(0.01);
    }

    @Test
    void impossibleOrbitsAreRefused() {
        Elements elements = new Elements(7000, 1.2, 0, 0, 0, 0, AnomalyKind.MEAN, 0, 0);
        assertThatThrownBy(() -> factory.create(
                        "SC", new TrajectorySpec.Keplerian(Body.EARTH, Axes.ICRF, START, elements, null), WEEK))
                .isInstanceOf(EphemerisException.class)
                .hasMessageContaining("7000.0, 1.2");
    }

    @Test
    void siteOnTheMoonStandsOnItsSurfaceAndTurnsWithIt() {
        Trajectory site = surface(7.5, -59, 100);
        AbsoluteDate date = context.date(START);
        for (int day = 0; day < 28; day += 3) {
            AbsoluteDate t = date.shiftedBy(day * 86400.0);
            Vector3D fromCentre = relative(Body.MOON, site, t);
            assertThat(fromCentre.getNorm()).isCloseTo(1_737_500, within(1e-3));
            assertThat(Vector3D.angle(fromCentre, site.site().orElseThrow().up(t)))
                    .isLessThan(1e-7);
            Vector3D difference = site.position(t.shiftedBy(5)).subtract(site.position(t.shiftedBy(-5)));
            assertThat(difference.scalarMultiply(0.1).distance(site.pv(t).getVelocity()))
                    .isLessThan(1e-3);
        }
    }

    /** The Earth stays within the libration (8.1 deg in longitude, 6.9 deg in latitude) of the middle of the near side. */
    @Test
    void earthStandsWhereTheLibrationLeavesIt() {
        double lowest = 90;
        for (int day = 0; day < 400; day++) {
            lowest = Math.min(lowest, earthElevation(surface(0, 0, 0), day));
            assertThat(earthElevation(surface(18.56, 61.81, 0), day)).isBetween(16.0, 39.0);
            assertThat(earthElevation(surface(0, 180, 0), day)).isLessThan(-78);
        }
        assertThat(lowest).isBetween(79.0, 83.0);
    }

    private double earthElevation(Trajectory site, int day) {
        AbsoluteDate date = context.date(START).shiftedBy(day * 86400.0);
        return site.site()
                .orElseThrow()
                .direction(site.position(date).negate(), date)
                .elevationDeg();
    }

    @Test
    void directionsAreNamedFromNorthOverEast() {
        SurfaceSite site = surface(30, 40, 0).site().orElseThrow();
        AbsoluteDate date = context.date(START);
        Vector3D pole = context.solarSystem().bodyFixed(Body.MOON, date).applyInverseTo(Vector3D.PLUS_K);
        SurfaceSite.SkyDirection north = site.direction(pole, date);
        assertThat(north.elevationDeg()).isCloseTo(30, within(1e-9));
        assertThat(Math.IEEEremainder(north.azimuthDeg(), 360)).isCloseTo(0, within(1e-9));
        Vector3D east = Vector3D.crossProduct(pole, site.up(date));
        assertThat(site.direction(east, date).azimuthDeg()).isCloseTo(90, within(1e-9));
    }

    @Test
    void martianSitesAreBarycentric() {
        Trajectory site = factory.create(
                "ROVER", new TrajectorySpec.Surface(Body.MARS, 18.4, 77.5, -2500, ElevationMask.flat(0)), WEEK);
        assertThat(site.origin()).isEqualTo(Trajectory.Origin.BARYCENTER);
        assertThat(relative(Body.MARS, site, context.date(START)).getNorm()).isCloseTo(3_387_000, within(1e-2));
    }

    @Test
    void trajectoriesMayBeSharedBetweenThreads() throws Exception {
        Trajectory shared = factory.create("00005", new TrajectorySpec.Tle(LINE1, LINE2), WEEK);
        Trajectory alone = factory.create("00005", new TrajectorySpec.Tle(LINE1, LINE2), WEEK);
        AbsoluteDate epoch = TleMotion.parse(context, "00005", LINE1, LINE2).getDate();
        List<Callable<Vector3D>> work = IntStream.range(0, 400)
                .<Callable<Vector3D>>mapToObj(i -> () -> shared.position(epoch.shiftedBy(i % 40 * 9000.0 + i)))
                .toList();
        var threads = Executors.newFixedThreadPool(8);
        try {
            var results = threads.invokeAll(work);
            for (int i = 0; i < results.size(); i++) {
                assertThat(results.get(i).get()).isEqualTo(alone.position(epoch.shiftedBy(i % 40 * 9000.0 + i)));
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private Trajectory surface(double latitudeDeg, double longitudeDeg, double altitudeM) {
        return factory.create(
                "SITE",
                new TrajectorySpec.Surface(Body.MOON, latitudeDeg, longitudeDeg, altitudeM, ElevationMask.flat(0)),
                WEEK);
    }
}
