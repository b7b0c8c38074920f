package dev.yeoju.visibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.yeoju.ephemeris.OrekitContext;
import dev.yeoju.ephemeris.Trajectory;
import dev.yeoju.model.Body;
import dev.yeoju.model.ElevationMask;
import dev.yeoju.model.Geometry;
import dev.yeoju.model.Interval;
import dev.yeoju.model.LimitAction;
import dev.yeoju.model.ProblemInstance.Absence;
import dev.yeoju.model.ReasonCode;
import dev.yeoju.model.Refraction;
import dev.yeoju.model.TrajectorySpec;
import dev.yeoju.model.ViewPeriod;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.hipparchus.geometry.euclidean.threed.Vector3D;
import org.junit.jupiter.api.Test;
import org.orekit.time.AbsoluteDate;

/** Occultations against angles between vectors, computed instant by instant. */
class OccultationTest {
    private static final double MASK_DEG = 10;

    private final OrekitContext context = OrekitContext.builtIn();

    @Test
    void theMoonCutsThePeriodsOfALunarOrbiterAtItsLimb() {
        int cut = compare(Orbits.LUNAR_POLAR, Body.MOON, 1737.4e3, true);
        assertThat(cut).as("bounds at the limb").isGreaterThan(20);
    }

    @Test
    void theMoonCutsThemWithLightTimeOffToo() {
        assertThat(compare(Orbits.LUNAR_ECCENTRIC, Body.MOON, 1737.4e3, false)).isGreaterThan(3);
    }

    @Test
    void marsHidesItsOrbiter() {
        assertThat(compare(Orbits.MARS_ORBITER, Body.MARS, 3389.5e3, true)).isGreaterThan(10);
    }

    @Test
    void occultationOffLeavesPeriodsWhole() {
        Trajectory trajectory = Orbits.trajectory(context, Orbits.LUNAR_POLAR);
        assertThat(periods(trajectory, true, false)).hasSizeLessThan(9);
        assertThat(periods(trajectory, true, true)).hasSizeGreaterThan(20);
    }

    @Test
    void nothingInFrontOfTheMoonIsHidden() {
        Trajectory trajectory = Orbits.trajectory(context, Orbits.LOW);
        assertThat(periods(trajectory, true, true))
                .extracting(ViewPeriod::interval)
                .containsExactlyElementsOf(periods(trajectory, true, false).stream()
                        .map(ViewPeriod::interval)
                        .toList());
    }

    @Test
    void whatIsBehindTheMoonAllTheTimeIsReportedAsOcculted() {
        Trajectory trajectory = Orbits.trajectory(context, Orbits.LUNAR_POLAR);
        Reference reference = new Reference(context, Kdsa.SITE, trajectory, true);
        Instant los = periods(trajectory, true, true).stream()
                .map(ViewPeriod::los)
                .filter(bound -> reference.elevationDeg(context.date(bound), -1) > MASK_DEG + 10)
                .findFirst()
                .orElseThrow();
        Interval hidden = new Interval(los.plus(Duration.ofMinutes(5)), los.plus(Duration.ofMinutes(15)));

        Visibility found = new VisibilityCalculator(context, hidden, Geometry.DEFAULT)
                .viewPeriods(Kdsa.antenna(ElevationMask.flat(MASK_DEG)), Kdsa.spacecraft("PROBE", null), trajectory);

        assertThat(found.viewPeriods()).isEmpty();
        assertThat(found.absences()).extracting(Absence::code).containsExactly(ReasonCode.OCCULTED);
    }

    /** Every bound is on the mask or on the limb, every instant inside is clear, every gap has a reason. */
    private int compare(TrajectorySpec spec, Body body, double radiusM, boolean lightTime) {
        Trajectory trajectory = Orbits.trajectory(context, spec);
        Reference reference = new Reference(context, Kdsa.SITE, trajectory, lightTime);
        List<ViewPeriod> periods = periods(trajectory, lightTime, true);
        assertThat(periods).isNotEmpty();
        int cut = 0;
        for (ViewPeriod period : periods) {
            for (Instant bound : List.of(period.aos(), period.los())) {
                AbsoluteDate date = context.date(bound);
                if (Math.abs(reference.elevationDeg(date, -1) - MASK_DEG) > 1e-5
                        && bound.isAfter(Orbits.WEEK.start())
                        && bound.isBefore(Orbits.WEEK.end())) {
                    assertThat(bound)
                            .isCloseTo(
                                    reference.crossing(bound, d -> limbAngle(reference, body, radiusM, d)),
                                    within(2, ChronoUnit.MILLIS));
                    cut++;
                }
            }
        }
        for (Instant t = Orbits.WEEK.start(); t.isBefore(Orbits.WEEK.end()); t = t.plus(Duration.ofMinutes(7))) {
            Instant instant = t;
            AbsoluteDate date = context.date(instant);
            boolean above = reference.elevationDeg(date, -1) > MASK_DEG;
            boolean hidden = limbAngle(reference, body, radiusM, date) < 0 && behind(reference, body, date);
            assertThat(periods.stream().anyMatch(period -> period.interval().contains(instant)))
                    .as("visible at %s", instant)
                    .isEqualTo(above && !hidden);
        }
        return cut;
    }

    /** Angle between spacecraft and body less the body's angular radius. */
    private static double limbAngle(Reference reference, Body body, double radiusM, AbsoluteDate date) {
        Vector3D toBody = reference.toBody(body, date, -1);
        return Vector3D.angle(reference.toSpacecraft(date, -1), toBody) - Math.asin(radiusM / toBody.getNorm());
    }

    private static boolean behind(Reference reference, Body body, AbsoluteDate date) {
        return reference.toSpacecraft(date, -1).getNorm()
                > reference.toBody(body, date, -1).getNorm();
    }

    private List<ViewPeriod> periods(Trajectory trajectory, boolean lightTime, boolean occultation) {
        Geometry geometry = new Geometry(lightTime, Refraction.NONE, occultation, LimitAction.SPLIT, LimitAction.FLAG);
        Interval week = Orbits.WEEK;
        return new VisibilityCalculator(context, week, geometry)
                .viewPeriods(Kdsa.antenna(ElevationMask.flat(MASK_DEG)), Kdsa.spacecraft("PROBE", null), trajectory)
                .viewPeriods();
    }
}
