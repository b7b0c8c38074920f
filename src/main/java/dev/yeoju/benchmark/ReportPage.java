package dev.yeoju.benchmark;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** A benchmark's runs as one page that needs nothing else: a table and plots for each problem. */
public final class ReportPage {
    /** Told apart also by those who do not see all colours (Okabe and Ito). */
    private static final List<String> COLORS =
            List.of("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#000000");

    private static final double LEAST_GAP_PERCENT = 0.01;
    private static final double LEAST_TIME_S = 0.1;
    private static final String STYLE = """
            body{font:15px/1.5 system-ui,sans-serif;color:#1b1f24;background:#fff;max-width:1180px;margin:2rem auto;padding:0 1rem}
            table{border-collapse:collapse;font-size:13px;margin:.6rem 0}
            .wide{overflow-x:auto}
            th,td{padding:.25rem .55rem;text-align:right;border-bottom:1px solid #d8dee4;white-space:nowrap}
            th:first-child,td:first-child{text-align:left}
            .plots{display:grid;grid-template-columns:repeat(auto-fit,minmax(440px,1fr));gap:1rem}
            svg{width:100%;height:auto;background:#fff;border:1px solid #d8dee4;border-radius:6px}
            svg text{font:11px system-ui,sans-serif;fill:#4b535d}svg .title{font-size:13px;font-weight:600;fill:#1b1f24}
            svg .grid{stroke:#e6eaef}svg .level{stroke:#1b1f24;stroke-dasharray:5 4}
            .key span{display:inline-block;margin-right:1.2rem}.key i{display:inline-block;width:.8em;height:.8em;
            border-radius:50%;margin-right:.4em}
            """;

    private final BenchmarkReport report;

    public ReportPage(BenchmarkReport report) {
        this.report = report;
    }

    public String html() {
        StringBuilder page = new StringBuilder("<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>Benchmark</title><style>"
                + STYLE + "</style></head><body>\n<h1>Benchmark</h1>\n<p>" + Html.escape(report.protocol()) + "</p>\n");
        report.grouped().forEach((problem, configurations) -> page.append(section(problem, configurations)));
        return page.append("</body></html>\n").toString();
    }

    private static String section(String problem, Map<String, List<BenchmarkRun>> configurations) {
        List<ReportColumn> columns = ReportTables.shown(configurations);
        StringBuilder text = new StringBuilder("<h2>" + Html.escape(problem) + "</h2>\n");
        text.append("<p class=\"key\">");
        int index = 0;
        for (String configuration : configurations.keySet()) {
            text.append("<span><i style=\"background:" + color(index++) + "\"></i>" + Html.escape(configuration)
                    + "</span>");
        }
        text.append("</p>\n<div class=\"wide\"><table><tr><th>configuration</th><th>of seeds</th>");
        columns.forEach(column -> text.append("<th>" + Html.escape(column.title()) + "</th>"));
        text.append("</tr>\n");
        configurations.forEach((name, runs) -> {
            text.append(row(name, "mean", columns, runs, false));
            text.append(row(name, "worst", columns, runs, true));
        });
        text.append("</table></div>\n<div class=\"plots\">\n");
        text.append(gapOverTime(configurations)).append(valueBySeed(configurations));
        ReportColumn.FOUR_FIGURES.forEach(column -> text.append(figure(column, configurations)));
        return text.append("</div>\n").toString();
    }

    private static String row(
            String name, String which, List<ReportColumn> columns, List<BenchmarkRun> runs, boolean worst) {
        return columns.stream()
                .map(column -> "<td>" + column.show(worst ? column.worst(runs) : column.mean(runs)) + "</td>")
                .collect(Collectors.joining(
                        "", "<tr><td>" + Html.escape(name) + "</td><td>" + which + "</td>", "</tr>\n"));
    }

