package dev.yeoju.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import dev.yeoju.exchange.Catalogue;
import dev.yeoju.exchange.ProblemReader;
import dev.yeoju.exchange.ScheduleJson;
import dev.yeoju.model.Problem;
import dev.yeoju.model.ProblemInstance;
import dev.yeoju.service.CheckReport;
import dev.yeoju.service.Engine;
import dev.yeoju.service.Pipeline;
import dev.yeoju.service.ProblemFiles;
import dev.yeoju.service.StopSignal;
import dev.yeoju.store.ReplanStore;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Changes answered, explained and worked around over HTTP. */
class ReplanApiTest {
    private static final String STEPS = "\"stepLimit\": 300, \"seed\": 1";

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

    /** An outage over the whole of the last pass. */
    private String outage(String more) {
        JsonNode last = lastTrack();
        return change(
                "{\"type\": \"OUTAGE\", \"antenna\": \"KDSA\", \"start\": " + last.get("boa") + ", \"end\": "
                        + last.get("eoa") + ", \"reason\": \"drive\"}",
                more);
    }

    private JsonNode lastTrack() {
        JsonNode tracks = schedule().get("tracks");
        return tracks.get(tracks.size() - 1);
    }

    private static String change(String change, String more) {
        return "{\"at\": \"2026-12-07T01:00:00Z\", \"changes\": [" + change + "], " + more + "}";
    }

    private JsonNode replanned(String body) {
        HttpResponse<String> asked = send("POST", "/replan", etag(), body);
        assertThat(asked.statusCode()).as(asked.body()).isEqualTo(202);
        String location = asked.headers().firstValue("Location").orElseThrow();
        assertThat(location)
                .isEqualTo(
                        path + "/replans/" + RunningServer.json(asked).get("id").asString());
        return server.replanned(location);
    }

    private static List<String> texts(JsonNode nodes, String field) {
        List<String> texts = new ArrayList<>();
        nodes.forEach(node -> texts.add(node.get(field).asString()));
        return texts;
    }

    @Test
    void anOutageIsAnsweredAndTheAnswerBecomesTheNextRevisionOfAChangedProblem() {
        String hit = lastTrack().get("id").asString();
        double before = schedule().get("value").asDouble();

        JsonNode view = replanned(outage(STEPS));

        assertThat(view.get("status").asString()).as(view.toString()).isEqualTo("DONE");
        assertThat(view.get("baseRevision").asInt()).isEqualTo(1);
        assertThat(view.get("change").get("changes").get(0).get("reason").asString())
                .isEqualTo("drive");
        JsonNode answer = view.get("alternatives").get(0);
        assertThat(answer.get("n").asInt()).isEqualTo(1);
        assertThat(texts(answer.get("changes"), "pass")).contains(hit);
        answer.get("changes")
                .forEach(change -> assertThat(change.get("why").asString()).isNotBlank());
        assertThat(answer.get("tracksChanged").asInt())
                .isEqualTo(answer.get("changes").size());
        assertThat(answer.get("violations")).isEmpty();
        assertThat(answer.get("worth").asDouble())
                .isCloseTo(before + answer.get("valueDelta").asDouble(), offset(1e-6));
        assertThat(answer.get("value").asDouble())
                .isCloseTo(
                        answer.get("worth").asDouble()
                                - answer.get("changeCost").asDouble(),
                        offset(1e-6));
        assertThat(answer.get("bound").asDouble())
                .isGreaterThanOrEqualTo(answer.get("value").asDouble() - 1e-6);
        assertThat(answer.get("gapPercent").isNumber()).isTrue();
        assertThat(answer.get("diff").get("from").asInt()).isEqualTo(1);
        assertThat(schedule().get("value").asDouble())
                .as("a proposal changes nothing")
                .isEqualTo(before);

        HttpResponse<String> accepted = send("POST", accept(view, 1), etag(), "");

        assertThat(accepted.statusCode()).as(accepted.body()).isEqualTo(200);
        assertThat(accepted.headers().firstValue("ETag")).hasValue(etag());
        JsonNode whole = server.json(path);
        assertThat(whole.get("schedule")).isEqualTo(answer.get("schedule"));
        assertThat(whole.get("revision").asInt()).isEqualTo(2);
        JsonNode unavailable = whole.get("problem").get("antennas").get(0).get("unavailable");
        assertThat(texts(unavailable, "reason")).contains("drive");
        assertThat(server.json(path + "/revisions").get(1).get("kind").asString())
                .isEqualTo("REPLAN");
        agrees(whole);
        HttpResponse<String> tried = send(
                "POST",
                "/what-if",
                null,
                "{\"edits\": [{\"type\": \"REMOVE\", \"pass\": \""
                        + whole.get("schedule").get("tracks").get(0).get("id").asString() + "\"}]}");
        assertThat(tried.statusCode()).as(tried.body()).isEqualTo(200);
        assertThat(send("POST", accept(view, 1), etag(), "").statusCode())
                .as("it answers a revision that is not the present one any more")
                .isEqualTo(409);
    }

