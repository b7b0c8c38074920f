package dev.yeoju.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.yeoju.model.Fault;
import dev.yeoju.model.InvalidInputException;
import dev.yeoju.model.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Problems at and just beyond each limit. */
class LimitsTest {
    private static final String SITE = "\"site\":{\"latitudeDeg\":37,\"longitudeDeg\":127}";
    private static final String MOON_SITE =
            "\"trajectory\":{\"type\":\"surface\",\"body\":\"MOON\",\"latitudeDeg\":0,\"longitudeDeg\":0}";

    @Test
    void exactlyAsMuchAsIsAllowedIsRead() {
        // 1,000 antennas × 200 spacecraft × 10 days = 2,000,000.
        Problem problem = read(problem(10, 1_000, 200, 1, ""));

        assertThat(problem.antennas()).hasSize(1_000);
        assertThat(problem.requests().get(0).antennas()).hasSize(1_000);
    }

    @Test
    void moreViewPeriodsThanAllowedAreRefused() {
        assertThat(faults(problem(10, 1_000, 201, 1, "")))
                .singleElement()
                .satisfies(fault -> assertThat(fault.message())
                        .contains("1000 antennas × 201 spacecraft × 10.0 days (2010000)", "2000000 are the most"));
    }

    @Test
    void moreAntennasOrSpacecraftThanAllowedAreRefused() {
        assertThat(faults(problem(1, 1_001, 1, 1, ""))).singleElement().satisfies(fault -> {
            assertThat(fault.pointer()).isEqualTo("/antennas");
            assertThat(fault.message()).contains("too many antennas (1001): 1000 are the most");
        });
        assertThat(faults(problem(1, 1, 5_001, 1, "")))
                .singleElement()
                .satisfies(fault -> assertThat(fault.message()).contains("too many spacecraft (5001): 5000"));
    }

    @Test
    void theLongestHorizonIsFourHundredDays() {
        assertThat(read(problem(400, 1, 1, 1, "")).horizon().duration().toDays())
                .isEqualTo(400);
        assertThat(faults(problem(401, 1, 1, 1, ""))).singleElement().satisfies(fault -> {
            assertThat(fault.pointer()).isEqualTo("/horizon/end");
            assertThat(fault.message()).contains("401 days long");
        });
    }

    @Test
    void aHundredThousandRequestsAreReadAndOneMoreIsRefused() {
        assertThat(read(problem(1, 1, 1, 100_000, "")).requests()).hasSize(100_000);
        assertThat(faults(problem(1, 1, 1, 100_001, "")))
                .singleElement()
                .satisfies(fault -> assertThat(fault.message())
                        .contains("too many requests after expansion (100001): 100000 are the most"));
    }

    @Test
    void requestsAreCountedBeforeTheyAreExpanded() {
        // 34,560,000 periods of a second, 100,000 times each: more than memory holds.
        String recurrence = ",\"recurrence\":{\"every\":\"PT1S\",\"count\":100000}";

        assertThat(faults(problem(400, 1, 1, 50, recurrence)))
                .anySatisfy(fault -> assertThat(fault.message()).contains("too many requests after expansion"));
    }

    @Test
    void manyFaultsAreCountedNotListed() {
        List<Fault> faults = faults(problem(1, 1, 1, 5_000, ",\"bnad\":\"X\""));

        assertThat(faults).hasSize(1_001);
        assertThat(faults.get(1_000).message()).contains("There are 4000 more faults");
    }

    @Test
    void aBodyBeyondSixtyFourMebibytesIsRefusedUnread() {
        byte[] body = new byte[ProblemReader.MAX_BYTES + 1];
        Arrays.fill(body, (byte) ' ');

        assertThatThrownBy(() -> ProblemReader.read(body, Catalogue.empty()))
                .isInstanceOfSatisfying(InvalidInputException.class, e -> {
                    assertThat(e.kind()).isEqualTo(InvalidInputException.Kind.MALFORMED);
                    assertThat(e).hasMessageContaining("larger than 67108864 bytes (64 MiB)");
                });
    }

    @Test
    void aFileIsReadLikeABody(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("problem.json");
        String json = problem(1, 1, 1, 1, "");
        Files.writeString(file, json);

        assertThat(ProblemReader.read(file, Catalogue.empty())).isEqualTo(read(json));
    }

    private static String problem(int days, int antennas, int spacecraft, int requests, String inRequest) {
        return "{\"schemaVersion\":1,\"name\":\"limits\",\"horizon\":{\"start\":\"2026-01-01T00:00:00Z\",\"end\":\""
                + Instant.parse("2026-01-01T00:00:00Z").plus(Duration.ofDays(days)) + "\"},"
                + "\"antennas\":" + list(antennas, "{\"id\":\"A%d\"," + SITE + "}")
                + ",\"spacecraft\":" + list(spacecraft, "{\"id\":\"S%d\"," + MOON_SITE + "}")
                + ",\"requests\":"
                + list(requests, "{\"id\":\"R%d\",\"spacecraft\":\"S0\",\"minDuration\":\"PT1S\"" + inRequest + "}")
                + "}";
    }

    private static String list(int count, String item) {
        return IntStream.range(0, count)
                .mapToObj(i -> item.replace("%d", Integer.toString(i)))
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static Problem read(String json) {
        return ProblemReader.read(json.getBytes(StandardCharsets.UTF_8), Catalogue.empty());
    }

    private static List<Fault> faults(String json) {
        try {
            read(json);
            return List.of();
        } catch (InvalidInputException e) {
            return e.faults();
        }
    }
}
