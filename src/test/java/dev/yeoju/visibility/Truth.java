package dev.yeoju.visibility;

import static org.assertj.core.api.Assumptions.assumeThat;

import dev.yeoju.ephemeris.EphemerisFile;
import dev.yeoju.ephemeris.OrekitContext;
import dev.yeoju.ephemeris.Trajectory;
import dev.yeoju.ephemeris.TrajectoryFactory;
import dev.yeoju.model.Interval;
import dev.yeoju.model.TrajectorySpec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The reference files beside the repository; tests that need them are skipped where they are not there. */
final class Truth {
    private static final Path ROOT = Path.of("..", "shared", "truth");
    private static final Path ARTEMIS = ROOT.resolve("ephemeris/Artemis_II_OEM_2026_04_10_Post-ICPS-Sep-to-EI.asc");

    /** All of the ephemeris's span, and a little more. */
    static final Interval ARTEMIS_HORIZON =
            new Interval(Instant.parse("2026-04-02T00:00:00Z"), Instant.parse("2026-04-11T00:00:00Z"));

    private Truth() {}

    static Path artemisOem() {
        assumeThat(ARTEMIS).as("the truth files beside the repository").exists();
        return ARTEMIS;
    }

    static Trajectory artemis(OrekitContext context) {
        Path file = artemisOem();
        TrajectoryFactory factory =
                new TrajectoryFactory(context, source -> new EphemerisFile("artemis.oem", read(file)));
        return factory.create("ORION", new TrajectorySpec.Oem("artemis.oem", null), ARTEMIS_HORIZON);
    }

    /** AOS and LOS in turn. */
    static List<Interval> windows(int elevationDeg) throws IOException {
        Path file = ROOT.resolve("visibility/kdsa_windows_artemis2_el" + elevationDeg + ".txt");
        assumeThat(file).as("the truth files beside the repository").exists();
        List<Interval> windows = new ArrayList<>();
        Instant aos = null;
        for (String line : Files.readAllLines(file)) {
            if (line.startsWith("AOS")) {
                aos = instant(line.substring(4));
            } else if (line.startsWith("LOS") && aos != null) {
                windows.add(new Interval(aos, instant(line.substring(4))));
            }
        }
        return windows;
    }

    private static Instant instant(String text) {
        int point = text.indexOf('.');
        return Instant.parse(text.substring(0, Math.min(text.length(), point + 10)) + "Z");
    }

    static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