    private String accept(JsonNode view, int n) {
        return "/replans/" + view.get("id").asString() + "/alternatives/" + n + "/accept";
    }

    /** The checker, from the problem and the schedule that the API shows, finds what the API says, bound included. */
    private static void agrees(JsonNode whole) {
        Engine engine = Pipeline.over(null);
        Problem problem = ProblemReader.read(
                whole.get("problem").toString().getBytes(StandardCharsets.UTF_8), Catalogue.bundled());
        ProblemInstance instance =
                engine.prepare(problem, ProblemFiles.none(), new StopSignal()).instance();
        CheckReport report = engine.check(
                instance, ScheduleJson.read(whole.get("schedule").toString().getBytes(StandardCharsets.UTF_8)), true);
        assertThat(report.violations()).isEmpty();
        assertThat(report.claims()).isEmpty();
    }

    @Test
    void aSlipMovesTheWindowsAndAStepLimitRepeatsTheAnswer() {
        String body = change(
                "{\"type\": \"SLIP\", \"spacecraft\": \"ORBITER\", \"by\": \"PT3H\"}", "\"alternatives\": 1, " + STEPS);

        JsonNode first = replanned(body);
        JsonNode second = replanned(body);

        assertThat(first.get("status").asString()).as(first.toString()).isEqualTo("DONE");
        assertThat(first.get("alternatives")).hasSize(1);
        assertThat(first.get("alternatives")).isEqualTo(second.get("alternatives"));
        assertThat(send("POST", accept(first, 1), etag(), "").statusCode()).isEqualTo(200);
        agrees(server.json(path));
        HttpResponse<String> export = server.get(path + "/export?format=ics&revision=1");
        assertThat(export.statusCode())
                .as("an older revision goes out with its own problem")
                .isEqualTo(200);
    }

    @Test
    void aNewEphemerisLeavesWhatWasSeenBeforeItAsItWasAlsoAfterARestart(@TempDir Path other) {
        String late = "{\"type\": \"EPHEMERIS\", \"spacecraft\": \"ORBITER\", \"trajectory\": {\"type\":"
                + " \"keplerian\", \"center\": \"MOON\", \"epoch\": \"2026-12-07T00:00:00Z\", \"elements\":"
                + " {\"semiMajorAxisKm\": 1938, \"eccentricity\": 0.01, \"inclinationDeg\": 90, \"raanDeg\": 40,"
                + " \"argumentOfPericenterDeg\": 0, \"trueAnomalyDeg\": 90}}}";
        String body =
                "{\"at\": \"2026-12-07T12:00:00Z\", \"alternatives\": 1, " + STEPS + ", \"changes\": [" + late + "]}";
        RunningServer usual = server;
        JsonNode before;
        try (RunningServer first = RunningServer.start(other, Map.of())) {
            server = first;
            solved = SolvedSchedule.on(first);
            path = solved.path();
            JsonNode view = replanned(body);
            assertThat(view.get("status").asString()).as(view.toString()).isEqualTo("DONE");
            assertThat(send("POST", accept(view, 1), etag(), "").statusCode()).isEqualTo(200);
            before = first.json(path);
        } finally {
            server = usual;
        }
        try (RunningServer second = RunningServer.start(other, Map.of())) {
            assertThat(second.json(path).get("viewPeriods")).isEqualTo(before.get("viewPeriods"));
            JsonNode score = second.json(path + "/score");
            assertThat(score.get("value").asDouble())
                    .as("computed anew from the former problem and the change")
                    .isCloseTo(before.get("schedule").get("value").asDouble(), offset(1e-6));
            assertThat(score.get("brokenRules").asInt()).isZero();
        }
    }

