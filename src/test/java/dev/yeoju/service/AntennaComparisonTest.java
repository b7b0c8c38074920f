package dev.yeoju.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.yeoju.exchange.Catalogue;
import dev.yeoju.exchange.ProblemReader;
import dev.yeoju.model.InvalidInputException;
import dev.yeoju.model.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AntennaComparisonTest {
    private static final String TWO_DAYS = """
            {"schemaVersion": 1, "name": "two days", "horizon": {"start": "2026-12-11T00:00:00Z", "end": "2026-12-13T00:00:00Z"},
             "antennas": [{"catalogue": "KDSA"}, {"catalogue": "DSS-34"}],
             "spacecraft": [{"catalogue": "IM-3"}, {"catalogue": "KPLO"}],
             "requests": [
               {"id": "A", "spacecraft": "IM-3", "antennas": [["KDSA"], ["DSS-34"]], "recurrence": {"every": "P1D"},
                "minDuration": "PT2H", "preferredDuration": "PT6H"},
               {"id": "B", "spacecraft": "KPLO", "antennas": [["DSS-34"]], "recurrence": {"every": "P1D"},
                "minDuration": "PT30M", "preferredDuration": "PT3H"}]}
            """;

    @Test
    void theBundledWeekWithoutKdsaIsTheOtherWithoutThatAntenna() throws IOException {
        Problem without = AntennaComparison.without(read(Path.of("problems/dsn-relief-week.json")), "KDSA");
        Problem bundled = read(Path.of("problems/dsn-relief-week-without-kdsa.json"));

        assertThat(without)
                .usingRecursiveComparison()
                .ignoringFields("name", "description", "tags")
                .isEqualTo(bundled);
    }

    @Test
    void anAntennaThatIsNotThereOrCannotBeSparedIsRefused() throws IOException {
        Problem flyby = read(Path.of("problems/artemis-flyby.json"));
        Problem week = read(Path.of("problems/kdsa-lunar-week.json"));

        assertThatThrownBy(() -> AntennaComparison.without(flyby, "DSS-99"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("/antennas: The problem has no antenna (DSS-99). Maybe one of "
                        + String.join(
                                ", ",
                                flyby.antennas().stream().map(one -> one.id()).toList()) + ".");
        assertThatThrownBy(() -> AntennaComparison.without(week, "KDSA"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("/requests/0/antennas: The request (KPLO-HEALTH) can be served by no other antenna than"
                        + " (KDSA). Maybe take it out, or study another antenna.");
    }

    @Test
    void aComparisonRepeatsToTheByteAndCountsEveryMissionAndAntenna() {
        List<String> lines = new ArrayList<>();

        AntennaComparison.Texts first = run(lines);

        assertThat(run(new ArrayList<>())).isEqualTo(first);
        assertThat(lines).hasSize(4).allMatch(line -> line.matches("seed [01], with(out)? KDSA: .* satisfied"));
        assertThat(first.markdown())
                .startsWith("4 requests ask for 18.0 h.")
                .contains("| IM-3 | yes | 12.0 |", "| KPLO | no | 6.0 |")
                .as("the antenna that is taken away takes no time")
                .contains("| KDSA | 0.0 | ");
        assertThat(first.missionsSvg()).contains(">IM-3<", ">KPLO<");
        assertThat(first.antennasSvg()).contains(">KDSA<", ">DSS-34<");
    }

    private static AntennaComparison.Texts run(List<String> lines) {
        Problem problem = ProblemReader.read(TWO_DAYS.getBytes(StandardCharsets.UTF_8), Catalogue.bundled());
        return new AntennaComparison(Pipeline.over(null), new StopSignal())
                .run(problem, "KDSA", ProblemFiles.none(), List.of(0L, 1L), 200, lines::add);
    }

    private static Problem read(Path file) throws IOException {
        return ProblemReader.read(file, Catalogue.bundled());
    }
}
