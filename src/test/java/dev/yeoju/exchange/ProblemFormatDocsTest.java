package dev.yeoju.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.yeoju.model.Objective;
import dev.yeoju.model.Problem;
import dev.yeoju.model.ReasonCode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** docs/problem-format.md against the readers, the schema and the defaults. */
class ProblemFormatDocsTest {
    private static final Path DOCS = Path.of("docs/problem-format.md");
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");

    /** Defaults that say that there is nothing. */
    private static final Set<String> NOTHING = Set.of(
            "none",
            "empty",
            "any",
            "always",
            "once",
            "computed",
            "no time",
            "not limited",
            "every band",
            "one track",
            "one at a time",
            "the mask alone");

    /** A problem that says no more than it must. */
    private static final JsonNode LEAST = JSON.readTree(ProblemWriter.toJson(read("""
            {"schemaVersion": 1, "name": "p", "horizon": {"start": "2026-12-07T00:00:00Z", "end": "2026-12-14T00:00:00Z"},
             "antennas": [{"id": "A", "site": {"latitudeDeg": 37, "longitudeDeg": 127}}],
             "spacecraft": [{"id": "S", "trajectory":
               {"type": "surface", "body": "MOON", "latitudeDeg": 0, "longitudeDeg": 0}}],
             "requests": [{"id": "R", "spacecraft": "S", "minDuration": "PT1H"}]}
            """)));

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

    /** Each table has the fields of its object, all of them and no others, with what the schema and the readers say. */
    @ParameterizedTest
    @CsvSource({
        "## Problem, problem, ''",
        "### `geometry`, geometry, /geometry",
        "### `antennas`, antenna, /antennas/0",
        "### `spacecraft`, spacecraft, /spacecraft/0",
        "### `requests`, request, /requests/0"
    })
    void aTableHasTheFieldsOfItsObjectWithTheirDefaultsAndWords(String heading, String object, String pointer)
            throws IOException {
        JsonNode schema = schema(object);
        Set<String> fields = new LinkedHashSet<>();
        for (List<String> row : table(heading, 0)) {
            List<String> names = codes(row.get(0));
            fields.addAll(names);
            for (String name : names) {
                String as = heading + " " + name;
                boolean required = values(schema.get("required")).contains(name);
                assertThat(row.get(2).startsWith("required") && !row.get(2).startsWith("required unless"))
                        .as(as)
                        .isEqualTo(required);
                values(schema.get("properties").get(name).get("enum"))
                        .forEach(word -> assertThat(row.get(1)).as(as).contains("`" + word + "`"));
                if (!row.get(2).startsWith("required")) {
                    defaults(as, row.get(2), LEAST.at(pointer), name);
                }
            }
        }
        Set<String> expected = new LinkedHashSet<>(FieldNames.PROBLEM_OBJECTS.get(object));
        expected.remove("catalogue");
        assertThat(fields).containsExactlyInAnyOrderElementsOf(expected);
    }

    private static void defaults(String as, String said, JsonNode object, String name) {
        JsonNode value = object.path(name);
        Matcher literal =
                Pattern.compile("^(?:`([^`]+)`|(\\d+(?:\\.\\d+)?))(?:[:°].*)?$").matcher(said);
        if (NOTHING.contains(said)) {
            assertThat(value.isMissingNode() || value.isEmpty() && value.isContainer() || nothing(value))
                    .as("%s: %s", as, value)
                    .isTrue();
        } else if (said.equals("below")) {
            assertThat(value.isObject()).as(as).isTrue();
        } else if (said.equals("the id") || said.equals("its own id")) {
            assertThat(value).as(as).isEqualTo(object.get("id"));
        } else if (said.equals("the horizon")) {
            assertThat(value).as(as).isEqualTo(LEAST.get("horizon"));
        } else if (said.equals("30 seconds")) {
            assertThat(value.get("timeLimit").asString()).as(as).isEqualTo("PT30S");
        } else if (said.startsWith("every antenna that serves the band")) {
            assertThat(value.toString()).as(as).isEqualTo("[[\"A\"]]");
        } else if (said.equals("10° all around")) {
            assertThat(value.toString()).as(as).isEqualTo("[{\"azimuthDeg\":0,\"elevationDeg\":10}]");
        } else if (literal.matches()) {
            String text = literal.group(1) == null ? literal.group(2) : literal.group(1);
            JsonNode shown = value.isObject() ? value.path("preset") : value;
            assertThat(shown.isString() ? shown.asString() : shown.toString())
                    .as(as)
                    .isEqualTo(object.has(text) ? object.get(text).asString() : text);
        } else {
            fail(as + ": no test knows the default (" + said + ")");
        }
    }