    @Test
    void theFirstAnswerIsThereWhileOthersAreSearchedFor() {
        HttpResponse<String> asked = send("POST", "/replan", etag(), outage("\"timeLimit\": \"PT2S\""));
        String location = asked.headers().firstValue("Location").orElseThrow();
        JsonNode early = RunningServer.await(
                () -> server.json(location), view -> !view.get("alternatives").isEmpty());

        assertThat(early.get("status").asString()).isEqualTo("RUNNING");
        assertThat(early.get("alternatives")).hasSize(1);
        HttpResponse<String> tooEarly = send("POST", accept(early, 1), etag(), "");
        assertThat(tooEarly.statusCode()).as(tooEarly.body()).isEqualTo(409);
        JsonNode whole = server.replanned(location);
        assertThat(whole.get("alternatives").get(0).get("changes"))
                .isEqualTo(early.get("alternatives").get(0).get("changes"));
    }

    @Test
    void nothingIsReplannedUnseenAndNoEditIsLost() {
        String body = outage("\"alternatives\": 1, " + STEPS);
        String seen = etag();
        assertThat(send("POST", "/replan", null, body).statusCode()).isEqualTo(428);
        JsonNode view = replanned(body);

        String pass =
                URLEncoder.encode(schedule().get("tracks").get(0).get("id").asString(), StandardCharsets.UTF_8);
        assertThat(send("PATCH", "/passes/" + pass, seen, "{\"pinned\": true}").statusCode())
                .as("while proposals lie there, edits go on")
                .isEqualTo(200);

        HttpResponse<String> stale = send("POST", "/replan", seen, body);
        assertThat(stale.statusCode()).isEqualTo(412);
        assertThat(RunningServer.json(stale).get("revisions")).hasSize(1);
        assertThat(send("POST", accept(view, 1), seen, "").statusCode()).isEqualTo(412);
        HttpResponse<String> older = send("POST", accept(view, 1), etag(), "");
        assertThat(older.statusCode()).as(older.body()).isEqualTo(409);
        assertThat(older.body()).contains("revision 1");
        assertThat(send("POST", accept(view, 7), etag(), "").statusCode()).isEqualTo(409);

        String replan = "/replans/" + view.get("id").asString();
        assertThat(send("DELETE", replan, null, "").statusCode()).isEqualTo(204);
        assertThat(server.get(path + replan).statusCode()).isEqualTo(404);
    }

    @Test
    void aSolveAfterAnAcceptedAnswerKeepsWhatWasFrozen() {
        JsonNode first = schedule().get("tracks").get(0);
        JsonNode view = replanned(outage("\"freezeUntil\": \"2026-12-07T04:00:00Z\", \"alternatives\": 1, " + STEPS));
        assertThat(send("POST", accept(view, 1), etag(), "").statusCode()).isEqualTo(200);

        assertThat(send("POST", "/solve", null, "{\"timeLimit\": \"PT1S\"}").statusCode())
                .isEqualTo(202);
        server.events(path.substring(path.lastIndexOf('/') + 1), null, "end");

        JsonNode kept = schedule().get("tracks").get(0);
        assertThat(kept.get("pinned").asBoolean()).isTrue();
        for (String field : List.of("id", "antennas", "boa", "bot", "eot", "eoa")) {
            assertThat(kept.get(field)).as(field).isEqualTo(first.get(field));
        }
        agrees(server.json(path));
    }

