package dev.yeoju.ephemeris;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.hipparchus.geometry.euclidean.threed.Vector3D;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.orekit.time.AbsoluteDate;

class HorizonsReaderTest {
    /** The form of Horizons' own output, written for this test: a circle of 10 000 km with a period of a day. */
    private static final String HEAD = """
            *******************************************************************************
            Target body name: Test craft (spacecraft) (-999)  {source: test}
            Center body name: %s              {source: DE441}
            Center-site name: BODY CENTER
            *******************************************************************************
            Start time      : A.D. 2027-Jan-01 00:00:00.0000 TDB
            Output units    : %s
            Output type     : GEOMETRIC cartesian states
            Reference frame : %s
            *******************************************************************************
            JDTDB
            $$SOE
            """;

    private static final double RATE = 2 * Math.PI / 86400;

    private final OrekitContext context = OrekitContext.builtIn();
    private final HorizonsReader reader = new HorizonsReader(context);

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void statesAreReadLabelledAndCommaSeparated(boolean labelled) {
        HorizonsReader.Content content = read(table("Earth (399)", "KM-S", "ICRF", labelled));
        assertThat(content.states()).isEqualTo(25);
        AbsoluteDate start =
                new AbsoluteDate(2027, 1, 1, context.data().getTimeScales().getTDB());
        assertThat(content.motion().coverage().spans().get(0).start().durationFrom(start))
                .isCloseTo(0, within(1e-4));
        AbsoluteDate date = start.shiftedBy(30_000);
        Vector3D expected = new Vector3D(Math.cos(RATE * 30_000), Math.sin(RATE * 30_000), 0).scalarMultiply(1e7);
        assertThat(content.motion().position(date).distance(expected)).isLessThan(2);
    }

    @ParameterizedTest
    @CsvSource({
        "Earth (399), EARTH",
        "Moon (301), EARTH",
        "Sun (10), BARYCENTER",
        "Mars (499), BARYCENTER",
        "Solar System Barycenter (0), BARYCENTER"
    })
    void centersAreRead(String center, Trajectory.Origin origin) {
        assertThat(read(table(center, "KM-S", "ICRF", true)).center().origin()).isEqualTo(origin);
    }

    @Test
    void eclipticAxesAreTurned() {
        HorizonsReader.Content content = read(table("Sun (10)", "KM-S", "Ecliptic of J2000.0", true));
        AbsoluteDate quarter =
                content.motion().coverage().spans().get(0).start().shiftedBy(21_600);
        Vector3D position = content.motion().position(quarter);
        assertThat(Math.toDegrees(position.getDelta())).isCloseTo(23.4393, within(1e-3));
    }

    @Test
    void unitsAreConverted() {
        double au = read(table("Sun (10)", "AU-D", "ICRF", false))
                .motion()
                .position(read(table("Sun (10)", "AU-D", "ICRF", false))
                        .motion()
                        .coverage()
                        .spans()
                        .get(0)
                        .start())
                .getNorm();
        assertThat(au).isCloseTo(10_000 * 149_597_870_700.0, within(1e6));
    }

    @ParameterizedTest
    @CsvSource({
        "Phobos (401), KM-S, ICRF, Phobos (401)",
        "Earth (399), LY-S, ICRF, LY-S",
        "Earth (399), KM-S, B1950, B1950"
    })
    void whatIsNotSupportedIsNamed(String center, String units, String frame, String named) {
        assertThatThrownBy(() -> read(table(center, units, frame, true)))
                .isInstanceOf(EphemerisException.class)
                .hasMessageContaining(named)
                .hasMessageContaining("Maybe");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "hello", "$$EOE\n$$SOE\n", "$$SOE\n$$EOE"})
    void otherFilesAreOneClearMessage(String text) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(EphemerisException.class)
                .hasMessageContaining("Maybe");
    }

    @Test
    void brokenRowIsNamedByItsLine() {
        String text = table("Earth (399)", "KM-S", "ICRF", false)
                .replaceFirst("A\\.D\\. 2027-Jan-01 03[^,]*, *[-0-9.E+]+", "A.D., oops");
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(EphemerisException.class)
                .hasMessageContaining("test.txt:16")
                .hasMessageContaining("oops");
    }

    private HorizonsReader.Content read(String text) {
        return reader.read(new EphemerisFile("test.txt", text.getBytes(StandardCharsets.UTF_8)));
    }

    private static String table(String center, String units, String frame, boolean labelled) {
        StringBuilder text = new StringBuilder(String.format(HEAD, center, units, frame));
        for (int hour = 0; hour <= 24; hour++) {
            double angle = RATE * 3600 * hour;
            String date = String.format(Locale.ROOT, "%.9f", 2461406.5 + hour / 24.0);
            String calendar = String.format(Locale.ROOT, "A.D. 2027-Jan-01 %02d:00:00.0000", hour);
            double x = 10_000 * Math.cos(angle);
            double y = 10_000 * Math.sin(angle);
            double vx = -10_000 * RATE * Math.sin(angle);
            double vy = 10_000 * RATE * Math.cos(angle);
            text.append(String.format(
                    Locale.ROOT,
                    labelled
                            ? "%s = %s TDB%n X =%.15E Y =%.15E Z = 0.000000000000000E+00%n VX=%.15E VY=%.15E VZ= 0.0E+00%n LT= 3.3E-02 RG= 1.0E+04 RR= 0.0E+00%n"
                            : "%s, %s, %.15E, %.15E, 0.0E+00, %.15E, %.15E, 0.0E+00, 3.3E-02, 1.0E+04, 0.0,%n",
                    date,
                    calendar,
                    x,
                    y,
                    vx,
                    vy));
        }
        return text.append("$$EOE\n").toString();
    }
}
