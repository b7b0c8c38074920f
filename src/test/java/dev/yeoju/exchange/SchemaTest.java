package dev.yeoju.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.yeoju.model.Body;
import dev.yeoju.model.Exclusive;
import dev.yeoju.model.InvalidInputException;
import dev.yeoju.model.LimitAction;
import dev.yeoju.model.Objective;
import dev.yeoju.model.ReasonCode;
import dev.yeoju.model.Refraction;
import dev.yeoju.model.Schedule;
import dev.yeoju.model.Service;
import dev.yeoju.model.Tie;
import dev.yeoju.model.TrajectorySpec;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The published JSON schemas against the readers. */
class SchemaTest {
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final Path WHOLE_FORMAT = Path.of("src/test/resources/exchange/whole-format.json");
    private static final Path FULL_SCHEDULE = Path.of("src/test/resources/exchange/full-schedule.json");
    private static final JsonNode PROBLEM_TREE = resource("problem-1.schema.json");
    private static final JsonNode SCHEDULE_TREE = resource("schedule-1.schema.json");
    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private static final Schema PROBLEM = REGISTRY.getSchema(PROBLEM_TREE);
    private static final Schema SCHEDULE = REGISTRY.getSchema(SCHEDULE_TREE);

    static Stream<Path> problems() throws IOException {
        List<Path> files = new ArrayList<>(List.of(WHOLE_FORMAT));
        for (Path folder : List.of(Path.of("src/test/resources/accepted"), Path.of("problems"))) {
            if (Files.isDirectory(folder)) {
                try (Stream<Path> found = Files.walk(folder)) {
                    found.filter(path -> path.toString().endsWith(".json"))
                            .filter(SchemaTest::isProblem)
                            .sorted()
                            .forEach(files::add);
                }
            }
        }
        return files.stream();
    }

    /** Changes and a published schedule lie beside the problem that they belong to. */
    private static boolean isProblem(Path file) {
        return MAPPER.readTree(file).has("horizon");
    }

