package dev.yeoju.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QueueLimitTest {
    @TempDir
    Path store;

    @Test
    void moreSolvesThanMayWaitAreRefusedUntilThereIsRoom() {
        try (RunningServer server = RunningServer.start(store, Map.of("yeoju.queue.limit", 1))) {
            String running = server.submit(RunningServer.lasting("PT10M"));
            server.events(running, null, "improvement");
            String waiting = server.submit(RunningServer.lasting("PT9M"));

            HttpResponse<String> refused = server.post("/api/v1/schedules", RunningServer.lasting("PT8M"));

            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.headers().firstValue("Retry-After")).isPresent();
            assertThat(refused.body()).contains("(1)", "yeoju.queue.limit");
            server.post("/api/v1/schedules/" + waiting + "/terminate", "");
            String third = server.submit(RunningServer.lasting("PT8M"));
            assertThat(server.json("/api/v1/schedules/" + third + "/status")
                            .get("status")
                            .asString())
                    .isEqualTo("QUEUED");
        }
    }
}
