package dev.yeoju.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.yeoju.api.RunningServer;
import dev.yeoju.exchange.Catalogue;
import dev.yeoju.exchange.ChangeReader;
import dev.yeoju.exchange.ProblemReader;
import dev.yeoju.exchange.ScheduleJson;
import dev.yeoju.model.Problem;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the documents say, done. */
class DocumentsTest {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Set<String> LANGUAGES = Set.of("bash", "json", "text");
    private static final Pattern LINK = Pattern.compile("\\[[^\\]]*\\]\\(([^)\\s]+)\\)");
    private static final String PROBLEM = "first-pass";

    /** Abbreviations that everybody at a keyboard knows, and capitals that are none. */
    private static final Set<String> EVERYDAY = Set.of(
            "API",
            "CHANGELOG",
            "CI",
            "CONTRIBUTING",
            "CPU",
            "CSV",
            "DELETE",
            "GB",
            "GET",
            "HTML",
            "HTTP",
            "ID",
            "II",
            "JDBC",
            "JDK",
            "JSON",
            "JVM",
            "LGPL",
            "MB",
            "OK",
            "PATCH",
            "PNG",
            "POST",
            "PUT",
            "README",
            "RESULTS",
            "REST",
            "RFC",
            "SIGTERM",
            "SQL",
            "SVG",
            "TLS",
            "URL",
            "XML",
            "YAML");

    @TempDir
    static Path store;

    private static @Nullable RunningServer running;
    private static @Nullable String solved;

    static List<Path> documents() {
        return Snippet.documents();
    }

    static Stream<Path> documentsWithCommands() {
        return Snippet.documents().stream()
                .filter(document -> Snippet.of(document).stream()
                        .anyMatch(snippet -> !snippet.language().equals("json")));
    }

    static Stream<Snippet> json() {
        return Snippet.documents().stream()
                .flatMap(document -> Snippet.of(document).stream())
                .filter(snippet -> snippet.language().equals("json"));
    }

    @AfterAll
    static void stop() {
        if (running != null) {
            running.close();
        }
    }

    @ParameterizedTest
    @MethodSource("documents")
    void everyBlockIsOfAKindThatATestKnows(Path document) {
        for (Snippet snippet : Snippet.of(document)) {
            assertThat(LANGUAGES).as(snippet.place()).contains(snippet.language());
        }
    }

    @ParameterizedTest
    @MethodSource("documentsWithCommands")
    void everyCommandIsDoneAndSaysWhatIsShown(Path document, @TempDir Path folder) throws Exception {
        List<Snippet> snippets = Snippet.of(document);
        if (snippets.stream().anyMatch(snippet -> snippet.text().contains("curl "))) {
            assumeThat(new ProcessBuilder("sh", "-c", "command -v curl").start().waitFor())
                    .as("curl is here")
                    .isZero();
        }
        DocumentRun run = new DocumentRun(folder, DocumentsTest::server);
        for (Snippet snippet : snippets) {
            run.run(snippet);
        }
    }

    @ParameterizedTest
    @MethodSource("json")
    void everyJsonIsWhatIsReadOrWritten(Snippet snippet) throws IOException {
        JsonNode tree = JSON.readTree(snippet.text());
        byte[] bytes = snippet.text().getBytes(StandardCharsets.UTF_8);
        if (tree.has("horizon")) {
            assertThat(ProblemReader.read(bytes, Catalogue.bundled()).requests())
                    .isNotEmpty();
        } else if (tree.has("tracks") && tree.has("problem")) {
            assertThat(ScheduleJson.read(bytes).tracks()).isNotEmpty();
        } else if (tree.has("changes")) {
            assertThat(ChangeReader.read(bytes, problemOf(snippet)).changes()).isNotEmpty();
        } else if (tree.has("provenance")) {
            entry(tree);
        } else if (tree.has("faults")) {
            HttpResponse<String> refused = server().post("/api/v1/schedules", "{\"schemaVersion\": 1}");
            assertThat(names(JSON.readTree(refused.body()))).containsExactlyElementsOf(names(tree));
            assertThat(names(JSON.readTree(refused.body()).at("/faults/0")))
                    .containsExactlyElementsOf(names(tree.at("/faults/0")));
        } else if (tree.has("progress")) {
            answers(snippet, tree, server().json("/api/v1/schedules/" + solved()));
        } else if (tree.has("baseRevision")) {
            JsonNode replan = replanned();
            answers(snippet, tree, replan);
            answers(snippet, tree.at("/alternatives/0"), replan.at("/alternatives/0"));
        } else if (tree.has("valueDelta")) {
            String id = solved();
            JsonNode tracks =
                    server().json("/api/v1/schedules/" + id).get("schedule").get("tracks");
            String edit = "{\"edits\": [{\"type\": \"CHANGE\", \"pass\": \""
                    + tracks.get(0).get("id").asString() + "\", \"pinned\": true}]}";
            HttpResponse<String> tried = server().post("/api/v1/schedules/" + id + "/what-if", edit);
            answers(snippet, tree, JSON.readTree(tried.body()));
        } else {
            fail(snippet.place() + ": no test knows this JSON");
        }
    }

