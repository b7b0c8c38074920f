package dev.yeoju.visibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.yeoju.ephemeris.OrekitContext;
import dev.yeoju.ephemeris.Trajectory;
import dev.yeoju.model.Antenna;
import dev.yeoju.model.ElevationMask;
import dev.yeoju.model.ElevationMask.Point;
import dev.yeoju.model.Geometry;
import dev.yeoju.model.Interval;
import dev.yeoju.model.LimitAction;
import dev.yeoju.model.ProblemInstance.Absence;
import dev.yeoju.model.ReasonCode;
import dev.yeoju.model.Refraction;
import dev.yeoju.model.Site;
import dev.yeoju.model.TrajectorySpec;
import dev.yeoju.model.ViewPeriod;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.hipparchus.geometry.euclidean.threed.Vector3D;
import org.junit.jupiter.api.Test;
import org.orekit.time.AbsoluteDate;

/** Masks by azimuth, and the places where pass finders go wrong. */
class MaskTrapsTest {
    private static final ElevationMask STEP_AT_NORTH =
            new ElevationMask(List.of(new Point(0, 30), new Point(0, 10), new Point(360, 30)));
    private static final Site TROMSO = new Site(69.66, 18.94, 130);

    private final OrekitContext context = OrekitContext.builtIn();

    @Test
    void aStepAtNorthCutsThePassAtTheAzimuthOfTheStep() {
        ElevationMask step = new ElevationMask(
                List.of(new Point(0, 12), new Point(180, 12), new Point(180, 40), new Point(360, 40)));
        List<ViewPeriod> periods = compare(Orbits.SUN_SYNCHRONOUS, Kdsa.SITE, step);
        Reference reference = reference(Orbits.SUN_SYNCHRONOUS, Kdsa.SITE);
        long atStep = periods.stream()
                .flatMap(period -> List.of(period.aos(), period.los()).stream())
                .map(context::date)
                .filter(date -> Math.abs(Math.sin(Math.toRadians(reference.azimuthDeg(date)))) < 1e-5)
                .filter(date -> reference.elevationDeg(date, -1) > 12.5 && reference.elevationDeg(date, -1) < 39.5)
                .count();
        assertThat(atStep).as("bounds at the step's azimuth").isPositive();
    }

    @Test
    void aStepGivenAsTwoPointsAtZeroWraps() {
        compare(Orbits.SUN_SYNCHRONOUS, Kdsa.SITE, STEP_AT_NORTH);
        compare(Orbits.LUNAR_POLAR, new Site(-35.4, 148.98, 691), STEP_AT_NORTH);
    }

    @Test
    void randomMasksAreHeldToAtEveryInstant() {
        for (long seed = 1; seed <= 6; seed++) {
            Random random = new Random(seed);
            List<Point> points = new ArrayList<>();
            int count = 1 + random.nextInt(12);
            for (int i = 0; i < count; i++) {
                points.add(new Point(random.nextInt(36) * 10, 5 + random.nextInt(30)));
            }
            points.sort(Comparator.comparingDouble(Point::azimuthDeg));
            TrajectorySpec spec = seed % 2 == 0 ? Orbits.LOW : Orbits.MOLNIYA;
            assertThat(compare(spec, Kdsa.SITE, new ElevationMask(points)))
                    .as("seed %d", seed)
                    .isNotEmpty();
        }
    }

    @Test
    void aSpacecraftThatNeverSetsHasOnePeriodFromHorizonToHorizon() {
        // In December 2026 the Moon's declination passes +28 degrees: at 69.7 degrees north it then stays up for days.
        Antenna antenna = Kdsa.antenna("TROMSO", TROMSO, ElevationMask.flat(0));
        Interval days = new Interval(Instant.parse("2026-12-23T18:00:00Z"), Instant.parse("2026-12-26T00:00:00Z"));
        assertThat(periods(Orbits.LANDER, antenna, days))
                .singleElement()
                .satisfies(period -> assertThat(period.interval()).isEqualTo(days));
    }

