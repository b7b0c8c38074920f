package dev.yeoju.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One state that a schedule was in.
 *
 * @param revision from 1
 * @param author who made it
 * @param reason why
 * @param kind what made it, as the service names it
 * @param variant of the problem that it answers
 * @param status of the schedule, such as FEASIBLE; null where it was not written down
 * @param value priority-weighted hours; null where it was not written down
 * @param name that a planner gave it last, or null
 */
public record StoredRevision(
        int revision,
        Instant createdAt,
        String author,
        String reason,
        String kind,
        int variant,
        @Nullable String status,
        @Nullable Double value,
        @Nullable String name) {}
