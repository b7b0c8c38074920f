package dev.yeoju.store;

import org.jspecify.annotations.Nullable;

/**
 * What a solve goes by.
 *
 * @param job which of the schedule's solves it is, from 1
 * @param timeLimit ISO 8601
 * @param stepLimit null for the problem's own
 * @param seed null for the problem's own
 * @param queueTag its place in the queue: lower ones go first
 * @param stopRequested whether somebody asked it to end
 */
public record StoredSolve(
        int job,
        String timeLimit,
        @Nullable Long stepLimit,
        @Nullable Long seed,
        long queueTag,
        boolean stopRequested) {
    /** The first solve of a schedule, by its problem's own limits. */
    public static StoredSolve first(String timeLimit, long queueTag) {
        return new StoredSolve(1, timeLimit, null, null, queueTag, false);
    }
}
