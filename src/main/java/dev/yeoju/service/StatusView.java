package dev.yeoju.service;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A schedule's state without its large parts.
 *
 * @param id of the schedule
 * @param error why it failed or was cut short, or null
 * @param timeLimit of the search, ISO 8601
 * @param warnings what a planner should know
 * @param owner who posted it
 * @param revision the present one, 0 while there is none
 * @param publishedRevision the one that is published, or null
 */
public record StatusView(
        String id,
        JobStatus status,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable String error,
        String timeLimit,
        Progress progress,
        List<String> warnings,
        String owner,
        int revision,
        @Nullable Integer publishedRevision) {
    public StatusView {
        warnings = List.copyOf(warnings);
    }
}
