package dev.yeoju.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The service on a free port with a store of its own, and a client for it. */
public final class RunningServer implements AutoCloseable {
    static final String PROBLEM = resource("/service/two-lunar-days.json");

    /** One server-sent event. */
    record Event(long id, String name, String data) {
        JsonNode json() {
            return JSON.readTree(data);
        }
    }

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final long MILLIS_BETWEEN_LOOKS = 50;

    static final String CHIEF = "chief";
    private static final Duration TIMEOUT = Duration.ofSeconds(120);

    private final HttpClient client = HttpClient.newHttpClient();
    private final ConfigurableApplicationContext context;
    private final int port;

    private RunningServer(ConfigurableApplicationContext context) {
        this.context = context;
        this.port = Objects.requireNonNull(((WebServerApplicationContext) context).getWebServer())
                .getPort();
    }

    public static RunningServer start(Path store, Map<String, Object> more) {
        Map<String, Object> properties = new LinkedHashMap<>(more);
        properties.put("server.port", 0);
        properties.put("yeoju.store.path", store.toString());
        properties.putIfAbsent("yeoju.first-schedule", false);
        return new RunningServer(Server.start(properties));
    }

    /** A service where users log in, with an administrator named {@link #CHIEF}. */
    static RunningServer withUsers(Path store, String password, Map<String, Object> more) {
        Map<String, Object> properties = new LinkedHashMap<>(more);
        properties.put("yeoju.access", "users");
        properties.put("yeoju.admin.name", CHIEF);
        properties.put("yeoju.admin.password", password);
        return start(store, properties);
    }

    static String resource(String name) {
        try (InputStream in = RunningServer.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The problem with another time limit. */
    static String lasting(String timeLimit) {
        return PROBLEM.replace("PT3S", timeLimit);
    }

    public int port() {
        return port;
    }

    <T> T bean(String name, Class<T> type) {
        return context.getBean(name, type);
    }

    public HttpResponse<String> get(String path) {
        return send(request(path).GET());
    }

    public JsonNode json(String path) {
        return JSON.readTree(get(path).body());
    }

    static JsonNode json(HttpResponse<String> answer) {
        return JSON.readTree(answer.body());
    }

    public HttpResponse<String> post(String path, String body) {
        return post(path, body, null);
    }

    HttpResponse<String> post(String path, String body, @Nullable String key) {
        HttpRequest.Builder request = request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (key != null) {
            request.header("Idempotency-Key", key);
        }
        return send(request);
    }

    /** Posts a problem and returns the schedule's id. */
    public String submit(String problem) {
        return JSON.readTree(post("/api/v1/schedules", problem).body())
                .get("id")
                .asString();
    }

    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .timeout(TIMEOUT);
    }

    public HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /**
     * Looks again until the answer is as asked: replans have no events, and a server with users wants a token for them.
     *
     * @throws AssertionError with the last answer, after a minute
     */
    public static JsonNode await(Supplier<JsonNode> look, Predicate<JsonNode> until) {
        Instant deadline = Instant.now().plus(PATIENCE);
        JsonNode seen = look.get();
        while (!until.test(seen)) {
            if (Instant.now().isAfter(deadline)) {
                throw new AssertionError("It does not come: " + seen);
            }
            try {
                Thread.sleep(MILLIS_BETWEEN_LOOKS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
            seen = look.get();
        }
        return seen;
    }

    /** A replanning that is done or has failed. */
    public JsonNode replanned(String location) {
        return await(
                () -> json(location), view -> !view.get("status").asString().equals("RUNNING"));
    }

    HttpResponse<String> send(@Nullable String token, String method, String path, String body) {
        HttpRequest.Builder request = request(path)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return send(request);
    }

    HttpResponse<String> logIn(String name, String password) {
        HttpResponse<String> answer = send(
                null, "POST", "/api/v1/session", "{\"name\": \"" + name + "\", \"password\": \"" + password + "\"}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer;
    }

    static String cookie(HttpResponse<String> answer, String name) {
        return answer.headers().allValues("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith(name + "="))
                .map(cookie -> cookie.substring(name.length() + 1, cookie.indexOf(';')))
                .findFirst()
                .orElseThrow();
    }

    HttpRequest.Builder asBrowser(HttpResponse<String> logIn, String path) {
        return request(path)
                .header(
                        "Cookie",
                        "yeoju-session=" + cookie(logIn, "yeoju-session") + "; XSRF-TOKEN="
                                + cookie(logIn, "XSRF-TOKEN"))
                .header("Content-Type", "application/json");
    }

    /** A token for programs, issued to whoever has logged in. */
    String token(HttpResponse<String> logIn) {
        HttpResponse<String> issued = send(asBrowser(logIn, "/api/v1/tokens")
                .header("X-XSRF-TOKEN", cookie(logIn, "XSRF-TOKEN"))
                .POST(HttpRequest.BodyPublishers.ofString("{\"label\": \"test\", \"days\": 1}")));
        assertThat(issued.statusCode()).as(issued.body()).isEqualTo(201);
        return json(issued).get("secret").asString();
    }

    /** Follows a schedule's events until one of the name comes, or to the end. */
    List<Event> events(String id, @Nullable String lastId, String until) {
        HttpRequest.Builder request = request("/api/v1/schedules/" + id + "/events");
        if (lastId != null) {
            request.header("Last-Event-ID", lastId);
        }
        List<Event> events = new ArrayList<>();
        try (Stream<String> lines = client.send(request.build(), HttpResponse.BodyHandlers.ofLines())
                .body()) {
            long eventId = 0;
            String name = "";
            for (String line : (Iterable<String>) lines::iterator) {
                if (line.startsWith("id:")) {
                    eventId = Long.parseLong(line.substring(3).strip());
                } else if (line.startsWith("event:")) {
                    name = line.substring(6).strip();
                } else if (line.startsWith("data:")) {
                    events.add(new Event(eventId, name, line.substring(5)));
                    if (name.equals(until)) {
                        break;
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        return events;
    }

    @Override
    public void close() {
        context.close();
    }
}
