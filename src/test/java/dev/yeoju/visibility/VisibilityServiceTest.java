package dev.yeoju.visibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.yeoju.ephemeris.EphemerisException;
import dev.yeoju.ephemeris.OrekitContext;
import dev.yeoju.ephemeris.TrajectoryFactory;
import dev.yeoju.model.Antenna;
import dev.yeoju.model.Body;
import dev.yeoju.model.ElevationMask;
import dev.yeoju.model.Geometry;
import dev.yeoju.model.GivenViewPeriod;
import dev.yeoju.model.Interval;
import dev.yeoju.model.InvalidInputException;
import dev.yeoju.model.Objective;
import dev.yeoju.model.Problem;
import dev.yeoju.model.Site;
import dev.yeoju.model.SolverOptions;
import dev.yeoju.model.Spacecraft;
import dev.yeoju.model.ViewPeriod;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.hipparchus.geometry.euclidean.threed.Vector3D;
import org.junit.jupiter.api.Test;
import org.orekit.time.AbsoluteDate;

class VisibilityServiceTest {
    private static final Antenna KDSA = Kdsa.antenna(ElevationMask.flat(10));
    private static final Antenna CANBERRA =
            Kdsa.antenna("DSS-43", new Site(-35.4023, 148.9813, 689), ElevationMask.flat(6));
    private static final Spacecraft ORBITER = Kdsa.spacecraft("ORBITER", Orbits.LUNAR_POLAR);
    private static final Spacecraft LANDER = Kdsa.spacecraft("LANDER", Orbits.LANDER);

    private final OrekitContext context = OrekitContext.builtIn();
    private final TrajectoryFactory factory = new TrajectoryFactory(context, file -> {
        throw new EphemerisException("missing.oem", null, "There is no such file.");
    });
    private final TrajectorySource trajectories = (spacecraft, horizon) ->
            factory.create(spacecraft.id(), Objects.requireNonNull(spacecraft.trajectory()), horizon);

    @Test
    void theResultDoesNotDependOnTheNumberOfThreads() {
        Problem problem = problem(List.of(KDSA, CANBERRA), List.of(ORBITER, LANDER), List.of());
        Visibility one = new VisibilityService(context, 1).compute(problem, trajectories, VisibilityListener.NONE);
        Visibility four = new VisibilityService(context, 4).compute(problem, trajectories, VisibilityListener.NONE);
        assertThat(four.viewPeriods().toString()).isEqualTo(one.viewPeriods().toString());
        assertThat(one.viewPeriods()).hasSizeGreaterThan(40);
    }

    @Test
    void periodsAreOrderedByAntennaSpacecraftAndAos() {
        Problem problem = problem(List.of(CANBERRA, KDSA), List.of(LANDER, ORBITER), List.of());
        List<ViewPeriod> periods = new VisibilityService(context)
                .compute(problem, trajectories, VisibilityListener.NONE)
                .viewPeriods();
        List<String> order = new ArrayList<>();
        for (ViewPeriod period : periods) {
            String pair = period.antenna() + " " + period.spacecraft();
            if (!order.contains(pair)) {
                order.add(pair);
            }
        }
        assertThat(order).containsExactly("DSS-43 LANDER", "DSS-43 ORBITER", "KDSA LANDER", "KDSA ORBITER");
        for (int i = 1; i < periods.size(); i++) {
            ViewPeriod before = periods.get(i - 1);
            ViewPeriod after = periods.get(i);
            if (before.antenna().equals(after.antenna()) && Objects.equals(before.spacecraft(), after.spacecraft())) {
                assertThat(after.aos()).isAfterOrEqualTo(before.los());
            }
        }
    }

