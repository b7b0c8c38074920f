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
import dev.yeoju.model.ProblemInstance.Absence;
import dev.yeoju.model.ReasonCode;
import dev.yeoju.model.TrajectorySpec;
import dev.yeoju.model.ViewPeriod;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.hipparchus.geometry.euclidean.threed.Vector3D;
import org.junit.jupiter.api.Test;
import org.orekit.utils.PVCoordinates;

/** An ephemeris with a hole while the spacecraft is up: nothing is seen in it, and that is said. */
class EphemerisGapTest {
    private static final double C = 299_792_458.0;

    private final OrekitContext context = OrekitContext.builtIn();
    private final Trajectory lander = Orbits.trajectory(context, Orbits.LANDER);

    @Test
    void aGapSplitsThePeriodAtTheLightTimeOfItsEdgesAndIsNamed() {
        Interval up = whole().get(2).interval();
        Instant from = up.start().plusSeconds(7200).truncatedTo(ChronoUnit.MINUTES);
        Instant to = from.plusSeconds(5400);
        Visibility found = find(Orbits.WEEK, from, to);

        assertThat(found.warnings()).anyMatch(text -> text.contains(from.toString()) && text.contains(to.toString()));
        List<ViewPeriod> split = found.viewPeriods().stream()
                .filter(period -> period.interval().overlaps(up))
                .toList();
        assertThat(split).hasSize(2);
        // What left at the last known instant is still received a light time later.
        assertThat(split.get(0).los()).isCloseTo(received(from), within(100, ChronoUnit.MICROS));
        assertThat(split.get(1).aos()).isCloseTo(received(to), within(100, ChronoUnit.MICROS));
        assertThat(split.get(0).aos()).isCloseTo(up.start(), within(1, ChronoUnit.MILLIS));
        assertThat(split.get(1).los()).isCloseTo(up.end(), within(1, ChronoUnit.MILLIS));
        for (ViewPeriod period : split) {
            // A signal sent a light time before the gap would arrive in it.
            assertThat(period.transmitOff()).isBeforeOrEqualTo(period.los());
        }
        assertThat(split.get(0).transmitOff()).isCloseTo(sent(from), within(100, ChronoUnit.MICROS));
        assertThat(found.viewPeriods()).hasSize(whole().size() + 1);
    }

    @Test
    void aHorizonWithinTheGapHasNoPeriodAndSaysWhy() {
        Interval up = whole().get(2).interval();
        Instant from = up.start().plusSeconds(3600).truncatedTo(ChronoUnit.MINUTES);
        Instant to = from.plusSeconds(4 * 3600);
        Visibility found = find(new Interval(from.plusSeconds(600), to.minusSeconds(600)), from, to);

        assertThat(found.viewPeriods()).isEmpty();
        assertThat(found.absences()).singleElement().satisfies(absence -> {
            assertThat(absence.code()).isEqualTo(ReasonCode.NEVER_VISIBLE);
            assertThat(absence.text()).contains("its trajectory covers no part of the horizon");
        });
        assertThat(found.absences()).extracting(Absence::spacecraft).containsExactly("PROBE");
    }

    private List<ViewPeriod> whole() {
        return calculate(Orbits.WEEK, lander).viewPeriods();
    }

    private Visibility find(Interval horizon, Instant gapStart, Instant gapEnd) {
        String oem = "CCSDS_OEM_VERS = 2.0\nCREATION_DATE = 2026-12-01T00:00:00\nORIGINATOR = TEST\n"
                + segment(Orbits.WEEK.start().minusSeconds(3600), gapStart)
                + segment(gapEnd, Orbits.WEEK.end().plusSeconds(3600));
        TrajectoryFactory factory = new TrajectoryFactory(
                context, source -> new EphemerisFile("lander.oem", oem.getBytes(StandardCharsets.UTF_8)));
        return calculate(horizon, factory.create("PROBE", new TrajectorySpec.Oem("lander.oem", null), horizon));
    }

    private Visibility calculate(Interval horizon, Trajectory trajectory) {
        return new VisibilityCalculator(context, horizon, Geometry.DEFAULT)
                .viewPeriods(Kdsa.antenna(ElevationMask.flat(10)), Kdsa.spacecraft("PROBE", null), trajectory);
    }

    /** States every five minutes, the last at the end itself. */
    private String segment(Instant start, Instant end) {
        StringBuilder text = new StringBuilder("""
                META_START
                OBJECT_NAME = LANDER
                OBJECT_ID = LANDER
                CENTER_NAME = EARTH
                REF_FRAME = ICRF
                TIME_SYSTEM = UTC
                START_TIME = %s
                STOP_TIME = %s
                INTERPOLATION = HERMITE
                INTERPOLATION_DEGREE = 7
                META_STOP
                """.formatted(time(start), time(end)));
        for (Instant t = start; t.isBefore(end); t = t.plusSeconds(300)) {
            text.append(state(t));
        }
        return text.append(state(end)).toString();
    }

    private String state(Instant time) {
        PVCoordinates pv = lander.pv(context.date(time));
        Vector3D p = pv.getPosition().scalarMultiply(1e-3);
        Vector3D v = pv.getVelocity().scalarMultiply(1e-3);
        return String.format(
                Locale.ROOT,
                "%s %.9f %.9f %.9f %.12f %.12f %.12f%n",
                time(time),
                p.getX(),
                p.getY(),
                p.getZ(),
                v.getX(),
                v.getY(),
                v.getZ());
    }

    private static String time(Instant instant) {
        String text = instant.toString();
        return text.substring(0, text.length() - 1);
    }

    /** When what left the spacecraft at an instant reaches the antenna. */
    private Instant received(Instant left) {
        return antennaTime(left, 1);
    }

    /** When what reaches the spacecraft at an instant left the antenna. */
    private Instant sent(Instant reached) {
        return antennaTime(reached, -1);
    }

    private Instant antennaTime(Instant atSpacecraft, int sign) {
        Reference geometric = new Reference(context, Kdsa.SITE, lander, false);
        Vector3D spacecraft = lander.position(context.date(atSpacecraft));
        double delay = 0;
        for (int i = 0; i < 8; i++) {
            var date = context.date(atSpacecraft).shiftedBy(sign * delay);
            Vector3D antenna = lander.position(date).subtract(geometric.toSpacecraft(date, -1));
            delay = spacecraft.distance(antenna) / C;
        }
        return context.instant(context.date(atSpacecraft).shiftedBy(sign * delay));
    }
}
