package dev.yeoju.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
    void aSolveStoppedRightAfterTheNextStartKeepsItsLastCheckpoint() {
        String running;
        double value;
        try (RunningServer server = RunningServer.start(store, Map.of())) {
            running = server.submit(RunningServer.lasting("PT10M"));
            List<RunningServer.Event> events = server.events(running, null, "improvement");
            value = events.get(events.size() - 1)
                    .json()
                    .get("schedule")
                    .get("value")
                    .asDouble();
        }
        try (RunningServer server = RunningServer.start(store, Map.of())) {
            server.post("/api/v1/schedules/" + running + "/terminate", "");
            server.events(running, null, "end");
            JsonNode stopped = server.json("/api/v1/schedules/" + running);

            assertThat(stopped.get("status").asString()).isEqualTo("STOPPED");
            assertThat(stopped.get("schedule").get("value").asDouble()).isGreaterThanOrEqualTo(value);
        }
    }

    @Test
    void aSolveThatRunsWhenTheServiceEndsGoesOnAfterTheNextStart() {
        String running;
        String queued;
        double value;
        try (RunningServer server = RunningServer.start(store, Map.of())) {
            running = server.submit(RunningServer.lasting("PT10M"));
            queued = server.submit(RunningServer.lasting("PT0.5S"));
            List<RunningServer.Event> events = server.events(running, null, "improvement");
            value = events.get(events.size() - 1)
                    .json()
                    .get("schedule")
                    .get("value")
                    .asDouble();
        }
        try (RunningServer server = RunningServer.start(store, Map.of())) {
            server.events(running, null, "improvement");
            assertThat(server.json("/api/v1/schedules/" + running)
                            .get("schedule")
                            .get("value")
                            .asDouble())
                    .isGreaterThanOrEqualTo(value);
            server.post("/api/v1/schedules/" + running + "/terminate", "");
            server.events(running, null, "end");
            JsonNode stopped = server.json("/api/v1/schedules/" + running);
            assertThat(stopped.get("status").asString()).isEqualTo("STOPPED");
            assertThat(stopped.get("schedule").get("value").asDouble()).isGreaterThanOrEqualTo(value);
            List<RunningServer.Event> events = server.events(queued, null, "end");
            assertThat(events.get(events.size() - 1).json().get("status").asString())
                    .isEqualTo("SOLVED");
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
