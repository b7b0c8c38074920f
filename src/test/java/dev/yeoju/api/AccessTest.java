package dev.yeoju.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.yeoju.service.Role;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Who may do what, for every endpoint that there is. */
class AccessTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String PASSWORD = "a long enough password";

    /** The least role for each endpoint; null where nobody needs to be known. */
    private static final Map<String, @Nullable Role> LEAST = new LinkedHashMap<>();

    static {
        for (String viewer : List.of(
                "GET /api/v1/problems",
                "GET /api/v1/problems/{id}",
                "GET /api/v1/schedules",
                "GET /api/v1/schedules/{id}",
                "GET /api/v1/schedules/{id}/status",
                "GET /api/v1/schedules/{id}/events",
                "GET /api/v1/schedules/{id}/view-periods",
                "GET /api/v1/schedules/{id}/revisions",
                "GET /api/v1/schedules/{id}/revisions/{revision}",
                "GET /api/v1/schedules/{id}/diff",
                "GET /api/v1/schedules/{id}/violations",
                "GET /api/v1/schedules/{id}/prices",
                "GET /api/v1/schedules/{id}/score",
                "GET /api/v1/schedules/{id}/export",
                "POST /api/v1/schedules/{id}/what-if",
                "GET /api/v1/schedules/{id}/replans/{replanId}",
                "GET /api/v1/schedules/{id}/requests/{rid}/explanation",
                "GET /api/v1/schedules/{id}/requests/{rid}/places",
                "GET /api/v1/missions/{mission}/calendar.ics",
                "POST /api/v1/missions/{mission}/calendar",
                "GET /api/v1/ephemerides/{id}",
                "GET /api/v1/ephemerides/{id}/file",
                "GET /api/v1/session",
                "DELETE /api/v1/session",
                "GET /api/v1/tokens",
                "POST /api/v1/tokens",
                "DELETE /api/v1/tokens/{id}")) {
            LEAST.put(viewer, Role.VIEWER);
        }
        for (String planner : List.of(
                "POST /api/v1/problems",
                "POST /api/v1/problems/import",
                "POST /api/v1/visibility",
                "POST /api/v1/ephemerides",
                "POST /api/v1/schedules",
                "POST /api/v1/schedules/{id}/terminate",
                "POST /api/v1/schedules/{id}/solve",
                "DELETE /api/v1/schedules/{id}",
                "POST /api/v1/schedules/{id}/passes",
                "PATCH /api/v1/schedules/{id}/passes/{passId}",
                "DELETE /api/v1/schedules/{id}/passes/{passId}",
                "POST /api/v1/schedules/{id}/edits",
                "POST /api/v1/schedules/{id}/revisions",
                "POST /api/v1/schedules/{id}/revisions/{revision}/restore",
                "POST /api/v1/schedules/{id}/replan",
                "POST /api/v1/schedules/{id}/replans/{replanId}/alternatives/{n}/accept",
                "DELETE /api/v1/schedules/{id}/replans/{replanId}",
                "POST /api/v1/schedules/{id}/publish")) {
            LEAST.put(planner, Role.PLANNER);
        }
        for (String admin :
                List.of("GET /api/v1/users", "POST /api/v1/users", "PATCH /api/v1/users/{name}", "GET /api/v1/audit")) {
            LEAST.put(admin, Role.ADMIN);
        }
        LEAST.put("POST /api/v1/session", null);
    }

    @TempDir
    static Path store;

    private static RunningServer server;
    private static final Map<Role, String> TOKENS = new LinkedHashMap<>();

    @BeforeAll
    static void start() {
        server = RunningServer.start(
                store,
                Map.of(
                        "yeoju.access",
                        "users",
                        "yeoju.admin.name",
                        "chief",
                        "yeoju.admin.password",
                        PASSWORD,
                        "yeoju.rate-limit.burst",
                        100_000));
        TOKENS.put(Role.ADMIN, token(logIn("chief")));
        for (Role role : List.of(Role.VIEWER, Role.PLANNER)) {
            add(role.name().toLowerCase(Locale.ROOT), role, "[]");
            TOKENS.put(role, token(logIn(role.name().toLowerCase(Locale.ROOT))));
        }
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static void add(String name, Role role, String missions) {
        HttpResponse<String> added = send(
                TOKENS.get(Role.ADMIN),
                "POST",
                "/api/v1/users",
                "{\"name\": \"" + name + "\", \"password\": \"" + PASSWORD + "\", \"role\": \"" + role
                        + "\", \"missions\": " + missions + "}");
        assertThat(added.statusCode()).as(added.body()).isEqualTo(201);
        assertThat(added.body()).doesNotContain(PASSWORD).doesNotContain("bcrypt");
    }

    private static HttpResponse<String> logIn(String name) {
        HttpResponse<String> answer = send(
                null, "POST", "/api/v1/session", "{\"name\": \"" + name + "\", \"password\": \"" + PASSWORD + "\"}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer;
    }

    private static String cookie(HttpResponse<String> answer, String name) {
        return answer.headers().allValues("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith(name + "="))
                .map(cookie -> cookie.substring(name.length() + 1, cookie.indexOf(';')))
                .findFirst()
                .orElseThrow();
    }

    private static HttpRequest.Builder asBrowser(HttpResponse<String> logIn, String path) {
        return server.request(path)
                .header(
                        "Cookie",
                        "yeoju-session=" + cookie(logIn, "yeoju-session") + "; XSRF-TOKEN="
                                + cookie(logIn, "XSRF-TOKEN"))
                .header("Content-Type", "application/json");
    }

    /** A token for programs, issued to whoever has logged in. */
    private static String token(HttpResponse<String> logIn) {
        HttpResponse<String> issued = server.send(asBrowser(logIn, "/api/v1/tokens")
                .header("X-XSRF-TOKEN", cookie(logIn, "XSRF-TOKEN"))
                .POST(HttpRequest.BodyPublishers.ofString("{\"label\": \"test\", \"days\": 1}")));
        assertThat(issued.statusCode()).as(issued.body()).isEqualTo(201);
        return JSON.readTree(issued.body()).get("secret").asString();
    }

    private static HttpResponse<String> send(@Nullable String token, String method, String path, String body) {
        HttpRequest.Builder request = server.request(path)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return server.send(request);
    }

    @Test
    void everyEndpointHasItsLeastRole() {
        Set<String> there = new TreeSet<>();
        server.bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .forEach((info, method) -> {
                    if (method.getBeanType().getPackageName().equals("dev.yeoju.api")) {
                        info.getMethodsCondition()
                                .getMethods()
                                .forEach(verb -> info.getPatternValues().stream()
                                        .filter(path -> path.startsWith("/api/"))
                                        .forEach(path -> there.add(verb + " " + path)));
                    }
                });

        assertThat(there).isEqualTo(new TreeSet<>(LEAST.keySet()));
    }

    @Test
    void everyEndpointIsOpenToThoseWhoMayAndClosedToAllOthers() {
        List<String> wrong = new ArrayList<>();
        LEAST.forEach((endpoint, least) -> {
            String method = endpoint.substring(0, endpoint.indexOf(' '));
            String path = endpoint.substring(endpoint.indexOf(' ') + 1)
                    .replace("{id}", "none")
                    .replace("{revision}", "1")
                    .replace("{passId}", "none%231")
                    .replace("{name}", "none")
                    .replace("{replanId}", "none")
                    .replace("{rid}", "none%2F1")
                    .replace("{n}", "1")
                    .replace("{mission}", "none");
            if (least != null && send(null, method, path, "{}").statusCode() != 401) {
                wrong.add("nobody: " + endpoint);
            }
            for (Role role : Role.values()) {
                if (endpoint.equals("POST /api/v1/session")) {
                    continue;
                }
                int status = send(TOKENS.get(role), method, path, "{}").statusCode();
                boolean may = least == null || role.compareTo(least) >= 0;
                if (may ? status == 401 || status == 403 || status >= 500 : status != 403) {
                    wrong.add(role + ": " + endpoint + " " + status);
                }
            }
        });

        assertThat(wrong).isEmpty();
    }

    @Test
    void whoIsBoundToMissionsSeesAndSubmitsNothingElse() {
        add("orbiter", Role.PLANNER, "[\"ORBITER\"]");
        String bound = token(logIn("orbiter"));
        String planner = TOKENS.get(Role.PLANNER);
        HttpResponse<String> made = send(planner, "POST", "/api/v1/schedules", RunningServer.lasting("PT0.2S"));
        String id = JSON.readTree(made.body()).get("id").asString();

        assertThat(send(bound, "GET", "/api/v1/schedules/" + id, "").statusCode())
                .isEqualTo(404);
        assertThat(send(bound, "GET", "/api/v1/schedules", "").body()).doesNotContain(id);
        assertThat(send(planner, "GET", "/api/v1/schedules", "").body()).contains(id);
        assertThat(send(bound, "DELETE", "/api/v1/schedules/" + id, "").statusCode())
                .isEqualTo(404);
        HttpResponse<String> refused = send(bound, "POST", "/api/v1/schedules", RunningServer.lasting("PT0.2S"));
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("SITE").doesNotContain("KPLO");
    }

    @Test
    void aBrowserMustShowThatNoOtherSiteMadeItAsk() {
        HttpResponse<String> logIn = logIn("chief");
        assertThat(logIn.headers().allValues("Set-Cookie"))
                .anyMatch(cookie -> cookie.startsWith("yeoju-session=")
                        && cookie.contains("HttpOnly")
                        && cookie.contains("SameSite=Strict"));

        HttpResponse<String> without = server.send(
                asBrowser(logIn, "/api/v1/tokens").POST(HttpRequest.BodyPublishers.ofString("{\"label\": \"x\"}")));
        assertThat(without.statusCode()).isEqualTo(403);
        assertThat(without.body()).contains("X-XSRF-TOKEN");
        assertThat(server.send(asBrowser(logIn, "/api/v1/session").GET()).statusCode())
                .isEqualTo(200);
        assertThat(server.send(asBrowser(logIn, "/api/v1/session")
                                .header("X-XSRF-TOKEN", cookie(logIn, "XSRF-TOKEN"))
                                .DELETE())
                        .statusCode())
                .isEqualTo(204);
        assertThat(server.send(asBrowser(logIn, "/api/v1/session").GET()).statusCode())
                .as("the cookie is worth nothing after the log-out")
                .isEqualTo(401);
    }

    @Test
    void whoIsDisabledIsLoggedOutEverywhere() {
        add("gone", Role.PLANNER, "[]");
        String token = token(logIn("gone"));
        String admin = TOKENS.get(Role.ADMIN);
        assertThat(send(token, "GET", "/api/v1/session", "").statusCode()).isEqualTo(200);

        assertThat(send(admin, "PATCH", "/api/v1/users/gone", "{\"enabled\": false}")
                        .statusCode())
                .isEqualTo(200);

        assertThat(send(token, "GET", "/api/v1/session", "").statusCode()).isEqualTo(401);
        assertThat(send(admin, "PATCH", "/api/v1/users/chief", "{\"role\": \"VIEWER\"}")
                        .statusCode())
                .as("the last administrator stays one")
                .isEqualTo(409);
        JsonNode audit = JSON.readTree(
                send(admin, "GET", "/api/v1/audit?subject=gone", "").body());
        assertThat(audit.get("items").get(0).get("action").asString()).isEqualTo("user.change");
        assertThat(audit.get("items").get(0).get("actor").asString()).isEqualTo("chief");
        assertThat(audit.toString()).doesNotContain(PASSWORD);
    }

    @Test
    void withoutUsersNobodyElseMayReachIt(@TempDir Path other) {
        assertThatThrownBy(() -> RunningServer.start(other, Map.of("yeoju.access", "users")))
                .isInstanceOf(ServerException.class)
                .hasMessageContaining("yeoju.admin.name");
    }
}
