package dev.yeoju.benchmark;

import static dev.yeoju.benchmark.Runs.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.yeoju.model.InvalidInputException;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;

class BenchmarkReportTest {
    private static final BenchmarkReport REPORT = new BenchmarkReport(
            "Protocol.", List.of(run("PT30S", 0, 100, 9.0, 8, 0.5), run("PT30S", 1, 90, 18.0, 7, 0.75)));

    @Test
    void eachConfigurationHasItsRunsTheirMeanAndTheWorst() {
        String head = "| configuration | seed | critical | value | bound | gap % | preferences | tracked h | satisfied"
                + " | U_RMS | U_MAX | C | value 1 s | C 1 s | first s | steps/s | MiB | time s |";

        assertThat(new ReportTables(REPORT).markdown().lines())
                .contains(
                        "Protocol.",
                        "## p|q <1>",
                        "9 requests, 60.00 h asked, 2 critical.",
                        head,
                        "| PT30S | 0 | 1 | 100.000 | 110.000 | 9.00 | 0.000 | 50.00 | 8.0 | 0.2500 | 0.5000 | 68.75 | 50.0 | 43.75"
                                + " | 0.20 | 2000 | 512 | 30.0 |",
                        "| PT30S | mean | 1 | 95.000 | 110.000 | 13.50 | 0.000 | 50.00 | 7.5 | 0.2500 | 0.6250 | 65.63 | 47.5 | 43.75"
                                + " | 0.20 | 2000 | 512 | 30.0 |",
                        "| PT30S | worst | 1 | 90.000 | 110.000 | 18.00 | 0.000 | 50.00 | 7.0 | 0.2500 | 0.7500 | 62.50 | 45.0 | 43.75"
                                + " | 0.20 | 2000 | 512 | 30.0 |");
    }

    @Test
    void aGapThatOneRunLacksIsNotAveraged() {
        BenchmarkReport report =
                new BenchmarkReport("", List.of(run("a", 0, 100, 9.0, 8, 0.5), run("a", 1, 90, null, 7, 0.75)));

        assertThat(new ReportTables(report).markdown()).contains("| a | mean | 1 | 95.000 | 110.000 | – |");
    }

    @Test
    void timesCountFromTheFirstValueThatIsNearEnough() {
        List<BenchmarkRun.Point> curve = List.of(
                new BenchmarkRun.Point(0.5, 94.9, null),
                new BenchmarkRun.Point(2, 95, null),
                new BenchmarkRun.Point(9, 98, null));

        assertThat(BenchmarkRun.within(curve, 0.05, 100.0)).isEqualTo(2);
        assertThat(BenchmarkRun.within(curve, 0.01, 100.0)).isNull();
        assertThat(BenchmarkRun.within(curve, 0.01, null)).isNull();
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        byte[] json = REPORT.json().getBytes(StandardCharsets.UTF_8);

        assertThat(BenchmarkReport.read(json)).isEqualTo(REPORT);
    }

    @Test
    void anythingElseIsNoReport() {
        for (String text : List.of("", "{", "[]", "{}", "{\"protocol\": \"\", \"runs\": [{}]}", "{\"name\": 1}", "7")) {
            assertThatThrownBy(() -> BenchmarkReport.read(text.getBytes(StandardCharsets.UTF_8)))
                    .as(text)
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("no report of the command benchmark")
                    .hasMessageContaining("report.json");
        }
    }

    @Test
    void aComparisonSaysWhatGotBetterAndWhatWorse() {
        BenchmarkReport after = new BenchmarkReport(
                "Later.",
                List.of(
                        run("PT30S", 0, 104, 6.0, 7, 0.5),
                        run("PT30S", 1, 96, 14.0, 7, 0.75),
                        run("cp-sat", 0, 80, 30.0, 5, 0.9)));

        String text = new BenchmarkComparison(REPORT, after).markdown();

        assertThat(text.lines())
                .contains(
                        "A: Protocol.",
                        "B: Later.",
                        "## p|q <1>, PT30S (2 and 2 runs)",
                        "| value | 95.000 | 100.000 | +5.000 | 90.000 | 96.000 | +6.000 | better |",
                        "| gap % | 13.50 | 10.00 | -3.50 | 18.00 | 14.00 | -4.00 | better |",
                        "| satisfied | 7.5 | 7.0 | -0.5 | 7.0 | 7.0 | +0.0 | worse |",
                        "| U_MAX | 0.6250 | 0.6250 | +0.0000 | 0.7500 | 0.7500 | +0.0000 |  |",
                        "B alone has p|q <1>, cp-sat.");
    }

    @Test
    void thePageIsWholeInItselfAndItsDrawingsAreWellFormed() throws Exception {
        String page = new ReportPage(REPORT).html();

        assertThat(page).contains("<h2>p|q &lt;1&gt;</h2>", "Gap to the best proven bound", "Value by seed");
        for (String figure : List.of("tracked h", "satisfied", "U_RMS", "U_MAX")) {
            assertThat(page).contains("aria-label=\"" + figure + "\"");
        }
        assertThat(page).doesNotContain("http:", "https:", "<script", "NaN", "Infinity");
        int drawings = 0;
        for (String part : page.split("(?=<svg )")) {
            if (part.startsWith("<svg ")) {
                String svg = part.substring(0, part.indexOf("</svg>") + 6);
                DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
                drawings++;
            }
        }
        assertThat(drawings).isEqualTo(6);
    }

    @Test
    void marksOfAScaleAreRoundAndWithinIt() {
        assertThat(new Chart.Scale(0, 10, false).marks()).containsExactly(0.0, 2.0, 4.0, 6.0, 8.0, 10.0);
        assertThat(new Chart.Scale(0.1, 2, true).marks()).hasSize(5);
        assertThat(new Chart.Scale(1, 100, true).fraction(10)).isEqualTo(0.5);
        assertThat(new Chart.Scale(1, 100, true).fraction(0)).isZero();
    }
}
