package dev.yeoju.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A plot as a scalable drawing: axes with round marks, lines and dots, a name for each that shows under the pointer. */
final class Chart {
    private static final int WIDTH = 560;
    private static final int HEIGHT = 300;
    private static final int LEFT = 64;
    private static final int RIGHT = 16;
    private static final int TOP = 34;
    private static final int BOTTOM = 44;
    private static final int MARKS = 5;

    /** A scale from {@code low} to {@code high}; a logarithmic one starts above zero. */
    record Scale(double low, double high, boolean logarithmic) {
        double fraction(double value) {
            double clipped = Math.min(high, Math.max(low, value));
            return logarithmic ? Math.log(clipped / low) / Math.log(high / low) : (clipped - low) / (high - low);
        }

        List<Double> marks() {
            List<Double> marks = new ArrayList<>();
            if (logarithmic) {
                for (double power = Math.pow(10, Math.floor(Math.log10(low))); power <= high * 1.0001; power *= 10) {
                    for (double mark : new double[] {power, 2 * power, 5 * power}) {
                        if (mark >= low * 0.9999 && mark <= high * 1.0001) {
                            marks.add(mark);
                        }
                    }
                }
                return marks;
            }
            double rough = (high - low) / MARKS;
            double power = Math.pow(10, Math.floor(Math.log10(rough)));
            double step = power * (rough / power > 5 ? 10 : rough / power > 2 ? 5 : rough / power > 1 ? 2 : 1);
            for (double k = Math.ceil(low / step - 1e-9) + 0.0; k * step <= high + step * 1e-9; k++) {
                marks.add(k * step);
            }
            return marks;
        }
    }

    private final Scale x;
    private final Scale y;
    private final StringBuilder body = new StringBuilder();

    Chart(String title, String xTitle, String yTitle, Scale x, Scale y) {
        this.x = x;
        this.y = y;
        text(LEFT, 18, "start", title, "title");
        text((LEFT + WIDTH - RIGHT) / 2.0, HEIGHT - 8, "middle", xTitle, "axis");
        body.append(String.format(
                Locale.ROOT,
                "<text class=\"axis\" text-anchor=\"middle\" transform=\"translate(14 %d) rotate(-90)\">%s</text>\n",
                (TOP + HEIGHT - BOTTOM) / 2,
                Html.escape(yTitle)));
        for (double mark : y.marks()) {
            body.append(String.format(
                    Locale.ROOT,
                    "<line class=\"grid\" x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\"/>\n",
                    LEFT,
                    WIDTH - RIGHT,
                    py(mark),
                    py(mark)));
            text(LEFT - 6, py(mark) + 4, "end", number(mark), "mark");
        }
    }

    /** Marks on the horizontal axis, each with its label. */
    void xMarks() {
        x.marks().forEach(mark -> xMark(mark, number(mark)));
    }

    void xMark(double at, String label) {
        text(px(at), HEIGHT - BOTTOM + 16, "middle", label, "mark");
    }

    /** Points joined by steps: each value holds until the next. */
    void steps(List<double[]> points, String color, String name) {
        if (points.isEmpty()) {
            return;
        }
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < points.size(); i++) {
            double[] point = points.get(i);
            path.append(
                    i == 0
                            ? String.format(Locale.ROOT, "M%.1f %.1f", px(point[0]), py(point[1]))
                            : String.format(Locale.ROOT, "H%.1fV%.1f", px(point[0]), py(point[1])));
        }
        body.append(String.format(
                Locale.ROOT,
                "<path d=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"1.6\" stroke-opacity=\"0.75\"><title>%s</title>"
                        + "</path>\n",
                path,
                color,
                Html.escape(name)));
    }

    void dot(double atX, double atY, String color, String name) {
        body.append(String.format(
                Locale.ROOT,
                "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"4.5\" fill=\"%s\" fill-opacity=\"0.85\"><title>%s</title></circle>\n",
                px(atX),
                py(atY),
                color,
                Html.escape(name)));
    }

    /** A level across the plot. */
    void level(double atY, String name) {
        body.append(String.format(
                Locale.ROOT,
                "<line class=\"level\" x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\"><title>%s</title></line>\n",
                LEFT,
                WIDTH - RIGHT,
                py(atY),
                py(atY),
                Html.escape(name)));
        text(WIDTH - RIGHT, py(atY) - 5, "end", name, "mark");
    }

    String svg(String description) {
        return "<svg viewBox=\"0 0 " + WIDTH + " " + HEIGHT + "\" role=\"img\" aria-label=\"" + Html.escape(description)
                + "\">\n" + body + "</svg>\n";
    }

    private double px(double value) {
        return LEFT + x.fraction(value) * (WIDTH - LEFT - RIGHT);
    }

    private double py(double value) {
        return HEIGHT - BOTTOM - y.fraction(value) * (HEIGHT - TOP - BOTTOM);
    }

    private void text(double atX, double atY, String anchor, String text, String style) {
        body.append(String.format(
                Locale.ROOT,
                "<text class=\"%s\" x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>\n",
                style,
                atX,
                atY,
                anchor,
                Html.escape(text)));
    }

    private static String number(double value) {
        String text = String.format(Locale.ROOT, "%.4f", value);
        return text.contains(".") ? text.replaceAll("\\.?0+$", "") : text;
    }
}
