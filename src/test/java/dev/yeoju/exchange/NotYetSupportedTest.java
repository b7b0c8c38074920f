package dev.yeoju.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yeoju.model.Fault;
import dev.yeoju.model.InvalidInputException;
import dev.yeoju.model.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class NotYetSupportedTest {
    private static final Path WHOLE_FORMAT = Path.of("src/test/resources/exchange/whole-format.json");
    private static final Path CORE = Path.of("src/test/resources/accepted/core.json");

    @Test
    void everyFeatureOfTheListIsNamedWhereItIsUsed() throws IOException {
        List<Fault> faults = faults(Files.readAllBytes(WHOLE_FORMAT));

        assertThat(faults.stream()
                        .map(fault ->
                                fault.message().substring(0, fault.message().indexOf(", ")))
                        .collect(Collectors.toSet()))
                .containsExactlyInAnyOrderElementsOf(NotYetSupported.features());
        assertThat(faults).allSatisfy(fault -> {
            assertThat(fault.pointer()).startsWith("/");
            assertThat(fault.message()).contains("is not yet supported by this version");
        });
    }

    @Test
    void defaultsWrittenOutUseNoFeature() throws IOException {
        Problem problem = ProblemReader.read(Files.readAllBytes(CORE), Catalogue.bundled());

        assertThat(faults(ProblemWriter.toJson(problem).getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
    }

    private static List<Fault> faults(byte[] json) {
        try {
            ProblemReader.read(json, Catalogue.bundled());
            return List.of();
        } catch (InvalidInputException e) {
            return e.faults();
        }
    }
}
