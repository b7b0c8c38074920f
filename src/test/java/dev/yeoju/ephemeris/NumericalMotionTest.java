package dev.yeoju.ephemeris;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.yeoju.model.Body;
import dev.yeoju.model.Interval;
import dev.yeoju.model.TrajectorySpec;
import dev.yeoju.model.TrajectorySpec.AnomalyKind;
import dev.yeoju.model.TrajectorySpec.Axes;
import dev.yeoju.model.TrajectorySpec.Elements;
import dev.yeoju.model.TrajectorySpec.Forces;
import dev.yeoju.model.TrajectorySpec.SolarRadiation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.hipparchus.geometry.euclidean.threed.Vector3D;
import org.junit.jupiter.api.Test;
import org.orekit.time.AbsoluteDate;
import org.orekit.utils.PVCoordinates;

class NumericalMotionTest {
    private static final Instant START = Instant.parse("2027-03-01T00:00:00Z");
    private static final Interval THREE_DAYS = new Interval(START, START.plusSeconds(3 * 86400));
    private static final Forces NONE = new Forces(Set.of(), false, null);

    private final OrekitContext context = OrekitContext.builtIn();
    private final AbsoluteDate epoch = context.date(START);
    private final TrajectoryFactory factory = new TrajectoryFactory(context, source -> {
        throw new EphemerisException("", null, "no files here");
    });

    @Test
    void withoutForcesItIsTwoBodyMotion() {
        for (Body center : List.of(Body.EARTH, Body.MOON, Body.MARS, Body.SUN)) {
            double aKm = center == Body.SUN ? 1.5e8 : 9000;
            Trajectory held = keplerian(center, aKm, 0.2, 60, null);
            Trajectory propagated = keplerian(center, aKm, 0.2, 60, NONE);
            for (double s = -80_000; s < 340_000; s += 7777) {
                AbsoluteDate date = epoch.shiftedBy(s);
                assertThat(propagated.position(date).distance(held.position(date)))
                        .as("%s at %s s", center, s)
                        .isLessThan(5);
                assertThat(propagated
                                .pv(date)
                                .getVelocity()
                                .distance(held.pv(date).getVelocity()))
                        .as("%s at %s s", center, s)
                        .isLessThan(5e-3);
            }
        }
    }

    /** First-order secular rate of the node: -3/2 n J2 (R/p)^2 cos i. */
    @Test
    void oblatenessTurnsTheNodeOfASunSynchronousOrbit() {
        Trajectory orbit = keplerian(Body.EARTH, 7078, 0.001, 98.2, new Forces(Set.of(), true, null));
        double before = node(orbit, epoch);
        double after = node(orbit, epoch.shiftedBy(3 * 86400));
        double n = Math.sqrt(3.986004e14 / Math.pow(7078e3, 3));
        double expected = -1.5 * n * 1.0826e-3 * Math.pow(6378.137 / 7078, 2) * Math.cos(Math.toRadians(98.2));
        assertThat((after - before) / (3 * 86400)).isCloseTo(expected, within(0.02 * Math.abs(expected)));
    }

    private static double node(Trajectory orbit, AbsoluteDate date) {
        PVCoordinates pv = orbit.pv(date);
        Vector3D h = Vector3D.crossProduct(pv.getPosition(), pv.getVelocity());
        return Math.atan2(h.getX(), -h.getY());
    }

    /** The same flight computed about the Moon and about the Earth, each with the other bodies as perturbers. */
    @Test
    void centreDoesNotMatterWhenTheSameBodiesAct() {
        Trajectory aboutMoon =
                keplerian(Body.MOON, 15_000, 0.2, 80, new Forces(Set.of(Body.EARTH, Body.SUN), false, null));
        PVCoordinates start = aboutMoon.pv(epoch);
        Coverage.Span span = new Coverage.Span(epoch, epoch.shiftedBy(2 * 86400));
        Motion aboutEarth = new NumericalMotion(
                        context, Body.EARTH, new Forces(Set.of(Body.MOON, Body.SUN), false, null))
                .propagate("SC", epoch, start, span, new ArrayList<>());
        for (int hour = 0; hour <= 48; hour += 6) {
            AbsoluteDate date = epoch.shiftedBy(3600.0 * hour);
            assertThat(aboutMoon.position(date).distance(aboutEarth.position(date)))
                    .as("after %s h", hour)
                    .isLessThan(100);
        }
    }

    /** 4.56e-6 N/m2 at one astronomical unit, half the acceleration times the time squared. */
    @Test
    void sunlightPushesAwayFromTheSun() {
        Forces light = new Forces(Set.of(), false, new SolarRadiation(0.02, 1.5));
        Trajectory pushed = keplerian(Body.EARTH, 300_000, 0, 10, light);
        Trajectory held = keplerian(Body.EARTH, 300_000, 0, 10, null);
        AbsoluteDate date = epoch.shiftedBy(40_000);
        Vector3D push = pushed.position(date).subtract(held.position(date));
        Vector3D sun = context.solarSystem().geocentricPosition(Body.SUN, date);
        double expected = 0.5 * 4.56e-6 * 0.02 * 1.5 * 40_000.0 * 40_000;
        assertThat(push.getNorm()).isCloseTo(expected, within(0.1 * expected));
        assertThat(Math.toDegrees(Vector3D.angle(push, sun))).isGreaterThan(170);
    }

    @Test
    void orbitEndsWhereItMeetsTheSurfaceAndThatIsSaid() {
        Elements falling = new Elements(1900, 0.12, 90, 0, 0, 180, AnomalyKind.MEAN, 0, 0);
        Trajectory orbit = factory.create(
                "FALL", new TrajectorySpec.Keplerian(Body.MOON, Axes.BODY_EQUATOR, START, falling, NONE), THREE_DAYS);
        assertThat(orbit.warnings()).hasSize(2).allMatch(w -> w.contains("FALL") && w.contains("surface"));
        Coverage.Span span = orbit.coverage().spans().get(0);
        assertThat(span.end().durationFrom(epoch)).isBetween(1800.0, 3800.0);
        Vector3D fromMoon =
                orbit.position(span.end()).subtract(context.solarSystem().geocentricPosition(Body.MOON, span.end()));
        assertThat(fromMoon.getNorm()).isCloseTo(1_737_400, within(10.0));
    }

    private Trajectory keplerian(
            Body center,
            double aKm,
            double e,
            double inclinationDeg,
            @org.jspecify.annotations.Nullable Forces forces) {
        Elements elements = new Elements(aKm, e, inclinationDeg, 40, 30, 20, AnomalyKind.MEAN, 0, 0);
        return factory.create(
                "SC", new TrajectorySpec.Keplerian(center, Axes.ICRF, START, elements, forces), THREE_DAYS);
    }
}
