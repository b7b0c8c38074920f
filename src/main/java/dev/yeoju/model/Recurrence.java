package dev.yeoju.model;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A request that comes again: its window is cut from the start into periods of {@code every}.
 *
 * @param every length of a period
 * @param count requests a period
 * @param minSeparation least time from one track's end to the next one's begin in the series, or null
 */
public record Recurrence(
        Duration every, int count, @Nullable Duration minSeparation) {}
