package dev.yeoju.ephemeris;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.yeoju.model.Body;
import dev.yeoju.model.Interval;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.hipparchus.geometry.euclidean.threed.Vector3D;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.orekit.bodies.GeodeticPoint;
import org.orekit.bodies.OneAxisEllipsoid;
import org.orekit.frames.TopocentricFrame;
import org.orekit.time.AbsoluteDate;
import org.orekit.utils.Constants;
import org.orekit.utils.IERSConventions;

class OrekitContextTest {
    private final OrekitContext context = OrekitContext.builtIn();

    /** Reference: the Moon's centre over the Korean Deep Space Antenna, airless, zero EOP, checked with an ERFA chain. */
    @ParameterizedTest
    @CsvSource({
        "2026-11-22T00:00:00Z, 345.119435, -39.010426",
        "2027-06-01T00:00:00Z, 180.130367, 64.572448",
        "2030-01-01T00:00:00Z, 172.184482, 29.372464"
    })
    void moonStandsWhereAnIndependentChainPutsIt(Instant instant, double azimuthDeg, double elevationDeg) {
        OneAxisEllipsoid earth = new OneAxisEllipsoid(
                Constants.WGS84_EARTH_EQUATORIAL_RADIUS, Constants.WGS84_EARTH_FLATTENING, context.itrf());
        TopocentricFrame antenna = new TopocentricFrame(
                earth, new GeodeticPoint(Math.toRadians(37.20723347), Math.toRadians(127.62181206), 145.359), "KDSA");
        AbsoluteDate date = context.date(instant);
        Vector3D moon = context.solarSystem().geocentricPosition(Body.MOON, date);
        assertThat(Math.toDegrees(antenna.getAzimuth(moon, context.gcrf(), date)))
                .isCloseTo(azimuthDeg, within(0.001));
        assertThat(Math.toDegrees(antenna.getElevation(moon, context.gcrf(), date)))
                .isCloseTo(elevationDeg, within(0.001));
    }

    /** IERS Bulletin C. */
    @ParameterizedTest
    @CsvSource({
        "1972-01-01T00:00:00Z, 10", "1972-06-30T23:59:59Z, 10", "1972-07-01T00:00:00Z, 11", "1981-07-01T00:00:00Z, 20",
        "1990-01-01T00:00:00Z, 25", "1999-01-01T00:00:00Z, 32", "2005-12-31T23:59:59Z, 32", "2006-01-01T00:00:00Z, 33",
        "2009-01-01T00:00:00Z, 34", "2012-07-01T00:00:00Z, 35", "2015-07-01T00:00:00Z, 36", "2016-12-31T23:59:59Z, 36",
        "2017-01-01T00:00:00Z, 37", "2026-11-23T00:00:00Z, 37"
    })
    void leapSecondsAreThoseOfBulletinC(Instant instant, double taiMinusUtcS) {
        AbsoluteDate date = context.date(instant);
        assertThat(-context.utc().offsetFromTAI(date).toDouble()).isEqualTo(taiMinusUtcS);
    }

    @Test
    void instantsSurviveTheRoundTrip() {
        Instant instant = Instant.parse("2026-12-07T01:02:03.456789Z");
        assertThat(context.instant(context.date(instant))).isEqualTo(instant);
    }

    @Test
    void orekitsOwnBodiesAgreeWithTheTables() {
        AbsoluteDate date = context.date(Instant.parse("2027-03-01T12:00:00Z"));
        for (Body body : Body.values()) {
            var orekit = context.data().getCelestialBodies().getBody(TabulatedBodies.orekitName(body));
            Vector3D expected = context.solarSystem().geocentricPosition(body, date);
            assertThat(orekit.getPosition(date, context.gcrf()).distance(expected))
                    .as("%s", body)
                    .isLessThan(1e-6);
            Vector3D icrf = orekit.getPosition(date, context.data().getFrames().getICRF());
            assertThat(icrf.distance(context.solarSystem().barycentricPosition(body, date)))
                    .as("%s from the barycentre", body)
                    .isLessThan(0.01);
            Vector3D eme2000 =
                    orekit.getPosition(date, context.data().getFrames().getEME2000());
            assertThat(eme2000.getNorm()).isCloseTo(expected.getNorm(), within(0.001));
        }
    }

    @Test
    void contextsLiveSideBySideAndLeaveOrekitsDefaultAlone() {
        OrekitContext other = OrekitContext.builtIn();
        AbsoluteDate date = context.date(Instant.parse("2027-03-01T12:00:00Z"));
        assertThat(other.data()).isNotSameAs(context.data());
        assertThat(other.solarSystem().geocentricPosition(Body.SUN, date))
                .isEqualTo(context.solarSystem().geocentricPosition(Body.SUN, date));
        assertThat(org.orekit.data.DataContext.getDefault()).isNotIn(other.data(), context.data());
    }

