package dev.yeoju.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A schedule's row without its large texts.
 *
 * @param problem the problem's name
 * @param owner who posted it
 * @param status as the service names it
 * @param solve what is, was or will be done for it
 * @param progress how far that came
 * @param version rises with every change
 * @param lastEvent id of the last event that followers were told
 * @param variant of the problem that the present revision answers
 * @param head the present revision, 0 while there is none
 * @param proof the revision whose bound holds while its pins are kept, or null
 * @param published the revision that is published, or null
 */
public record StoredSchedule(
        String id,
        String problem,
        String owner,
        String status,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable String error,
        StoredSolve solve,
        StoredProgress progress,
        long version,
        long lastEvent,
        int variant,
        int head,
        @Nullable Integer proof,
        @Nullable Integer published) {}
