package dev.yeoju.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yeoju.exchange.Catalogue;
import dev.yeoju.exchange.ProblemReader;
import dev.yeoju.model.Problem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class AntennaStudyTest {
    private static final Path STUDY = Path.of("docs/studies/kdsa-relief");

    private static final AntennaStudy SMALL = new AntennaStudy(
            "p",
            "B",
            "2026-12-07T00:00:00Z",
            "2026-12-14T00:00:00Z",
            "balanced",
            1000,
            2,
            List.of(new AntennaStudy.Mission("NEAR|<1>", 10, 4, true), new AntennaStudy.Mission("FAR", 20, 5, false)),
            List.of("A", "B"),
            List.of(
                    new AntennaStudy.Pair(
                            0,
                            new AntennaStudy.Outcome(50, 60.0, List.of(4.0, 15.0), List.of(2, 4), List.of(25.0, 0.0)),
                            new AntennaStudy.Outcome(60, null, List.of(9.0, 16.0), List.of(4, 4), List.of(20.0, 11.0))),
                    new AntennaStudy.Pair(
                            1,
                            new AntennaStudy.Outcome(52, 60.0, List.of(5.0, 15.0), List.of(2, 4), List.of(26.0, 0.0)),
                            new AntennaStudy.Outcome(
                                    62, null, List.of(8.0, 15.0), List.of(3, 5), List.of(21.0, 9.0)))));

    @Test
    void hoursGivenBackAreTheDifferenceSeedBySeed() {
        assertThat(new AntennaStudyTables(SMALL).markdown().lines())
                .contains(
                        "9 requests ask for 30.0 h. Each seed: 1,000 steps, 2 searches, objective `balanced`.",
                        "| 0 | 11.0 | 5.0 | 6.0 | 6 | 8 | 50.0 | 60.0 | 16.67 % | – |",
                        "| mean | 10.5 | 6.0 | 4.5 | 6.0 | 8.0 | 51.0 | 61.0 | | |",
                        "| NEAR\\|<1> | yes | 10.0 | 5.5 | 1.5 | +4.0 | +3.0 | +5.0 | 2.0 | 3.5 | 4 |",
                        "| FAR | no | 20.0 | 5.0 | 4.5 | +0.5 | 0.0 | +1.0 | 4.0 | 4.5 | 5 |",
                        "| A | 25.5 | 20.5 | +5.0 |",
                        "| B | 0.0 | 10.0 | −10.0 |");
    }

    @Test
    void theDrawingsAreWellFormedAndSayTheirNumbers() throws Exception {
        AntennaStudyTables tables = new AntennaStudyTables(SMALL);
        for (String svg : List.of(tables.missionsSvg(), tables.antennasSvg())) {
            DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
        }
        assertThat(tables.missionsSvg()).contains("NEAR|&lt;1&gt;, without B: 5.5", "FAR, with B: 4.5");
        assertThat(tables.antennasSvg()).contains("A, with B: 20.5");
    }

    /** What stands in the documents comes from the figures there, and they are about the problem as it is. */
    @Test
    void theStudyInTheDocumentsIsWhatItsFiguresGive() throws IOException {
        AntennaStudy study =
                JsonMapper.shared().readValue(Files.readString(STUDY.resolve("figures.json")), AntennaStudy.class);
        AntennaStudyTables tables = new AntennaStudyTables(study);

        assertThat(study.json()).isEqualTo(Files.readString(STUDY.resolve("figures.json")));
        assertThat(tables.markdown()).isEqualTo(Files.readString(STUDY.resolve("figures.md")));
        assertThat(tables.missionsSvg()).isEqualTo(Files.readString(STUDY.resolve("missions.svg")));
        assertThat(tables.antennasSvg()).isEqualTo(Files.readString(STUDY.resolve("antennas.svg")));
        assertThat(Files.readString(Path.of("docs/studies/kdsa-relief.md")))
                .contains(tables.markdown())
                .contains("--step-limit " + study.stepLimit())
                .contains("(kdsa-relief/missions.svg)", "(kdsa-relief/antennas.svg)");
        Problem problem = ProblemReader.read(Path.of("problems", study.problem() + ".json"), Catalogue.bundled());
        assertThat(study.antennas())
                .isEqualTo(problem.antennas().stream().map(one -> one.id()).toList());
        assertThat(study.missions().stream().map(AntennaStudy.Mission::id).toList())
                .isEqualTo(problem.spacecraft().stream()
                        .map(one -> one.mission())
                        .distinct()
                        .toList());
    }
}
