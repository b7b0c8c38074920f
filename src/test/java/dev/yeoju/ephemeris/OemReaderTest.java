package dev.yeoju.ephemeris;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.yeoju.model.Interval;
import dev.yeoju.model.TrajectorySpec;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import org.hipparchus.geometry.euclidean.threed.Vector3D;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.orekit.data.DataSource;
import org.orekit.files.ccsds.ndm.WriterBuilder;
import org.orekit.files.ccsds.ndm.odm.oem.Oem;
import org.orekit.files.ccsds.utils.generation.XmlGenerator;
import org.orekit.propagation.BoundedPropagator;
import org.orekit.time.AbsoluteDate;
import org.orekit.utils.IERSConventions;

class OemReaderTest {
    private static final String META = """
            META_START
            OBJECT_NAME = TEST
            OBJECT_ID = 2026-001A
            CENTER_NAME = %s
            REF_FRAME = %s
            TIME_SYSTEM = %s
            START_TIME = 2027-01-01T00:00:00
            STOP_TIME = 2027-01-01T00:40:00
            %s
            META_STOP
            """;

    private final OrekitContext context = OrekitContext.builtIn();
    private final OemReader reader = new OemReader(context);

    @Test
    void artemisTwoIsReadWholeAndTheJoinOfItsSolutionsIsWarned() throws Exception {
        byte[] bytes = Files.readAllBytes(Truth.ephemeris(Truth.ARTEMIS));
        OemReader.Content content = reader.read(new EphemerisFile("artemis.oem", bytes));
        assertThat(content.states()).isEqualTo(3262);
        assertThat(content.warnings()).singleElement().asString().contains("artemis.oem", "2026-04-05T14:59:05.944Z");
        assertThat(content.motion().coverage().spans()).hasSize(1);
        Coverage.Span span = content.motion().coverage().spans().get(0);
        assertThat(context.instant(span.start())).isEqualTo(Instant.parse("2026-04-02T01:57:37.084Z"));
        assertThat(context.instant(span.end())).isEqualTo(Instant.parse("2026-04-10T23:53:16.723Z"));
    }

    @Test
    void artemisTwoIsWhereOrekitsOwnInterpolationPutsIt() throws Exception {
        byte[] bytes = Files.readAllBytes(Truth.ephemeris(Truth.ARTEMIS));
        Motion motion = reader.read(new EphemerisFile("artemis.oem", bytes)).motion();
        Oem oem = CcsdsText.parsers(context)
                .buildOemParser()
                .parseMessage(new DataSource("artemis.oem", () -> new java.io.ByteArrayInputStream(bytes)));
        BoundedPropagator stock = oem.getSegments().get(0).getPropagator();
        Coverage.Span span = motion.coverage().spans().get(0);
        for (double t = 0; t < span.end().durationFrom(span.start()); t += 977) {
            AbsoluteDate date = span.start().shiftedBy(t);
            Vector3D expected = stock.propagate(date).getPosition(context.gcrf());
            assertThat(motion.position(date).distance(expected))
                    .as("at %s", date)
                    .isLessThan(1e-3);
            assertThat(motion.pv(date).getPosition().distance(expected)).isLessThan(1e-3);
        }
    }

    @Test
    void xmlAndKvnSayTheSame() throws Exception {
        String kvn = header() + segment("MOON", "EME2000", "TDB", "", 0, 5);
        Oem oem = CcsdsText.parsers(context)
                .buildOemParser()
                .parseMessage(new DataSource("test.oem", () -> new StringReader(kvn)));
        StringBuilder xml = new StringBuilder();
        try (XmlGenerator generator = new XmlGenerator(xml, 2, "test.xml", 0, false, null)) {
            new WriterBuilder(context.data())
                    .withConventions(IERSConventions.IERS_2010)
                    .buildOemWriter()
                    .writeMessage(generator, oem);
        }
        assertThat(xml).contains("<?xml", "<stateVector>");
        OemReader.Content fromXml = read(xml.toString());
        OemReader.Content fromKvn = read(kvn);
        assertThat(fromXml.states()).isEqualTo(fromKvn.states()).isEqualTo(9);
        assertThat(fromXml.center()).isEqualTo(fromKvn.center());
        AbsoluteDate date = context.date(Instant.parse("2027-01-01T00:12:34Z"));
        assertThat(fromXml.motion().position(date).distance(fromKvn.motion().position(date)))
                .isLessThan(1e-3);
    }

