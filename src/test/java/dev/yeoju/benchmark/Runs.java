package dev.yeoju.benchmark;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs as a benchmark could have made them. */
final class Runs {
    private Runs() {}

    static BenchmarkRun run(
            String configuration, long seed, double value, @Nullable Double gapPercent, int satisfied, double uMax) {
        List<BenchmarkRun.Point> curve = List.of(
                new BenchmarkRun.Point(0.2, value / 2, null),
                new BenchmarkRun.Point(1.4, value * 0.99, 120.0),
                new BenchmarkRun.Point(8, value, 110.0));
        return new BenchmarkRun(
                "p|q <1>",
                List.of("test"),
                configuration,
                seed,
                30,
                60_000L,
                1,
                2,
                value,
                0,
                110.0,
                gapPercent,
                false,
                110.0,
                50,
                60,
                satisfied,
                9,
                0.25,
                uMax,
                0.2,
                BenchmarkRun.within(curve, 0.05, 110.0),
                BenchmarkRun.within(curve, 0.01, 110.0),
                512,
                curve,
                List.of(new BenchmarkRun.Mark(1, value / 2, 0.5, 0.75)));
    }
}
