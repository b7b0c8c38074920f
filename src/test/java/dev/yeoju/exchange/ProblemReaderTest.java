package dev.yeoju.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.yeoju.model.Antenna;
import dev.yeoju.model.ArrayOption;
import dev.yeoju.model.Band;
import dev.yeoju.model.ElevationMask;
import dev.yeoju.model.Exclusive;
import dev.yeoju.model.Fault;
import dev.yeoju.model.Geometry;
import dev.yeoju.model.InvalidInputException;
import dev.yeoju.model.Objective;
import dev.yeoju.model.Problem;
import dev.yeoju.model.Service;
import dev.yeoju.model.SolverOptions;
import dev.yeoju.model.TrackRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProblemReaderTest {
    private static final Path ACCEPTED = Path.of("src/test/resources/accepted");

    @Test
    void defaultsAreFilledAsDocumented() throws IOException {
        Problem problem = accepted("minimal");

        assertThat(problem.description()).isEmpty();
        assertThat(problem.tags()).isEmpty();
        assertThat(problem.geometry()).isEqualTo(Geometry.DEFAULT);
        assertThat(problem.objective()).isEqualTo(Objective.Preset.BALANCED.objective());
        assertThat(problem.solver()).isEqualTo(SolverOptions.DEFAULT);
        TrackRequest request = problem.requests().get(0);
        assertThat(request.service()).isEqualTo(Service.TELEMETRY);
        assertThat(request.band()).isNull();
        assertThat(request.antennas()).containsExactly(ArrayOption.single("KDSA"));
        assertThat(request.window()).isEqualTo(problem.horizon());
        assertThat(request.preferredDuration()).isEqualTo(Duration.ofHours(1));
        assertThat(request.setup()).isZero();
        assertThat(request.teardown()).isZero();
        assertThat(request.split()).isNull();
        assertThat(request.priority()).isEqualTo(1);
        assertThat(request.exclusive()).isEqualTo(Exclusive.SPACECRAFT);
        assertThat(problem.spacecraft().get(0).mission()).isEqualTo("IM-2");
    }

    @Test
    void aCatalogueEntryIsMergedInAndFieldsBesideItOverride() throws IOException {
        Antenna antenna = accepted("core").antennas().get(0);

        assertThat(antenna.id()).isEqualTo("KDSA");
        assertThat(antenna.name()).isEqualTo("Yeoju");
        assertThat(antenna.complex()).isEqualTo("YEOJU");
        assertThat(antenna.site()).isNotNull();
        assertThat(antenna.bands()).containsExactlyInAnyOrder(Band.S, Band.X);
        assertThat(antenna.elevationMask()).isEqualTo(ElevationMask.flat(5));
    }

    @ParameterizedTest
    @ValueSource(strings = {"minimal", "core", "given-view-periods"})
    void whatIsWrittenReadsBackEqual(String name) throws IOException {
        Problem problem = accepted(name);
        String json = ProblemWriter.toJson(problem);

        assertThat(ProblemReader.read(json.getBytes(StandardCharsets.UTF_8), Catalogue.empty()))
                .isEqualTo(problem);
    }

    @Test
    void everyFaultIsReportedAtOnce() {
        String json = """
                {"schemaVersion": 1, "nam": "x", "horizon": {"start": "2026-12-07", "end": "2026-12-08T00:00:00Z"},
                 "antennas": [{"catalogue": "KSDA"}], "spacecraft": [{"id": "A", "id": "B"}],
                 "requests": [{"id": "R", "spacecraft": "C", "minDuration": "PT9H", "preferredDuration": "PT4H"}]}""";

        assertThatThrownBy(() -> ProblemReader.read(json.getBytes(StandardCharsets.UTF_8), Catalogue.bundled()))
                .isInstanceOfSatisfying(InvalidInputException.class, e -> {
                    assertThat(e.kind()).isEqualTo(InvalidInputException.Kind.INVALID);
                    assertThat(e.faults())
                            .extracting(Fault::pointer)
                            .containsExactlyInAnyOrder(
                                    "/spacecraft/0/id",
                                    "/antennas/0/catalogue",
                                    "/nam",
                                    "/name",
                                    "/horizon/start",
                                    "/requests/0/spacecraft",
                                    "/requests/0/minDuration",
                                    "/spacecraft/0/trajectory");
                    assertThat(message(e.faults(), "/nam")).contains("Maybe \"name\".");
                    assertThat(message(e.faults(), "/antennas/0/catalogue")).contains("(KSDA)", "Maybe \"KDSA\".");
                    assertThat(message(e.faults(), "/requests/0/minDuration"))
                            .isEqualTo("minDuration (PT9H) is longer than preferredDuration (PT4H). Maybe swap them.");
                });
    }

    private static String message(List<Fault> faults, String pointer) {
        return faults.stream()
                .filter(fault -> fault.pointer().equals(pointer))
                .findFirst()
                .orElseThrow()
                .message();
    }

    private static Problem accepted(String name) throws IOException {
        return ProblemReader.read(Files.readAllBytes(ACCEPTED.resolve(name + ".json")), Catalogue.bundled());
    }
}
