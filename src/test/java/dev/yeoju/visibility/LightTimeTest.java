package dev.yeoju.visibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.yeoju.ephemeris.EphemerisFile;
import dev.yeoju.ephemeris.OrekitContext;
import dev.yeoju.ephemeris.Trajectory;
import dev.yeoju.ephemeris.TrajectoryFactory;
import dev.yeoju.model.ElevationMask;
import dev.yeoju.model.Geometry;
import dev.yeoju.model.Interval;
import dev.yeoju.model.LimitAction;
import dev.yeoju.model.Refraction;
import dev.yeoju.model.TrajectorySpec;
import dev.yeoju.model.ViewPeriod;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Light time on, against {@link Reference}: down-leg for AOS and LOS, up-leg for the transmit times. */
class LightTimeTest {
    private static final Geometry NO_OCCULTATION =
            new Geometry(true, Refraction.NONE, false, LimitAction.SPLIT, LimitAction.FLAG);

    private final OrekitContext context = OrekitContext.builtIn();

    static List<TrajectorySpec> motions() {
        return List.of(
                Orbits.LOW,
                Orbits.MOLNIYA,
                Orbits.LUNAR_POLAR,
                Orbits.LANDER,
                Orbits.TRAILING_EARTH,
                Orbits.MARS_ORBITER);
    }

    @ParameterizedTest
    @MethodSource("motions")
    void aosAndLosAreOnTheDownLegAndTransmitTimesOnTheUpLeg(TrajectorySpec spec) {
        Trajectory trajectory = Orbits.trajectory(context, spec);
        compare(trajectory, Orbits.WEEK);
    }

    @Test
    void orionIsSeenAtTheTimesOfTheReference() {
        compare(Truth.artemis(context), Truth.ARTEMIS_HORIZON);
    }

    @Test
    void solarOneIsSeenAtTheTimesOfTheReference() throws IOException {
        byte[] oem;
        try (InputStream in = LightTimeTest.class.getResourceAsStream("/seeds/ephemerides/solar-1.oem")) {
            oem = Objects.requireNonNull(in).readAllBytes();
        }
        TrajectoryFactory factory = new TrajectoryFactory(context, source -> new EphemerisFile("solar-1", oem));
        compare(factory.create("SOLAR-1", new TrajectorySpec.Oem(null, "solar-1"), Orbits.WEEK), Orbits.WEEK);
    }

    @Test
    void aosWithinALightTimeOfTheHorizonsStartIsFound() {
        for (TrajectorySpec spec : List.of(Orbits.LANDER, Orbits.MARS_ORBITER)) {
            Trajectory trajectory = Orbits.trajectory(context, spec);
            Instant aos = periods(trajectory, Orbits.WEEK).get(2).aos();
            // Light takes 1.3 s from the Moon and more than 100 s from Mars.
            Instant start = aos.minusMillis(400);
            List<ViewPeriod> late = periods(trajectory, new Interval(start, start.plusSeconds(6 * 3600)));
            assertThat(late.get(0).aos()).isCloseTo(aos, within(50, ChronoUnit.MICROS));
            assertThat(late.get(0).transmitOn()).isAfterOrEqualTo(late.get(0).aos());
            Instant inside = aos.plusMillis(400);
            List<ViewPeriod> cut = periods(trajectory, new Interval(inside, inside.plusSeconds(6 * 3600)));
            assertThat(cut.get(0).aos()).isEqualTo(inside);
        }
    }

    private List<ViewPeriod> periods(Trajectory trajectory, Interval horizon) {
        return new VisibilityCalculator(context, horizon, NO_OCCULTATION)
                .viewPeriods(Kdsa.antenna(ElevationMask.flat(10)), Kdsa.spacecraft("PROBE", null), trajectory)
                .viewPeriods();
    }

    private void compare(Trajectory trajectory, Interval horizon) {
        Reference reference = new Reference(context, Kdsa.SITE, trajectory, true);
        List<ViewPeriod> periods = periods(trajectory, horizon);
        assertThat(periods).hasSizeGreaterThan(3);
        int compared = 0;
        for (ViewPeriod period : periods) {
            for (Instant bound : List.of(period.aos(), period.los())) {
                if (bound.isAfter(horizon.start()) && bound.isBefore(horizon.end())) {
                    assertThat(bound)
                            .isCloseTo(
                                    reference.crossing(bound, date -> reference.elevationDeg(date, -1) - 10),
                                    within(300, ChronoUnit.MICROS));
                    compared++;
                }
            }
            for (Instant bound : List.of(period.transmitOn(), period.transmitOff())) {
                // Transmit times are cut where the down-leg ends.
                if (bound.isAfter(period.aos()) && bound.isBefore(period.los())) {
                    assertThat(bound)
                            .isCloseTo(
                                    reference.crossing(bound, date -> reference.elevationDeg(date, 1) - 10),
                                    within(300, ChronoUnit.MICROS));
                    compared++;
                }
            }
        }
        assertThat(compared).isGreaterThan(periods.size());
    }
}
