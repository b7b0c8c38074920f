package dev.yeoju.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The database goes away while planners edit, and comes back: what was acknowledged is there. */
class DatabaseRestartTest {
    private static final String PASSWORD = "a long enough password";
    private static final int EDITS_BETWEEN = 5;

    @TempDir
    Path folder;

    /** How the server ends: as its operators stop it, or at once, so that it must recover from its log. */
    private enum Ending {
        FAST,
        IMMEDIATE
    }

    private EmbeddedPostgres database(int port) throws IOException {
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setDataDirectory(folder.resolve("data"))
                .setCleanDataDirectory(false)
                // As PostgreSQL has it by itself: a commit is in its log before it is acknowledged.
                .setServerConfig("synchronous_commit", "on");
        return (port == 0 ? builder : builder.setPort(port)).start();
    }

    private void end(EmbeddedPostgres database, Ending ending) throws IOException, InterruptedException {
        if (ending == Ending.IMMEDIATE) {
            String process = Files.readAllLines(folder.resolve("data").resolve("postmaster.pid"))
                    .get(0);
            ProcessHandle server = ProcessHandle.of(Long.parseLong(process)).orElseThrow();
            assertThat(new ProcessBuilder("kill", "-QUIT", process).start().waitFor())
                    .isZero();
            server.onExit().join();
        }
        database.close();
    }

    @Test
    void whatWasAcknowledgedIsThereAfterTheDatabaseWasRestarted() throws Exception {
        EmbeddedPostgres database = database(0);
        int port = database.getPort();
        try (RunningServer server = RunningServer.withUsers(
                folder.resolve("unused"),
                PASSWORD,
                Map.of(
                        "yeoju.rate-limit.burst",
                        1_000_000,
                        "yeoju.store.url",
                        "jdbc:postgresql://localhost:" + port + "/postgres?user=postgres"))) {
            Editor editor = new Editor(server, server.token(server.logIn("chief", PASSWORD)));
            String solving = editor.submit("PT20S");
            for (Ending ending : Ending.values()) {
                editor.edit(EDITS_BETWEEN);
                EmbeddedPostgres going = database;
                Thread stopping = new Thread(() -> {
                    try {
                        end(going, ending);
                    } catch (IOException e) {
                        throw new IllegalStateException(e);
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                });
                stopping.start();
                editor.editUntilRefused();
                stopping.join();

                database = database(port);

                editor.editUntilDone();
                editor.edit(EDITS_BETWEEN);
            }

            editor.acknowledgedIsThere();
            JsonNode solved = RunningServer.await(
                    () -> RunningServer.json(editor.send("GET", "/api/v1/schedules/" + solving, "", "")),
                    view -> !view.get("finishedAt").isNull());
            assertThat(solved.get("status").asString()).as(solved.toString()).isEqualTo("SOLVED");
        } finally {
            database.close();
        }
    }

    /** Pins and unpins a pass, over and over, and remembers what it was told. */
    private static final class Editor {
        private final RunningServer server;
        private final String token;
        private final String path;
        private final String pass;
        private final Map<Integer, Boolean> acknowledged = new LinkedHashMap<>();
        private boolean pinned;

        Editor(RunningServer server, String token) {
            this.server = server;
            this.token = token;
            this.path = "/api/v1/schedules/" + submit("PT0.5S");
            JsonNode view = RunningServer.await(
                    () -> RunningServer.json(send("GET", path, "", "")),
                    seen -> !seen.get("finishedAt").isNull());
            this.pass = view.get("schedule").get("tracks").get(0).get("id").asString();
        }

        String submit(String timeLimit) {
            return RunningServer.json(send("POST", "/api/v1/schedules", "", RunningServer.lasting(timeLimit)))
                    .get("id")
                    .asString();
        }

        HttpResponse<String> send(String method, String where, String ifMatch, String body) {
            HttpRequest.Builder request = server.request(where)
                    .header("Authorization", "Bearer " + token)
                    .header("Content-Type", "application/json")
                    .method(method, HttpRequest.BodyPublishers.ofString(body));
            return server.send(ifMatch.isEmpty() ? request : request.header("If-Match", ifMatch));
        }

        /** One edit of what the schedule is now; whatever is refused is refused in plain words. */
        private boolean once() {
            HttpResponse<String> seen = send("GET", path, "", "");
            if (seen.statusCode() == 200) {
                HttpResponse<String> edited = send(
                        "PATCH",
                        path + "/passes/" + pass.replace("/", "%2F").replace("#", "%23"),
                        seen.headers().firstValue("ETag").orElseThrow(),
                        "{\"pinned\": " + !pinned + "}");
                if (edited.statusCode() == 200) {
                    pinned = !pinned;
                    acknowledged.put(RunningServer.json(edited).get("revision").asInt(), pinned);
                    return true;
                }
                refused(edited);
                return false;
            }
            refused(seen);
            return false;
        }

        private static void refused(HttpResponse<String> answer) {
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
            assertThat(answer.body()).contains("store").doesNotContain("Exception");
        }

        void edit(int times) {
            for (int i = 0; i < times; i++) {
                assertThat(once()).isTrue();
            }
        }

        void editUntilRefused() {
            while (once()) {
                // On until the database has gone.
                assertThat(acknowledged.size()).isLessThan(5_000);
            }
        }

        void editUntilDone() {
            for (int i = 0; i < 100; i++) {
                if (once()) {
                    return;
                }
            }
            throw new AssertionError("The service does not find the database again.");
        }

        void acknowledgedIsThere() {
            assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(4 * EDITS_BETWEEN);
            acknowledged.forEach((revision, pin) -> {
                JsonNode then = RunningServer.json(send("GET", path + "/revisions/" + revision, "", ""));
                JsonNode track = then.get("tracks")
                        .valueStream()
                        .filter(each -> each.get("id").asString().equals(pass))
                        .findFirst()
                        .orElseThrow();
                assertThat(track.get("pinned").asBoolean())
                        .as("revision %d", revision)
                        .isEqualTo(pin);
            });
        }
    }
}
