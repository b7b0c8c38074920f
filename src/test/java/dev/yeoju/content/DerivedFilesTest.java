package dev.yeoju.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Chebyshev tables; the files that stand on them are rebuilt by {@link SeedTrajectoriesTest} and {@link BenchProblemsTest}. */
class DerivedFilesTest {
    private static final Path TABLES = Path.of("seeds/ephemerides");

    @Test
    void theTablesAreThoseWhoseChecksumsTheReadmeGives() throws Exception {
        Map<String, String> said = new TreeMap<>();
        for (String line : Files.readAllLines(TABLES.resolve("README.md"))) {
            if (line.matches("[0-9a-f]{64} {2}\\S+\\.cheb")) {
                said.put(line.substring(66), line.substring(0, 64));
            }
        }

        assertThat(checksums(TABLES)).isEqualTo(said).hasSize(6);
    }

    /** Takes minutes, a C compiler and libnova. */
    @Test
    @Tag("full")
    void theTablesAreMadeAgainToTheByte(@TempDir Path folder) throws Exception {
        assumeThat(Path.of("/usr/include/libnova/libnova.h")).exists();
        Process process = new ProcessBuilder("seeds/generators/ephemerides/build.sh", folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        assertThat(process.waitFor(30, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue())
                .as(Files.readString(folder.resolve("log")))
                .isZero();

        assertThat(checksums(folder)).isEqualTo(checksums(TABLES));
    }

    private static Map<String, String> checksums(Path folder) throws IOException, NoSuchAlgorithmException {
        List<Path> tables;
        try (Stream<Path> files = Files.list(folder)) {
            tables = files.filter(file -> file.toString().endsWith(".cheb")).toList();
        }
        Map<String, String> sums = new TreeMap<>();
        for (Path table : tables) {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(table));
            sums.put(String.valueOf(table.getFileName()), HexFormat.of().formatHex(digest));
        }
        return sums;
    }
}
