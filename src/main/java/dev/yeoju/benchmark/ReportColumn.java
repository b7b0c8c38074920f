package dev.yeoju.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A column of the tables.
 *
 * @param title with the unit
 * @param figure of one run, or null where it has none
 * @param decimals that are shown
 * @param highIsBad which end is the worst
 */
record ReportColumn(String title, Function<BenchmarkRun, @Nullable Double> figure, int decimals, boolean highIsBad) {
    static final String NONE = "–";

    static final ReportColumn VALUE = new ReportColumn("value", BenchmarkRun::value, 3, false);
    static final ReportColumn GAP = new ReportColumn("gap %", BenchmarkRun::gapPercent, 2, true);
    static final ReportColumn TRACKED = new ReportColumn("tracked h", BenchmarkRun::trackedHours, 2, false);
    static final ReportColumn SATISFIED = new ReportColumn("satisfied", run -> (double) run.satisfied(), 1, false);
    static final ReportColumn U_RMS = new ReportColumn("U_RMS", BenchmarkRun::uRms, 4, true);
    static final ReportColumn U_MAX = new ReportColumn("U_MAX", BenchmarkRun::uMax, 4, true);
    static final List<ReportColumn> FOUR_FIGURES = List.of(TRACKED, SATISFIED, U_RMS, U_MAX);

    /** Every column, in the order of the tables. */
    static List<ReportColumn> all() {
        List<ReportColumn> all = new ArrayList<>();
        all.add(new ReportColumn("critical", run -> (double) run.criticalSatisfied(), 0, false));
        all.add(VALUE);
        all.add(new ReportColumn("bound", BenchmarkRun::bound, 3, true));
        all.add(GAP);
        all.add(new ReportColumn("preferences", BenchmarkRun::preferences, 3, false));
        all.addAll(FOUR_FIGURES);
        all.add(new ReportColumn("C", BenchmarkRun::c, 2, false));
        for (int second : new int[] {1, 10, 60}) {
            all.add(new ReportColumn("value " + second + " s", run -> marked(run, second, false), 1, false));
            all.add(new ReportColumn("C " + second + " s", run -> marked(run, second, true), 2, false));
        }
        all.add(new ReportColumn("first s", BenchmarkRun::firstS, 2, true));
        all.add(new ReportColumn("5 % s", BenchmarkRun::within5S, 2, true));
        all.add(new ReportColumn("1 % s", BenchmarkRun::within1S, 2, true));
        all.add(new ReportColumn("steps/s", BenchmarkRun::stepsPerS, 0, false));
        all.add(new ReportColumn("MiB", BenchmarkRun::peakMiB, 0, true));
        all.add(new ReportColumn("time s", BenchmarkRun::elapsedS, 1, true));
        return all;
    }

    private static @Nullable Double marked(BenchmarkRun run, int second, boolean c) {
        return run.marks().stream()
                .filter(mark -> mark.elapsedS() == second)
                .map(mark -> c ? mark.c() : mark.value())
                .findFirst()
                .orElse(null);
    }

    /** The mean, or null where not every run has the figure. */
    @Nullable
    Double mean(List<BenchmarkRun> runs) {
        List<Double> known = known(runs);
        return known.isEmpty()
                ? null
                : known.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    }

    /** The worst, or null alike. */
    @Nullable
    Double worst(List<BenchmarkRun> runs) {
        List<Double> known = known(runs);
        if (known.isEmpty()) {
            return null;
        }
        var all = known.stream().mapToDouble(Double::doubleValue).summaryStatistics();
        return highIsBad ? all.getMax() : all.getMin();
    }

    /** A figure that not every run has is not averaged over those that have it. */
    private List<Double> known(List<BenchmarkRun> runs) {
        List<Double> known = runs.stream()
                .map(figure)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
        return known.size() < runs.size() ? List.of() : known;
    }

    String show(@Nullable Double number) {
        return number == null ? NONE : String.format(Locale.ROOT, "%." + decimals + "f", number);
    }
}
