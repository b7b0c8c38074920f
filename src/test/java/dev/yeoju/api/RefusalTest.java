package dev.yeoju.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Everything that is refused is refused as problem+json, in words that help. */
class RefusalTest {
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
    void textThatIsNoJsonIsABadRequest() {
        JsonNode problem = problem(server.post("/api/v1/schedules", "{\"name\": "), 400);

        assertThat(problem.get("faults")).isNotEmpty();
    }

    @Test
    void everyFaultOfAProblemIsNamedAtOnce() {
        String body = RunningServer.PROBLEM
                .replace("\"minDuration\": \"PT20M\"", "\"minDuration\": \"PT9H\"")
                .replace(
                        "\"antennas\": [[\"KDSA\"]], \"recurrence\": {\"every\": \"P1D\"}",
                        "\"antennas\": [[\"DSS\"]]");

        JsonNode problem = problem(server.post("/api/v1/schedules", body), 422);

        assertThat(problem.get("faults").size()).isGreaterThanOrEqualTo(2);
        assertThat(problem.get("faults").toString()).contains("/requests/0/", "PT9H", "/requests/1/antennas", "DSS");
    }

    @Test
    void filesOfTheServersMachineAreNeverRead() {
        String body = RunningServer.PROBLEM.replace(
                "{\"type\": \"surface\", \"body\": \"MOON\", \"latitudeDeg\": 7.5, \"longitudeDeg\": -59.0, \"altitudeM\": 0}",
                "{\"type\": \"oem\", \"file\": \"/etc/passwd\"}");

        JsonNode problem = problem(server.post("/api/v1/schedules", body), 422);

        assertThat(problem.get("faults").get(0).get("pointer").asString()).isEqualTo("/spacecraft/1/trajectory/file");
        assertThat(problem.get("faults").get(0).get("message").asString()).contains("(/etc/passwd)");
    }

    @Test
    void whatIsNotThereIsNotFound() {
        problem(server.get("/api/v1/schedules/none"), 404);
        problem(server.get("/api/v1/schedules/none/events"), 404);
        problem(server.get("/api/v1/problems/none"), 404);
        problem(server.get("/nowhere"), 404);
        problem(server.post("/api/v1/schedules/none/terminate", ""), 404);
    }

    @Test
    void aMethodThatIsNotThereIsNamedWithThoseThatAre() {
        JsonNode problem =
                problem(server.send(server.request("/api/v1/problems").DELETE()), 405);

        assertThat(problem.get("detail").asString()).contains("DELETE", "GET");
    }

    @Test
    void otherMediaTypesAreRefused() {
        HttpResponse<String> answer = server.send(server.request("/api/v1/schedules")
                .header("Content-Type", "text/plain")
                .POST(HttpRequest.BodyPublishers.ofString("x")));

        assertThat(problem(answer, 415).get("detail").asString()).contains("text/plain", "application/json");
        problem(server.send(server.request("/api/v1/problems").header("Accept", "image/png")), 406);
    }

    @Test
    void aBodyThatIsTooLargeIsRefused() throws IOException {
        assertThat(raw("POST /api/v1/schedules HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                        + "Content-Length: 67108865\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 413")
                .contains("application/problem+json", "67108865 bytes");
    }

    @Test
    void pagesOfOtherSitesAreKeptOut() throws IOException {
        assertThat(raw("GET /api/v1/problems HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 421")
                .contains("application/problem+json", "evil.example");
        JsonNode problem =
                problem(server.send(server.request("/api/v1/problems").header("Origin", "http://evil.example")), 403);
        assertThat(problem.get("detail").asString()).contains("evil.example");
        problem(server.send(server.request("/api/v1/problems").header("Origin", "null")), 403);
        assertThat(server.send(server.request("/api/v1/problems").header("Origin", "http://localhost:" + server.port()))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void requestsThatTomcatRefusesAreAnsweredAlike() throws IOException {
        assertThat(raw("GET /a[b HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 400")
                .contains("application/problem+json")
                .doesNotContain("<html");
        assertThat(raw("GET /api/..;/x HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 4")
                .contains("application/problem+json");
    }

    @Test
    void badParametersAreNamed() {
        assertThat(problem(server.get("/api/v1/schedules/x/view-periods?step=abc"), 400)
                        .get("detail")
                        .asString())
                .contains("(abc)");
        problem(server.get("/api/v1/schedules/x/view-periods?step=0"), 400);
        problem(server.get("/api/v1/schedules/x/view-periods?step=NaN"), 400);
    }

    private static JsonNode problem(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        JsonNode problem = JSON.readTree(answer.body());
        assertThat(problem.get("status").asInt()).isEqualTo(status);
        assertThat(problem.get("title").asString()).isNotBlank();
        assertThat(problem.get("detail").asString()).isNotBlank().doesNotContain("Exception");
        return problem;
    }

    /** What a client of Java would not send. */
    private static String raw(String request) throws IOException {
        try (Socket socket = new Socket("localhost", server.port())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