    @Test
    void useableTimesBoundTheCoverage() {
        String extra = "USEABLE_START_TIME = 2027-01-01T00:05:00\nUSEABLE_STOP_TIME = 2027-01-01T00:31:30";
        OemReader.Content content = read(header() + segment("EARTH", "EME2000", "UTC", extra, 0, 5));
        Coverage.Span span = content.motion().coverage().spans().get(0);
        assertThat(context.instant(span.start())).isEqualTo(Instant.parse("2027-01-01T00:05:00Z"));
        assertThat(context.instant(span.end())).isEqualTo(Instant.parse("2027-01-01T00:31:30Z"));
    }

    @Test
    void gapBetweenSegmentsIsNamedAndNotBridged() {
        String second = segment("EARTH", "EME2000", "UTC", "", 60, 5)
                .replace("START_TIME = 2027-01-01T00:00:00", "START_TIME = 2027-01-01T01:00:00")
                .replace("STOP_TIME = 2027-01-01T00:40:00", "STOP_TIME = 2027-01-01T01:40:00");
        OemReader.Content content = read(header() + segment("EARTH", "EME2000", "UTC", "", 0, 5) + second);
        assertThat(content.motion().coverage().spans()).hasSize(2);
        assertThat(content.warnings())
                .singleElement()
                .asString()
                .contains("2027-01-01T00:40:00Z", "2027-01-01T01:00:00Z", "gap");
        assertThat(content.motion().coverage().contains(context.date(Instant.parse("2027-01-01T00:50:00Z"))))
                .isFalse();
    }

    @Test
    void longHoleInsideOneSegmentIsAGap() {
        StringBuilder text = new StringBuilder(
                header() + String.format(META, "EARTH", "EME2000", "UTC", "").replace("00:40:00", "23:40:00"));
        for (int minute = 0; minute <= 60; minute += 5) {
            text.append(state(minute));
        }
        for (int minute = 600; minute <= 660; minute += 5) {
            text.append(state(minute));
        }
        OemReader.Content content = read(text.toString());
        assertThat(content.motion().coverage().gaps()).hasSize(1);
        assertThat(content.warnings())
                .anyMatch(w -> w.contains("2027-01-01T01:00:00Z") && w.contains("2027-01-01T10:00:00Z"));
    }

    /** Seconds of each scale ahead of UTC in 2027 (leap seconds: 37). */
    @ParameterizedTest
    @CsvSource({"UTC, 0", "TAI, 37", "TT, 69.184", "TDB, 69.184", "GPS, 18"})
    void timeSystemsAreRead(String system, double aheadOfUtcS) {
        Coverage.Span span = read(header() + segment("EARTH", "EME2000", system, "", 0, 5))
                .motion()
                .coverage()
                .spans()
                .get(0);
        double utc = span.start().durationFrom(context.date(Instant.parse("2027-01-01T00:00:00Z")));
        assertThat(utc).isCloseTo(-aheadOfUtcS, within(0.002));
    }

    @ParameterizedTest
    @CsvSource({
        "EARTH, EARTH",
        "MOON, EARTH",
        "SUN, BARYCENTER",
        "MARS, BARYCENTER",
        "SOLAR SYSTEM BARYCENTER, BARYCENTER"
    })
    void centersAreRead(String center, Trajectory.Origin origin) {
        assertThat(read(header() + segment(center, "ICRF", "UTC", "", 0, 5))
                        .center()
                        .origin())
                .isEqualTo(origin);
    }

