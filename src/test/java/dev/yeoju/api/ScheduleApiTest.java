package dev.yeoju.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yeoju.api.RunningServer.Event;
import dev.yeoju.exchange.ScheduleJson;
import dev.yeoju.model.Schedule;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
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

/** The life of a schedule over HTTP, with the real engines. */
class ScheduleApiTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

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

    @Test
    void aPostedProblemIsSolvedAndFollowersHearOfIt() {
        HttpResponse<String> posted = server.post("/api/v1/schedules", RunningServer.lasting("PT1S"));
        assertThat(posted.statusCode()).isEqualTo(202);
        JsonNode accepted = JSON.readTree(posted.body());
        String id = accepted.get("id").asString();
        assertThat(posted.headers().firstValue("Location")).hasValue("/api/v1/schedules/" + id);
        assertThat(accepted.get("problem")
                        .get("antennas")
                        .get(0)
                        .get("site")
                        .get("latitudeDeg")
                        .asDouble())
                .isEqualTo(37.20723347);
        assertThat(accepted.get("requests")).hasSize(6);
        assertThat(accepted.get("requests").get(0).get("id").asString()).isEqualTo("ORBITER-TM/1");
        assertThat(accepted.get("schedule").isNull()).isTrue();

        List<Event> events = server.events(id, null, "end");

        assertThat(events).extracting(Event::id).isSorted().doesNotHaveDuplicates();
        assertThat(events)
                .extracting(Event::name)
                .contains("status", "improvement")
                .endsWith("end");
        assertThat(events.get(events.size() - 1).json().get("status").asString())
                .isEqualTo("SOLVED");
        JsonNode whole = server.json("/api/v1/schedules/" + id);
        assertThat(whole.get("status").asString()).isEqualTo("SOLVED");
        assertThat(whole.get("viewPeriods")).isNotEmpty();
        assertThat(whole.get("progress").get("value").asDouble())
                .isEqualTo(whole.get("schedule").get("value").asDouble());
        Schedule schedule = ScheduleJson.read(whole.get("schedule").toString().getBytes(StandardCharsets.UTF_8));
        assertThat(schedule.status()).isEqualTo(Schedule.Status.FEASIBLE);
        assertThat(schedule.tracks()).isNotEmpty();
    }

    @Test
    void terminatingKeepsTheBestFound() {
        String id = server.submit(RunningServer.lasting("PT10M"));
        server.events(id, null, "improvement");

        assertThat(server.post("/api/v1/schedules/" + id + "/terminate", "").statusCode())
                .isEqualTo(202);

        List<Event> events = server.events(id, null, "end");
        assertThat(events.get(events.size() - 1).json().get("status").asString())
                .isEqualTo("STOPPED");
        JsonNode whole = server.json("/api/v1/schedules/" + id);
        assertThat(whole.get("schedule").get("tracks")).isNotEmpty();
        assertThat(whole.get("progress").get("fraction").asDouble()).isLessThan(1);
    }

    @Test
    void aQueuedSolveIsTerminatedBeforeItsTurn() {
        String running = server.submit(RunningServer.lasting("PT10M"));
        String queued = server.submit(RunningServer.lasting("PT9M"));

        server.post("/api/v1/schedules/" + queued + "/terminate", "");
        JsonNode status = server.json("/api/v1/schedules/" + queued + "/status");
        server.post("/api/v1/schedules/" + running + "/terminate", "");

        assertThat(status.get("status").asString()).isEqualTo("STOPPED");
        assertThat(status.get("error").asString()).contains("before its turn");
        server.events(running, null, "end");
    }

    @Test
    void eventsResumeAfterTheLastOneSeen() {
        String id = server.submit(RunningServer.lasting("PT10M"));
        List<Event> first = server.events(id, null, "improvement");
        long last = first.get(first.size() - 1).id();
        server.post("/api/v1/schedules/" + id + "/terminate", "");

        List<Event> rest = server.events(id, Long.toString(last), "end");

        assertThat(rest).extracting(Event::id).allMatch(event -> event > last);
        assertThat(rest).extracting(Event::name).endsWith("end");
    }

    @Test
    void aFinishedScheduleReplaysItsEndAndNothingElse() {
        String id = server.submit(RunningServer.lasting("PT0.5S"));
        long end = lastOf(server.events(id, null, "end")).id();

        assertThat(server.events(id, null, "none such"))
                .singleElement()
                .satisfies(event -> assertThat(event.name()).isEqualTo("end"))
                .satisfies(event -> assertThat(event.id()).isEqualTo(end));
        assertThat(server.events(id, Long.toString(end), "none such")).hasSize(1);
    }

    @Test
    void theSameIdempotencyKeyMakesOneSchedule() {
        String problem = RunningServer.lasting("PT0.25S");
        JsonNode first =
                JSON.readTree(server.post("/api/v1/schedules", problem, "key-1").body());
        HttpResponse<String> again = server.post("/api/v1/schedules", problem, "key-1");
        HttpResponse<String> other = server.post("/api/v1/schedules", RunningServer.lasting("PT0.75S"), "key-1");

        assertThat(again.statusCode()).isEqualTo(202);
        assertThat(JSON.readTree(again.body()).get("id")).isEqualTo(first.get("id"));
        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(other.body()).contains("key-1");
        server.events(first.get("id").asString(), null, "end");
    }

    @Test
    void theEtagTellsWhetherAScheduleChanged() {
        String id = server.submit(RunningServer.lasting("PT0.5S"));
        server.events(id, null, "end");
        String etag = server.get("/api/v1/schedules/" + id)
                .headers()
                .firstValue("ETag")
                .orElseThrow();

        HttpResponse<String> unchanged =
                server.send(server.request("/api/v1/schedules/" + id).header("If-None-Match", etag));

        assertThat(unchanged.statusCode()).isEqualTo(304);
    }

    @Test
    void samplesReachFromAosToLos() {
        String id = server.submit(RunningServer.lasting("PT0.5S"));
        server.events(id, null, "end");

        JsonNode answer = server.json("/api/v1/schedules/" + id + "/view-periods?step=600");

        for (JsonNode period : answer.get("viewPeriods")) {
            JsonNode samples = period.get("samples");
            double lengthS = Duration.between(
                                    Instant.parse(period.get("aos").asString()),
                                    Instant.parse(period.get("los").asString()))
                            .toMillis()
                    / 1000.0;
            assertThat(samples.get("stepS").asDouble()).isEqualTo(600);
            assertThat(samples.get("elDeg")).hasSize((int) Math.ceil(lengthS / 600) + 1);
            assertThat(samples.get("azDeg")).hasSameSizeAs(samples.get("elDeg"));
            assertThat(samples.get("rangeKm")).hasSameSizeAs(samples.get("elDeg"));
            assertThat(samples.get("rangeRateKmPerS")).hasSameSizeAs(samples.get("elDeg"));
            samples.get("elDeg").forEach(el -> assertThat(el.asDouble()).isBetween(9.99, 90.0));
            samples.get("rangeKm").forEach(range -> assertThat(range.asDouble()).isBetween(350_000.0, 410_000.0));
        }
        assertThat(answer.get("viewPeriods")).isNotEmpty();
    }

    @Test
    void theSkyIsGivenForOneSpacecraftWhenItIsAskedFor() {
        String id = server.submit(RunningServer.lasting("PT0.5S"));
        server.events(id, null, "end");
        String path = "/api/v1/schedules/" + id + "/view-periods?step=600";
        JsonNode first = server.json(path).get("viewPeriods").get(0);
        String spacecraft = first.get("spacecraft").asString();

        assertThat(first.get("samples").has("sepDeg")).isFalse();
        JsonNode periods = server.json(path + "&sky=true&antenna=KDSA&spacecraft=" + spacecraft)
                .get("viewPeriods");

        assertThat(periods).isNotEmpty();
        for (JsonNode period : periods) {
            assertThat(period.get("spacecraft").asString()).isEqualTo(spacecraft);
            JsonNode samples = period.get("samples");
            for (String list : List.of("sepDeg", "sunAzDeg", "sunElDeg", "moonAzDeg", "moonElDeg")) {
                assertThat(samples.get(list)).as(list).hasSameSizeAs(samples.get("elDeg"));
            }
            samples.get("sepDeg")
                    .forEach(sep -> assertThat(sep.asDouble())
                            .isGreaterThanOrEqualTo(period.get("minSepDeg").asDouble() - 1e-3));
        }
        assertThat(server.json(path + "&sky=true&antenna=NONE").get("viewPeriods"))
                .isEmpty();
    }

    @Test
    void aTrajectoryIsGivenAsAnOem() {
        String id = server.submit(RunningServer.lasting("PT0.5S"));
        server.events(id, null, "end");
        String path = "/api/v1/schedules/" + id + "/export?format=oem";
        String spacecraft = server.json("/api/v1/schedules/" + id)
                .get("problem")
                .get("spacecraft")
                .get(0)
                .get("id")
                .asString();

        HttpResponse<String> file = server.get(path + "&spacecraft=" + spacecraft);

        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.body()).startsWith("CCSDS_OEM_VERS");
        assertThat(file.headers().firstValue("Content-Disposition").orElseThrow())
                .contains(".oem");
        assertThat(server.get(path).statusCode()).isEqualTo(400);
        HttpResponse<String> unknown = server.get(path + "&spacecraft=NOBODY");
        assertThat(unknown.statusCode()).isEqualTo(422);
        assertThat(unknown.body()).contains("NOBODY").contains(spacecraft);
    }

    @Test
    void aDeletedScheduleIsGone() {
        String id = server.submit(RunningServer.lasting("PT0.5S"));
        server.events(id, null, "end");

        assertThat(server.send(server.request("/api/v1/schedules/" + id).DELETE())
                        .statusCode())
                .isEqualTo(204);

        assertThat(server.get("/api/v1/schedules/" + id).statusCode()).isEqualTo(404);
        assertThat(server.send(server.request("/api/v1/schedules/" + id).DELETE())
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void schedulesAreListedNewestFirstByStatusAndTag() {
        String id = server.submit(RunningServer.lasting("PT0.5S").replace("\"test\"", "\"only-here\""));
        server.events(id, null, "end");

        List<String> byTag = ids(server.json("/api/v1/schedules?tag=only-here"));
        List<String> solved = ids(server.json("/api/v1/schedules?tag=only-here&status=SOLVED"));
        List<String> failed = ids(server.json("/api/v1/schedules?tag=only-here&status=FAILED"));

        assertThat(byTag).containsExactly(id);
        assertThat(solved).containsExactly(id);
        assertThat(failed).isEmpty();
        assertThat(ids(server.json("/api/v1/schedules"))).contains(id);
        assertThat(server.get("/api/v1/schedules?status=DONE").statusCode()).isEqualTo(400);
        assertThat(server.get("/api/v1/schedules?cursor=x").statusCode()).isEqualTo(422);
    }

    @Test
    void visibilityAnswersTheViewPeriodsOfAProblem() {
        HttpResponse<String> answer = server.post("/api/v1/visibility", RunningServer.PROBLEM);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(JSON.readTree(answer.body()).get("viewPeriods")).isNotEmpty();
    }

    private static Event lastOf(List<Event> events) {
        return events.get(events.size() - 1);
    }

    private static List<String> ids(JsonNode page) {
        List<String> ids = new ArrayList<>();
        page.get("items").forEach(item -> ids.add(item.get("id").asString()));
        return ids;
    }
}
