package dev.yeoju.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Two benchmarks side by side: what the second gained and lost, by problem and configuration. */
public final class BenchmarkComparison {
    private static final List<ReportColumn> COLUMNS = List.of(
            ReportColumn.VALUE,
            ReportColumn.GAP,
            ReportColumn.TRACKED,
            ReportColumn.SATISFIED,
            ReportColumn.U_RMS,
            ReportColumn.U_MAX);

    private final BenchmarkReport first;
    private final BenchmarkReport second;

    public BenchmarkComparison(BenchmarkReport first, BenchmarkReport second) {
        this.first = first;
        this.second = second;
    }

    /** For each figure the mean before and after, and the change; then what only one of them has. */
    public String markdown() {
        StringBuilder text =
                new StringBuilder("# Comparison\n\nA: " + first.protocol() + "\nB: " + second.protocol() + "\n");
        List<String> alone = new ArrayList<>();
        Map<String, Map<String, List<BenchmarkRun>>> before = first.grouped();
        Map<String, Map<String, List<BenchmarkRun>>> after = second.grouped();
        before.forEach((problem, configurations) -> configurations.forEach((configuration, runs) -> {
            List<BenchmarkRun> others = after.getOrDefault(problem, Map.of()).get(configuration);
            if (others == null) {
                alone.add("A alone has " + problem + ", " + configuration + ".");
            } else {
                text.append(pair(problem, configuration, runs, others));
            }
        }));
        after.forEach((problem, configurations) -> configurations.keySet().forEach(configuration -> {
            if (!before.getOrDefault(problem, Map.of()).containsKey(configuration)) {
                alone.add("B alone has " + problem + ", " + configuration + ".");
            }
        }));
        alone.forEach(line -> text.append("\n").append(line).append("\n"));
        return text.toString();
    }

    private static String pair(
            String problem, String configuration, List<BenchmarkRun> before, List<BenchmarkRun> after) {
        StringBuilder text = new StringBuilder("\n## " + problem + ", " + configuration + " (" + before.size() + " and "
                + after.size() + " runs)\n\n| figure | A mean | B mean | change | A worst | B worst | change | |\n"
                + "|---|---:|---:|---:|---:|---:|---:|---|\n");
        for (ReportColumn column : COLUMNS) {
            Double meanA = column.mean(before);
            Double meanB = column.mean(after);
            Double worstA = column.worst(before);
            Double worstB = column.worst(after);
            text.append("| " + column.title() + " | " + column.show(meanA) + " | " + column.show(meanB) + " | "
                    + change(column, meanA, meanB) + " | " + column.show(worstA) + " | " + column.show(worstB) + " | "
                    + change(column, worstA, worstB) + " | " + verdict(column, meanA, meanB) + " |\n");
        }
        return text.toString();
    }

    private static String change(ReportColumn column, @Nullable Double before, @Nullable Double after) {
        return before == null || after == null
                ? ReportColumn.NONE
                : String.format(Locale.ROOT, "%+." + column.decimals() + "f", after - before);
    }

    private static String verdict(ReportColumn column, @Nullable Double before, @Nullable Double after) {
        if (before == null || after == null || column.show(before).equals(column.show(after))) {
            return "";
        }
        return after > before == column.highIsBad() ? "worse" : "better";
    }
}
