package dev.yeoju.store;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some schedules, newest first.
 *
 * @param nextCursor where the next page starts, or null at the end
 */
public record SchedulePage(
        List<StoredSchedule> items, @Nullable String nextCursor) {
    public SchedulePage {
        items = List.copyOf(items);
    }
}
