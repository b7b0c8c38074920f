package dev.yeoju.benchmark;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A benchmark's runs as Markdown: for each problem every run, and the mean and the worst of each configuration. */
public final class ReportTables {
    private final BenchmarkReport report;

    public ReportTables(BenchmarkReport report) {
        this.report = report;
    }

    public String markdown() {
        StringBuilder text = new StringBuilder("# Benchmark\n\n" + report.protocol() + "\n");
        report.grouped().forEach((problem, configurations) -> text.append(problem(problem, configurations)));
        return text.toString();
    }

    private static String problem(String problem, Map<String, List<BenchmarkRun>> configurations) {
        List<ReportColumn> columns = shown(configurations);
        BenchmarkRun any = configurations.values().iterator().next().get(0);
        StringBuilder text = new StringBuilder("\n## " + problem + "\n\n" + any.requests() + " requests, "
                + ReportColumn.TRACKED.show(any.requestedHours()) + " h asked"
                + (any.critical() == 0 ? "" : ", " + any.critical() + " critical") + ".\n\n");
        text.append(columns.stream()
                .map(ReportColumn::title)
                .collect(Collectors.joining(" | ", "| configuration | seed | ", " |\n")));
        text.append("|---|---|").append("---:|".repeat(columns.size())).append("\n");
        configurations.forEach((configuration, runs) -> {
            for (BenchmarkRun run : runs) {
                text.append(row(configuration, Long.toString(run.seed()), columns, List.of(run), false));
            }
            text.append(row(configuration, "mean", columns, runs, false));
            text.append(row(configuration, "worst", columns, runs, true));
        });
        return text.toString();
    }

    /** Columns in which some run has a figure. */
    static List<ReportColumn> shown(Map<String, List<BenchmarkRun>> configurations) {
        List<BenchmarkRun> all =
                configurations.values().stream().flatMap(List::stream).toList();
        return ReportColumn.all().stream()
                .filter(column -> all.stream().anyMatch(run -> column.figure().apply(run) != null))
                .filter(column ->
                        !column.title().equals("critical") || all.get(0).critical() > 0)
                .toList();
    }

    private static String row(
            String configuration, String seed, List<ReportColumn> columns, List<BenchmarkRun> runs, boolean worst) {
        return columns.stream()
                .map(column -> column.show(worst ? column.worst(runs) : column.mean(runs)))
                .collect(Collectors.joining(
                        " | ", "| " + configuration.replace("|", "\\|") + " | " + seed + " | ", " |\n"));
    }
}