    /** How far the value is from the best proven bound at the end, so that the lines of all configurations compare. */
    private static String gapOverTime(Map<String, List<BenchmarkRun>> configurations) {
        List<BenchmarkRun> all =
                configurations.values().stream().flatMap(List::stream).toList();
        Double bound = all.stream()
                .map(BenchmarkRun::referenceBound)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
        double last = all.stream().mapToDouble(BenchmarkRun::elapsedS).max().orElse(1);
        if (bound == null || bound <= 0) {
            return "<p>No bound is proven, so there is no gap to draw.</p>\n";
        }
        Chart chart = new Chart(
                "Gap to the best proven bound over time",
                "seconds",
                "gap, %",
                new Chart.Scale(LEAST_TIME_S, Math.max(1, last), true),
                new Chart.Scale(LEAST_GAP_PERCENT, 100, true));
        chart.xMarks();
        int index = 0;
        for (Map.Entry<String, List<BenchmarkRun>> entry : configurations.entrySet()) {
            for (BenchmarkRun run : entry.getValue()) {
                List<double[]> points = new ArrayList<>();
                run.curve()
                        .forEach(point ->
                                points.add(new double[] {point.elapsedS(), 100 * (bound - point.value()) / bound}));
                points.add(new double[] {run.elapsedS(), 100 * (bound - run.value()) / bound});
                chart.steps(points, color(index), entry.getKey() + ", seed " + run.seed());
            }
            index++;
        }
        return chart.svg("Gap over time");
    }

    private static String valueBySeed(Map<String, List<BenchmarkRun>> configurations) {
        List<BenchmarkRun> all =
                configurations.values().stream().flatMap(List::stream).toList();
        List<Long> seeds =
                all.stream().map(BenchmarkRun::seed).distinct().sorted().toList();
        double low = all.stream().mapToDouble(BenchmarkRun::value).min().orElse(0);
        double high = all.stream()
                .mapToDouble(run -> run.referenceBound() == null ? run.value() : run.referenceBound())
                .max()
                .orElse(1);
        double room = Math.max(1e-3, (high - low) * 0.08);
        Chart chart = new Chart(
                "Value by seed",
                "seed",
                "value, priority-weighted hours",
                new Chart.Scale(-0.5, seeds.size() - 0.5, false),
                new Chart.Scale(low - room, high + room, false));
        for (int i = 0; i < seeds.size(); i++) {
            chart.xMark(i, Long.toString(seeds.get(i)));
        }
        all.stream()
                .map(BenchmarkRun::referenceBound)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .min(Comparator.naturalOrder())
                .ifPresent(bound -> chart.level(bound, "proven bound " + ReportColumn.VALUE.show(bound)));
        int index = 0;
        for (Map.Entry<String, List<BenchmarkRun>> entry : configurations.entrySet()) {
            for (BenchmarkRun run : entry.getValue()) {
                chart.dot(
                        seeds.indexOf(run.seed()),
                        run.value(),
                        color(index),
                        entry.getKey() + ", seed " + run.seed() + ": " + ReportColumn.VALUE.show(run.value()));
            }
            index++;
        }
        return chart.svg("Value by seed");
    }

    /** One of the four figures: every seed's, by configuration. */
    private static String figure(ReportColumn column, Map<String, List<BenchmarkRun>> configurations) {
        List<Double> all = configurations.values().stream()
                .flatMap(List::stream)
                .map(column.figure())
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
        double low = all.stream().mapToDouble(Double::doubleValue).min().orElse(0);
        double high = all.stream().mapToDouble(Double::doubleValue).max().orElse(1);
        double room = Math.max(1e-3, (high - low) * 0.15);
        Chart chart = new Chart(
                column.title() + (column.highIsBad() ? " (less is better)" : " (more is better)"),
                "configuration",
                column.title(),
                new Chart.Scale(-0.5, configurations.size() - 0.5, false),
                new Chart.Scale(low - room, high + room, false));
        int index = 0;
        for (Map.Entry<String, List<BenchmarkRun>> entry : configurations.entrySet()) {
            chart.xMark(index, entry.getKey());
            for (BenchmarkRun run : entry.getValue()) {
                Double value = column.figure().apply(run);
                if (value != null) {
                    chart.dot(
                            index,
                            value,
                            color(index),
                            entry.getKey() + ", seed " + run.seed() + ": " + column.show(value));
                }
            }
            index++;
        }
        return chart.svg(column.title());
    }

    private static String color(int index) {
        return COLORS.get(index % COLORS.size());
    }
}
