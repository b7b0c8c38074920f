package dev.yeoju;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yeoju.store.PostgresServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Nodes are killed in the middle of solves: nothing that was acknowledged is lost, and every solve ends. */
class CrashIT {
    private static final int ROUNDS = "full".equals(System.getProperty("yeoju.campaign")) ? 50 : 3;
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int TRIES = 1200;
    private static final String SOLVE_TIME = "PT6S";

    private final HttpClient client = HttpClient.newHttpClient();
    /** The value of each finished schedule, which must never change again. */
    private final Map<String, JsonNode> finished = new LinkedHashMap<>();

    @TempDir
    Path folder;

    @Test
    void theOnlyNodeIsKilledAndGoesOnAfterItsNextStart() throws Exception {
        ServedJar node = ServedJar.start(folder, "--yeoju.first-schedule=false");
        try {
            for (int round = 0; round < ROUNDS; round++) {
                String id = submit(node);
                double checkpoint = checkpoint(node, id);

                node.process().kill();
                node = ServedJar.start(folder, "--yeoju.first-schedule=false");

                ends(round, node, id, checkpoint);
            }
        } finally {
            node.close();
        }
    }

    @Test
    void oneOfThreeIsKilledAndAnotherOneTakesOver() throws Exception {
        String store = "--yeoju.store.url=" + PostgresServer.newDatabase();
        List<ServedJar> nodes = new ArrayList<>();
        try {
            for (int i = 0; i < 3; i++) {
                nodes.add(node(i, store));
            }
            for (int round = 0; round < ROUNDS; round++) {
                String id = submit(nodes.get(round % 3));
                double checkpoint = checkpoint(nodes.get((round + 1) % 3), id);
                int working = working(nodes);

                nodes.get(working).process().kill();

                ends(round, nodes.get((working + 1) % 3), id, checkpoint);
                nodes.set(working, node(3 + round, store));
            }
        } finally {
            nodes.forEach(ServedJar::close);
        }
    }

    private ServedJar node(int number, String store) throws IOException, InterruptedException {
        Path own = Files.createDirectory(folder.resolve("node" + number));
        return ServedJar.start(
                own,
                store,
                "--yeoju.first-schedule=false",
                "--db-scheduler.heartbeat-interval=1s",
                "--db-scheduler.missed-heartbeats-limit=4");
    }

    private String submit(ServedJar node) throws Exception {
        String problem = Files.readString(Path.of("src/test/resources/service/two-lunar-days.json"))
                .replace("PT3S", SOLVE_TIME);
        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(URI.create(node.url() + "/api/v1/schedules"))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(problem, StandardCharsets.UTF_8))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        return JSON.readTree(answer.body()).get("id").asString();
    }

    /** Waits until a best schedule is kept while the solve runs, and says what it is worth. */
    private double checkpoint(ServedJar node, String id) throws Exception {
        JsonNode running = await(
                node,
                "/api/v1/schedules/" + id,
                schedule -> !schedule.get("schedule").isNull());
        return running.get("schedule").get("value").asDouble();
    }

    /** The solve ends, no worse than its checkpoint, and everything that ended before is as it was. */
    private void ends(int round, ServedJar node, String id, double checkpoint) throws Exception {
        JsonNode ended = await(
                node,
                "/api/v1/schedules/" + id,
                schedule -> !schedule.get("finishedAt").isNull());
        assertThat(ended.get("status").asString())
                .as("round %d: %s", round, ended.get("error"))
                .isEqualTo("SOLVED");
        assertThat(ended.get("schedule").get("value").asDouble())
                .as("round %d", round)
                .isGreaterThanOrEqualTo(checkpoint);
        assertThat(ended.get("revision").asInt()).as("round %d", round).isEqualTo(1);
        finished.put(id, ended);
        for (Map.Entry<String, JsonNode> before : finished.entrySet()) {
            assertThat(get(node, "/api/v1/schedules/" + before.getKey()))
                    .as("round %d: schedule %s", round, before.getKey())
                    .isEqualTo(before.getValue());
        }
    }

    private int working(List<ServedJar> nodes) throws Exception {
        for (int attempt = 0; attempt < TRIES; attempt++) {
            for (int i = 0; i < nodes.size(); i++) {
                if (text(nodes.get(i), "/actuator/prometheus").contains("yeoju_solves_running 1.0")) {
                    return i;
                }
            }
            Thread.sleep(50);
        }
        throw new TimeoutException("No node works.");
    }

    private JsonNode await(ServedJar node, String path, Predicate<JsonNode> until) throws Exception {
        JsonNode last = JSON.nullNode();
        for (int attempt = 0; attempt < TRIES; attempt++) {
            last = get(node, path);
            if (until.test(last)) {
                return last;
            }
            Thread.sleep(100);
        }
        throw new TimeoutException("It did not come to it: " + last);
    }

    private JsonNode get(ServedJar node, String path) throws Exception {
        return JSON.readTree(text(node, path));
    }

    private String text(ServedJar node, String path) throws Exception {
        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(URI.create(node.url() + path)).build(), HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }
}
