package dev.yeoju.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Inputs that somebody bent: whatever comes, the answer is quick, says what is wrong, and is no failure of the service. */
class HostileInputTest {
    private static final int CASES = "full".equals(System.getProperty("yeoju.campaign")) ? 30_000 : 400;
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private static final List<String> BITS = List.of(
            "\"",
            "{",
            "}",
            "[",
            "]",
            ",",
            ":",
            "\\",
            "null",
            "true",
            "-1",
            "1e999",
            "99999999999999999999",
            "NaN",
            "\u0000",
            "\uFEFF",
            "\uD800",
            "..%2f..%2f",
            "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]>",
            "&b;",
            "'",
            ";--",
            "2026-02-30T00:00:00Z",
            "P1000000D",
            "\n",
            "\t",
            "한",
            "%",
            "#",
            "*");

    private record Target(String method, String path, String body) {}

    @TempDir
    static Path store;

    private static RunningServer server;
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @BeforeAll
    static void start() {
        server = RunningServer.start(
                store, Map.of("yeoju.queue.limit", 1_000_000, "yeoju.queue.limit-per-user", 1_000_000));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static List<Target> targets() {
        String id = server.submit(RunningServer.lasting("PT0.3S"));
        server.events(id, null, "end");
        String schedule = "/api/v1/schedules/" + id;
        JsonNode track = server.json(schedule).get("schedule").get("tracks").get(0);
        String pass = URLEncoder.encode(track.get("id").asString(), StandardCharsets.UTF_8);
        String edit = "{\"type\": \"CHANGE\", \"pass\": " + track.get("id") + ", \"bot\": " + track.get("bot")
                + ", \"eot\": " + track.get("eot") + ", \"antennas\": [\"KDSA\"], \"pinned\": true}";
        String add = "{\"request\": " + track.get("request") + ", \"antennas\": [\"KDSA\"], \"bot\": "
                + track.get("bot") + ", \"eot\": " + track.get("eot") + "}";
        String change = "{\"at\": \"2026-12-07T06:00:00Z\", \"alternatives\": 1, \"stepLimit\": 20, \"changes\": ["
                + "{\"type\": \"OUTAGE\", \"antenna\": \"KDSA\", \"start\": \"2026-12-08T00:00:00Z\", \"end\":"
                + " \"2026-12-08T06:00:00Z\", \"reason\": \"drive\"}, {\"type\": \"SLIP\", \"spacecraft\": \"SITE\","
                + " \"by\": \"PT6H\"}, {\"type\": \"WITHDRAW\", \"request\": \"ORBITER-TM/4\"}]}";
        String replans = schedule + "/replans/" + replan(schedule, change);
        String request =
                schedule + "/requests/" + URLEncoder.encode(track.get("request").asString(), StandardCharsets.UTF_8);
        String oem = RunningServer.resource("/seeds/ephemerides/nrho-9-2.oem")
                .lines()
                .limit(60)
                .reduce("", (all, line) -> all + line + "\n");
        return List.of(
                new Target("POST", "/api/v1/schedules", RunningServer.lasting("PT0.01S")),
                new Target("POST", "/api/v1/visibility", RunningServer.PROBLEM),
                new Target("POST", "/api/v1/problems", RunningServer.PROBLEM),
                new Target("POST", "/api/v1/ephemerides", oem),
                new Target("POST", "/api/v1/problems/import?format=oem&antenna=KDSA", oem),
                new Target("POST", "/api/v1/problems/import", RunningServer.resource("/satnet/problem.json")),
                new Target(
                        "POST",
                        "/api/v1/problems/import?format=ccsds&problem=first-pass",
                        server.get(schedule + "/export?format=ccsds").body()),
                new Target("GET", "/api/v1/missions/ORBITER/calendar.ics?token=yeoju_x", ""),
                new Target("POST", "/api/v1/missions/ORBITER/calendar", ""),
                new Target("POST", schedule + "/what-if", "{\"edits\": [" + edit + "]}"),
                new Target("POST", schedule + "/edits", "{\"edits\": [" + edit + "]}"),
                new Target("POST", schedule + "/passes", add),
                new Target(
                        "PATCH", schedule + "/passes/" + pass, "{\"bot\": " + track.get("bot") + ", \"pinned\": true}"),
                new Target("DELETE", schedule + "/passes/" + pass, ""),
                new Target("POST", schedule + "/revisions", "{\"name\": \"draft\", \"revision\": 1}"),
                new Target("POST", schedule + "/revisions/1/restore", ""),
                new Target("POST", schedule + "/publish", "{\"revision\": 1, \"acceptViolations\": false}"),
                new Target("GET", schedule + "/diff?against=1&to=1", ""),
                new Target("POST", schedule + "/replan", change),
                new Target("GET", replans, ""),
                new Target("POST", replans + "/alternatives/1/accept", ""),
                new Target("GET", request + "/explanation", ""),
                new Target("GET", request + "/places?limit=3", ""),
                new Target("GET", schedule + "/export?format=satnet&revision=1", ""),
                new Target("GET", schedule + "/view-periods?step=3600", ""),
                new Target("GET", schedule + "/view-periods?step=3600&sky=true&antenna=KDSA&spacecraft=SITE", ""),
                new Target("GET", schedule + "/prices?step=900", ""),
                new Target("GET", schedule + "/export?format=oem&spacecraft=SITE", ""),
                new Target("GET", schedule + "/revisions/1", ""),
                new Target("GET", "/api/v1/schedules?status=SOLVED&tag=test&cursor=abc", ""),
                new Target("GET", "/api/v1/audit?subject=x&before=9", ""),
                new Target(
                        "POST",
                        "/api/v1/users",
                        "{\"name\": \"a\", \"password\": \"123456789012\", \"role\": \"VIEWER\"}"),
                new Target("POST", "/api/v1/tokens", "{\"label\": \"a\", \"days\": 3}"),
                new Target("POST", "/api/v1/session", "{\"name\": \"a\", \"password\": \"b\"}"));
    }

    private static String replan(String schedule, String change) {
        String etag = server.get(schedule).headers().firstValue("ETag").orElseThrow();
        HttpResponse<String> asked = server.send(server.request(schedule + "/replan")
                .header("Content-Type", "application/json")
                .header("If-Match", etag)
                .POST(HttpRequest.BodyPublishers.ofString(change)));
        assertThat(asked.statusCode()).as(asked.body()).isEqualTo(202);
        return RunningServer.json(asked).get("id").asString();
    }

    @Test
    void bentInputsAreRefusedQuicklyAndNeverAreAFailureOfTheService() throws Exception {
        List<Target> targets = targets();
        List<String> wrong = new ArrayList<>();
        for (int seed = 0; seed < CASES; seed++) {
            Random random = new Random(seed);
            Target target = targets.get(seed % targets.size());
            boolean inPath = target.body().isEmpty() || random.nextInt(8) == 0;
            String path = inPath ? bentPath(target.path(), random) : target.path();
            byte[] body = target.body().isEmpty() || inPath
                    ? target.body().getBytes(StandardCharsets.UTF_8)
                    : bent(target.body(), random);
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + server.port() + path))
                    .timeout(LIMIT)
                    .header("Content-Type", "application/json")
                    .method(target.method(), HttpRequest.BodyPublishers.ofByteArray(body));
            if (path.contains("/passes")
                    || path.contains("/edits")
                    || path.contains("/replan")
                    || path.contains("/publish")) {
                request.header("If-Match", ifMatch(path, random));
            }
            try {
                HttpResponse<String> answer = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
                boolean problem =
                        answer.headers().firstValue("Content-Type").orElse("").startsWith("application/problem+json");
                if (answer.statusCode() >= 500
                        || (answer.statusCode() >= 400 && !problem)
                        || answer.body().contains("Exception")
                        || answer.body().contains("root:")) {
                    wrong.add("seed " + seed + ", " + target.method() + " " + path + ": " + answer.statusCode() + " "
                            + answer.body()
                                    .substring(0, Math.min(200, answer.body().length())));
                }
            } catch (HttpTimeoutException e) {
                wrong.add("seed " + seed + ", " + target.method() + " " + path + ": no answer within " + LIMIT);
            }
        }

