package dev.yeoju.replan;

import dev.yeoju.model.Problem;
import java.util.List;
import java.util.Set;

/**
 * A problem after changes, before its view periods are computed.
 *
 * @param problem with the changes done, and nothing published or frozen yet
 * @param moved ids of the spacecraft whose view periods are to be computed anew; those of all others are as they were
 * @param notes what a planner should know of it, a sentence each
 */
public record ChangedProblem(Problem problem, Set<String> moved, List<String> notes) {
    public ChangedProblem {
        moved = Set.copyOf(moved);
        notes = List.copyOf(notes);
    }
}
