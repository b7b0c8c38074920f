package dev.yeoju.ephemeris;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.yeoju.model.Body;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.hipparchus.geometry.euclidean.threed.Rotation;
import org.hipparchus.geometry.euclidean.threed.RotationConvention;
import org.hipparchus.geometry.euclidean.threed.RotationOrder;
import org.hipparchus.geometry.euclidean.threed.Vector3D;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.orekit.time.AbsoluteDate;
import org.orekit.utils.Constants;
import org.orekit.utils.PVCoordinates;

class SolarSystemTest {
    private static final double ARCSEC = Math.toRadians(1 / 3600.0);

    private final OrekitContext context = OrekitContext.builtIn();
    private final SolarSystem solarSystem = context.solarSystem();

    /** JPL DE440 (1999/2000, 2023) and DE430 (2010, 2016). */
    @ParameterizedTest
    @CsvSource({
        "linux_p1550p2650.440, 1999-11-23T00:00:00Z, 190",
        "lnxp2010.430, 2010-10-04T00:00:00Z, 62",
        "lnxp2016.430, 2016-01-05T00:00:00Z, 62",
        "lnxp2023.430, 2023-01-09T00:00:00Z, 94"
    })
    void bodiesAgreeWithJplEphemerides(String file, Instant start, int days, @TempDir Path folder) throws Exception {
        Files.copy(Truth.ephemeris(file), folder.resolve(file));
        SolarSystem jpl = OrekitContext.withData(folder).solarSystem();
        for (double day = 0; day < days; day += 2.31) {
            AbsoluteDate date = context.date(start).shiftedBy(day * 86400);
            assertThat(separationArcsec(jpl, Body.MOON, date))
                    .as("Moon, %s", date)
                    .isLessThan(0.3);
            assertThat(separationArcsec(jpl, Body.SUN, date))
                    .as("Sun, %s", date)
                    .isLessThan(0.1);
            for (Body planet : List.of(Body.MARS, Body.VENUS, Body.JUPITER)) {
                assertThat(separationArcsec(jpl, planet, date))
                        .as("%s, %s", planet, date)
                        .isLessThan(0.5);
            }
            double moonKm =
                    solarSystem.geocentricPosition(Body.MOON, date).distance(jpl.geocentricPosition(Body.MOON, date))
                            / 1000;
            assertThat(moonKm).as("Moon, %s", date).isLessThan(0.5);
            Vector3D moonVelocity = solarSystem.geocentric(Body.MOON, date).getVelocity();
            assertThat(moonVelocity.distance(jpl.geocentric(Body.MOON, date).getVelocity()))
                    .isLessThan(0.003);
            Vector3D earthVelocity = solarSystem.earthBarycentric(date).getVelocity();
            assertThat(earthVelocity.distance(jpl.earthBarycentric(date).getVelocity()))
                    .isLessThan(0.1);
        }
    }

    private double separationArcsec(SolarSystem jpl, Body body, AbsoluteDate date) {
        return Vector3D.angle(solarSystem.geocentricPosition(body, date), jpl.geocentricPosition(body, date)) / ARCSEC;
    }

    /** Horizons' astrometric places: the Moon at t - tau and the Earth at t, both from the barycentre. */
    @Test
    void moonAgreesWithHorizons() throws Exception {
        List<String> rows = Files.readAllLines(Truth.ephemeris("moon_horizons_de441.txt"));
        assertThat(rows).hasSizeGreaterThan(10);
        for (String row : rows) {
            String[] f = row.trim().split("\\s+");
            AbsoluteDate date = context.date(Instant.parse(f[0] + "Z"));
            double rightAscension = Math.toRadians(15 * sexagesimal(f[1], f[2], f[3]));
            double declination = Math.toRadians(sexagesimal(f[4], f[5], f[6]));
            Vector3D earth = solarSystem.earthBarycentric(date).getPosition();
            Vector3D seen = Vector3D.ZERO;
            double tau = 1.3;
            for (int i = 0; i < 4; i++) {
                seen = solarSystem
                        .barycentricPosition(Body.MOON, date.shiftedBy(-tau))
                        .subtract(earth);
                tau = seen.getNorm() / Constants.SPEED_OF_LIGHT;
            }
            double error = Vector3D.angle(seen, new Vector3D(rightAscension, declination)) / ARCSEC;
            assertThat(error).as(row).isLessThan(0.3);
        }
    }

    private static double sexagesimal(String whole, String minutes, String seconds) {
        double size = Math.abs(Double.parseDouble(whole))
                + Double.parseDouble(minutes) / 60
                + Double.parseDouble(seconds) / 3600;
        return whole.startsWith("-") ? -size : size;
    }