    @Test
    void givenPeriodsReplaceComputingForTheirPair() {
        Instant aos = Orbits.EPOCH.plusSeconds(3600);
        GivenViewPeriod given = new GivenViewPeriod("KDSA", "LANDER", null, aos, aos.plusSeconds(7200), null, null);
        GivenViewPeriod forRequest = new GivenViewPeriod("KDSA", null, "R1", aos, aos.plusSeconds(600), null, null);
        Problem problem = problem(List.of(KDSA, CANBERRA), List.of(LANDER), List.of(given, forRequest));
        Visibility found = new VisibilityService(context).compute(problem, trajectories, VisibilityListener.NONE);
        assertThat(found.viewPeriods())
                .filteredOn(period -> period.antenna().equals("KDSA"))
                .hasSize(2)
                .allMatch(ViewPeriod::given);
        assertThat(found.viewPeriods())
                .filteredOn(period -> period.antenna().equals("DSS-43"))
                .hasSizeGreaterThan(5)
                .noneMatch(ViewPeriod::given);
    }

    @Test
    void whatNeedsNoGeometryNeedsNoSiteAndNoTrajectory() {
        Antenna bare = new Antenna(
                "A",
                "A",
                "A",
                null,
                KDSA.bands(),
                KDSA.elevationMask(),
                10,
                90,
                null,
                Double.POSITIVE_INFINITY,
                KDSA.minSepDeg(),
                null,
                List.of());
        GivenViewPeriod given =
                new GivenViewPeriod("A", "S", null, Orbits.EPOCH, Orbits.EPOCH.plusSeconds(60), null, null);
        Visibility found = new VisibilityService(context)
                .compute(
                        problem(List.of(bare), List.of(Kdsa.spacecraft("S", null)), List.of(given)),
                        trajectories,
                        VisibilityListener.NONE);
        assertThat(found.viewPeriods()).hasSize(1);
        assertThat(found.absences()).isEmpty();
    }

    @Test
    void progressCountsPairsAndCancellingEndsIt() {
        Problem problem = problem(List.of(KDSA, CANBERRA), List.of(ORBITER, LANDER), List.of());
        AtomicInteger last = new AtomicInteger();
        new VisibilityService(context, 1).compute(problem, trajectories, new VisibilityListener() {
            @Override
            public void pairDone(int done, int total) {
                assertThat(total).isEqualTo(4);
                last.set(done);
            }
        });
        assertThat(last.get()).isEqualTo(4);
        assertThatThrownBy(
                        () -> new VisibilityService(context).compute(problem, trajectories, new VisibilityListener() {
                            @Override
                            public boolean cancelled() {
                                return true;
                            }
                        }))
                .isInstanceOf(CancellationException.class);
    }

    @Test
    void everyUnusableTrajectoryIsAFaultOfItsSpacecraft() {
        Spacecraft lost = Kdsa.spacecraft("LOST", new dev.yeoju.model.TrajectorySpec.Oem("missing.oem", null));
        Problem problem = problem(List.of(KDSA), List.of(LANDER, lost, lost), List.of());
        assertThatThrownBy(() -> new VisibilityService(context).compute(problem, trajectories, VisibilityListener.NONE))
                .isInstanceOfSatisfying(
                        InvalidInputException.class,
                        e -> assertThat(e.faults())
                                .extracting(fault -> fault.pointer())
                                .containsExactly("/spacecraft/1/trajectory", "/spacecraft/2/trajectory"));
    }

    @Test
    void windowsOfASpacecraftCutItsPeriods() {
        Interval window = new Interval(Orbits.EPOCH.plusSeconds(86_400), Orbits.EPOCH.plusSeconds(4 * 86_400 + 1800));
        Spacecraft limited = new Spacecraft("LANDER", "", "", Orbits.LANDER, List.of(window), List.of());
        VisibilityService service = new VisibilityService(context);
        List<Interval> all = intervals(service, LANDER);
        List<Interval> cut = intervals(service, limited);
        List<Interval> expected = new ArrayList<>();
        for (Interval interval : all) {
            Interval part = interval.intersection(window);
            if (part != null) {
                expected.add(part);
            }
        }
        assertThat(cut).hasSameSizeAs(expected);
        for (int i = 0; i < cut.size(); i++) {
            assertThat(Duration.between(cut.get(i).start(), expected.get(i).start())
                            .abs())
                    .isLessThan(Duration.ofNanos(100_000));
            assertThat(Duration.between(cut.get(i).end(), expected.get(i).end()).abs())
                    .isLessThan(Duration.ofNanos(100_000));
        }
    }

