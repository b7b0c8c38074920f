package dev.yeoju.store;

import org.jspecify.annotations.Nullable;

/**
 * How far a solve came.
 *
 * @param elapsedS seconds of search
 * @param fraction of the limit, in [0, 1]
 * @param steps of the search
 * @param value of the best schedule, priority-weighted hours, or null while there is none
 * @param bound proven upper bound on it, or null while there is none
 * @param gapPercent of the two, or null
 */
public record StoredProgress(
        double elapsedS,
        double fraction,
        long steps,
        @Nullable Double value,
        @Nullable Double bound,
        @Nullable Double gapPercent) {
    /** Nothing done yet. */
    public static final StoredProgress NONE = new StoredProgress(0, 0, 0, null, null, null);
}
