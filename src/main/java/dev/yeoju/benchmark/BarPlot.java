package dev.yeoju.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Bars from zero, several a row, as a drawing that stands by itself. Each says its number under the pointer and beside it. */
final class BarPlot {
    private static final int WIDTH = 760;
    private static final int LEFT = 150;
    private static final int RIGHT = 70;
    private static final int TOP = 74;
    private static final int BOTTOM = 34;
    private static final int BAR = 9;
    private static final int GAP = 8;
    private static final String STYLE = "<style>text{font:11px system-ui,sans-serif;fill:#4b535d}"
            + ".title{font-size:14px;font-weight:600;fill:#1b1f24}.grid{stroke:#e6eaef}</style>\n";

    private record Row(String name, List<Double> values) {}

    private final String title;
    private final String xTitle;
    private final List<String> series;
    private final List<String> colors;
    private final List<Row> rows = new ArrayList<>();

    /**
     * @param series names of the bars of a row
     * @param colors of the same
     */
    BarPlot(String title, String xTitle, List<String> series, List<String> colors) {
        this.title = title;
        this.xTitle = xTitle;
        this.series = List.copyOf(series);
        this.colors = List.copyOf(colors);
    }

    /** @param values one of each series, not negative */
    void row(String name, List<Double> values) {
        rows.add(new Row(name, List.copyOf(values)));
    }

    String svg() {
        int rowHeight = series.size() * BAR + GAP;
        int height = TOP + rows.size() * rowHeight + BOTTOM;
        double most = rows.stream()
                .flatMap(row -> row.values().stream())
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(0);
        Chart.Scale scale = new Chart.Scale(0, Math.max(1, most), false);
        StringBuilder body = new StringBuilder(format(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\">\n%s",
                WIDTH, height, Html.escape(title), STYLE));
        body.append(format("<rect width=\"%d\" height=\"%d\" fill=\"#fff\"/>\n", WIDTH, height));
        text(body, 16, 24, "start", title, "title");
        int key = LEFT;
        for (int i = 0; i < series.size(); i++) {
            body.append(
                    format("<rect x=\"%d\" y=\"42\" width=\"10\" height=\"10\" fill=\"%s\"/>\n", key, colors.get(i)));
            text(body, key + 15, 51, "start", series.get(i), "key");
            key += 40 + 7 * series.get(i).length();
        }
        for (double mark : scale.marks()) {
            double x = x(scale, mark);
            body.append(format(
                    "<line class=\"grid\" x1=\"%.1f\" x2=\"%.1f\" y1=\"%d\" y2=\"%d\"/>\n",
                    x, x, TOP - 6, height - BOTTOM));
            text(body, x, height - BOTTOM + 14, "middle", format("%.0f", mark), "mark");
        }
        text(body, LEFT, height - 5, "start", xTitle, "axis");
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            double top = TOP + (double) i * rowHeight;
            text(body, LEFT - 8, top + series.size() * BAR / 2.0 + 4, "end", row.name(), "name");
            for (int k = 0; k < series.size(); k++) {
                double value = row.values().get(k);
                double y = top + (double) k * BAR;
                body.append(format(
                        "<rect x=\"%d\" y=\"%.1f\" width=\"%.1f\" height=\"%d\" fill=\"%s\"><title>%s, %s: %.1f</title></rect>\n",
                        LEFT,
                        y,
                        x(scale, value) - LEFT,
                        BAR - 1,
                        colors.get(k),
                        Html.escape(row.name()),
                        Html.escape(series.get(k)),
                        value));
                text(body, x(scale, value) + 4, y + BAR - 1, "start", format("%.1f", value), "value");
            }
        }
        return body.append("</svg>\n").toString();
    }

    private static double x(Chart.Scale scale, double value) {
        return LEFT + scale.fraction(value) * (WIDTH - LEFT - RIGHT);
    }

    private static void text(StringBuilder body, double x, double y, String anchor, String text, String style) {
        body.append(format(
                "<text class=\"%s\" x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>\n",
                style, x, y, anchor, Html.escape(text)));
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
