package dev.yeoju.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yeoju.model.Problem;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ProblemWriterTest {
    private static final int PROBLEMS = 300;

    @Test
    void whatIsWrittenReadsBackEqual() {
        for (long seed = 0; seed < PROBLEMS; seed++) {
            Problem problem = RandomProblems.of(seed);
            String json = ProblemWriter.toJson(problem);

            assertThat(ProblemReader.read(json.getBytes(StandardCharsets.UTF_8), Catalogue.empty()))
                    .as("seed %d", seed)
                    .isEqualTo(problem);
        }
    }

    @Test
    void theSameProblemIsTheSameText() {
        for (long seed = 0; seed < 20; seed++) {
            assertThat(ProblemWriter.toJson(RandomProblems.of(seed)))
                    .as("seed %d", seed)
                    .isEqualTo(ProblemWriter.toJson(RandomProblems.of(seed)));
        }
    }

    @Test
    void everyFieldOfTheFormatIsWrittenBySome() {
        Set<String> written = new HashSet<>();
        for (long seed = 0; seed < PROBLEMS; seed++) {
            collect(ProblemWriter.toTree(RandomProblems.of(seed)), written);
        }

        Set<String> known = new HashSet<>();
        FieldNames.PROBLEM_OBJECTS.values().forEach(known::addAll);
        // Resolved before writing, or another way to say what is written as a mask.
        known.remove("catalogue");
        assertThat(written).containsAll(known);
    }

    private static void collect(JsonNode node, Set<String> names) {
        node.properties().forEach(field -> {
            names.add(field.getKey());
            collect(field.getValue(), names);
        });
        if (node.isArray()) {
            node.forEach(item -> collect(item, names));
        }
    }
}