    @ParameterizedTest
    @MethodSource("problems")
    void everyProblemFitsTheSchema(Path file) throws IOException {
        assertThat(PROBLEM.validate(Files.readString(file), InputFormat.JSON)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("problems")
    void everyResolvedProblemFitsTheSchema(Path file) throws IOException {
        String resolved = ProblemWriter.toJson(ProblemReader.read(Files.readAllBytes(file), Catalogue.bundled()));

        assertThat(PROBLEM.validate(resolved, InputFormat.JSON)).isEmpty();
    }

    @Test
    void theFullScheduleFitsTheSchema() throws IOException {
        assertThat(SCHEDULE.validate(Files.readString(FULL_SCHEDULE), InputFormat.JSON))
                .isEmpty();
    }

    @Test
    void theSchemasKnowTheFieldsThatTheReadersKnow() {
        FieldNames.PROBLEM_OBJECTS.forEach((name, fields) -> {
            Set<String> expected = new LinkedHashSet<>(fields);
            if (expected.remove("catalogue")) {
                assertThat(names(PROBLEM_TREE, name + "FromCatalogue")).as(name).containsExactlyElementsOf(fields);
            }
            assertThat(names(PROBLEM_TREE, name)).as(name).containsExactlyElementsOf(expected);
        });
        FieldNames.SCHEDULE_OBJECTS.forEach((name, fields) ->
                assertThat(names(SCHEDULE_TREE, name)).as(name).containsExactlyElementsOf(fields));
    }

    @Test
    void theSchemasKnowTheWordsThatTheReadersKnow() {
        assertThat(words("/$defs/band")).containsExactlyElementsOf(Words.BANDS.keySet());
        assertThat(words("/$defs/objective/properties/preset")).containsExactlyElementsOf(Words.PRESETS.keySet());
        assertThat(words("/$defs/objective/properties/fairnessWeighting"))
                .containsExactlyElementsOf(constants(Objective.FairnessWeighting.values()));
        assertThat(words("/$defs/request/properties/service")).containsExactlyElementsOf(constants(Service.values()));
        assertThat(words("/$defs/request/properties/exclusive"))
                .containsExactlyElementsOf(constants(Exclusive.values()));
        assertThat(words("/$defs/tie/properties/type")).containsExactlyElementsOf(constants(Tie.Type.values()));
        assertThat(words("/$defs/geometry/properties/refraction"))
                .containsExactlyElementsOf(constants(Refraction.values()));
        assertThat(words("/$defs/geometry/properties/sepAction"))
                .containsExactlyElementsOf(constants(LimitAction.values()));
        assertThat(words("/$defs/keplerian/properties/frame"))
                .containsExactlyElementsOf(constants(TrajectorySpec.Axes.values()));
        assertThat(words("/$defs/libration/properties/orbit"))
                .containsExactlyElementsOf(constants(TrajectorySpec.LibrationOrbit.values()));
        assertThat(words("/$defs/forces/properties/thirdBodies/items"))
                .containsExactlyInAnyOrderElementsOf(constants(Body.values()));
        assertThat(words(SCHEDULE_TREE, "/$defs/reason/properties/code"))
                .containsExactlyElementsOf(constants(ReasonCode.values()));
        assertThat(words(SCHEDULE_TREE, "/properties/status"))
                .containsExactlyElementsOf(constants(Schedule.Status.values()));
    }

    /** Puts every kind of value in every place: where the schema says no, the reader must say no. */
    @Test
    void whatTheProblemSchemaRefusesTheReaderRefuses() throws IOException {
        List<String> disagreements = disagreements(WHOLE_FORMAT, PROBLEM, json -> {
            ProblemReader.read(json, Catalogue.bundled());
        });

        assertThat(disagreements).isEmpty();
    }

    @Test
    void whatTheScheduleSchemaRefusesTheReaderRefuses() throws IOException {
        assertThat(disagreements(FULL_SCHEDULE, SCHEDULE, ScheduleJson::read)).isEmpty();
    }

    interface Reader {
        void read(byte[] json);
    }

    private static List<String> disagreements(Path file, Schema schema, Reader reader) throws IOException {
        return disagreements(Files.readString(file), schema, reader);
    }

    static List<String> disagreements(String json, Schema schema, Reader reader) {
        JsonNode root = MAPPER.readTree(json);
        List<JsonNode> others = Stream.of(
                        "null", "true", "-1", "0.5", "1e300", "\"\"", "\"word\"", "\"PT-1H\"", "[]", "{\"unknown\": 1}")
                .map(MAPPER::readTree)
                .toList();
        List<String> wrong = new ArrayList<>();
        List<String> pointers = new ArrayList<>();
        collect("", root, pointers);
        assertThat(pointers).hasSizeGreaterThan(25);
        for (String pointer : pointers) {
            for (JsonNode other : others) {
                check(pointer + " = " + other, replaced(root, pointer, other), schema, reader, wrong);
            }
            check(pointer + " removed", replaced(root, pointer, null), schema, reader, wrong);
        }
        return wrong;
    }

    private static void check(String what, JsonNode mutant, Schema schema, Reader reader, List<String> wrong) {
        boolean refused = false;
        try {
            reader.read(mutant.toString().getBytes(StandardCharsets.UTF_8));
        } catch (InvalidInputException e) {
            refused = !e.faults().isEmpty();
        }
        if (!refused && !schema.validate(mutant).isEmpty()) {
            wrong.add(what + ": the schema says " + schema.validate(mutant));
        }
    }

    private static void collect(String pointer, JsonNode node, List<String> pointers) {
        if (node instanceof ObjectNode object) {
            object.properties().forEach(field -> {
                String child = Value.pointer(pointer, field.getKey());
                pointers.add(child);
                collect(child, field.getValue(), pointers);
            });
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                pointers.add(pointer + "/" + i);
                collect(pointer + "/" + i, array.get(i), pointers);
            }
        }
    }

    private static JsonNode replaced(JsonNode root, String pointer, @Nullable JsonNode value) {
        JsonNode copy = root.deepCopy();
        int slash = pointer.lastIndexOf('/');
        JsonNode parent = copy.at(pointer.substring(0, slash));
        String token = pointer.substring(slash + 1).replace("~1", "/").replace("~0", "~");
        if (parent instanceof ObjectNode object) {
            if (value == null) {
                object.remove(token);
            } else {
                object.set(token, value);
            }
        } else if (parent instanceof ArrayNode array) {
            if (value == null) {
                array.remove(Integer.parseInt(token));
            } else {
                array.set(Integer.parseInt(token), value);
            }
        }
        return copy;
    }

    private static List<String> names(JsonNode schema, String definition) {
        JsonNode object =
                Set.of("problem", "schedule").contains(definition) ? schema : schema.at("/$defs/" + definition);
        assertThat(object.path("additionalProperties").booleanValue(true))
                .as(definition)
                .isFalse();
        return new ArrayList<>(object.path("properties").propertyNames());
    }

    private static List<String> words(String pointer) {
        return words(PROBLEM_TREE, pointer);
    }

    private static List<String> words(JsonNode schema, String pointer) {
        List<String> words = new ArrayList<>();
        schema.at(pointer).path("enum").forEach(word -> words.add(word.stringValue()));
        return words;
    }

    private static List<String> constants(Enum<?>[] constants) {
        return Arrays.stream(constants).map(Enum::name).toList();
    }

    private static JsonNode resource(String name) {
        try (InputStream in = ProblemReader.class.getResourceAsStream(name)) {
            return MAPPER.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
