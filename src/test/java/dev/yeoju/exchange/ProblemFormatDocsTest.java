package dev.yeoju.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yeoju.model.ReasonCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ProblemFormatDocsTest {
    private static final Path DOCS = Path.of("docs/problem-format.md");

    @Test
    void everyFieldIsDocumented() throws IOException {
        String docs = Files.readString(DOCS);

        assertThat(Stream.of(FieldNames.PROBLEM_OBJECTS, FieldNames.SCHEDULE_OBJECTS, FieldNames.CHANGE_OBJECTS)
                        .flatMap(objects -> objects.values().stream())
                        .flatMap(Collection::stream)
                        .distinct()
                        .filter(field -> !docs.contains('`' + field + '`') && !docs.contains('"' + field + '"')))
                .isEmpty();
    }

    @Test
    void everyReasonCodeIsDocumented() throws IOException {
        String docs = Files.readString(DOCS);

        assertThat(Arrays.stream(ReasonCode.values()).filter(code -> !docs.contains('`' + code.name() + '`')))
                .isEmpty();
    }

    @Test
    void theExampleIsReadAsItStands() throws IOException {
        String docs = Files.readString(DOCS);
        int start = docs.indexOf("```json") + "```json".length();
        String example = docs.substring(start, docs.indexOf("```", start));

        assertThat(ProblemReader.read(example.getBytes(StandardCharsets.UTF_8), Catalogue.bundled())
                        .requests())
                .hasSize(2);
    }
}