    private static boolean nothing(JsonNode value) {
        return value.isString() && Set.of("", "PT0S").contains(value.asString());
    }

    @Test
    void theSolversDefaultsAreThoseOfTheReader() throws IOException {
        JsonNode solver = LEAST.get("solver");

        assertThat(section("### `solver`"))
                .contains("`timeLimit` (`" + solver.get("timeLimit").asString() + "`")
                .contains("`stepLimit` (" + solver.get("stepLimit"))
                .contains("`seed` (" + solver.get("seed"));
    }

    @Test
    void thePresetsAreThoseOfTheModel() throws IOException {
        List<List<String>> rows = table("### `objective`", 0);

        assertThat(rows).hasSameSizeAs(Objective.Preset.values());
        for (List<String> row : rows) {
            Objective preset = Objective.Preset.valueOf(codes(row.get(0)).get(0).toUpperCase(Locale.ROOT))
                    .objective();
            assertThat(Double.parseDouble(row.get(1))).isEqualTo(preset.satisfiedBonusHours());
            assertThat(Double.parseDouble(row.get(2))).isEqualTo(preset.fairnessWeight());
            assertThat(codes(row.get(3)))
                    .containsExactly(preset.fairnessWeighting().name());
            assertThat(Double.parseDouble(row.get(4))).isEqualTo(preset.worstMissionWeight());
            assertThat(row.get(0).contains("(default)"))
                    .isEqualTo(preset.preset()
                            .label()
                            .equals(LEAST.at("/objective/preset").asString()));
        }
    }

    @Test
    void theCostsOfChangesAreThoseOfTheModel() throws IOException {
        Objective.ChangeCosts costs = Objective.ChangeCosts.DEFAULT;
        Map<String, Double> expected =
                Map.of("shorten", costs.shorten(), "move", costs.move(), "drop", costs.drop(), "add", costs.add());

        List<List<String>> rows = table("### `objective`", 1);

        assertThat(rows).hasSameSizeAs(expected.keySet());
        for (List<String> row : rows) {
            assertThat(Double.parseDouble(row.get(2)))
                    .isEqualTo(expected.get(codes(row.get(0)).get(0)));
        }
        assertThat(section("### `objective`"))
                .contains(String.format(
                        "Defaults: `nearFactor` %.0f, `nearSpan` `P%dD`, `tolerance` `%s`",
                        costs.nearFactor(), costs.nearSpan().toDays(), costs.tolerance()));
    }

    @Test
    void theLimitsAreThoseOfTheReader() throws IOException {
        List<String> most = table("## Limits", 0).stream()
                .map(row -> row.get(1).replace(",", ""))
                .toList();

        assertThat(most.get(0))
                .contains(
                        Limits.BODY_BYTES / 1024 / 1024 + " MiB",
                        Limits.TOKENS + " tokens",
                        "nested " + Limits.NESTING + " deep",
                        "texts of " + Limits.STRING_LENGTH,
                        "names of " + Limits.NAME_LENGTH,
                        "numbers of " + Limits.NUMBER_LENGTH);
        assertThat(most.subList(1, most.size()))
                .containsExactly(
                        Limits.HORIZON.toDays() + " days",
                        String.valueOf(Limits.ANTENNAS),
                        String.valueOf(Limits.SPACECRAFT),
                        String.valueOf(Limits.REQUESTS),
                        String.valueOf((long) Limits.ANTENNA_SPACECRAFT_DAYS),
                        String.valueOf(Limits.UNAVAILABILITIES));
        assertThat(section("## Rules of the whole")).contains("at most " + Limits.ID_LENGTH + " characters");
    }

