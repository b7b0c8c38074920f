package dev.yeoju.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.yeoju.exchange.Catalogue;
import dev.yeoju.exchange.ProblemReader;
import dev.yeoju.exchange.ProblemWriter;
import dev.yeoju.model.Problem;
import dev.yeoju.model.TrackRequest;
import dev.yeoju.seeds.BenchProblems;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BenchProblemsTest {
    private static final Path DIRECTORY = Path.of("problems/bench");

    static List<String> small() {
        return BenchProblems.small();
    }

    @ParameterizedTest
    @MethodSource("small")
    void aRebuildGivesTheSameBytes(String name) throws IOException {
        assertThat(ProblemWriter.toJson(BenchProblems.problem(name)))
                .isEqualTo(Files.readString(DIRECTORY.resolve(name + ".json")));
    }

    @ParameterizedTest
    @MethodSource("small")
    void oneAntennaIsAskedForAsOftenAsTheNameSays(String name) throws IOException {
        Problem problem = ProblemReader.read(DIRECTORY.resolve(name + ".json"), Catalogue.bundled());
        double asked = problem.requests().stream()
                .mapToLong(BenchProblemsTest::antennaSeconds)
                .sum();
        double ratio = asked / problem.horizon().duration().toSeconds();

        assertThat(name)
                .isEqualTo("one-antenna-" + (int) Math.floor(ratio) + "x")
                .isEqualTo(problem.name());
        assertThat(ratio).isCloseTo(Math.floor(ratio), within(0.06));
        assertThat(problem.tags()).contains("generated", "one-antenna");
    }

    private static long antennaSeconds(TrackRequest request) {
        return request.preferredDuration()
                .plus(request.setup())
                .plus(request.teardown())
                .toSeconds();
    }

    @Test
    void aNetworkIsAProblemThatCanBeRead() {
        String json = ProblemWriter.toJson(BenchProblems.problem("network-13x300"));

        Problem problem = ProblemReader.read(json.getBytes(StandardCharsets.UTF_8), Catalogue.bundled());

        assertThat(problem.antennas()).hasSize(13);
        assertThat(problem.requests()).hasSize(300);
        assertThat(problem.requests())
                .filteredOn(request -> request.antennas().get(0).antennas().size() == 2)
                .hasSizeBetween(15, 45);
    }

    @Test
    void everyFamilyIsInTheReadme() throws IOException {
        String readme = Files.readString(Path.of("problems/README.md"));

        assertThat(readme).contains("one-antenna-1x.json", "one-antenna-4x.json");
        BenchProblems.large().forEach(name -> assertThat(readme).contains(name + ".json"));
    }
}
