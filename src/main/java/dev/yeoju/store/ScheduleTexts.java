package dev.yeoju.store;

import org.jspecify.annotations.Nullable;

/**
 * The large texts of a schedule, all JSON.
 *
 * @param body the problem as it was posted
 * @param resolved the problem, catalogue entries merged in and defaults filled
 * @param requests after expansion
 * @param viewPeriods null until they are computed
 * @param warnings what a planner should know
 */
public record ScheduleTexts(
        String body,
        String resolved,
        String requests,
        @Nullable String viewPeriods,
        String warnings) {}
