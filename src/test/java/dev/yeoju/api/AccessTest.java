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

/** Who may do what, for every endpoint that there is. */
class AccessTest {
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
        server = RunningServer.withUsers(store, PASSWORD, Map.of("yeoju.rate-limit.burst", 100_000));
        TOKENS.put(Role.ADMIN, server.token(server.logIn("chief", PASSWORD)));
        for (Role role : List.of(Role.VIEWER, Role.PLANNER)) {
            add(role.name().toLowerCase(Locale.ROOT), role, "[]");
            TOKENS.put(role, server.token(server.logIn(role.name().toLowerCase(Locale.ROOT), PASSWORD)));
        }
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static void add(String name, Role role, String missions) {
        HttpResponse<String> added = server.send(
                TOKENS.get(Role.ADMIN),
                "POST",
                "/api/v1/users",
                "{\"name\": \"" + name + "\", \"password\": \"" + PASSWORD + "\", \"role\": \"" + role
                        + "\", \"missions\": " + missions + "}");
        assertThat(added.statusCode()).as(added.body()).isEqualTo(201);
        assertThat(added.body()).doesNotContain(PASSWORD).doesNotContain("bcrypt");
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
            if (least != null && server.send(null, method, path, "{}").statusCode() != 401) {
                wrong.add("nobody: " + endpoint);
            }
            for (Role role : Role.values()) {
                if (endpoint.equals("POST /api/v1/session")) {
                    continue;
                }
                int status = server.send(TOKENS.get(role), method, path, "{}").statusCode();
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
        String bound = server.token(server.logIn("orbiter", PASSWORD));
        String planner = TOKENS.get(Role.PLANNER);
        HttpResponse<String> made = server.send(planner, "POST", "/api/v1/schedules", RunningServer.lasting("PT0.2S"));
        String id = RunningServer.json(made).get("id").asString();

        assertThat(server.send(bound, "GET", "/api/v1/schedules/" + id, "").statusCode())
                .isEqualTo(404);
        assertThat(server.send(bound, "GET", "/api/v1/schedules", "").body()).doesNotContain(id);
        assertThat(server.send(planner, "GET", "/api/v1/schedules", "").body()).contains(id);
        assertThat(server.send(bound, "DELETE", "/api/v1/schedules/" + id, "").statusCode())
                .isEqualTo(404);
        HttpResponse<String> refused = server.send(bound, "POST", "/api/v1/schedules", RunningServer.lasting("PT0.2S"));
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("SITE").doesNotContain("KPLO");
    }

    @Test
    void aBrowserMustShowThatNoOtherSiteMadeItAsk() {
        HttpResponse<String> logIn = server.logIn("chief", PASSWORD);
        assertThat(logIn.headers().allValues("Set-Cookie"))
                .anyMatch(cookie -> cookie.startsWith("yeoju-session=")
                        && cookie.contains("HttpOnly")
                        && cookie.contains("SameSite=Strict"));

        HttpResponse<String> without = server.send(server.asBrowser(logIn, "/api/v1/tokens")
                .POST(HttpRequest.BodyPublishers.ofString("{\"label\": \"x\"}")));
        assertThat(without.statusCode()).isEqualTo(403);
        assertThat(without.body()).contains("X-XSRF-TOKEN");
        assertThat(server.send(server.asBrowser(logIn, "/api/v1/session").GET()).statusCode())
                .isEqualTo(200);
        assertThat(server.send(server.asBrowser(logIn, "/api/v1/session")
                                .header("X-XSRF-TOKEN", RunningServer.cookie(logIn, "XSRF-TOKEN"))
                                .DELETE())
                        .statusCode())
                .isEqualTo(204);
        assertThat(server.send(server.asBrowser(logIn, "/api/v1/session").GET()).statusCode())
                .as("the cookie is worth nothing after the log-out")
                .isEqualTo(401);
    }

    @Test
    void whoIsDisabledIsLoggedOutEverywhere() {
        add("gone", Role.PLANNER, "[]");
        String token = server.token(server.logIn("gone", PASSWORD));
        String admin = TOKENS.get(Role.ADMIN);
        assertThat(server.send(token, "GET", "/api/v1/session", "").statusCode())
                .isEqualTo(200);

        assertThat(server.send(admin, "PATCH", "/api/v1/users/gone", "{\"enabled\": false}")
                        .statusCode())
                .isEqualTo(200);

        assertThat(server.send(token, "GET", "/api/v1/session", "").statusCode())
                .isEqualTo(401);
        assertThat(server.send(admin, "PATCH", "/api/v1/users/chief", "{\"role\": \"VIEWER\"}")
                        .statusCode())
                .as("the last administrator stays one")
                .isEqualTo(409);
        JsonNode audit = RunningServer.json(server.send(admin, "GET", "/api/v1/audit?subject=gone", ""));
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
