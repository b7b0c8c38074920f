package dev.yeoju.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The API's description: the page's client is generated from the file, so the service must do what it says. */
class OpenApiTest {
    private static final String PASSWORD = "a long enough password";
    private static final Path FILE = Path.of("docs/openapi.json");
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();
    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private static final String JSON_TYPE = "application/json";

    @TempDir
    static Path store;

    private static RunningServer server;
    private static String token = "";
    private static JsonNode description;
    private static final Set<String> CALLED = new TreeSet<>();

    @BeforeAll
    static void start() {
        server = RunningServer.withUsers(store, PASSWORD, Map.of());
        token = server.token(server.logIn("chief", PASSWORD));
        description = RunningServer.json(server.send(token, "GET", "/v3/api-docs", ""));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    /** To write the file anew: {@code YEOJU_WRITE_OPENAPI=1 ./mvnw test -Dskip.frontend -Dtest=OpenApiTest}. */
    @Test
    void theFileIsWhatTheServiceServes() throws IOException {
        if ("1".equals(System.getenv("YEOJU_WRITE_OPENAPI"))) {
            Object sorted = JSON.treeToValue(description, Object.class);
            Files.writeString(FILE, JSON.writeValueAsString(sorted) + "\n");
        }

        assertThat(JSON.readTree(Files.readString(FILE))).isEqualTo(description);
    }

    @Test
    void everyBodyIsDescribed() {
        Set<String> vague = new TreeSet<>();
        description
                .get("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(operation -> {
                    String name = operation.getKey() + " " + path.getKey();
                    JsonNode content = operation.getValue().path("requestBody").path("content");
                    content.properties().forEach(body -> requireSchema(name + " body", body, vague));
                    operation.getValue().get("responses").properties().forEach(answer -> {
                        JsonNode bodies = resolved(answer.getValue()).path("content");
                        bodies.properties().forEach(body -> requireSchema(name + " " + answer.getKey(), body, vague));
                        if (bodies.isEmpty() && !Set.of("204", "304").contains(answer.getKey())) {
                            vague.add(name + " " + answer.getKey());
                        }
                    });
                }));

