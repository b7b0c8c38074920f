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
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.util.Random;
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
                new TrajectorySpec.Surface(Body.MOON, -84.79, 29.2, 0, ElevationMask.flat(0)));
    }

    @ParameterizedTest
    @MethodSource("trajectories")
    void whatIsWrittenReadsBackTheSame(TrajectorySpec spec) throws IOException {
        Trajectory original = factory(new byte[0]).create("SC", spec, TWO_DAYS);
        String text = write(original);
        assertThat(text).startsWith("CCSDS_OEM_VERS").contains("INTERPOLATION_DEGREE", "TIME_SYSTEM", "UTC");
        Trajectory back = factory(text.getBytes(StandardCharsets.UTF_8))
                .create("SC", new TrajectorySpec.Oem("sc.oem", null), TWO_DAYS);
        assertThat(back.warnings()).isEmpty();
        assertThat(back.origin()).isEqualTo(original.origin());
        Random random = new Random(7);
        for (int i = 0; i < 200; i++) {
            AbsoluteDate date = context.date(START).shiftedBy(random.nextDouble() * 2 * 86400);
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

    private String write(Trajectory trajectory) throws IOException {
        StringBuilder text = new StringBuilder();
        new EphemerisWriter(context).write(trajectory, TWO_DAYS, "TEST", CREATED, text);
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
