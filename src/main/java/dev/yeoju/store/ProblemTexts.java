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
 */
public record ProblemTexts(
        String body,
        String resolved,
        String requests,
        @Nullable String viewPeriods,
        String warnings) {}