        assertThat(vague).isEmpty();
    }

    private static JsonNode resolved(JsonNode response) {
        return response.has("$ref")
                ? description.at(response.get("$ref").asString().substring(1))
                : response;
    }

    private static void requireSchema(String where, Map.Entry<String, JsonNode> body, Set<String> vague) {
        JsonNode schema = body.getValue().path("schema");
        boolean described = schema.has("$ref")
                || schema.path("items").has("$ref")
                || (!body.getKey().contains("json")
                        && schema.path("type").asString("").equals("string"));
        if (!described) {
            vague.add(where + ": " + schema);
        }
    }

    /** Plays through the whole API. */
    @Test
    void everyAnswerIsAsDescribed() throws IOException {
        String problem = RunningServer.lasting("PT0.5S");
        String saved =
                call("POST", "/problems", "/problems", problem, 201).get("id").asString();
        call("GET", "/problems", "/problems", "", 200);
        call("GET", "/problems/{id}", "/problems/" + saved, "", 200);
        call("POST", "/problems/import", "/problems/import", problem, 201);
        call("POST", "/visibility", "/visibility", problem, 200);
        String ephemeris = RunningServer.resource("/seeds/ephemerides/nrho-9-2.oem");
        JsonNode upload = call("POST", "/ephemerides", "/ephemerides", ephemeris, 201);
        call("GET", "/ephemerides/{id}", "/ephemerides/" + upload.get("id").asString(), "", 200);

        String id = call("POST", "/schedules", "/schedules", RunningServer.lasting("PT5M"), 202)
                .get("id")
                .asString();
        call("PATCH", "/schedules/{id}/passes/{passId}", "/schedules/" + id + "/passes/x", "{}", 409);
        call("POST", "/schedules/{id}/terminate", "/schedules/" + id + "/terminate", "", 202);
        call("GET", "/schedules", "/schedules", "", 200);
        JsonNode view = ended(id);
        String at = "/schedules/" + id;
        call("GET", "/schedules/{id}/status", at + "/status", "", 200);
        call("GET", "/schedules/{id}/view-periods", at + "/view-periods?step=600&sky=true", "", 200);
        call("GET", "/schedules/{id}/export", at + "/export", "", 200);
        JsonNode track = view.get("schedule").get("tracks").get(0);
        String pass = at + "/passes/" + encoded(track.get("id").asString());
        JsonNode edited = call("PATCH", "/schedules/{id}/passes/{passId}", pass, "{\"pinned\": true}", 200);
        assertThat(edited.get("revision").asInt()).isEqualTo(2);
        String request = encoded(track.get("request").asString());
        call(
                "GET",
                "/schedules/{id}/requests/{rid}/explanation",
                at + "/requests/" + request + "/explanation",
                "",
                200);
        call("DELETE", "/schedules/{id}/passes/{passId}", pass, "", 200);
        JsonNode places =
                call("GET", "/schedules/{id}/requests/{rid}/places", at + "/requests/" + request + "/places", "", 200);
        String edits = "{\"edits\": " + places.get("places").get(0).get("edits") + "}";
        call("POST", "/schedules/{id}/what-if", at + "/what-if", edits, 200);
        call("POST", "/schedules/{id}/edits", at + "/edits", edits, 200);
        String added = "{\"request\": " + track.get("request") + ", \"antennas\": " + track.get("antennas")
                + ", \"bot\": " + track.get("bot") + ", \"eot\": " + track.get("eot") + "}";
        call("POST", "/schedules/{id}/passes", at + "/passes", added, 201);
        call("GET", "/schedules/{id}/prices", at + "/prices", "", 200);
        call("GET", "/schedules/{id}/violations", at + "/violations", "", 200);
        call("GET", "/schedules/{id}/score", at + "/score", "", 200);
        call("GET", "/schedules/{id}/revisions", at + "/revisions", "", 200);
        call("GET", "/schedules/{id}/revisions/{revision}", at + "/revisions/1", "", 200);
        call("POST", "/schedules/{id}/revisions", at + "/revisions", "{\"name\": \"tidy\"}", 201);
        call("GET", "/schedules/{id}/diff", at + "/diff?against=1&to=2", "", 200);
        call("POST", "/schedules/{id}/revisions/{revision}/restore", at + "/revisions/1/restore", "", 200);
        call("POST", "/schedules/{id}/publish", at + "/publish", "{\"acceptViolations\": true}", 200);
        String change =
                "{\"at\": \"" + view.get("problem").get("horizon").get("start").asString()
                        + "\", \"alternatives\": 1, \"stepLimit\": 200, \"changes\": [{\"type\": \"WITHDRAW\", \"request\": "
                        + track.get("request") + "}]}";
        String replan = call("POST", "/schedules/{id}/replan", at + "/replan", change, 202)
                .get("id")
                .asString();
        String answers = "/schedules/" + id + "/replans/" + replan;
        RunningServer.await(
                () -> call("GET", "/schedules/{id}/replans/{replanId}", answers, "", 200),
                seen -> seen.get("status").asString().equals("DONE"));
        call(
                "POST",
                "/schedules/{id}/replans/{replanId}/alternatives/{n}/accept",
                answers + "/alternatives/1/accept",
                "",
                200);
        call("POST", "/schedules/{id}/solve", at + "/solve", "{\"stepLimit\": 100}", 202);
        ended(id);
        call("POST", "/missions/{mission}/calendar", "/missions/" + "ORBITER" + "/calendar", "", 201);

        call("GET", "/session", "/session", "", 200);
        call("POST", "/session", "/session", "{\"name\": \"chief\", \"password\": \"" + PASSWORD + "\"}", 200);
        call("POST", "/tokens", "/tokens", "{\"label\": \"one more\"}", 201);
        call("GET", "/tokens", "/tokens", "", 200);
        call("POST", "/users", "/users", "{\"name\": \"guest\", \"password\": \"" + PASSWORD + "\"}", 201);
        call("PATCH", "/users/{name}", "/users/guest", "{\"missions\": [\"ORBITER\"]}", 200);
        call("GET", "/users", "/users", "", 200);
        call("GET", "/audit", "/audit", "", 200);

        call("GET", "/schedules/{id}", "/schedules/none", "", 404);
        call("POST", "/schedules", "/schedules", "{", 400);
        call("POST", "/schedules", "/schedules", problem.replace("\"PT20M\"", "\"PT9H\""), 422);
        assertThat(refused(pass, null, 428).has("version")).isFalse();
        assertThat(refused(pass, "\"1-1\"", 412).has("revisions")).isTrue();

        assertThat(CALLED).containsExactlyElementsOf(answeringJson());
    }

    /** Operations whose success is JSON. */
    private static Set<String> answeringJson() {
        Set<String> all = new TreeSet<>();
        description
                .get("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(operation -> {
                    boolean json = operation.getValue().get("responses").properties().stream()
                            .anyMatch(answer -> answer.getKey().startsWith("2")
                                    && answer.getValue().path("content").has(JSON_TYPE));
                    if (json) {
                        all.add(operation.getValue().get("operationId").asString());
                    }
                }));
        return all;
    }

    private static JsonNode ended(String id) {
        return RunningServer.await(
                () -> call("GET", "/schedules/{id}", "/schedules/" + id, "", 200),
                view -> !view.get("finishedAt").isNull());
    }

    private static String encoded(String id) {
        return URLEncoder.encode(id, StandardCharsets.UTF_8);
    }

    /** Calls it, with the schedule's tag where it is an edit, and compares the answer with its description. */
    private static JsonNode call(String method, String template, String path, String body, int status) {
        JsonNode operation = operation(method, template);
        HttpRequest.Builder request = request(method, path, body);
        for (JsonNode parameter : operation.path("parameters")) {
            if (parameter.get("name").asString().equals("If-Match")) {
                request.header("If-Match", etag(path));
            }
        }
        return described(operation, server.send(request), status);
    }

    private static JsonNode refused(String pass, @Nullable String ifMatch, int status) {
        HttpRequest.Builder request = request("PATCH", pass, "{}");
        if (ifMatch != null) {
            request.header("If-Match", ifMatch);
        }
        return described(operation("PATCH", "/schedules/{id}/passes/{passId}"), server.send(request), status);
    }

    private static JsonNode operation(String method, String template) {
        return description.get("paths").get("/api/v1" + template).get(method.toLowerCase(Locale.ROOT));
    }

    private static HttpRequest.Builder request(String method, String path, String body) {
        return server.request("/api/v1" + path)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", JSON_TYPE)
                .method(method, HttpRequest.BodyPublishers.ofString(body));
    }

    private static String etag(String path) {
        String schedule = "/api/v1" + path.replaceAll("^(/schedules/[^/]+).*", "$1");
        return server.send(token, "GET", schedule, "")
                .headers()
                .firstValue("ETag")
                .orElseThrow();
    }

    private static JsonNode described(JsonNode operation, HttpResponse<String> answer, int status) {
        String what = operation.get("operationId").asString() + ": " + answer.statusCode() + " " + answer.body();
        assertThat(answer.statusCode()).as(what).isEqualTo(status);
        String type = answer.headers().firstValue("Content-Type").orElseThrow().replaceAll(";.*", "");
        JsonNode response = resolved(operation.get("responses").path(Integer.toString(status)));
        JsonNode schema = response.path("content").path(type).path("schema");
        assertThat(schema.isMissingNode()).as("no schema for " + what).isFalse();
        ObjectNode whole = schema.deepCopy().asObject();
        whole.set("components", description.get("components"));
        JsonNode body = JSON.readTree(answer.body());
        assertThat(REGISTRY.getSchema(whole).validate(body)).as(what).isEmpty();
        if (status < 300) {
            CALLED.add(operation.get("operationId").asString());
        }
        return body;
    }
}
