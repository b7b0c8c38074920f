package dev.yeoju.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.yeoju.model.Certificate;
import dev.yeoju.model.Fault;
import dev.yeoju.model.Figures;
import dev.yeoju.model.InvalidInputException;
import dev.yeoju.model.Schedule;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ScheduleJsonTest {
    private static final Path FULL = Path.of("src/test/resources/exchange/full-schedule.json");

    @Test
    void theFullScheduleReadsAndWritesTheSame() throws IOException {
        Schedule schedule = ScheduleJson.read(Files.readAllBytes(FULL));

        assertThat(schedule.status()).isEqualTo(Schedule.Status.INFEASIBLE);
        assertThat(schedule.gapPercent()).isNull();
        assertThat(schedule.shortRequests()).hasSize(1);
        assertThat(schedule.violations()).hasSize(1);
        assertThat(schedule.certificate()).isNotNull();
        assertThat(read(ScheduleJson.write(schedule))).isEqualTo(schedule);
    }

    @Test
    void figuresAreRoundedTheBoundUpwardsAndPricesNot() {
        Schedule schedule = schedule(10.0000004, 10.00000000001, 1.00000049, Map.of("A", 1 / 3.0));
        Schedule read = read(ScheduleJson.write(schedule));

        assertThat(read.value()).isEqualTo(10);
        assertThat(read.bound()).isEqualTo(10.000001);
        assertThat(read.gapPercent()).isEqualTo(1);
        assertThat(read.certificate()).isEqualTo(schedule.certificate());
    }

    @Test
    void writingWhatWasReadGivesTheSameText() {
        for (long seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            String text = ScheduleJson.write(schedule(
                    random.nextDouble() * Math.pow(10, random.nextInt(7)),
                    random.nextDouble() * Math.pow(10, random.nextInt(7)),
                    random.nextDouble() * 100,
                    Map.of("Z", random.nextGaussian(), "A", random.nextGaussian() * 1e-12)));

            assertThat(ScheduleJson.write(read(text))).as("seed %d", seed).isEqualTo(text);
        }
    }

    @Test
    void theBoundIsNeverRoundedDown() {
        for (long seed = 0; seed < 1000; seed++) {
            double bound = new Random(seed).nextDouble() * 100_000;

            assertThat(read(ScheduleJson.write(schedule(0, bound, null, Map.of())))
                            .bound())
                    .as("seed %d", seed)
                    .isGreaterThanOrEqualTo(bound)
                    .isLessThan(bound + 1.1e-6);
        }
    }

    @Test
    void mapsAreWrittenInOrderAndUnknownFiguresAsNull() {
        String text = ScheduleJson.write(schedule(1, null, null, Map.of("B", 2.0, "A", 1.0, "C", 3.0)));

        assertThat(text).contains("\"bound\": null").contains("\"gapPercent\": null");
        assertThat(text.replaceAll("\\s", "")).contains("\"requestPrices\":{\"A\":1,\"B\":2,\"C\":3}");
        assertThat(text).endsWith("}\n").doesNotContain("\r");
    }

    @Test
    void anEmptyCertificateIsNone() {
        String text = ScheduleJson.write(schedule(1, null, null, Map.of("A", 1.0)))
                .replaceAll("(?s)\"certificate\": \\{.*", "\"certificate\": {}}");

        assertThat(read(text).certificate()).isNull();
    }

    @Test
    void everyFaultIsReportedAtOnce() {
        String json = """
                {"schemaVersion": 1, "problem": "p", "status": "FEASABLE", "value": "1", "critical": {"satisfied": -1, "requests": 0},
                 "figures": {"trackedHours": 1, "requestedHours": 1, "satisfied": 1, "requests": 1, "uRms": 1.5, "uMax": 1, "missions": []},
                 "shrot": [],
                 "tracks": [{"id": "A#1", "request": "A", "spacecraft": "S", "antennas": ["K", "K"], "boa": "2026-12-07T03:00:00Z",
                             "bot": "2026-12-07T02:00:00Z", "eot": "2026-12-07T01:00:00Z", "eoa": "2026-12-07T00:00:00Z"}]}""";

        assertThatThrownBy(() -> read(json)).isInstanceOfSatisfying(InvalidInputException.class, e -> {
            assertThat(e.kind()).isEqualTo(InvalidInputException.Kind.INVALID);
            assertThat(e.faults())
                    .extracting(Fault::pointer)
                    .containsExactlyInAnyOrder(
                            "/shrot",
                            "/status",
                            "/value",
                            "/critical/satisfied",
                            "/figures/uRms",
                            "/tracks/0/antennas/1",
                            "/tracks/0/bot",
                            "/tracks/0/eot",
                            "/tracks/0/eoa");
            assertThat(e.getMessage()).contains("Maybe \"FEASIBLE\".").contains("Maybe \"short\"");
        });
    }

    private static Schedule read(String json) {
        return ScheduleJson.read(json.getBytes(StandardCharsets.UTF_8));
    }

    private static Schedule schedule(
            double value, @Nullable Double bound, @Nullable Double gapPercent, Map<String, Double> prices) {
        return new Schedule(
                1,
                "test",
                Schedule.Status.FEASIBLE,
                value,
                bound,
                gapPercent,
                new Schedule.Critical(0, 0, null),
                new Figures(1, 2, 1, 2, 0.5, 0.5, List.of(new Figures.MissionFigures("M", 1, 2, 1, 2, 0.5))),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                new Certificate(prices, prices, prices));
    }
}