    @Test
    void framesAreCarriedToIcrf() {
        AbsoluteDate date = context.date(Instant.parse("2027-01-01T00:10:00Z"));
        Vector3D raw = new Vector3D(400_000e3, 600e3, 0);
        assertThat(at("GCRF", date)).isEqualTo(raw);
        assertThat(at("ICRF", date)).isEqualTo(raw);
        var frames = context.data().getFrames();
        assertThat(at("EME2000", date))
                .isEqualTo(frames.getEME2000()
                        .getStaticTransformTo(context.gcrf(), date)
                        .transformPosition(raw));
        assertThat(at("ITRF2014", date)
                        .distance(context.itrf()
                                .getStaticTransformTo(context.gcrf(), date)
                                .transformPosition(raw)))
                .isLessThan(10);
    }

    @Test
    void lagrangeAndHermiteFollowTheFile() {
        // x = 400 000 + t^5 km with t in units of 1000 s: a degree-five polynomial, which each must reproduce.
        for (String method : new String[] {"LAGRANGE", "HERMITE"}) {
            StringBuilder text = new StringBuilder(header()
                    + String.format(
                            META, "EARTH", "GCRF", "UTC", "INTERPOLATION = " + method + "\nINTERPOLATION_DEGREE = 5"));
            for (int minute = 0; minute <= 40; minute += 5) {
                double t = minute * 0.06;
                text.append(String.format(
                        java.util.Locale.ROOT,
                        "2027-01-01T00:%02d:00 %.12f 0 0 %.15f 0 0%n",
                        minute,
                        400_000 + Math.pow(t, 5),
                        5 * Math.pow(t, 4) / 1000));
            }
            OemReader.Content content = read(text.toString());
            for (int s : new int[] {130, 1000, 1515, 2390}) {
                AbsoluteDate date =
                        context.date(Instant.parse("2027-01-01T00:00:00Z").plusSeconds(s));
                double expected = 1000 * (400_000 + Math.pow(s / 1000.0, 5));
                assertThat(content.motion().position(date).getX()).as(method).isCloseTo(expected, within(1e-4));
                assertThat(content.motion().pv(date).getVelocity().getX())
                        .as(method)
                        .isCloseTo(5 * Math.pow(s / 1000.0, 4), within(1e-6));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "VENUS, EME2000, UTC, CENTER_NAME (VENUS)",
        "EARTH, RTN, UTC, REF_FRAME (RTN)",
        "MOON, ITRF2014, UTC, REF_FRAME (ITRF",
        "EARTH, EME2000, MET, MET",
        "EARTH, EME2000, XYZ, XYZ"
    })
    void whatIsNotSupportedIsNamedWithTheFix(String center, String frame, String system, String named) {
        assertThatThrownBy(() -> read(header() + segment(center, frame, system, "", 0, 5)))
                .isInstanceOf(EphemerisException.class)
                .hasMessageContaining("test.oem")
                .hasMessageContaining(named)
                .hasMessageContaining("Maybe");
    }

    @Test
    void badStateLineIsNamedByItsNumber() {
        String text = header() + segment("EARTH", "EME2000", "UTC", "", 0, 5);
        String broken = text.replace("2027-01-01T00:10:00 400000", "2027-01-01T00:10:00 4OOOOO");
        long line = broken.substring(0, broken.indexOf("4OOOOO")).lines().count();
        assertThatThrownBy(() -> read(broken))
                .isInstanceOfSatisfying(
                        EphemerisException.class,
                        e -> assertThat(e.fault().pointer()).isEqualTo("test.oem:" + line));
    }

    @Test
    void statesOutOfOrderAreRefused() {
        String text = header() + String.format(META, "EARTH", "EME2000", "UTC", "") + state(0) + state(10) + state(5);
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(EphemerisException.class)
                .hasMessageContaining("not in order of time")
                .hasMessageContaining("2027-01-01T00:05:00Z");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hello",
                "CCSDS_OEM_VERS = 2.0\n",
                "CCSDS_OEM_VERS = 99.0\nCREATION_DATE = x\nORIGINATOR = y\n",
                "{\"json\": true}",
                "<?xml version=\"1.0\"?><oem>",
                "<?xml version=\"1.0\"?><html></html>",
                "META_START\nMETA_STOP\n",
                "CCSDS_OEM_VERS = 2.0\nCREATION_DATE = 2026-01-01T00:00:00\nORIGINATOR = Y\nMETA_START\nMETA_STOP\n2026 1\n"
            })
    void filesThatAreNoOemAreOneClearMessage(String text) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(EphemerisException.class)
                .hasMessageStartingWith("test.oem")
                .hasMessageContaining("Maybe")
                .hasMessageNotContaining("\n")
                .hasMessageNotContaining("Exception");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16BE", "UTF-16LE"})
    void documentTypesAreRefusedInAnyEncoding(String charset) throws Exception {
        String text = "<?xml version=\"1.0\" encoding=\"" + charset
                + "\"?>\n<!DOCTYPE oem [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>\n<oem>&a;</oem>";
        assertThatThrownBy(() -> reader.read(new EphemerisFile("evil.xml", text.getBytes(charset))))
                .isInstanceOf(EphemerisException.class)
                .satisfies(e -> assertThat(e.getMessage()).containsAnyOf("DOCTYPE", "not UTF-8"));
    }

