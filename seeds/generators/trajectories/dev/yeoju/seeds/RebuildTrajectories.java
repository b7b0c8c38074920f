package dev.yeoju.seeds;

import dev.yeoju.ephemeris.OrekitContext;
import dev.yeoju.ephemeris.SolarSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.hipparchus.util.FastMath;
import org.orekit.time.AbsoluteDate;

/** Makes every derived OEM of the catalogue: {@code RebuildTrajectories DIRECTORY}. */
public final class RebuildTrajectories {
    /** Largest interpolation error that a file may have, metres. */
    static final double LARGEST_INTERPOLATION_ERROR_M = 10;

    private static final String CREATED = "2026-11-23T00:00:00";
    private static final double HOUR_S = 3_600;
    private static final double DAY_S = 86_400;

    private final OrekitContext orekit = OrekitContext.builtIn();
    private final SolarSystem solarSystem = orekit.solarSystem();
    private final Path directory;

    /** @param directory where the files go */
    public RebuildTrajectories(Path directory) {
        this.directory = directory;
    }

    /** @param args the directory to write to */
    public static void main(String[] args) throws IOException {
        if (args.length != 1) {
            throw new IllegalArgumentException("One argument is expected: the directory to write to.");
        }
        Path directory = Path.of(args[0]);
        Files.createDirectories(directory);
        new RebuildTrajectories(directory).all();
    }

    /** Writes every file. */
    public void all() {
        nrho();
        solar1();
        orionFlyby();
    }

    /** The halo orbit of Orion and the Gateway, December 2026 to February 2027. */
    public void nrho() {
        Motion motion = NearRectilinearHalo.ballistic(
                solarSystem,
                date("2026-11-22T00:00:00Z"),
                16,
                date("2026-12-01T00:00:00Z"),
                date("2027-03-01T00:00:00Z"));
        write(
                "nrho-9-2.oem",
                "NRHO 9:2",
                "YEOJU-NRHO-9-2",
                List.of(
                        "L2 southern near-rectilinear halo orbit, nine revolutions in two synodic months: synthetic.",
                        "Corrected in the circular restricted three-body problem, then made ballistic by multiple shooting",
                        "with Earth (J2), Moon and Sun. Made by seeds/generators/rebuild.sh."),
                List.of(new SampledMotion(solarSystem, motion, 2 * HOUR_S)));
    }

    /** The monitor of the solar wind at L1, December 2026 to February 2027. */
    public void solar1() {
        Motion motion = SunEarthLissajous.ballistic(
                solarSystem,
                date("2026-12-26T00:00:00Z"),
                120e6,
                90e6,
                FastMath.toRadians(12),
                date("2026-12-01T00:00:00Z"),
                date("2027-03-01T00:00:00Z"));
        write(
                "solar-1.oem",
                "SOLAR-1",
                "YEOJU-SOLAR-1",
                List.of(
                        "Lissajous orbit of small amplitude about the Sun-Earth point L1: synthetic, not the flown one.",
                        "Linear solution made ballistic by multiple shooting with Earth (J2), Moon and Sun.",
                        "Made by seeds/generators/rebuild.sh."),
                List.of(new SampledMotion(solarSystem, motion, 6 * HOUR_S)));
    }

    /** The crewed free-return flyby, February 2027. */
    public void orionFlyby() {
        FreeReturnFlyby.Flight flight = FreeReturnFlyby.fly(
                solarSystem,
                new FreeReturnFlyby.Aim(
                        date("2027-02-10T06:00:00Z"), 9_000e3, 185e3, 28.5, 54e3, 23.5 * HOUR_S, 22 * HOUR_S));
        write(
                "orion-flyby.oem",
                "ORION FLYBY",
                "YEOJU-ORION-FLYBY",
                List.of(
                        "Free-return flyby of the Moon after one high ellipse about the Earth: synthetic, not a flown ephemeris.",
                        "Targeted from pericynthion with Earth (J2), Moon and Sun; ends at the entry interface (121.92 km).",
                        "Made by seeds/generators/rebuild.sh."),
                List.of(
                        new SampledMotion(solarSystem, flight.checkout(), 0.25 * HOUR_S),
                        new SampledMotion(solarSystem, flight.flyby(), 0.25 * HOUR_S)));
    }

    private void write(String file, String name, String id, List<String> comments, List<SampledMotion> segments) {
        double errorM = 0;
        int states = 0;
        for (SampledMotion segment : segments) {
            errorM = FastMath.max(errorM, segment.interpolationErrorM());
            states += segment.dates().size();
        }
        System.out.printf(Locale.ROOT, "%s: %d states, largest interpolation error %.3f m%n", file, states, errorM);
        if (errorM > LARGEST_INTERPOLATION_ERROR_M) {
            throw new IllegalStateException(file + " would interpolate to " + errorM + " m only; at most "
                    + LARGEST_INTERPOLATION_ERROR_M + " m is allowed.");
        }
        new OemFile(orekit.utc()).write(directory.resolve(file), CREATED, name, id, comments, segments);
    }

    private AbsoluteDate date(String instant) {
        return orekit.date(Instant.parse(instant));
    }
}
