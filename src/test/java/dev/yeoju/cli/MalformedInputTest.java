package dev.yeoju.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Whatever is wrong with a problem's file, the command line says it and ends with 2. */
class MalformedInputTest {
    private static final Path FOLDER = Path.of("src/test/resources/malformed");

    @TestFactory
    Stream<DynamicTest> everyMalformedProblemIsRefusedWithoutAStackTrace() throws IOException {
        return files().stream()
                .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> {
                    Captured answer = Captured.run("solve", file.toString(), "--step-limit", "1");
                    assertThat(answer.code()).as(answer.err()).isEqualTo(2);
                    assertThat(answer.out()).isEmpty();
                    assertThat(answer.err()).doesNotContain("\tat ").doesNotContain("Exception");
                    assertThat(answer.err().lines())
                            .isNotEmpty()
                            .allMatch(line -> line.startsWith("yeoju: " + file + ": "));
                }));
    }

    @Test
    void thereAreAtLeastAHundred() throws IOException {
        assertThat(files()).hasSizeGreaterThanOrEqualTo(100);
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
    }
}
