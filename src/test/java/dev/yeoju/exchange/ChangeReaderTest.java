package dev.yeoju.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.yeoju.model.Change;
import dev.yeoju.model.ChangeSet;
import dev.yeoju.model.Fault;
import dev.yeoju.model.InvalidInputException;
import dev.yeoju.model.Problem;
import dev.yeoju.model.TrajectorySpec;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ChangeReaderTest {
    private static final Problem PROBLEM =
            ProblemReader.read("""
            {"schemaVersion": 1, "name": "p", "horizon": {"start": "2026-12-07T00:00:00Z", "end": "2026-12-14T00:00:00Z"},
             "antennas": [{"catalogue": "KDSA"}], "spacecraft": [{"catalogue": "IM-2"}, {"catalogue": "LRO"}],
             "requests": [
               {"id": "A", "spacecraft": "IM-2", "recurrence": {"every": "P1D"}, "minDuration": "PT1H"},
               {"id": "B", "spacecraft": "LRO", "minDuration": "PT1H"}]}
            """.getBytes(StandardCharsets.UTF_8), Catalogue.bundled());

    private static final String WHOLE = """
            {"at": "2026-12-09T06:00:00Z", "freezeUntil": "2026-12-09T12:00:00Z", "changes": [
              {"type": "OUTAGE", "antenna": "KDSA", "start": "2026-12-10T00:00:00Z", "end": "2026-12-10T12:00:00Z",
               "reason": "drive"},
              {"type": "SLIP", "spacecraft": "IM-2", "by": "PT24H"},
              {"type": "ADD_REQUEST", "request": {"id": "C", "spacecraft": "LRO", "minDuration": "PT1H",
               "critical": true, "ties": [{"type": "BEFORE", "request": "A/3"}]}},
              {"type": "WITHDRAW", "request": "B"},
              {"type": "EPHEMERIS", "spacecraft": "LRO", "trajectory": {"type": "oem", "file": "new.oem"}}]}
            """;

    private static ChangeSet read(String json) {
        return ChangeReader.read(json.getBytes(StandardCharsets.UTF_8), PROBLEM);
    }

    private static List<Fault> faults(String json) {
        try {
            read(json);
        } catch (InvalidInputException e) {
            return e.faults();
        }
        return List.of();
    }

    @Test
    void everyKindOfChangeIsRead() {
        ChangeSet set = read(WHOLE);

        assertThat(set.at()).isEqualTo(Instant.parse("2026-12-09T06:00:00Z"));
        assertThat(set.freezeUntil()).isEqualTo(Instant.parse("2026-12-09T12:00:00Z"));
        assertThat(set.changes()).hasSize(5);
        assertThat(set.changes().get(1)).isEqualTo(new Change.Slip("IM-2", Duration.ofDays(1)));
        assertThat(((Change.AddRequest) set.changes().get(2)).request().critical())
                .isTrue();
        assertThat(set.changes().get(4))
                .isEqualTo(new Change.Ephemeris("LRO", new TrajectorySpec.Oem("new.oem", null)));
    }

    @Test
    void withoutAFreezeWindowWhatHasBegunIsFrozenAlone() {
        ChangeSet set = read(
                "{\"at\": \"2026-12-09T06:00:00Z\", \"changes\": [{\"type\": \"WITHDRAW\", \"request\": \"A/2\"}]}");

        assertThat(set.freezeUntil()).isEqualTo(set.at());
        assertThat(set.changes()).containsExactly(new Change.Withdraw("A/2"));
    }

    @Test
    void everyFaultIsReportedAtOnceWithItsPlace() {
        List<Fault> faults = faults("""
                {"at": "2026-12-14T00:00:00Z", "freeze": 1, "changes": [
                  {"type": "OUTAGE", "antenna": "KDSB", "start": "2026-12-20T00:00:00Z", "end": "2026-12-21T00:00:00Z"},
                  {"type": "SLIP", "spacecraft": "IM-2", "by": "-PT1H"},
                  {"type": "SLIPP", "spacecraft": "IM-2"},
                  {"type": "SLIP", "spacecraft": "IM-2", "by": "PT1H"},
                  {"type": "ADD_REQUEST", "request": {"id": "B", "spacecraft": "LRO", "minDuration": "PT1H"}},
                  {"type": "WITHDRAW", "request": "A/8"},
                  {"type": "WITHDRAW", "request": "B"},
                  {"type": "WITHDRAW", "request": "B"}, 7]}
                """);

        assertThat(faults)
                .extracting(Fault::pointer)
                .containsExactlyInAnyOrder(
                        "/freeze",
                        "/at",
                        "/changes/0/antenna",
                        "/changes/0/start",
                        "/changes/1/by",
                        "/changes/2/type",
                        "/changes/3/spacecraft",
                        "/changes/4/request/id",
                        "/changes/5/request",
                        "/changes/7/request",
                        "/changes/8");
        assertThat(faults).allSatisfy(fault -> assertThat(fault.message()).containsAnyOf("Maybe", "Known ones"));
    }

    @Test
    void aFreezeWindowBeforeTheChangeIsRefused() {
        assertThatThrownBy(() -> read(WHOLE.replace("2026-12-09T12:00:00Z", "2026-12-09T05:00:00Z")))
                .hasMessageContaining("/freezeUntil")
                .hasMessageContaining("is before at");
    }

    @Test
    void theSchemaTakesWhatTheReaderTakesAndRefusesNothingElse() throws IOException {
        Schema schema = schema();
        assertThat(schema.validate(WHOLE, InputFormat.JSON)).isEmpty();
        List<String> disagreements = SchemaTest.disagreements(WHOLE, schema, json -> ChangeReader.read(json, PROBLEM));
        assertThat(disagreements).isEmpty();
    }

    @Test
    void theSchemaKnowsTheFieldsThatTheReaderKnows() {
        JsonNode tree = new JsonMapper().readTree(resource("change-1.schema.json"));
        FieldNames.CHANGE_OBJECTS.forEach((name, fields) -> assertThat(
                        tree.at("/$defs/" + name).path("properties").propertyNames())
                .as(name)
                .containsExactlyElementsOf(fields));
    }

    private static Schema schema() {
        SchemaRegistry registry = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12,
                builder -> builder.schemas(Map.of("urn:yeoju:schema:problem:1", resource("problem-1.schema.json"))));
        return registry.getSchema(
                SchemaLocation.of("urn:yeoju:schema:change:1"), resource("change-1.schema.json"), InputFormat.JSON);
    }

    private static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(ChangeReader.class.getResourceAsStream(name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
