package dev.yeoju.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What planners do with a schedule that is solved: edit, try out, compare, restore, publish. */
class PlannerApiTest {
    @TempDir
    static Path store;

    private static RunningServer server;

    private SolvedSchedule solved;
    private String path = "";

    @BeforeAll
    static void start() {
        server = RunningServer.start(store, Map.of());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void solve() {
        solved = SolvedSchedule.on(server);
        path = solved.path();
    }

    private HttpResponse<String> send(String method, String where, @Nullable String ifMatch, String body) {
        return solved.send(method, where, ifMatch, body);
    }

    private String etag() {
        return solved.etag();
    }

    private JsonNode schedule() {
        return solved.schedule();
    }

    private JsonNode firstTrack() {
        return schedule().get("tracks").get(0);
    }

    private static String pass(JsonNode track) {
        return "/passes/" + URLEncoder.encode(track.get("id").asString(), StandardCharsets.UTF_8);
    }

    @Test
    void aPassThatIsShortenedLosesItsHoursAndTheRevisionSaysSo() {
        JsonNode track = firstTrack();
        double value = schedule().get("value").asDouble();
        String eot =
                Instant.parse(track.get("eot").asString()).minusSeconds(600).toString();

        HttpResponse<String> answer =
                send("PATCH", pass(track), etag(), "{\"eot\": \"" + eot + "\", \"pinned\": true}");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        JsonNode outcome = RunningServer.json(answer);
        assertThat(outcome.get("revision").asInt()).isEqualTo(2);
        assertThat(outcome.get("valueDelta").asDouble()).isNegative();
        assertThat(outcome.get("value").asDouble())
                .isCloseTo(value + outcome.get("valueDelta").asDouble(), offset(1e-6));
        assertThat(outcome.get("violations")).isEmpty();
        assertThat(outcome.get("pass").get("pinned").asBoolean()).isTrue();
        assertThat(outcome.get("pass").get("eoa").asString())
                .isEqualTo(Instant.parse(track.get("eoa").asString())
                        .minusSeconds(600)
                        .toString());
        assertThat(answer.headers().firstValue("ETag")).hasValue(etag());
        assertThat(outcome.get("schedule")).isEqualTo(schedule());
        assertThat(outcome.get("schedule").get("bound").asDouble())
                .as("the bound still holds, since no pin was taken away")
                .isPositive();
        JsonNode revisions = server.json(path + "/revisions");
        assertThat(revisions).hasSize(2);
        assertThat(revisions.get(1).get("kind").asString()).isEqualTo("EDIT");
        assertThat(revisions.get(1).get("author").asString()).isEqualTo("local");
        assertThat(revisions.get(1).get("reason").asString())
                .contains(track.get("id").asString());
    }

    @Test
    void anEditThatBreaksARuleIsDoneAndItsViolationsAreSaid() {
        JsonNode track = firstTrack();
        String eot = Instant.parse(track.get("bot").asString()).plusSeconds(60).toString();

        JsonNode outcome = RunningServer.json(send("PATCH", pass(track), etag(), "{\"eot\": \"" + eot + "\"}"));

        assertThat(outcome.get("status").asString()).isEqualTo("INFEASIBLE");
        assertThat(outcome.get("newViolations").get(0).get("code").asString()).isEqualTo("BELOW_MINIMUM");
        assertThat(server.json(path + "/violations")).isEqualTo(outcome.get("violations"));
        assertThat(server.json(path + "/score").get("brokenRules").asInt())
                .isEqualTo(outcome.get("violations").size());
        assertThat(send("POST", "/publish", etag(), "{}").statusCode()).isEqualTo(409);
        HttpResponse<String> published = send("POST", "/publish", etag(), "{\"acceptViolations\": true}");
        assertThat(RunningServer.json(published).get("publishedRevision").asInt())
                .isEqualTo(2);
    }

    @Test
    void aPassIsTakenOutAndPlacedAgainByHand() {
        JsonNode before = schedule();
        JsonNode track = firstTrack();
        JsonNode gone = RunningServer.json(send("DELETE", pass(track), etag(), ""));
        assertThat(gone.get("schedule").get("tracks"))
                .hasSize(before.get("tracks").size() - 1);

        HttpResponse<String> placed = send(
                "POST",
                "/passes",
                etag(),
                "{\"request\": " + track.get("request") + ", \"antennas\": " + track.get("antennas") + ", \"bot\": "
                        + track.get("bot") + ", \"eot\": " + track.get("eot") + "}");

        assertThat(placed.statusCode()).as(placed.body()).isEqualTo(201);
        assertThat(placed.headers().firstValue("Location").orElseThrow()).startsWith(path + "/passes/");
        assertThat(schedule().get("value")).isEqualTo(before.get("value"));
        JsonNode diff = server.json(path + "/diff?against=1");
        assertThat(diff.get("valueDelta").asDouble()).isZero();
        assertThat(diff.get("changed")).isEmpty();
    }

    @Test
    void whoEditsAStaleStateIsToldWhatChanged() {
        String seen = etag();
        JsonNode track = firstTrack();
        assertThat(send("PATCH", pass(track), seen, "{\"pinned\": true}").statusCode())
                .isEqualTo(200);

        HttpResponse<String> stale = send("DELETE", pass(track), seen, "");

        assertThat(stale.statusCode()).isEqualTo(412);
        assertThat(stale.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
        JsonNode problem = RunningServer.json(stale);
        assertThat('"' + problem.get("version").asString() + '"').isEqualTo(etag());
        JsonNode changed = problem.get("changes").get("changed").get(0);
        assertThat(changed.get("id")).isEqualTo(track.get("id"));
        assertThat(changed.get("repinned").asBoolean()).isTrue();
        assertThat(problem.get("revisions").get(0).get("author").asString()).isEqualTo("local");
        assertThat(send("DELETE", pass(track), null, "").statusCode()).isEqualTo(428);
    }

    @Test
    void whatIfSaysWhatAnEditWouldDoAndSavesNothing() {
        String before = etag();
        JsonNode track = firstTrack();

        JsonNode tried = RunningServer.json(send(
                "POST", "/what-if", null, "{\"edits\": [{\"type\": \"REMOVE\", \"pass\": " + track.get("id") + "}]}"));

        assertThat(tried.get("valueDelta").asDouble()).isNegative();
        assertThat(tried.get("revision").isNull()).isTrue();
        assertThat(etag()).isEqualTo(before);
        assertThat(RunningServer.json(send("DELETE", pass(track), before, "")).get("valueDelta"))
                .as("doing it does what trying it out said")
                .isEqualTo(tried.get("valueDelta"));
    }

    @Test
    void whatCannotBeRepresentedIsRefusedWithEveryFault() {
        HttpResponse<String> unknown = send(
                "POST",
                "/edits",
                etag(),
                "{\"edits\": [{\"type\": \"REMOVE\", \"pass\": \"none#1\"}, {\"type\": \"ADD\", \"request\": \"none\","
                        + " \"antennas\": [\"KDSA\"], \"bot\": \"2026-12-07T00:00:00Z\", \"eot\": \"2026-12-07T01:00:00Z\"}]}");
        assertThat(unknown.statusCode()).isEqualTo(422);
        assertThat(RunningServer.json(unknown).get("faults")).hasSize(2);
        assertThat(send("PATCH", "/passes/none%231", etag(), "{\"pinned\": true}")
                        .statusCode())
                .isEqualTo(404);
        HttpResponse<String> fields = send("PATCH", pass(firstTrack()), etag(), "{\"pined\": 1, \"bot\": \"now\"}");
        assertThat(fields.statusCode()).isEqualTo(422);
        assertThat(RunningServer.json(fields).get("faults")).hasSize(2);
        assertThat(send("PATCH", pass(firstTrack()), etag(), "{").statusCode()).isEqualTo(400);
        assertThat(send("PATCH", pass(firstTrack()), "3", "{}").statusCode()).isEqualTo(400);
    }

    @Test
    void anOlderRevisionIsRestoredAsANewOne() {
        JsonNode first = schedule();
        send("DELETE", pass(firstTrack()), etag(), "");
        send("POST", "/revisions", null, "{\"name\": \"as solved\", \"revision\": 1}");

        HttpResponse<String> restored = send("POST", "/revisions/1/restore", etag(), "");

        assertThat(restored.statusCode()).as(restored.body()).isEqualTo(200);
        assertThat(schedule()).isEqualTo(first);
        JsonNode revisions = server.json(path + "/revisions");
        assertThat(revisions).hasSize(3);
        assertThat(revisions.get(0).get("name").asString()).isEqualTo("as solved");
        assertThat(revisions.get(2).get("kind").asString()).isEqualTo("RESTORE");
        assertThat(server.json(path + "/revisions/1")).isEqualTo(first);
        assertThat(server.get(path + "/revisions/9").statusCode()).isEqualTo(404);
    }

    @Test
    void whileItIsSolvedAgainItCannotBeEdited() {
        JsonNode track = firstTrack();
        assertThat(send("POST", "/solve", etag(), "{\"timeLimit\": \"PT10M\"}").statusCode())
                .isEqualTo(202);

        HttpResponse<String> refused = send("PATCH", pass(track), etag(), "{\"pinned\": true}");

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(RunningServer.json(refused).get("stop").asString()).isEqualTo(path + "/terminate");
        server.post(path + "/terminate", "");
        server.events(path.substring(path.lastIndexOf('/') + 1), null, "end");
        JsonNode revisions = server.json(path + "/revisions");
        assertThat(revisions.get(revisions.size() - 1).get("kind").asString()).isEqualTo("SOLVE");
    }

    @Test
    void aScheduleIsGivenOutInEveryFormat() {
        String track = firstTrack().get("bot").asString();
        for (String format : List.of("json", "ccsds", "ics", "csv", "satnet")) {
            HttpResponse<String> file = server.get(path + "/export?format=" + format);
            assertThat(file.statusCode()).as(format + ": " + file.body()).isEqualTo(200);
            assertThat(file.headers().firstValue("Content-Disposition").orElseThrow())
                    .contains("two-lunar-days-r1.");
            assertThat(server.get(path + "/export?revision=1&format=" + format).body())
                    .as("the same revision gives the same file")
                    .isEqualTo(file.body());
        }
        assertThat(server.get(path + "/export?format=csv").body()).contains(track);
        assertThat(server.get(path + "/export?format=xls").statusCode()).isEqualTo(400);
    }

    @Test
    void ephemeridesAreKeptByTheirContentAndNamedByProblems() {
        String oem = RunningServer.resource("/seeds/ephemerides/nrho-9-2.oem");
        HttpResponse<String> first =
                server.send(server.request("/api/v1/ephemerides").POST(HttpRequest.BodyPublishers.ofString(oem)));
        HttpResponse<String> again =
                server.send(server.request("/api/v1/ephemerides").POST(HttpRequest.BodyPublishers.ofString(oem)));
        assertThat(first.statusCode()).as(first.body()).isEqualTo(201);
        assertThat(RunningServer.json(again)).isEqualTo(RunningServer.json(first));
        String where = first.headers().firstValue("Location").orElseThrow();
        assertThat(server.get(where + "/file").body()).isEqualTo(oem);
        assertThat(RunningServer.json(first).get("coverage")).isNotEmpty();

        String id = RunningServer.json(first).get("id").asString();
        HttpResponse<String> unknown = server.post("/api/v1/visibility", withEphemeris("f".repeat(64)));
        assertThat(unknown.statusCode()).isEqualTo(422);
        assertThat(RunningServer.json(unknown)
                        .get("faults")
                        .get(0)
                        .get("pointer")
                        .asString())
                .endsWith("/trajectory/ephemeris");
        assertThat(RunningServer.json(server.post("/api/v1/visibility", withEphemeris(id)))
                        .get("viewPeriods"))
                .isNotEmpty();
        HttpResponse<String> nonsense = server.send(server.request("/api/v1/ephemerides")
                .POST(HttpRequest.BodyPublishers.ofString("CCSDS_OEM_VERS = 2.0\nnonsense")));
        assertThat(nonsense.statusCode()).isEqualTo(422);
    }

    private static String withEphemeris(String id) {
        return """
                {"schemaVersion": 1, "name": "upload", "horizon": {"start": "2026-12-07T00:00:00Z", "end": "2026-12-09T00:00:00Z"},
                 "antennas": [{"catalogue": "KDSA"}],
                 "spacecraft": [{"id": "S", "name": "S", "mission": "S", "trajectory": {"type": "oem", "ephemeris": "ID"}}],
                 "requests": [{"id": "S-TM", "spacecraft": "S", "minDuration": "PT1H", "preferredDuration": "PT2H"}]}
                """.replace("ID", id);
    }
}
