package dev.yeoju.api;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.component.VEvent;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A mission's calendar, subscribed to by somebody who cannot log in. */
class CalendarApiTest {
    private static final String PASSWORD = "a long enough password";
    private static final String FEED = "/api/v1/missions/ORBITER/calendar.ics";

    @TempDir
    static Path store;

    private static RunningServer server;
    private static String chief = "";

    @BeforeAll
    static void start() {
        server = RunningServer.withUsers(store, PASSWORD, Map.of());
        chief = server.token(server.logIn("chief", PASSWORD));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static String etag(String path) {
        return server.send(chief, "GET", path, "").headers().firstValue("ETag").orElseThrow();
    }

    private static HttpResponse<String> conditional(String method, String path, String etag, String body) {
        return server.send(server.request(path)
                .header("Authorization", "Bearer " + chief)
                .header("Content-Type", "application/json")
                .header("If-Match", etag)
                .method(method, HttpRequest.BodyPublishers.ofString(body)));
    }

    private static List<VEvent> events(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/calendar");
        return Biweekly.parse(answer.body()).first().getEvents();
    }

    @Test
    void theFeedFollowsWhatIsPublishedAndItsTokenOpensNothingElse() {
        String id = RunningServer.json(server.send(chief, "POST", "/api/v1/schedules", RunningServer.lasting("PT0.5S")))
                .get("id")
                .asString();
        String path = "/api/v1/schedules/" + id;
        RunningServer.await(
                () -> RunningServer.json(server.send(chief, "GET", path, "")),
                view -> view.get("status").asString().equals("SOLVED"));
        HttpResponse<String> made = server.send(chief, "POST", "/api/v1/missions/ORBITER/calendar", "");
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        String feed = RunningServer.json(made).get("path").asString();
        String secret = feed.substring(feed.indexOf("token=") + "token=".length());

        assertThat(events(server.get(feed))).as("nothing is published yet").isEmpty();
        assertThat(conditional("POST", path + "/publish", etag(path), "{}").statusCode())
                .isEqualTo(200);
        List<VEvent> first = events(server.get(feed));
        assertThat(first).isNotEmpty().allSatisfy(event -> {
            assertThat(event.getSummary().getValue()).startsWith("ORBITER");
            assertThat(event.getSequence().getValue()).isEqualTo(1);
            assertThat(event.getStatus().isConfirmed()).isTrue();
        });

        String pass = first.get(0).getUid().getValue();
        pass = URLEncoder.encode(pass.substring(0, pass.indexOf('@')), StandardCharsets.UTF_8);
        assertThat(conditional("PATCH", path + "/passes/" + pass, etag(path), "{\"pinned\": true}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(events(server.get(feed)).get(0).getSequence().getValue())
                .as("an edit is not published")
                .isEqualTo(1);
        assertThat(conditional("POST", path + "/publish", etag(path), "{}").statusCode())
                .isEqualTo(200);
        List<VEvent> second = events(server.get(feed));
        assertThat(second.get(0).getSequence().getValue()).isEqualTo(2);
        assertThat(second)
                .extracting(event -> event.getUid().getValue())
                .containsExactlyElementsOf(
                        first.stream().map(event -> event.getUid().getValue()).toList());

        assertThat(server.get("/api/v1/missions/SITE/calendar.ics?token=" + secret)
                        .statusCode())
                .isEqualTo(401);
        assertThat(server.send(secret, "GET", "/api/v1/schedules", "").statusCode())
                .isEqualTo(401);
        assertThat(server.get("/api/v1/schedules?token=" + secret).statusCode()).isEqualTo(401);
        assertThat(server.get(FEED).statusCode()).isEqualTo(401);
        assertThat(server.get(FEED + "?token=yeoju_none").statusCode()).isEqualTo(401);

        String tokenId = RunningServer.json(made).get("id").asString();
        assertThat(server.send(chief, "GET", "/api/v1/tokens", "").body())
                .contains(tokenId)
                .doesNotContain(secret);
        assertThat(server.send(chief, "DELETE", "/api/v1/tokens/" + tokenId, "").statusCode())
                .isEqualTo(204);
        assertThat(server.get(feed).statusCode()).as("revoked").isEqualTo(401);
    }

    @Test
    void whoIsBoundToAMissionSubscribesToNoOther() {
        assertThat(server.send(
                                chief,
                                "POST",
                                "/api/v1/users",
                                "{\"name\": \"orbiter\", \"password\": \"" + PASSWORD
                                        + "\", \"role\": \"VIEWER\", \"missions\": [\"ORBITER\"]}")
                        .statusCode())
                .isEqualTo(201);
        String bound = server.token(server.logIn("orbiter", PASSWORD));

        assertThat(server.send(bound, "POST", "/api/v1/missions/ORBITER/calendar", "")
                        .statusCode())
                .isEqualTo(201);
        assertThat(server.send(bound, "POST", "/api/v1/missions/SITE/calendar", "")
                        .statusCode())
                .isEqualTo(404);
        assertThat(server.send(bound, "GET", "/api/v1/missions/SITE/calendar.ics", "")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void whereNobodyIsAskedTheCalendarIsOpen(@TempDir Path other) {
        try (RunningServer local = RunningServer.start(other, Map.of())) {
            String id = local.submit(RunningServer.lasting("PT0.5S"));
            local.events(id, null, "end");
            assertThat(events(local.get(FEED))).isEmpty();
            assertThat(local.get("/api/v1/missions/NOBODY/calendar.ics").statusCode())
                    .isEqualTo(404);
            assertThat(local.post("/api/v1/missions/ORBITER/calendar", "").statusCode())
                    .isEqualTo(409);
        }
    }
}
