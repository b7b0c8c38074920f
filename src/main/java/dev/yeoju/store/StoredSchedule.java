package dev.yeoju.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A schedule's row without its large texts.
 *
 * @param problem the problem's name
 * @param status as the service names it
 * @param timeLimit of the solve, ISO 8601
 * @param version rises with every change
 * @param lastEvent id of the last event that followers were told
 */
public record StoredSchedule(
        String id,
        String problem,
        String status,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable String error,
        String timeLimit,
        StoredProgress progress,
        long version,
        long lastEvent) {}
