package dev.yeoju.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yeoju.model.Problem;
import dev.yeoju.model.RequestExpansion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

class ExpandedRequestsJsonTest {
    @Test
    void aMemberNamesItsSeriesAndMission() throws IOException {
        Problem problem = ProblemReader.read(
                Files.readAllBytes(Path.of("src/test/resources/accepted/core.json")), Catalogue.bundled());

        ArrayNode requests = ExpandedRequestsJson.toTree(
                RequestExpansion.of(problem.requests()).requests(), problem.spacecraft());

        assertThat(requests).hasSize(14 + 3);
        JsonNode third = requests.get(2);
        assertThat(third.get("id").stringValue()).isEqualTo("KPLO-TM/3");
        assertThat(third.get("series").stringValue()).isEqualTo("KPLO-TM");
        assertThat(third.get("window").get("start").stringValue()).isEqualTo("2026-12-08T00:00:00Z");
        assertThat(third.has("recurrence")).isFalse();
        JsonNode orion = requests.get(14);
        assertThat(orion.get("series")).isEqualTo(orion.get("id"));
        assertThat(orion.get("mission").stringValue()).isEqualTo("ARTEMIS");
        assertThat(orion.propertyNames())
                .containsAll(List.of("service", "uplink", "antennas", "minDuration", "priority", "critical"));
    }
}
