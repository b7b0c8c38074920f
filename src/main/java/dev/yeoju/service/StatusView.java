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
        List<String> warnings) {
    public StatusView {
        warnings = List.copyOf(warnings);
    }
}