    @ParameterizedTest
    @EnumSource(Body.class)
    void velocitiesAreTheDerivativesOfPositions(Body body) {
        for (String instant : List.of("1999-02-01T00:00:00Z", "2026-11-23T05:00:00Z", "2045-12-20T00:00:00Z")) {
            AbsoluteDate date = context.date(Instant.parse(instant));
            Vector3D before = solarSystem.geocentricPosition(body, date.shiftedBy(-50));
            Vector3D after = solarSystem.geocentricPosition(body, date.shiftedBy(50));
            PVCoordinates pv = solarSystem.geocentric(body, date);
            assertThat(pv.getPosition()).isEqualTo(solarSystem.geocentricPosition(body, date));
            assertThat(after.subtract(before).scalarMultiply(0.01).distance(pv.getVelocity()))
                    .as("%s at %s", body, instant)
                    .isLessThan(1e-3);
        }
    }

    @Test
    void blocksMeetWithoutASeam() {
        // Moon blocks are eight days long and start at 1999-01-01 TDB.
        AbsoluteDate seam = context.j2000().shiftedBy((2451179.5 + 8 * 1200 - 2451545.0) * 86400);
        Vector3D before = solarSystem.geocentricPosition(Body.MOON, seam.shiftedBy(-1));
        Vector3D after = solarSystem.geocentricPosition(Body.MOON, seam.shiftedBy(1));
        Vector3D velocity = solarSystem.geocentric(Body.MOON, seam).getVelocity();
        assertThat(after.subtract(before).subtract(velocity.scalarMultiply(2)).getNorm())
                .isLessThan(0.05);
    }

    @Test
    void outsideTheTablesThereIsAClearMessage() {
        AbsoluteDate date = context.date(Instant.parse("2050-01-01T00:00:00Z"));
        assertThat(solarSystem.coverage().contains(date)).isFalse();
        assertThatThrownBy(() -> solarSystem.geocentricPosition(Body.SUN, date))
                .isInstanceOf(EphemerisException.class)
                .hasMessageContaining("2050-01-01")
                .hasMessageContaining("--orekit-data");
    }

    @ParameterizedTest
    @EnumSource(names = {"MOON", "MARS", "SUN", "VENUS"})
    void bodyRotationsAgreeWithOrekitsOwnImplementationOfTheSameReport(Body body, @TempDir Path folder)
            throws Exception {
        Files.copy(Truth.ephemeris("lnxp2023.430"), folder.resolve("lnxp2023.430"));
        OrekitContext jpl = OrekitContext.withData(folder);
        AbsoluteDate date = jpl.date(Instant.parse("2023-02-10T07:00:00Z"));
        Rotation orekit = jpl.data()
                .getCelestialBodies()
                .getBody(TabulatedBodies.orekitName(body))
                .getBodyOrientedFrame()
                .getStaticTransformTo(context.gcrf(), date)
                .getRotation()
                .revert();
        assertThat(Rotation.distance(orekit, solarSystem.bodyFixed(body, date))).isLessThan(1e-8);
    }

    /**
     * Principal axes of DE440/DE430 turned to the mean Earth/polar axis ones by Rx(-0.285") Ry(-78.580") Rz(-67.573")
     * (Folkner et al. 2014, IPN Progress Report 42-196). The WGCCRE series is good to about 150 m on the surface.
     */
    @ParameterizedTest
    @CsvSource({"linux_p1550p2650.440", "lnxp2010.430", "lnxp2016.430", "lnxp2023.430"})
    void moonRotationAgreesWithTheIntegratedLibration(String file) throws Exception {
        JplFile jpl = new JplFile(Truth.ephemeris(file));
        Rotation toMeanEarth = axis(Vector3D.PLUS_I, -0.285)
                .applyTo(axis(Vector3D.PLUS_J, -78.580).applyTo(axis(Vector3D.PLUS_K, -67.573)));
        for (double jd : jpl.dates()) {
            double[] angles = jpl.librations(jd);
            Rotation principal = new Rotation(
                    RotationOrder.ZXZ, RotationConvention.FRAME_TRANSFORM, angles[0], angles[1], angles[2]);
            Rotation iau = IauRotation.bodyFixed(Body.MOON, jd - 2451545.0);
            double metres = Rotation.distance(toMeanEarth.applyTo(principal), iau) * 1_737_400;
            assertThat(metres).as("JD %s", jd).isLessThan(200);
        }
    }

    private static Rotation axis(Vector3D axis, double arcsec) {
        return new Rotation(axis, arcsec * ARCSEC, RotationConvention.FRAME_TRANSFORM);
    }

    @Test
    void marsTurnsOnceInASiderealDay() {
        AbsoluteDate date = context.date(Instant.parse("2027-01-01T00:00:00Z"));
        Rotation now = solarSystem.bodyFixed(Body.MARS, date);
        Rotation later = solarSystem.bodyFixed(Body.MARS, date.shiftedBy(88_642.663));
        assertThat(Rotation.distance(now, later)).isCloseTo(0, within(1e-5));
    }
}
