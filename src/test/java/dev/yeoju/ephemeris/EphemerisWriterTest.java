package dev.yeoju.ephemeris;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.yeoju.model.Body;
import dev.yeoju.model.ElevationMask;
import dev.yeoju.model.Interval;
import dev.yeoju.model.TrajectorySpec;
import dev.yeoju.model.TrajectorySpec.AnomalyKind;
import dev.yeoju.model.TrajectorySpec.Axes;
import dev.yeoju.model.TrajectorySpec.Elements;
import dev.yeoju.model.TrajectorySpec.LibrationOrbit;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.orekit.time.AbsoluteDate;

class EphemerisWriterTest {
    private static final Instant START = Instant.parse("2027-03-01T00:00:00Z");
    private static final Interval TWO_DAYS = new Interval(START, START.plusSeconds(2 * 86400));
    private static final Instant CREATED = Instant.parse("2026-11-23T00:00:00Z");

    private final OrekitContext context = OrekitContext.builtIn();

    static Stream<TrajectorySpec> trajectories() {
        return Stream.of(
                keplerian(Body.EARTH, 7000, 0.01),
                keplerian(Body.EARTH, 26_560, 0.74),
                keplerian(Body.MOON, 1838, 0.001),
                keplerian(Body.MARS, 9000, 0.5),
                keplerian(Body.SUN, 1.5e8, 0.02),
                keplerian(Body.EARTH, -50_000, 1.2),
                new TrajectorySpec.Keplerian(
                        Body.MOON,
                        Axes.BODY_EQUATOR,
                        START,
                        new Elements(1900, 0.02, 80, 40, 30, 20, AnomalyKind.TRUE, 0, 0),
                        new TrajectorySpec.Forces(Set.of(Body.EARTH, Body.SUN), true, null)),
                new TrajectorySpec.Delayed(keplerian(Body.MOON, 5000, 0.3), Duration.ofHours(30)),
                new TrajectorySpec.Libration(LibrationOrbit.NRHO, Map.of(), null),
                new TrajectorySpec.Libration(LibrationOrbit.HALO, Map.of(), null),
                new TrajectorySpec.Libration(LibrationOrbit.L1, Map.of(), null),
                new TrajectorySpec.Libration(LibrationOrbit.L4, Map.of(), null),
                new TrajectorySpec.Surface(Body.MARS, 18.4, 77.5, -2500, ElevationMask.flat(5)),
                new TrajectorySpec.Surface(Body.MOON, -84.79, 29.2, 0, ElevationMask.flat(0)));
    }

    @ParameterizedTest
    @MethodSource("trajectories")
    void whatIsWrittenReadsBackTheSame(TrajectorySpec spec) throws IOException {
        assertSame(factory(new byte[0]).create("SC", spec, TWO_DAYS), TWO_DAYS);
    }

    /** Two-line elements, an OPM and a Horizons table are of a day of their own. */
    @Test
    void whatWasReadFromOtherFormatsToo() throws IOException {
        Instant day = Instant.parse("2000-06-28T00:00:00Z");
        TrajectorySpec tle = new TrajectorySpec.Tle(
                "1 00005U 58002B   00179.78495062  .00000023  00000-0  28098-4 0  4753",
                "2 00005  34.2682 348.7242 1859667 331.7664  19.3264 10.82419157413667");
        Interval june = new Interval(day, day.plusSeconds(86400));
        assertSame(factory(new byte[0]).create("SC", tle, june), june);
        String opm = """
                CCSDS_OPM_VERS = 2.0
                CREATION_DATE = 2026-12-01T00:00:00
                ORIGINATOR = TEST
                OBJECT_NAME = TEST
                OBJECT_ID = 2026-001A
                CENTER_NAME = MOON
                REF_FRAME = ICRF
                TIME_SYSTEM = UTC
                EPOCH = 2027-03-01T00:00:00
                X = 2000
                Y = 0
                Z = 100
                X_DOT = 0
                Y_DOT = 1.6
                Z_DOT = 0.3
                """;
        assertSame(
                factory(opm.getBytes(StandardCharsets.UTF_8))
                        .create("SC", new TrajectorySpec.Opm("sc.opm", null, null), TWO_DAYS),
                TWO_DAYS);
        assertSame(
                factory(horizons().getBytes(StandardCharsets.UTF_8))
                        .create("SC", new TrajectorySpec.Horizons("sc.txt", null), TWO_DAYS),
                TWO_DAYS);
    }

