package dev.yeoju.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.yeoju.model.Fault;
import dev.yeoju.model.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Authored problems that are wrong in one way each, and what is said about them. */
class MalformedProblemsTest {
    private static final Path FOLDER = Path.of("src/test/resources/malformed");

    record Case(String file, InvalidInputException.Kind kind, String pointer, String phrase) {
        @Override
        public String toString() {
            return file;
        }
    }

    static List<Case> cases() throws IOException {
        return Files.readAllLines(FOLDER.resolve("expected.txt")).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split(" \\| ", 4))
                .map(row -> new Case(
                        row[0], InvalidInputException.Kind.valueOf(row[1]), row[2].equals("-") ? "" : row[2], row[3]))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void isRefusedWithPointerAndReason(Case malformed) throws IOException {
        byte[] json = Files.readAllBytes(FOLDER.resolve(malformed.file()));

        Throwable thrown = catchThrowable(() -> ProblemReader.read(json, Catalogue.bundled()));

        assertThat(thrown).isInstanceOfSatisfying(InvalidInputException.class, e -> {
            assertThat(e.kind()).isEqualTo(malformed.kind());
            assertThat(e.faults()).as("faults").anySatisfy(fault -> {
                assertThat(fault.pointer()).isEqualTo(malformed.pointer());
                assertThat(fault.message()).contains(malformed.phrase());
            });
            assertThat(e.faults())
                    .extracting(Fault::message)
                    .allSatisfy(message -> assertThat(message)
                            .as("no trace of the program's insides")
                            .doesNotContain(
                                    "Exception", "[Source", "tools.jackson", "StreamReadConstraints", "dev.yeoju")
                            .endsWith("."));
        });
    }

    @Test
    void everyFileIsInTheTable() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            assertThat(cases())
                    .extracting(Case::file)
                    .hasSizeGreaterThanOrEqualTo(100)
                    .containsExactlyInAnyOrderElementsOf(
                            files.map(file -> file.getFileName().toString())
                                    .filter(name -> name.endsWith(".json"))
                                    .toList());
        }
    }
}
