package dev.yeoju.model;

import java.time.Duration;

/**
 * How long and from what seed to search.
 *
 * @param timeLimit wall-clock limit
 * @param stepLimit most steps, or 0 for no limit; with one, results repeat exactly
 * @param seed of the random numbers
 */
public record SolverOptions(Duration timeLimit, long stepLimit, long seed) {
    /** Long enough to mean none. */
    public static final Duration NO_TIME_LIMIT = Duration.ofDays(365);

    public static final SolverOptions DEFAULT = new SolverOptions(Duration.ofSeconds(30), 0, 0);
}