    @Test
    void ownDataFolderWinsForThePlanets(@TempDir Path folder) throws Exception {
        Files.copy(Truth.ephemeris("lnxp2023.430"), folder.resolve("lnxp2023.430"));
        OrekitContext own = OrekitContext.withData(folder);
        assertThat(own.sources()).contains("planets: orekit-data", "leap seconds: built in");
        AbsoluteDate date = own.date(Instant.parse("2023-02-20T00:00:00Z"));
        double differenceM = own.solarSystem()
                .geocentricPosition(Body.MOON, date)
                .distance(context.solarSystem().geocentricPosition(Body.MOON, date));
        assertThat(differenceM).isBetween(1.0, 1000.0);
        assertThatThrownBy(() -> own.solarSystem()
                        .geocentricPosition(Body.MOON, own.date(Instant.parse("2027-02-20T00:00:00Z"))))
                .isInstanceOf(EphemerisException.class)
                .hasMessageContaining("2027-02-20")
                .hasMessageContaining("Maybe");
    }

    @Test
    void ownDataFolderWinsForEarthOrientation(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("finals2000A.all"), finals(61362, 20, 0.25));
        OrekitContext own = OrekitContext.withData(folder);
        assertThat(own.sources())
                .contains("planets: built-in tables")
                .anyMatch(line -> line.contains("Earth orientation parameters: orekit-data"));
        AbsoluteDate date = own.date(Instant.parse("2026-11-22T00:00:00Z"));
        double ut1MinusUtcS = own.data()
                .getFrames()
                .getEOPHistory(IERSConventions.IERS_2010, true)
                .getUT1MinusUTC(date);
        assertThat(ut1MinusUtcS).isCloseTo(0.25, within(1e-9));
        assertThat(context.data()
                        .getFrames()
                        .getEOPHistory(IERSConventions.IERS_2010, true)
                        .getUT1MinusUTC(date))
                .isZero();
    }

    @Test
    void horizonPastTheEarthOrientationParametersIsWarned(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("finals2000A.all"), finals(61362, 20, 0.25));
        OrekitContext own = OrekitContext.withData(folder);
        Instant inside = Instant.parse("2026-11-20T00:00:00Z");
        Interval day = new Interval(inside, inside.plusSeconds(86400));
        Interval year = new Interval(inside, inside.plusSeconds(365 * 86400L));
        assertThat(own.warnings(day)).isEmpty();
        assertThat(own.warnings(year)).singleElement().asString().contains("finals2000A", "zero");
        assertThat(context.warnings(year)).isEmpty();
    }

    @Test
    void missingOrUselessDataFolderIsOneClearMessage(@TempDir Path folder) throws Exception {
        assertThatThrownBy(() -> OrekitContext.withData(folder.resolve("nowhere")))
                .isInstanceOf(EphemerisException.class)
                .hasMessageContaining("nowhere")
                .hasMessageContaining("does not exist")
                .hasMessageContaining("Maybe");
        assertThatThrownBy(() -> OrekitContext.withData(folder))
                .isInstanceOf(EphemerisException.class)
                .hasMessageContaining("holds no");
        Files.writeString(folder.resolve("tai-utc.dat"), "this is not a table of leap seconds\n");
        assertThatThrownBy(() -> OrekitContext.withData(folder))
                .isInstanceOf(EphemerisException.class)
                .hasMessageContaining("cannot be used");
    }

    /** Rows of an IERS finals2000A file (columns of its readme), pole at rest, UT1-UTC constant. */
    private static String finals(int firstMjd, int days, double ut1MinusUtcS) {
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < days; i++) {
            var day = java.time.LocalDate.ofEpochDay(firstMjd - 40587 + i);
            StringBuilder row = new StringBuilder(" ".repeat(187));
            put(row, 1, String.format("%02d%2d%2d", day.getYear() % 100, day.getMonthValue(), day.getDayOfMonth()));
            put(row, 8, String.format("%8.2f", (double) (firstMjd + i)));
            put(row, 17, "I  0.100000 0.000010  0.200000 0.000010");
            put(row, 58, String.format("I%10.7f 0.0000100", ut1MinusUtcS));
            put(row, 80, " 0.0000 0.0000");
            put(row, 96, "I     0.000    0.100     0.000    0.100");
            rows.append(row).append('\n');
        }
        return rows.toString();
    }

    private static void put(StringBuilder row, int column, String text) {
        row.replace(column - 1, column - 1 + text.length(), text);
    }
}
