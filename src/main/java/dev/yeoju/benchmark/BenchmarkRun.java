package dev.yeoju.benchmark;

import dev.yeoju.model.Figures;
import dev.yeoju.model.Schedule;
import org.jspecify.annotations.Nullable;

/**
 * What one solve of one problem gave.
 *
 * @param problem its name
 * @param seed of the search
 * @param elapsedS seconds of search
 * @param value priority-weighted hours
 * @param bound proven upper bound on it, or null
 * @param gapPercent of the two, or null
 */
public record BenchmarkRun(
        String problem,
        long seed,
        double elapsedS,
        double value,
        @Nullable Double bound,
        @Nullable Double gapPercent,
        double trackedHours,
        double requestedHours,
        int satisfied,
        int requests,
        double uRms,
        double uMax) {
    /** The run that gave a schedule. */
    public static BenchmarkRun of(Schedule schedule, long seed, double elapsedS) {
        Figures figures = schedule.figures();
        return new BenchmarkRun(
                schedule.problem(),
                seed,
                elapsedS,
                schedule.value(),
                schedule.bound(),
                schedule.gapPercent(),
                figures.trackedHours(),
                figures.requestedHours(),
                figures.satisfied(),
                figures.requests(),
                figures.uRms(),
                figures.uMax());
    }
}
