package dev.yeoju.ephemeris;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;

/** Reference files beside the repository; tests that need them are skipped, visibly, where they are absent. */
final class Truth {
    static final String ARTEMIS = "Artemis_II_OEM_2026_04_10_Post-ICPS-Sep-to-EI.asc";

    private Truth() {}

    static Path ephemeris(String name) {
        Path path = Path.of("../shared/truth/ephemeris").resolve(name);
        assumeThat(Files.exists(path)).as("reference file %s", path).isTrue();
        return path;
    }
}