    /** What a field's number is measured in is in its name, so that it needs no column. */
    @Test
    void everyNumberSaysItsUnitInItsNameOrHasNone() {
        Pattern unit = Pattern.compile(".*(?:Deg|DegPerS|DegPerDay|Km|M|M2PerKg|Hours|PerS)$");
        Set<String> plain = Set.of(
                "schemaVersion",
                "maxSimultaneousTracks",
                "maxSimultaneousUplinks",
                "maxSpacecraft",
                "maxTracks",
                "eccentricity",
                "reflectivity",
                "count",
                "priority",
                "fairnessWeight",
                "worstMissionWeight",
                "move",
                "shorten",
                "add",
                "drop",
                "nearFactor",
                "stepLimit",
                "seed");
        JsonNode defs = schema("").get("$defs");
        List<String> without = new ArrayList<>();
        defs.properties().forEach(def -> {
            JsonNode properties = def.getValue().path("properties");
            properties.properties().forEach(property -> {
                String type = property.getValue().path("type").asString("");
                if ((type.equals("number") || type.equals("integer"))
                        && !unit.matcher(property.getKey()).matches()
                        && !plain.contains(property.getKey())) {
                    without.add(def.getKey() + "." + property.getKey());
                }
            });
        });
        assertThat(without).isEmpty();
    }

    @Test
    void everyReasonCodeIsDocumented() throws IOException {
        String docs = Files.readString(DOCS);

        assertThat(Arrays.stream(ReasonCode.values()).filter(code -> !docs.contains('`' + code.name() + '`')))
                .isEmpty();
    }

    private static Problem read(String json) {
        return ProblemReader.read(json.getBytes(StandardCharsets.UTF_8), Catalogue.bundled());
    }

    /** The schema of an object, or the whole one. */
    private static JsonNode schema(String object) {
        try (InputStream in = ProblemReader.class.getResourceAsStream("problem-1.schema.json")) {
            JsonNode tree = JSON.readTree(in);
            return object.isEmpty() || object.equals("problem")
                    ? tree
                    : tree.get("$defs").get(object);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> values(@Nullable JsonNode array) {
        List<String> values = new ArrayList<>();
        if (array != null) {
            array.forEach(value -> values.add(value.asString()));
        }
        return values;
    }

    private static String section(String heading) throws IOException {
        String docs = Files.readString(DOCS);
        int start = docs.indexOf("\n" + heading + "\n");
        assertThat(start).as(heading).isNotNegative();
        int end = docs.indexOf("\n##", start + heading.length() + 1);
        return docs.substring(start, end < 0 ? docs.length() : end);
    }

    /** The rows of the n-th table of a section, without its head. */
    private static List<List<String>> table(String heading, int n) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        int table = -1;
        boolean inside = false;
        for (String line : section(heading).split("\n")) {
            if (line.startsWith("|---")) {
                table++;
                inside = true;
            } else if (!line.startsWith("|")) {
                inside = false;
            } else if (inside && table == n) {
                rows.add(Arrays.stream(line.substring(1).split("\\|"))
                        .map(String::strip)
                        .toList());
            }
        }
        assertThat(rows).as("%s, table %d", heading, n).isNotEmpty();
        return rows;
    }

    private static List<String> codes(String cell) {
        return CODE.matcher(cell).results().map(found -> found.group(1)).toList();
    }
}
