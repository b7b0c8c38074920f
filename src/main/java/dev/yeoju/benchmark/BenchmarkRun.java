package dev.yeoju.benchmark;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one solve of one problem gave.
 *
 * @param problem its name
 * @param tags the problem's
 * @param configuration name of the way it was solved, or of the peer
 * @param seed of the search
 * @param elapsedS seconds of search
 * @param steps of all searches, or null where the solver counts none
 * @param criticalSatisfied critical requests with their minimum: level 2 of the score; level 1 is kept by every run
 * @param critical all critical requests
 * @param value level 3, priority-weighted hours
 * @param preferences level 4
 * @param bound upper bound on it: the planner's is proven, a peer's is its word; or null
 * @param gapPercent of the two, or null
 * @param optimal whether the solver says that nothing is better
 * @param referenceBound the least proven bound of the problem that the benchmark knew after this run, or null
 * @param firstS seconds until the first schedule with tracks, or null without any
 * @param within5S seconds until the value was within 5 % of the reference bound, or null where it never was
 * @param within1S alike, 1 %
 * @param peakMiB most memory that the process held during the run, MiB
 * @param curve how value and bound moved
 * @param marks what there was after 1, 10 and 60 s
 */
public record BenchmarkRun(
        String problem,
        List<String> tags,
        String configuration,
        long seed,
        double elapsedS,
        @Nullable Long steps,
        int criticalSatisfied,
        int critical,
        double value,
        double preferences,
        @Nullable Double bound,
        @Nullable Double gapPercent,
        boolean optimal,
        @Nullable Double referenceBound,
        double trackedHours,
        double requestedHours,
        int satisfied,
        int requests,
        double uRms,
        double uMax,
        @Nullable Double firstS,
        @Nullable Double within5S,
        @Nullable Double within1S,
        double peakMiB,
        List<Point> curve,
        List<Mark> marks) {
    public BenchmarkRun {
        tags = List.copyOf(tags);
        curve = List.copyOf(curve);
        marks = List.copyOf(marks);
    }

    /** Value and bound at a time, priority-weighted hours. */
    public record Point(
            double elapsedS, double value, @Nullable Double bound) {}

    /** What the best schedule was worth after some seconds. */
    public record Mark(double elapsedS, double value, double uRms, double uMax) {
        double c() {
            return BenchmarkRun.c(uRms, uMax);
        }
    }

    /** SatNet's one figure, 75 (1 − U_RMS) + 25 (1 − U_MAX). */
    public double c() {
        return c(uRms, uMax);
    }

    private static double c(double uRms, double uMax) {
        return 75 * (1 - uRms) + 25 * (1 - uMax);
    }

    /** Steps a second, or null where the solver counts none. */
    @Nullable
    Double stepsPerS() {
        return steps == null ? null : steps / Math.max(elapsedS, 1e-3);
    }

    /** When a value was first within a fraction of a bound, or null where it never was. */
    public static @Nullable Double within(List<Point> curve, double fraction, @Nullable Double bound) {
        if (bound == null) {
            return null;
        }
        for (Point point : curve) {
            if (point.value() >= (1 - fraction) * bound) {
                return point.elapsedS();
            }
        }
        return null;
    }
}
