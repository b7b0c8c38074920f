package dev.yeoju.model;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request that comes again: its window is cut from the start into periods of {@code every}.
 *
 * @param every length of a period
 * @param count requests a period
 * @param minSeparation least time from one track's end to the next one's begin in the series, or null
 * @param withdrawn numbers of members that are asked no more, ascending; the others keep their ids
 */
public record Recurrence(
        Duration every, int count, @Nullable Duration minSeparation, List<Integer> withdrawn) {
    public Recurrence {
        withdrawn = List.copyOf(withdrawn);
    }

    /** A series with all its members. */
    public Recurrence(Duration every, int count, @Nullable Duration minSeparation) {
        this(every, count, minSeparation, List.of());
    }
}
