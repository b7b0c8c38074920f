package dev.yeoju.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Files of other formats that become problems. */
class ImportApiTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String SATNET = RunningServer.resource("/satnet/problem.json");
    private static final String OEM = RunningServer.resource("/seeds/ephemerides/nrho-9-2.oem");

    @TempDir
    static Path store;

    private static RunningServer server;

    @BeforeAll
    static void start() {
        server = RunningServer.start(store, Map.of());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static HttpResponse<String> post(String query, String body) {
        return server.send(server.request("/api/v1/problems/import" + query)
                .header("Content-Type", "text/plain")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private static JsonNode saved(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        JsonNode summary = RunningServer.json(answer);
        assertThat(answer.headers().firstValue("Location"))
                .hasValue("/api/v1/problems/" + summary.get("id").asString());
        return summary;
    }

    private static JsonNode problem(JsonNode summary) {
        return server.json("/api/v1/problems/" + summary.get("id").asString());
    }

    private static List<String> texts(JsonNode nodes, String field) {
        List<String> texts = new ArrayList<>();
        nodes.forEach(node -> texts.add(node.get(field).asString()));
        return texts;
    }

    @Test
    void aSatNetWeekIsKnownByItsLooksAndItsMaintenanceGoesBesideIt() {
        JsonNode alone = saved(post("", SATNET));
        assertThat(alone.get("format").asString()).isEqualTo("SATNET");
        assertThat(alone.get("requests").asInt()).isEqualTo(8);
        assertThat(alone.get("warnings")).isNotEmpty();

        List<String> lines =
                RunningServer.resource("/satnet/maintenance.csv").lines().toList();
        JsonNode both = saved(post(
                "?format=satnet",
                "{\"requests\": " + SATNET + ", \"maintenance\": " + JSON.writeValueAsString(lines) + "}"));

        assertThat(problem(alone).get("antennas").findValues("unavailable")).isEmpty();
        assertThat(problem(both).get("antennas").findValues("unavailable")).isNotEmpty();
    }

    @Test
    void faultsOfBothPartsOfAWeekAreSaidAtOnce() {
        HttpResponse<String> refused =
                post("?format=satnet", "{\"requests\": [{}], \"maintenance\": \"week\\n\", \"more\": 1}");

        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(422);
        assertThat(texts(RunningServer.json(refused).get("faults"), "pointer"))
                .contains("/requests/0/track_id", "/more", "line 1");
    }

    @Test
    void anEphemerisBecomesAProblemThatCanBeSolved() {
        JsonNode summary = saved(post("?antenna=DSS-34", OEM));

        assertThat(summary.get("format").asString()).isEqualTo("OEM");
        JsonNode problem = problem(summary);
        assertThat(problem.get("antennas").get(0).get("catalogue").asString()).isEqualTo("DSS-34");
        String ephemeris = problem.get("spacecraft")
                .get(0)
                .get("trajectory")
                .get("ephemeris")
                .asString();
        assertThat(server.get("/api/v1/ephemerides/" + ephemeris + "/file").body())
                .isEqualTo(OEM);
        JsonNode horizon = problem.get("horizon");
        String days = horizon.get("start").asString();
        HttpResponse<String> seen = server.post(
                "/api/v1/visibility",
                problem.toString()
                        .replace(
                                horizon.toString(),
                                "{\"start\":\"" + days + "\",\"end\":\""
                                        + Instant.parse(days).plusSeconds(2 * 86_400) + "\"}"));
        assertThat(seen.statusCode()).as(seen.body()).isEqualTo(200);
        assertThat(RunningServer.json(seen).get("viewPeriods")).isNotEmpty();
        assertThat(post("?antenna=NOWHERE", OEM).statusCode()).isEqualTo(422);
    }

    @Test
    void aCcsdsScheduleBecomesWhatItsProblemHasAlready() {
        String id = server.submit(RunningServer.lasting("PT0.5S"));
        server.events(id, null, "end");
        JsonNode tracks = server.json("/api/v1/schedules/" + id).get("schedule").get("tracks");
        String xml =
                server.get("/api/v1/schedules/" + id + "/export?format=ccsds").body();
        String problem = saved(post("", RunningServer.PROBLEM)).get("id").asString();

        JsonNode summary = saved(post("?format=ccsds&problem=" + problem, xml));

        assertThat(texts(problem(summary).get("published"), "id"))
                .containsExactlyInAnyOrderElementsOf(texts(tracks, "id"));
        assertThat(post("?format=auto&problem=" + problem, xml).statusCode())
                .as("its root element shows what it is")
                .isEqualTo(201);
        assertThat(post("", xml).statusCode()).isEqualTo(422);
        assertThat(post("?problem=nothing", xml).statusCode()).isEqualTo(404);
        HttpResponse<String> other = post("?problem=first-pass", xml);
        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(RunningServer.json(other).get("faults").size())
                .as("every unknown name at once")
                .isGreaterThan(1);
    }

    @Test
    void whatIsOfNoKnownFormatIsRefusedWithTheFormatsThatAre() {
        for (String body : List.of("", "hello", "<kml></kml>", "\uFEFFx", "BEGIN:VCALENDAR")) {
            HttpResponse<String> refused = post("", body);
            assertThat(refused.statusCode()).as(body).isEqualTo(400);
            assertThat(refused.body()).contains("CCSDS OEM");
        }
        assertThat(post("?format=kml", "x").statusCode()).isEqualTo(400);
        assertThat(post("?format=oem", "<!DOCTYPE oem [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><oem>&x;</oem>")
                        .statusCode())
                .isBetween(400, 422);
    }
}
