package dev.yeoju.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.yeoju.store.ScheduleStore;
import dev.yeoju.store.ScheduleTexts;
import dev.yeoju.store.StoredProgress;
import dev.yeoju.store.StoredSchedule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What the service has acknowledged outlives it. */
class RestartTest {
    @TempDir
    Path store;

    @Test
    void schedulesAndSavedProblemsAreThereAfterARestart() {
        String id;
        JsonNode before;
        try (RunningServer server = RunningServer.start(store, Map.of())) {
            id = server.submit(RunningServer.lasting("PT0.5S"));
            server.events(id, null, "end");
            before = server.json("/api/v1/schedules/" + id);
            assertThat(server.post("/api/v1/problems", RunningServer.PROBLEM)
                            .headers()
                            .firstValue("Location"))
                    .hasValue("/api/v1/problems/two-lunar-days");
            assertThat(server.post("/api/v1/problems", RunningServer.PROBLEM)
                            .headers()
                            .firstValue("Location"))
                    .hasValue("/api/v1/problems/two-lunar-days-2");
        }
        try (RunningServer server = RunningServer.start(store, Map.of())) {
            assertThat(server.json("/api/v1/schedules/" + id)).isEqualTo(before);
            assertThat(server.get("/api/v1/problems/two-lunar-days").body()).isEqualTo(RunningServer.PROBLEM);
            assertThat(server.json("/api/v1/problems").toString()).contains("\"two-lunar-days-2\"", "SAVED");
        }
    }

    @Test
    void aSolveThatRunsWhenTheServiceEndsKeepsItsBest() {
        String running;
        String queued;
        try (RunningServer server = RunningServer.start(store, Map.of())) {
            running = server.submit(RunningServer.lasting("PT10M"));
            queued = server.submit(RunningServer.lasting("PT0.5S"));
            server.events(running, null, "improvement");
        }
        try (RunningServer server = RunningServer.start(store, Map.of())) {
            JsonNode stopped = server.json("/api/v1/schedules/" + running);
            assertThat(stopped.get("status").asString()).isEqualTo("STOPPED");
            assertThat(stopped.get("schedule").get("tracks")).isNotEmpty();
            List<RunningServer.Event> events = server.events(queued, null, "end");
            assertThat(events.get(events.size() - 1).json().get("status").asString())
                    .isEqualTo("SOLVED");
        }
    }

    @Test
    void aSolveThatWasCutOffIsStoppedWithItsCheckpoint() {
        try (RunningServer server = RunningServer.start(store, Map.of())) {
            ScheduleStore schedules = server.bean(ScheduleStore.class);
            for (String id : List.of("cut-off", "cut-off-early")) {
                schedules.insert(
                        new StoredSchedule(
                                id,
                                "two lunar days",
                                "SOLVING",
                                Instant.parse("2026-11-23T00:00:00Z"),
                                Instant.parse("2026-11-23T00:00:01Z"),
                                null,
                                null,
                                "PT30S",
                                StoredProgress.NONE,
                                1,
                                5),
                        List.of(),
                        new ScheduleTexts(RunningServer.PROBLEM, "{}", "[]", "[]", "[]"));
            }
            schedules.checkpoint("cut-off", new StoredProgress(10, 0.3, 1000, 12.5, 13.0, 3.8462), "{\"value\":12.5}");
        }
        try (RunningServer server = RunningServer.start(store, Map.of())) {
            JsonNode kept = server.json("/api/v1/schedules/cut-off");
            assertThat(kept.get("status").asString()).isEqualTo("STOPPED");
            assertThat(kept.get("error").asString()).contains("best schedule until then");
            assertThat(kept.get("schedule").get("value").asDouble()).isEqualTo(12.5);
            assertThat(kept.get("progress").get("gapPercent").asDouble()).isEqualTo(3.8462);
            JsonNode early = server.json("/api/v1/schedules/cut-off-early");
            assertThat(early.get("status").asString()).isEqualTo("STOPPED");
            assertThat(early.get("schedule").isNull()).isTrue();
        }
    }

    @Test
    void aStoreThatCannotBeMadeIsSaidInOneLine() throws IOException {
        Path file = Files.writeString(store.resolve("file"), "not a folder");
        assertThatThrownBy(() -> RunningServer.start(file, Map.of()))
                .isInstanceOf(ServerException.class)
                .hasMessageContaining("(" + file + ")")
                .hasMessageContaining("--yeoju.store.path");
    }

    @Test
    void aPortInUseIsSaidInOneLine() {
        try (RunningServer server = RunningServer.start(store.resolve("a"), Map.of())) {
            Map<String, Object> same = Map.of(
                    "server.port",
                    server.port(),
                    "yeoju.store.path",
                    store.resolve("b").toString(),
                    "yeoju.first-schedule",
                    false);
            assertThatThrownBy(() -> Server.start(same))
                    .isInstanceOf(ServerException.class)
                    .hasMessageContaining("Port " + server.port() + " is in use");
        }
    }

    @Test
    void anAddressThatOthersReachIsRefused() {
        assertThatThrownBy(() -> RunningServer.start(store, Map.of("server.address", "0.0.0.0")))
                .isInstanceOf(ServerException.class)
                .hasMessageContaining("(0.0.0.0)");
    }
}
