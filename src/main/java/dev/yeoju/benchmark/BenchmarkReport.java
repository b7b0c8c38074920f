package dev.yeoju.benchmark;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Runs as a person and as a program read them: every run, and for each problem the mean and the worst over its seeds.
 *
 * @param protocol how they were made, one line
 * @param runs by problem, then seed
 */
public record BenchmarkReport(String protocol, List<BenchmarkRun> runs) {
    private static final String HEAD = """
            | problem | seed | value | bound | gap % | tracked h | satisfied | U_RMS | U_MAX | time s |
            |---|---|---:|---:|---:|---:|---:|---:|---:|---:|
            """;

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    public BenchmarkReport {
        runs = List.copyOf(runs);
    }

    public String json() {
        return JSON.writeValueAsString(this) + "\n";
    }

    public String markdown() {
        StringBuilder text = new StringBuilder("# Benchmark\n\n" + protocol + "\n\n" + HEAD);
        Map<String, List<BenchmarkRun>> byProblem = new LinkedHashMap<>();
        for (BenchmarkRun run : runs) {
            byProblem.computeIfAbsent(run.problem(), name -> new ArrayList<>()).add(run);
        }
        byProblem.forEach((problem, own) -> {
            own.forEach(run -> text.append(row(problem, Long.toString(run.seed()), List.of(run), false)));
            text.append(row(problem, "mean", own, false));
            text.append(row(problem, "worst", own, true));
        });
        return text.toString();
    }

    private static String row(String problem, String seed, List<BenchmarkRun> of, boolean worst) {
        return "| " + problem.replace("|", "\\|") + " | " + seed + " | "
                + number(of, BenchmarkRun::value, worst, false, 3) + " | "
                + nullable(of, of.stream().map(BenchmarkRun::bound).toList(), worst, 3) + " | "
                + nullable(of, of.stream().map(BenchmarkRun::gapPercent).toList(), worst, 2) + " | "
                + number(of, BenchmarkRun::trackedHours, worst, false, 2) + " | "
                + number(of, BenchmarkRun::satisfied, worst, false, of.size() > 1 && !worst ? 1 : 0) + " of "
                + of.get(0).requests() + " | "
                + number(of, BenchmarkRun::uRms, worst, true, 4) + " | "
                + number(of, BenchmarkRun::uMax, worst, true, 4) + " | "
                + number(of, BenchmarkRun::elapsedS, worst, true, 1) + " |\n";
    }

    /** A figure that not every run has is not averaged over those that have it. */
    private static String nullable(List<BenchmarkRun> of, List<@Nullable Double> values, boolean worst, int decimals) {
        List<Double> known = values.stream()
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
        return known.size() < of.size() ? "–" : format(aggregate(known, worst, true), decimals);
    }

    private static String number(
            List<BenchmarkRun> of,
            ToDoubleFunction<BenchmarkRun> figure,
            boolean worst,
            boolean highIsBad,
            int decimals) {
        return format(aggregate(of.stream().map(figure::applyAsDouble).toList(), worst, highIsBad), decimals);
    }

    private static double aggregate(List<Double> values, boolean worst, boolean highIsBad) {
        var all = values.stream().mapToDouble(Double::doubleValue).summaryStatistics();
        if (!worst) {
            return all.getAverage();
        }
        return highIsBad ? all.getMax() : all.getMin();
    }

    private static String format(double value, int decimals) {
        return String.format(Locale.ROOT, "%." + decimals + "f", value);
    }
}