    @Test
    void binaryAndOversizeFilesAreRefused() {
        assertThatThrownBy(() -> reader.read(new EphemerisFile("x.oem", new byte[] {(byte) 0xff, 1, 0, 2})))
                .isInstanceOf(EphemerisException.class)
                .hasMessageContaining("not UTF-8 text");
        assertThatThrownBy(() -> new EphemerisFile("x.oem", new byte[EphemerisFile.MAX_BYTES + 1]))
                .isInstanceOf(EphemerisException.class)
                .hasMessageContaining("too large");
    }

    @Test
    void pastItsEndIsWarnedAndNeverExtrapolated() {
        EphemerisFile file = file(header() + segment("EARTH", "EME2000", "UTC", "", 0, 5));
        Interval horizon = new Interval(Instant.parse("2026-12-31T00:00:00Z"), Instant.parse("2027-01-02T00:00:00Z"));
        Trajectory trajectory = new TrajectoryFactory(context, source -> file)
                .create("SC", new TrajectorySpec.Oem("test.oem", null), horizon);
        assertThat(trajectory.warnings()).hasSize(2).allMatch(w -> w.contains("test.oem"));
        assertThatThrownBy(() -> trajectory.position(context.date(Instant.parse("2027-01-01T00:40:01Z"))))
                .isInstanceOf(EphemerisException.class)
                .hasMessageContaining("SC");
        assertThat(trajectory
                        .position(context.date(Instant.parse("2027-01-01T00:40:00Z")))
                        .getNorm())
                .isGreaterThan(1);
    }

    private Vector3D at(String frame, AbsoluteDate date) {
        return read(header() + segment("EARTH", frame, "UTC", "", 0, 5))
                .motion()
                .position(date);
    }

    private OemReader.Content read(String text) {
        return reader.read(file(text));
    }

    private static EphemerisFile file(String text) {
        return new EphemerisFile("test.oem", text.getBytes(StandardCharsets.UTF_8));
    }

    private static String header() {
        return "CCSDS_OEM_VERS = 2.0\nCREATION_DATE = 2026-12-01T00:00:00\nORIGINATOR = TEST\n";
    }

    private static String segment(String center, String frame, String system, String extra, int fromMinute, int step) {
        StringBuilder text = new StringBuilder(String.format(META, center, frame, system, extra));
        for (int minute = fromMinute; minute <= fromMinute + 40; minute += step) {
            text.append(state(minute));
        }
        return text.toString();
    }

    /** A straight line along y at 1 km/s. */
    private static String state(int minute) {
        return String.format("2027-01-01T%02d:%02d:00 400000 %d 0 0 1 0%n", minute / 60, minute % 60, minute * 60);
    }
}