    @ParameterizedTest
    @MethodSource("documents")
    void everyLinkLeadsToAFileAndAHeadingThatAreThere(Path document) throws IOException {
        Matcher links = LINK.matcher(Files.readString(document));
        while (links.find()) {
            String target = links.group(1);
            if (target.startsWith("http")) {
                continue;
            }
            String[] parts = target.split("#", 2);
            Path file = parts[0].isEmpty() ? document : document.resolveSibling(parts[0]);
            assertThat(file).as("%s: link to %s", document, target).exists();
            if (parts.length == 2) {
                assertThat(headings(file))
                        .as("%s: link to %s", document, target)
                        .contains(parts[1]);
            }
        }
    }

    /** The example of a catalogue entry is the entry, but for the fields that it leaves out. */
    private static void entry(JsonNode tree) throws IOException {
        Path file = Path.of(
                "seeds", tree.get("kind").asString() + "s", tree.get("id").asString() + ".json");
        if (!Files.exists(file)) {
            file = Path.of("seeds", tree.get("kind").asString(), tree.get("id").asString() + ".json");
        }
        JsonNode real = JSON.readTree(Files.readString(file));
        assertThat(names(real)).containsExactlyInAnyOrderElementsOf(names(tree));
        for (String name : tree.get("entry").propertyNames()) {
            assertThat(tree.get("entry").get(name))
                    .as(name)
                    .isEqualTo(real.get("entry").get(name));
        }
        for (String name : tree.get("provenance").propertyNames()) {
            assertThat(real.get("provenance").has(name)).as(name).isTrue();
        }
    }

    /** Every field shown is answered, and every field answered is named in the document. */
    private static void answers(Snippet snippet, JsonNode shown, JsonNode answered) throws IOException {
        String document = Files.readString(snippet.document());
        assertThat(names(answered)).as(snippet.place()).containsAll(names(shown));
        for (String name : names(answered)) {
            assertThat(document).as("%s: %s", snippet.place(), name).containsPattern("[`\"]" + name + "[`\"]");
        }
    }

    private static Problem problemOf(Snippet snippet) throws IOException {
        String problem = snippet.note().replaceFirst(".*\\bchanges ", "");
        assertThat(problem)
                .as("%s: the comment before it names the problem", snippet.place())
                .endsWith(".json");
        return ProblemReader.read(Path.of(problem), Catalogue.bundled());
    }

    private static RunningServer server() {
        if (running == null) {
            running = RunningServer.start(store, Map.of());
        }
        return running;
    }

    /** The id of a schedule that has been solved. */
    private static String solved() {
        if (solved == null) {
            String problem = server().get("/api/v1/problems/" + PROBLEM).body();
            String id = server().submit(problem.replaceFirst("\"timeLimit\": \"[^\"]*\"", "\"timeLimit\": \"PT1S\""));
            RunningServer.await(
                    () -> server().json("/api/v1/schedules/" + id + "/status"),
                    status -> status.get("status").asString().equals("SOLVED"));
            solved = id;
        }
        return Objects.requireNonNull(solved);
    }

