package dev.yeoju.store;

import org.jspecify.annotations.Nullable;

/**
 * A variant of a schedule's problem, all JSON.
 *
 * @param body the problem as it was posted, or as a change left it
 * @param resolved the problem, catalogue entries merged in and defaults filled
 * @param requests after expansion
 * @param viewPeriods null until they are computed
 * @param warnings what a planner should know
 * @param origin what was changed into it, or null where it was posted
 */
public record ProblemTexts(
        String body,
        String resolved,
        String requests,
        @Nullable String viewPeriods,
        String warnings,
        @Nullable Origin origin) {
    /**
     * A change made to another variant.
     *
     * @param variant that it was made to
     * @param change JSON
     */
    public record Origin(int variant, String change) {}
}