    @Test
    void aSpacecraftThatNeverRisesIsReportedBelowTheMask() {
        Interval days = new Interval(Instant.parse("2026-12-23T18:00:00Z"), Instant.parse("2026-12-26T00:00:00Z"));
        Visibility found = new VisibilityCalculator(context, days, Geometry.DEFAULT)
                .viewPeriods(
                        Kdsa.antenna("SOUTH", new Site(-77.8, 166.7, 100), ElevationMask.flat(5)),
                        Kdsa.spacecraft("PROBE", null),
                        Orbits.trajectory(context, Orbits.LANDER));
        assertThat(found.viewPeriods()).isEmpty();
        assertThat(found.absences()).extracting(Absence::code).containsExactly(ReasonCode.BELOW_MASK);
        assertThat(found.absences().get(0).text()).contains("never rises above the elevation mask of SOUTH");
    }

    @Test
    void aGeostationarySpacecraftIsVisibleAllTheTimeOrNever() {
        TrajectorySpec geo = geostationary(128.2);
        List<ViewPeriod> seen = periods(geo, Kdsa.antenna(ElevationMask.flat(10)), Orbits.WEEK);
        assertThat(seen).singleElement().satisfies(period -> {
            assertThat(period.aos()).isEqualTo(Orbits.WEEK.start());
            assertThat(period.los()).isEqualTo(Orbits.WEEK.end());
        });
        Visibility other = new VisibilityCalculator(context, Orbits.WEEK, Geometry.DEFAULT)
                .viewPeriods(
                        Kdsa.antenna(ElevationMask.flat(10)),
                        Kdsa.spacecraft("PROBE", null),
                        Orbits.trajectory(context, geostationary(-60)));
        assertThat(other.viewPeriods()).isEmpty();
        assertThat(other.absences()).extracting(Absence::code).containsExactly(ReasonCode.BELOW_MASK);
    }

    @Test
    void atThePoleAzimuthIsByLongitude() {
        Site pole = new Site(90, 0, 2800);
        compare(Orbits.SUN_SYNCHRONOUS, pole, new ElevationMask(List.of(new Point(0, 10), new Point(90, 25))));
    }

    @Test
    void grazingPassesAreFoundDownToASecond() {
        Trajectory trajectory = Orbits.trajectory(context, Orbits.LOW);
        List<ViewPeriod> all = periods(Orbits.LOW, Kdsa.antenna(ElevationMask.flat(0)), Orbits.WEEK);
        for (ViewPeriod period : all) {
            double peakDeg = peakDeg(period);
            ElevationMask justBelow = ElevationMask.flat(peakDeg - 2e-5);
            ElevationMask justAbove = ElevationMask.flat(peakDeg + 1e-7);
            assertThat(at(peak(period), justBelow, trajectory))
                    .as("pass that peaks at %.6f deg", peakDeg)
                    .singleElement()
                    .satisfies(graze -> assertThat(graze.interval().duration()).isLessThan(Duration.ofSeconds(8)));
            assertThat(at(peak(period), justAbove, trajectory)).isEmpty();
        }
        assertThat(all).hasSizeGreaterThan(20);
    }

    @Test
    void thePeakIsWhereElevationIsGreatest() {
        for (TrajectorySpec spec : List.of(Orbits.LOW, Orbits.LUNAR_POLAR, Orbits.MOLNIYA)) {
            Reference reference = reference(spec, Kdsa.SITE);
            for (ViewPeriod period : periods(spec, Kdsa.antenna(ElevationMask.flat(10)), Orbits.WEEK)) {
                AbsoluteDate peak = context.date(peak(period));
                assertThat(reference.elevationDeg(peak, -1)).isCloseTo(peakDeg(period), within(1e-6));
                double span = Duration.between(period.aos(), period.los()).toMillis() / 1000.0;
                AbsoluteDate aos = context.date(period.aos());
                double least = Double.POSITIVE_INFINITY;
                for (int i = 0; i <= 200; i++) {
                    AbsoluteDate date = aos.shiftedBy(span * i / 200);
                    assertThat(reference.elevationDeg(date, -1)).isLessThan(peakDeg(period) + 1e-6);
                    least = Math.min(least, reference.toSpacecraft(date, -1).getNorm());
                }
                assertThat(period.minRangeKm()).isLessThan(least / 1000 + 1e-3).isGreaterThan(least / 1000 * 0.999);
            }
        }
    }

