package dev.yeoju.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What antennas' time costs, over HTTP. */
class PricesApiTest {
    @TempDir
    static Path store;

    private static RunningServer server;
    private static String path = "";

    @BeforeAll
    static void start() {
        server = RunningServer.start(store, Map.of());
        String id = server.submit(RunningServer.lasting("PT1S"));
        server.events(id, null, "end");
        path = "/api/v1/schedules/" + id;
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void everyAntennaHasAPriceForEveryStepOfTheHorizonAndTimeNobodyCanUseCostsNothing() {
        JsonNode view = server.json(path);
        JsonNode horizon = view.get("problem").get("horizon");
        Instant start = Instant.parse(horizon.get("start").asString());
        Instant end = Instant.parse(horizon.get("end").asString());

        JsonNode prices = server.json(path + "/prices?step=900");

        assertThat(Instant.parse(prices.get("start").asString())).isEqualTo(start);
        assertThat(prices.get("stepS").asInt()).isEqualTo(900);
        JsonNode antennas = view.get("problem").get("antennas");
        assertThat(prices.get("antennas").size()).isEqualTo(antennas.size());
        String antenna = antennas.get(0).get("id").asString();
        JsonNode strip = prices.get("antennas").get(antenna);
        assertThat(strip).hasSize((int) Duration.between(start, end).dividedBy(Duration.ofSeconds(900)));
        double most = 0;
        for (int k = 0; k < strip.size(); k++) {
            double price = strip.get(k).asDouble();
            assertThat(price).isNotNegative();
            most = Math.max(most, price);
            Instant from = start.plusSeconds(900L * k);
            if (price > 0) {
                assertThat(usable(view, antenna, from, from.plusSeconds(900)))
                        .as("%s at %s costs %s", antenna, from, price)
                        .isTrue();
            }
        }
        assertThat(most).as("requests contend somewhere").isPositive();
    }

    /** Whether an activity could use some of the time: in view, or within an hour of it for setup and teardown. */
    private static boolean usable(JsonNode view, String antenna, Instant from, Instant to) {
        for (JsonNode period : view.get("viewPeriods")) {
            Instant aos = Instant.parse(period.get("aos").asString()).minusSeconds(3600);
            Instant los = Instant.parse(period.get("los").asString()).plusSeconds(3600);
            if (period.get("antenna").asString().equals(antenna) && aos.isBefore(to) && los.isAfter(from)) {
                return true;
            }
        }
        return false;
    }

    @Test
    void aStepThatIsNoneIsRefusedWithTheOnesThereAre() {
        HttpResponse<String> answer = server.get(path + "/prices?step=0");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("step (0)", "60 to 604800", "3600");
        assertThat(server.get(path + "/prices?step=often").statusCode()).isEqualTo(400);
        assertThat(server.get("/api/v1/schedules/none/prices").statusCode()).isEqualTo(404);
    }
}