    @Test
    void samplesAreWhereTheReferencePutsThem() {
        Problem problem = problem(List.of(KDSA), List.of(ORBITER), List.of());
        VisibilityService service = new VisibilityService(context);
        List<ViewPeriod> periods =
                service.compute(problem, trajectories, VisibilityListener.NONE).viewPeriods();
        List<ViewSamples> samples = service.samples(problem, trajectories, periods, 120).stream()
                .map(Objects::requireNonNull)
                .toList();
        Reference reference = new Reference(context, Kdsa.SITE, Orbits.trajectory(context, Orbits.LUNAR_POLAR), true);
        assertThat(samples).hasSameSizeAs(periods);
        for (int i = 0; i < samples.size(); i++) {
            ViewPeriod period = periods.get(i);
            ViewSamples sampled = samples.get(i);
            double length = Duration.between(period.aos(), period.los()).toNanos() / 1e9;
            int last = sampled.elevationDeg().size() - 1;
            assertThat(last).isEqualTo((int) Math.ceil(length / 120));
            for (int k : List.of(0, last / 2, last)) {
                AbsoluteDate date = context.date(period.aos()).shiftedBy(Math.min(length, k * 120));
                double range = reference.toSpacecraft(date, -1).getNorm();
                double later = reference.toSpacecraft(date.shiftedBy(1), -1).getNorm();
                double earlier = reference.toSpacecraft(date.shiftedBy(-1), -1).getNorm();
                assertThat(sampled.elevationDeg().get(k)).isCloseTo(reference.elevationDeg(date, -1), within(1e-6));
                assertThat(sampled.azimuthDeg().get(k)).isCloseTo(reference.azimuthDeg(date), within(1e-5));
                assertThat(sampled.rangeKm().get(k)).isCloseTo(range / 1000, within(1e-3));
                assertThat(sampled.rangeRateKmPerS().get(k)).isCloseTo((later - earlier) / 2000, within(1e-6));
                Vector3D sun = reference.toBody(Body.SUN, date, -1);
                double sepDeg = Math.toDegrees(Vector3D.angle(sun, reference.toSpacecraft(date, -1)));
                assertThat(sampled.sepDeg().get(k)).isCloseTo(sepDeg, within(1e-5));
                requireDirection(sampled.sun(), k, reference.local(sun, date));
                requireDirection(sampled.moon(), k, reference.local(reference.toBody(Body.MOON, date, -1), date));
            }
        }
    }

    /** @param local components to the east, north and up */
    private static void requireDirection(ViewSamples.Directions directions, int k, Vector3D local) {
        double azimuth = Math.toRadians(directions.azimuthDeg().get(k));
        double elevation = Math.toRadians(directions.elevationDeg().get(k));
        Vector3D sampled = new Vector3D(Math.PI / 2 - azimuth, elevation);
        assertThat(Math.toDegrees(Vector3D.angle(sampled, local))).isLessThan(1e-5);
    }

    private List<Interval> intervals(VisibilityService service, Spacecraft spacecraft) {
        return service
                .compute(problem(List.of(KDSA), List.of(spacecraft), List.of()), trajectories, VisibilityListener.NONE)
                .viewPeriods()
                .stream()
                .map(ViewPeriod::interval)
                .toList();
    }

    private static Problem problem(List<Antenna> antennas, List<Spacecraft> spacecraft, List<GivenViewPeriod> given) {
        return new Problem(
                Problem.SCHEMA_VERSION,
                "test",
                "",
                List.of(),
                Orbits.WEEK,
                Geometry.DEFAULT,
                antennas,
                List.of(),
                spacecraft,
                List.of(),
                given,
                List.of(),
                List.of(),
                Objective.Preset.BALANCED.objective(),
                SolverOptions.DEFAULT);
    }
}