    @Test
    void periodsAreClippedByTheHorizon() {
        List<ViewPeriod> week = periods(Orbits.LANDER, Kdsa.antenna(ElevationMask.flat(10)), Orbits.WEEK);
        Instant inside = week.get(2).aos().plus(Duration.ofHours(3));
        Interval cut = new Interval(inside, week.get(4).aos().plus(Duration.ofHours(1)));
        List<ViewPeriod> clipped = periods(Orbits.LANDER, Kdsa.antenna(ElevationMask.flat(10)), cut);
        assertThat(clipped).hasSize(3);
        assertThat(clipped.get(0).aos()).isEqualTo(cut.start());
        assertThat(clipped.get(0).los()).isCloseTo(week.get(2).los(), within(50, ChronoUnit.MICROS));
        assertThat(clipped.get(1).aos()).isCloseTo(week.get(3).aos(), within(50, ChronoUnit.MICROS));
        assertThat(clipped.get(2).los()).isEqualTo(cut.end());
    }

    private static double peakDeg(ViewPeriod period) {
        return Objects.requireNonNull(period.peakElevationDeg());
    }

    private static Instant peak(ViewPeriod period) {
        return Objects.requireNonNull(period.peak());
    }

    private List<ViewPeriod> at(Instant peak, ElevationMask mask, Trajectory trajectory) {
        Interval around = new Interval(peak.minusSeconds(300), peak.plusSeconds(300));
        return new VisibilityCalculator(context, around, Geometry.DEFAULT)
                .viewPeriods(Kdsa.antenna(mask), Kdsa.spacecraft("PROBE", null), trajectory)
                .viewPeriods();
    }

    private TrajectorySpec geostationary(double longitudeDeg) {
        // The mean anomaly that puts it over the longitude at the epoch: node and pericentre add up to 345 degrees.
        double siderealDeg = Math.toDegrees(context.gcrf()
                        .getStaticTransformTo(context.itrf(), context.date(Orbits.EPOCH))
                        .transformVector(Vector3D.PLUS_I)
                        .getAlpha())
                * -1;
        return Orbits.earth(42_164.17, 1e-5, 0.01, siderealDeg + longitudeDeg - 345);
    }

    private Reference reference(TrajectorySpec spec, Site site) {
        return new Reference(context, site, Orbits.trajectory(context, spec), true);
    }

    private List<ViewPeriod> periods(TrajectorySpec spec, Antenna antenna, Interval horizon) {
        return new VisibilityCalculator(context, horizon, Geometry.DEFAULT)
                .viewPeriods(antenna, Kdsa.spacecraft("PROBE", null), Orbits.trajectory(context, spec))
                .viewPeriods();
    }

    /** Visible at an instant exactly when above the mask there, at instants not within 0.01 deg of it. */
    private List<ViewPeriod> compare(TrajectorySpec spec, Site site, ElevationMask mask) {
        Geometry geometry = new Geometry(true, Refraction.NONE, false, LimitAction.SPLIT, LimitAction.FLAG);
        Interval days = new Interval(Orbits.EPOCH, Orbits.EPOCH.plus(Duration.ofDays(3)));
        Reference reference = reference(spec, site);
        List<ViewPeriod> periods = new VisibilityCalculator(context, days, geometry)
                .viewPeriods(
                        Kdsa.antenna("ANT", site, mask),
                        Kdsa.spacecraft("PROBE", null),
                        Orbits.trajectory(context, spec))
                .viewPeriods();
        for (Instant t = days.start(); t.isBefore(days.end()); t = t.plusSeconds(37)) {
            Instant instant = t;
            AbsoluteDate date = context.date(instant);
            double elevation = reference.elevationDeg(date, -1);
            if (elevation < 0) {
                continue;
            }
            double azimuth = reference.azimuthDeg(date);
            double clearance = elevation - mask.elevationDeg(azimuth);
            boolean nearStep = Math.abs(azimuth - 10 * Math.rint(azimuth / 10)) < 1e-3;
            if (Math.abs(clearance) > 1e-5 && !nearStep) {
                assertThat(periods.stream().anyMatch(period -> period.interval().contains(instant)))
                        .as(
                                "visible at %s, azimuth %.4f, %.5f deg above the mask %s",
                                instant, azimuth, clearance, mask)
                        .isEqualTo(clearance > 0);
            }
        }
        return periods;
    }
}
