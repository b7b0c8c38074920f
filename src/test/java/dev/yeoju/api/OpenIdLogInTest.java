package dev.yeoju.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Log-in at an OpenID provider, as a browser does it. */
class OpenIdLogInTest {
    private static final String PASSWORD = "a long enough password";
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]* value=\"([^\"]+)\"");
    private static final int LOG_INS_A_MINUTE = 10;

    @TempDir
    static Path folder;

    private static OpenIdProvider provider;
    private static RunningServer server;

    @BeforeAll
    static void start() {
        provider = OpenIdProvider.start();
        server = serve(folder.resolve("store"), provider.issuer());
        provider.register("http://127.0.0.1:" + server.port() + "/api/v1/session/oidc/code");
    }

    private static RunningServer serve(Path store, String issuer) {
        return RunningServer.withUsers(
                store,
                PASSWORD,
                Map.of(
                        "yeoju.oidc.issuer",
                        issuer,
                        "yeoju.oidc.client-id",
                        OpenIdProvider.CLIENT,
                        "yeoju.oidc.client-secret",
                        OpenIdProvider.SECRET,
                        "yeoju.oidc.role-claim",
                        "realm_access.roles",
                        "yeoju.oidc.missions-claim",
                        "missions"));
    }

    @AfterAll
    static void stop() {
        server.close();
        provider.close();
    }

    /** A browser: it keeps cookies and goes where it is sent. */
    private static final class Browser {
        private final CookieManager cookies = new CookieManager();
        private final HttpClient client = HttpClient.newBuilder()
                .cookieHandler(cookies)
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();

        HttpResponse<String> get(String url) throws IOException, InterruptedException {
            return client.send(
                    HttpRequest.newBuilder(URI.create(url))
                            .header("Accept", "text/html, */*;q=0.8")
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }

        HttpResponse<String> post(String url, String type, String body, String... headers)
                throws IOException, InterruptedException {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url))
                    .header("Content-Type", type)
                    .POST(HttpRequest.BodyPublishers.ofString(body));
            if (headers.length > 0) {
                request.headers(headers);
            }
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }

        /** From the page to the provider's form, and back with its answer. */
        HttpResponse<String> logIn(String name) throws IOException, InterruptedException {
            HttpResponse<String> form = get(here("/api/v1/session/oidc"));
            assertThat(form.uri().toString()).startsWith(provider.issuer() + "/login");
            Matcher csrf = CSRF.matcher(form.body());
            assertThat(csrf.find()).as(form.body()).isTrue();
            return post(
                    provider.issuer() + "/login",
                    "application/x-www-form-urlencoded",
                    "username=" + name + "&password=" + encoded(OpenIdProvider.PASSWORD) + "&_csrf="
                            + encoded(csrf.group(1)));
        }

        JsonNode session() throws IOException, InterruptedException {
            return RunningServer.json(get(here("/api/v1/session")));
        }

        String cookie(String name) {
            return cookies.getCookieStore().getCookies().stream()
                    .filter(cookie -> cookie.getName().equals(name))
                    .findFirst()
                    .orElseThrow()
                    .getValue();
        }
    }

    private static String here(String path) {
        return "http://127.0.0.1:" + server.port() + path;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static void says(String name, List<String> roles, List<String> missions) {
        OpenIdProvider.CLAIMS.put(name, Map.of("realm_access", Map.of("roles", roles), "missions", missions));
    }

    @Test
    void theProvidersClaimsSayWhoItIsAndWhatItMayDo() throws Exception {
        says("mina", List.of("offline_access", "yeoju-planner"), List.of("KPLO", "LRO"));
        Browser browser = new Browser();

        HttpResponse<String> page = browser.logIn("mina");

        assertThat(page.uri()).isEqualTo(URI.create(here("/")));
        JsonNode session = browser.session();
        assertThat(session.get("user").asString()).isEqualTo("mina");
        assertThat(session.get("role").asString()).isEqualTo("PLANNER");
        assertThat(session.get("missions").toString()).contains("KPLO", "LRO");
        // From here on it is a session like any other.
        HttpResponse<String> token = browser.post(
                here("/api/v1/tokens"),
                "application/json",
                "{\"label\": \"script\"}",
                "X-XSRF-TOKEN",
                browser.cookie("XSRF-TOKEN"));
        assertThat(token.statusCode()).as(token.body()).isEqualTo(201);
    }

    @Test
    void anotherRoleAtTheProviderIsAnotherRoleHereFromTheNextLogInOn() throws Exception {
        says("dana", List.of("yeoju-viewer", "yeoju-admin"), List.of());
        Browser first = new Browser();
        first.logIn("dana");
        assertThat(first.session().get("role").asString()).isEqualTo("ADMIN");
        says("dana", List.of("yeoju-viewer"), List.of("KPLO"));
        Browser second = new Browser();

        second.logIn("dana");

        assertThat(second.session().get("role").asString()).isEqualTo("VIEWER");
        assertThat(first.session().get("role").asString()).isEqualTo("VIEWER");
    }

    @Test
    void whoHasNoRoleOrNoMissionIsNotLetIn() throws Exception {
        says("stranger", List.of("somebody"), List.of("KPLO"));
        says("unbound", List.of("yeoju-viewer"), List.of());
        for (Map.Entry<String, String> each :
                Map.of("stranger", "no role", "unbound", "no mission").entrySet()) {
            Browser browser = new Browser();

            HttpResponse<String> refused = browser.logIn(each.getKey());

            assertThat(refused.statusCode()).isEqualTo(403);
            assertThat(refused.headers().firstValue("Content-Type")).hasValue("application/problem+json");
            assertThat(refused.body()).contains("(" + each.getKey() + ")", each.getValue());
            assertThat(browser.get(here("/api/v1/session")).statusCode()).isEqualTo(401);
        }
    }

    @Test
    void aNameWithAPasswordHereIsNotThatOfTheProvider() throws Exception {
        says("chief", List.of("yeoju-admin"), List.of());

        HttpResponse<String> refused = new Browser().logIn("chief");

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("(chief)");
    }

    @Test
    void whoIsDisabledHereIsNotLetInByTheProvider() throws Exception {
        says("gone", List.of("yeoju-viewer"), List.of("KPLO"));
        new Browser().logIn("gone");
        HttpResponse<String> chief = server.logIn("chief", PASSWORD);
        HttpResponse<String> disabled = server.send(server.asBrowser(chief, "/api/v1/users/gone")
                .header("X-XSRF-TOKEN", RunningServer.cookie(chief, "XSRF-TOKEN"))
                .method("PATCH", HttpRequest.BodyPublishers.ofString("{\"enabled\": false}")));
        assertThat(disabled.statusCode()).as(disabled.body()).isEqualTo(200);

        assertThat(new Browser().logIn("gone").statusCode()).isEqualTo(403);
    }

    @Test
    void whoIsNotLoggedInIsToldWhereToLogIn() {
        HttpResponse<String> refused = server.get("/api/v1/schedules");

        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(RunningServer.json(refused).get("logIn").asString()).isEqualTo("/api/v1/session/oidc");
    }

    @Test
    void anAnswerThatNobodyAskedForIsRefusedAndOnlySoOften() throws Exception {
        try (RunningServer other = serve(folder.resolve("other"), provider.issuer())) {
            for (int i = 0; i < LOG_INS_A_MINUTE; i++) {
                HttpResponse<String> refused = other.get("/api/v1/session/oidc/code?code=x&state=y");
                assertThat(refused.statusCode()).isEqualTo(401);
                assertThat(refused.headers().firstValue("Content-Type")).hasValue("application/problem+json");
            }
            assertThat(other.get("/api/v1/session/oidc/code?code=x&state=y").statusCode())
                    .isEqualTo(429);
        }
    }

    @Test
    void withoutTheProviderTheServiceStartsAndSaysThatItIsAway() {
        try (RunningServer alone = serve(folder.resolve("alone"), "http://localhost:1/")) {
            HttpResponse<String> refused = alone.get("/api/v1/session/oidc");

            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.headers().firstValue("Content-Type")).hasValue("application/problem+json");
            assertThat(refused.body()).contains("http://localhost:1/");
            assertThat(alone.logIn("chief", PASSWORD).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void settingsThatDoNotGoTogetherAreSaidAtTheStart() {
        assertThatThrownBy(() -> RunningServer.start(
                        folder.resolve("local"),
                        Map.of(
                                "yeoju.oidc.issuer", provider.issuer(),
                                "yeoju.oidc.client-id", "a",
                                "yeoju.oidc.client-secret", "b")))
                .isInstanceOf(ServerException.class)
                .hasMessageContaining("yeoju.oidc.issuer")
                .hasMessageContaining("--yeoju.access=users");
        assertThatThrownBy(() -> RunningServer.start(
                        folder.resolve("half"),
                        Map.of("yeoju.access", "users", "yeoju.oidc.issuer", provider.issuer())))
                .isInstanceOf(ServerException.class)
                .hasMessageContaining("yeoju.oidc.client-id");
    }
}
