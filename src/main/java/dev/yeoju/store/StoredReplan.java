package dev.yeoju.store;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The search for answers to a change.
 *
 * @param owner who asked for it
 * @param baseRevision of the schedule that the change was made to
 * @param baseVariant of the problem that the revision answers
 * @param state RUNNING, DONE or FAILED
 * @param error why it failed, or null
 * @param change as it was asked, JSON
 * @param notes what a planner should know of the change, JSON; null until it is done
 */
public record StoredReplan(
        String id,
        String scheduleId,
        Instant createdAt,
        String owner,
        int baseRevision,
        int baseVariant,
        String state,
        @Nullable String error,
        String change,
        @Nullable String notes) {
    /**
     * An answer.
     *
     * @param number from 1
     * @param summary what is said of it, JSON
     * @param body the schedule, JSON
     */
    public record Alternative(int number, String summary, String body) {}

    /**
     * All answers.
     *
     * @param problem the changed problem
     * @param notes JSON
     */
    public record Result(ProblemTexts problem, String notes, List<Alternative> alternatives) {
        public Result {
            alternatives = List.copyOf(alternatives);
        }
    }
}
