package dev.yeoju.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.net.http.HttpResponse;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The embedded store's disk, a small one of memory, fills up: nothing is lost, and with room again all goes on. */
class DiskFullTest {
    private static final int BLOCK = 4096;
    private static final int MOST_EDITS = 3000;

    @TempDir
    Path folder;

    private Path disk = Path.of("");
    private Path filler = Path.of("");

    @BeforeEach
    void mount() throws Exception {
        disk = Files.createDirectory(folder.resolve("disk"));
        filler = disk.resolve("filler");
        assumeTrue(
                run("mount", "-t", "tmpfs", "-o", "size=48m", "tmpfs", disk.toString()) == 0,
                "Only root may mount the small disk that this fills.");
    }

    @AfterEach
    void unmount() throws Exception {
        run("umount", "-l", disk.toString());
    }

    private static int run(String... command) throws IOException, InterruptedException {
        try {
            return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor();
        } catch (IOException e) {
            return -1;
        }
    }

    /** Writes a file that leaves so much. */
    private void fill(long left) throws IOException {
        FileStore store = Files.getFileStore(disk);
        byte[] block = new byte[BLOCK];
        try (OutputStream out = Files.newOutputStream(filler)) {
            while (store.getUsableSpace() > left) {
                out.write(block);
            }
        }
    }

    @Test
    void nothingNewIsTakenWhereTheDiskIsNearlyFull() throws Exception {
        try (RunningServer server =
                RunningServer.start(disk.resolve("store"), Map.of("yeoju.store.least-room", "8MB"))) {
            SolvedSchedule solved = SolvedSchedule.on(server);
            String pass = pass(solved);
            fill(6_000_000);

            HttpResponse<String> edit = solved.send("PATCH", pass, solved.etag(), "{\"pinned\": true}");
            HttpResponse<String> post = server.post("/api/v1/schedules", RunningServer.PROBLEM);

            for (HttpResponse<String> refused : List.of(edit, post)) {
                assertThat(refused.statusCode()).as(refused.body()).isEqualTo(507);
                assertThat(refused.headers().firstValue("Content-Type")).hasValue("application/problem+json");
                assertThat(refused.body()).contains("disk", "yeoju.store.least-room");
            }
            assertThat(server.get(solved.path()).statusCode()).isEqualTo(200);
            assertThat(server.post("/api/v1/visibility", RunningServer.PROBLEM).statusCode())
                    .isEqualTo(200);

            Files.delete(filler);

            assertThat(solved.send("PATCH", pass, solved.etag(), "{\"pinned\": true}")
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    /** Another program takes the last of the room, faster than the service can look. */
    @Test
    void whatWasAcknowledgedIsThereWhenTheDiskFilledUpUnderIt() throws Exception {
        Map<Integer, Boolean> acknowledged = new LinkedHashMap<>();
        String path;
        String id;
        try (RunningServer server =
                RunningServer.start(disk.resolve("store"), Map.of("yeoju.store.least-room", "0MB"))) {
            SolvedSchedule solved = SolvedSchedule.on(server);
            path = solved.path();
            id = solved.schedule().get("tracks").get(0).get("id").asString();
            AtomicBoolean pinned = new AtomicBoolean();
            fill(40 * BLOCK);
            HttpResponse<String> refused = editUntilRefused(server, solved, pinned, acknowledged);
            assertThat(refused.statusCode()).as(refused.body()).isIn(503, 507);
            assertThat(refused.headers().firstValue("Content-Type")).hasValue("application/problem+json");
            assertThat(refused.body()).contains("store").doesNotContain("Exception");

            Files.delete(filler);

            // Connections that were used a moment ago are looked at a moment later.
            RunningServer.await(() -> server.json(path), seen -> seen.has("schedule"));
            for (int i = 0; i < 3; i++) {
                assertThat(edit(server, solved, pinned, acknowledged)).isNull();
            }
            are(server, path, id, acknowledged);
        }
        try (RunningServer server = RunningServer.start(disk.resolve("store"), Map.of())) {
            are(server, path, id, acknowledged);
        }
    }

    private static String pass(SolvedSchedule solved) {
        return "/passes/"
                + solved.schedule()
                        .get("tracks")
                        .get(0)
                        .get("id")
                        .asString()
                        .replace("/", "%2F")
                        .replace("#", "%23");
    }

    private static HttpResponse<String> editUntilRefused(
            RunningServer server, SolvedSchedule solved, AtomicBoolean pinned, Map<Integer, Boolean> acknowledged) {
        for (int i = 0; i < MOST_EDITS; i++) {
            HttpResponse<String> refused = edit(server, solved, pinned, acknowledged);
            if (refused != null) {
                return refused;
            }
        }
        throw new AssertionError("The disk does not fill up.");
    }

    /** The answer when it is refused; null when it is done. */
    private static @Nullable HttpResponse<String> edit(
            RunningServer server, SolvedSchedule solved, AtomicBoolean pinned, Map<Integer, Boolean> acknowledged) {
        HttpResponse<String> seen = server.get(solved.path());
        if (seen.statusCode() != 200) {
            return seen;
        }
        JsonNode track = RunningServer.json(seen).get("schedule").get("tracks").get(0);
        String pass =
                "/passes/" + track.get("id").asString().replace("/", "%2F").replace("#", "%23");
        HttpResponse<String> answer = solved.send(
                "PATCH", pass, seen.headers().firstValue("ETag").orElseThrow(), "{\"pinned\": " + !pinned.get() + "}");
        if (answer.statusCode() != 200) {
            return answer;
        }
        pinned.set(!pinned.get());
        acknowledged.put(RunningServer.json(answer).get("revision").asInt(), pinned.get());
        return null;
    }

    private static void are(RunningServer server, String path, String id, Map<Integer, Boolean> acknowledged) {
        acknowledged.forEach((revision, pinned) -> {
            JsonNode then = server.json(path + "/revisions/" + revision);
            JsonNode track = then.get("tracks")
                    .valueStream()
                    .filter(each -> each.get("id").asString().equals(id))
                    .findFirst()
                    .orElseThrow();
            assertThat(track.get("pinned").asBoolean())
                    .as("revision %d", revision)
                    .isEqualTo(pinned);
        });
    }
}