    @Test
    void whileItIsSolvedNothingIsReplanned() {
        assertThat(send("POST", "/solve", null, "{\"timeLimit\": \"PT20S\"}").statusCode())
                .isEqualTo(202);

        HttpResponse<String> refused = send(
                "POST",
                "/replan",
                etag(),
                change("{\"type\": \"SLIP\", \"spacecraft\": \"SITE\", \"by\": \"PT1H\"}", STEPS));

        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(409);
        assertThat(RunningServer.json(refused).get("stop").asString()).isEqualTo(path + "/terminate");
        send("POST", "/terminate", null, "");
        server.events(path.substring(path.lastIndexOf('/') + 1), null, "end");
    }

    @Test
    void everyFaultOfAChangeIsSaidAtOnce() {
        HttpResponse<String> refused = send(
                "POST",
                "/replan",
                etag(),
                "{\"at\": \"2026-12-07T01:00:00Z\", \"alternatives\": 9, \"timeLimit\": \"PT10M\", \"changes\":"
                        + " [{\"type\": \"SLIP\", \"spacecraft\": \"NOBODY\", \"by\": \"PT1H\"}, {\"type\":"
                        + " \"WITHDRAW\", \"request\": \"NOTHING\"}]}");

        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(422);
        assertThat(texts(RunningServer.json(refused).get("faults"), "pointer"))
                .contains("/alternatives", "/timeLimit", "/changes/0/spacecraft", "/changes/1/request");

        HttpResponse<String> file = send(
                "POST",
                "/replan",
                etag(),
                change(
                        "{\"type\": \"EPHEMERIS\", \"spacecraft\": \"SITE\", \"trajectory\": {\"type\": \"oem\","
                                + " \"file\": \"/etc/passwd\"}}",
                        STEPS));
        assertThat(file.statusCode()).isEqualTo(422);
        assertThat(texts(RunningServer.json(file).get("faults"), "pointer"))
                .containsExactly("/changes/0/trajectory/file");
    }

    @Test
    void aRequestIsExplainedAndItsPlacesLeadWhereTheySay() {
        JsonNode track = lastTrack();
        String request = track.get("request").asString();
        String at = "/requests/" + URLEncoder.encode(request, StandardCharsets.UTF_8);

        JsonNode explanation = server.json(path + at + "/explanation");

        assertThat(explanation.get("request").asString()).isEqualTo(request);
        assertThat(explanation.get("periods")).isNotEmpty();
        assertThat(texts(explanation.get("tracks"), "why")).allMatch(why -> !why.isBlank());

        String pass = URLEncoder.encode(track.get("id").asString(), StandardCharsets.UTF_8);
        assertThat(send("DELETE", "/passes/" + pass, etag(), "").statusCode()).isEqualTo(200);
        HttpResponse<String> answer = server.get(path + at + "/places?limit=3");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        JsonNode places = RunningServer.json(answer).get("places");
        assertThat(places.size()).isBetween(1, 3);
        for (JsonNode place : places) {
            JsonNode outcome =
                    RunningServer.json(send("POST", "/what-if", null, "{\"edits\": " + place.get("edits") + "}"));
            assertThat(outcome.get("valueDelta").asDouble())
                    .as(place + " leads to " + outcome)
                    .isCloseTo(place.get("valueDelta").asDouble(), offset(1e-6));
            assertThat(outcome.get("violations")).isEqualTo(place.get("violations"));
        }

        assertThat(server.get(path + "/requests/NOTHING/explanation").statusCode())
                .isEqualTo(404);
        assertThat(server.get(path + at + "/places?limit=0").statusCode()).isEqualTo(400);
    }

    @Test
    void whatStillRunsIsNotOverAndADeletedScheduleKeepsNoAnswers() {
        ReplanStore replans = server.bean("replanStore", ReplanStore.class);
        String id = path.substring(path.lastIndexOf('/') + 1);
        replanned(outage("\"alternatives\": 1, " + STEPS));
        HttpResponse<String> asked = send("POST", "/replan", etag(), outage("\"timeLimit\": \"PT20S\""));
        String running = RunningServer.json(asked).get("id").asString();

        assertThat(replans.ids(id)).hasSize(2);
        assertThat(replans.over(id)).hasSize(1).doesNotContain(running);

        assertThat(send("DELETE", "", null, "").statusCode()).isEqualTo(204);
        assertThat(replans.ids(id)).isEmpty();
        assertThat(replans.alternatives(running)).isEmpty();
    }
}