    /** What a schedule of its own becomes when its antenna fails. */
    private static JsonNode replanned() {
        String schedule = "/api/v1/schedules/" + solved();
        String tag = server().get(schedule).headers().firstValue("ETag").orElseThrow();
        HttpResponse<String> asked = server().send(server().request(schedule + "/replan")
                .header("Content-Type", "application/json")
                .header("If-Match", tag)
                .POST(HttpRequest.BodyPublishers.ofString("""
                        {"at": "2026-12-12T00:00:00Z", "stepLimit": 500, "changes": [{"type": "OUTAGE", "antenna": "KDSA",
                         "start": "2026-12-12T00:00:00Z", "end": "2026-12-12T08:00:00Z", "reason": "drive"}]}
                        """)));
        String replan = asked.headers().firstValue("Location").orElseThrow();
        return server().replanned(replan);
    }

    private static Set<String> names(JsonNode object) {
        return new TreeSet<>(object.propertyNames());
    }

    /** The anchors of a document's headings, as the forges make them. */
    private static List<String> headings(Path file) throws IOException {
        List<String> anchors = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            if (line.startsWith("#")) {
                anchors.add(line.replaceFirst("#+ ", "")
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N} _-]", "")
                        .replace(' ', '-'));
            }
        }
        return anchors;
    }

    /** The table of docs/http-api.md has the endpoints of the running service, all of them and no others. */
    @Test
    void theTableOfEndpointsIsTheServices() throws IOException {
        Set<String> there = new TreeSet<>();
        server().json("/v3/api-docs")
                .get("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .propertyNames()
                        .forEach(method -> there.add(method.toUpperCase(Locale.ROOT) + " "
                                + unnamed(path.getKey().replaceFirst("^/api/v1", "")))));
        Set<String> said = new TreeSet<>();
        for (String line : Files.readAllLines(Path.of("docs/http-api.md"))) {
            if (line.matches("\\| (GET|POST|PUT|PATCH|DELETE)\\b.*")) {
                for (String group : line.split("\\|")[1].split(" · ")) {
                    List<String> methods = found("\\b(GET|POST|PUT|PATCH|DELETE)\\b", group);
                    for (String path : found("`(/[^`?]*)", group)) {
                        methods.forEach(method -> said.add(method + " " + unnamed(path)));
                    }
                }
            }
        }

        assertThat(there).hasSizeGreaterThan(30);
        assertThat(there.stream().filter(one -> said.stream().noneMatch(row -> isOf(one, row))))
                .as("endpoints that the table lacks")
                .isEmpty();
        assertThat(said.stream().filter(row -> there.stream().noneMatch(one -> isOf(one, row))))
                .as("rows without an endpoint")
                .isEmpty();
    }

    /** Whether a row, which may leave out the path's beginning, is about an endpoint. */
    private static boolean isOf(String endpoint, String row) {
        String[] one = endpoint.split(" ");
        String[] other = row.split(" ");
        return one[0].equals(other[0]) && one[1].endsWith(other[1]);
    }

    private static String unnamed(String path) {
        return path.replaceAll("\\{[^}]*}", "{}");
    }

    private static List<String> found(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(result -> result.group(1))
                .toList();
    }

    @Test
    void everyAbbreviationIsInTheGlossary() throws IOException {
        String glossary = Files.readString(Path.of("docs/glossary.md"));
        String catalogue = Files.readString(Path.of("seeds/catalogue.json"));
        Pattern abbreviation = Pattern.compile("(?<![\\w-])\\p{Lu}{2,}s?(?![\\w-])");
        Set<String> missing = new TreeSet<>();
        for (Path document : Snippet.documents()) {
            String prose = Files.readString(document)
                    .replaceAll("(?s)```.*?```", "")
                    .replaceAll("`[^`]*`", "")
                    .replaceAll("\\]\\([^)]*\\)", "]");
            Matcher found = abbreviation.matcher(prose);
            while (found.find()) {
                String word = found.group().replaceFirst("s$", "");
                if (!EVERYDAY.contains(word)
                        && !catalogue.contains("\"" + word + "\"")
                        && !Pattern.compile("(?<![\\w-])" + word + "(?![\\w-])")
                                .matcher(glossary)
                                .find()) {
                    missing.add(word + " (" + document + ")");
                }
            }
        }
        assertThat(missing).isEmpty();
    }
}