    /** A circle of 10 000 km about the Earth in a day, in the form of Horizons' output. */
    private static String horizons() {
        StringBuilder text = new StringBuilder("""
                Target body name: Test craft (spacecraft) (-999)  {source: test}
                Center body name: Earth (399)              {source: DE441}
                Center-site name: BODY CENTER
                Output units    : KM-S
                Output type     : GEOMETRIC cartesian states
                Reference frame : ICRF
                JDTDB
                $$SOE
                """);
        double rate = 2 * Math.PI / 86400;
        for (int hour = -1; hour <= 50; hour++) {
            double angle = rate * 3600 * hour;
            text.append(String.format(
                    Locale.ROOT,
                    "%.9f, A.D. 2027-Mar-01 00:00:00.0000, %.9f, %.9f, 0, %.12f, %.12f, 0,%n",
                    2461465.5 + hour / 24.0,
                    1e4 * Math.cos(angle),
                    1e4 * Math.sin(angle),
                    -1e4 * rate * Math.sin(angle),
                    1e4 * rate * Math.cos(angle)));
        }
        return text.append("$$EOE\n").toString();
    }

    private void assertSame(Trajectory original, Interval interval) throws IOException {
        String text = write(original, interval);
        assertThat(text).startsWith("CCSDS_OEM_VERS").contains("INTERPOLATION_DEGREE", "TIME_SYSTEM", "UTC");
        Trajectory back = factory(text.getBytes(StandardCharsets.UTF_8))
                .create("SC", new TrajectorySpec.Oem("sc.oem", null), interval);
        assertThat(back.warnings()).isEmpty();
        assertThat(back.origin()).isEqualTo(original.origin());
        Random random = new Random(7);
        for (int i = 0; i < 200; i++) {
            AbsoluteDate date = context.date(interval.start())
                    .shiftedBy(random.nextDouble() * interval.duration().toSeconds());
            assertThat(back.position(date).distance(original.position(date)))
                    .as("seed 7, %s", date)
                    .isLessThan(2);
        }
    }

    @Test
    void readingAndWritingArtemisKeepsIt() throws IOException {
        byte[] bytes = Files.readAllBytes(Truth.ephemeris(Truth.ARTEMIS));
        Interval day = new Interval(Instant.parse("2026-04-06T12:00:00Z"), Instant.parse("2026-04-07T12:00:00Z"));
        Trajectory original = factory(bytes).create("EM2", new TrajectorySpec.Oem("a.oem", null), day);
        StringBuilder text = new StringBuilder();
        new EphemerisWriter(context).write(original, day, "TEST", CREATED, text);
        Trajectory back = factory(text.toString().getBytes(StandardCharsets.UTF_8))
                .create("EM2", new TrajectorySpec.Oem("b.oem", null), day);
        for (int s = 0; s < 86400; s += 777) {
            AbsoluteDate date = context.date(day.start()).shiftedBy(s);
            assertThat(back.position(date).distance(original.position(date))).isLessThan(5);
        }
    }

    @Test
    void nothingCoveredIsRefused() {
        Trajectory original = factory(new byte[0]).create("SC", keplerian(Body.EARTH, 7000, 0), TWO_DAYS);
        Interval late = new Interval(Instant.parse("2060-01-01T00:00:00Z"), Instant.parse("2060-01-02T00:00:00Z"));
        assertThatThrownBy(
                        () -> new EphemerisWriter(context).write(original, late, "TEST", CREATED, new StringBuilder()))
                .isInstanceOf(EphemerisException.class)
                .hasMessageContaining("2060-01-01");
    }

    private String write(Trajectory trajectory, Interval interval) throws IOException {
        StringBuilder text = new StringBuilder();
        new EphemerisWriter(context).write(trajectory, interval, "TEST", CREATED, text);
        return text.toString();
    }

    private TrajectoryFactory factory(byte[] file) {
        return new TrajectoryFactory(context, source -> new EphemerisFile(String.valueOf(source.file()), file));
    }

    private static TrajectorySpec keplerian(Body center, double aKm, double e) {
        Elements elements = new Elements(aKm, e, 60, 40, 30, 20, AnomalyKind.MEAN, 0, 0);
        return new TrajectorySpec.Keplerian(center, Axes.ICRF, START, elements, null);
    }
}