        assertThat(wrong).isEmpty();
        assertThat(server.get("/actuator/health").body()).contains("UP");
    }

    /** The present version where only that lets the body be looked at; else mostly a stale one, or none at all. */
    private static String ifMatch(String path, Random random) {
        if (path.endsWith("/replan") && random.nextInt(4) > 0) {
            String schedule = path.substring(0, path.length() - "/replan".length());
            return server.get(schedule).headers().firstValue("ETag").orElse("\"1-9\"");
        }
        return random.nextBoolean() ? "\"1-9\"" : BITS.get(random.nextInt(6));
    }

    /** Still a URI: what is no URI never leaves a client. */
    private static String bentPath(String path, Random random) {
        String bit = URLEncoder.encode(BITS.get(random.nextInt(BITS.size())), StandardCharsets.UTF_8);
        int at = "/api/v1/".length() + random.nextInt(path.length() - "/api/v1/".length() + 1);
        // Not into the middle of an escape.
        while (at < path.length() && at > 1 && (path.charAt(at - 1) == '%' || path.charAt(at - 2) == '%')) {
            at++;
        }
        return path.substring(0, at) + bit + (random.nextBoolean() ? path.substring(at) : "");
    }

    private static byte[] bent(String body, Random random) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        int changes = 1 + random.nextInt(3);
        for (int change = 0; change < changes && bytes.length > 1; change++) {
            int at = random.nextInt(bytes.length);
            int length = Math.min(bytes.length - at, 1 + random.nextInt(12));
            switch (random.nextInt(5)) {
                case 0 -> bytes[at] = (byte) random.nextInt(256);
                case 1 -> bytes = spliced(bytes, at, length, new byte[0]);
                case 2 ->
                    bytes = spliced(
                            bytes, at, 0, BITS.get(random.nextInt(BITS.size())).getBytes(StandardCharsets.UTF_8));
                case 3 -> bytes = spliced(bytes, at, 0, Arrays.copyOfRange(bytes, at, at + length));
                default -> bytes = Arrays.copyOf(bytes, at);
            }
        }
        return bytes;
    }

    private static byte[] spliced(byte[] bytes, int at, int removed, byte[] inserted) {
        byte[] spliced = new byte[bytes.length - removed + inserted.length];
        System.arraycopy(bytes, 0, spliced, 0, at);
        System.arraycopy(inserted, 0, spliced, at, inserted.length);
        System.arraycopy(bytes, at + removed, spliced, at + inserted.length, bytes.length - at - removed);
        return spliced;
    }
}
