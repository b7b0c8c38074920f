package dev.yeoju.cli;

import dev.yeoju.model.Schedule;
import dev.yeoju.service.Progress;
import dev.yeoju.service.SolveListener;
import java.util.Locale;
import java.util.function.Supplier;

/** Draws how far a solve is: one line drawn over on a terminal, else a line now and then. */
final class ProgressLine implements SolveListener {
    private static final int BAR = 24;
    private static final double REDRAW_S = 0.2;
    private static final double LINE_S = 5;

    private final Console console;
    private double drawnS = Double.NEGATIVE_INFINITY;
    private int width;

    ProgressLine(Console console) {
        this.console = console;
    }

    @Override
    public synchronized void progress(Progress progress) {
        if (progress.elapsedS() - drawnS < (console.terminal() ? REDRAW_S : LINE_S)) {
            return;
        }
        drawnS = progress.elapsedS();
        String line = text(progress);
        if (console.terminal()) {
            console.err().print("\r" + line + " ".repeat(Math.max(0, width - line.length())));
            width = line.length();
        } else {
            console.err().println(line);
        }
        console.err().flush();
    }

    @Override
    public void improved(Supplier<Schedule> best) {
        // The value in the line says it.
    }

    /** Leaves the line as it is. */
    synchronized void end() {
        if (width > 0) {
            console.err().println();
            width = 0;
        }
    }

    static String text(Progress progress) {
        int filled = (int) Math.round(BAR * Math.max(0, Math.min(1, progress.fraction())));
        return "[" + "#".repeat(filled) + ".".repeat(BAR - filled) + "] "
                + String.format(Locale.ROOT, "%6.1f s  ", progress.elapsedS()) + figures(progress);
    }

    private static String figures(Progress progress) {
        return "value " + Numbers.hours(progress.value()) + "  bound " + Numbers.hours(progress.bound()) + "  gap "
                + Numbers.percent(progress.gapPercent());
    }
}
