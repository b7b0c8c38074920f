package dev.yeoju.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BenchmarkReportTest {
    private static BenchmarkRun run(long seed, double value, @Nullable Double gapPercent, int satisfied, double uMax) {
        return new BenchmarkRun("p|q", seed, 30, value, 110.0, gapPercent, 50, 60, satisfied, 9, 0.25, uMax);
    }

    @Test
    void eachProblemHasItsRunsTheirMeanAndTheWorst() {
        BenchmarkReport report =
                new BenchmarkReport("Protocol.", List.of(run(0, 100, 9.0, 8, 0.5), run(1, 90, 18.0, 7, 0.75)));

        assertThat(report.markdown().lines())
                .contains(
                        "Protocol.",
                        "| p\\|q | 0 | 100.000 | 110.000 | 9.00 | 50.00 | 8 of 9 | 0.2500 | 0.5000 | 30.0 |",
                        "| p\\|q | mean | 95.000 | 110.000 | 13.50 | 50.00 | 7.5 of 9 | 0.2500 | 0.6250 | 30.0 |",
                        "| p\\|q | worst | 90.000 | 110.000 | 18.00 | 50.00 | 7 of 9 | 0.2500 | 0.7500 | 30.0 |");
        assertThat(report.json()).contains("\"seed\" : 1", "\"gapPercent\" : 18.0");
    }

    @Test
    void aGapThatOneRunLacksIsNotAveraged() {
        BenchmarkReport report = new BenchmarkReport("", List.of(run(0, 100, 9.0, 8, 0.5), run(1, 90, null, 7, 0.75)));

        assertThat(report.markdown()).contains("| p\\|q | mean | 95.000 | 110.000 | – |");
    }
}
