package dev.yeoju.planning;

import ai.timefold.solver.core.api.score.director.ScoreDirector;
import ai.timefold.solver.core.impl.heuristic.move.AbstractMove;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** New slots for several assignments, after which the engine calculates the score once. */
final class StepMove extends AbstractMove<PassPlan> {
    private static final String SLOT = "slot";

    /** An assignment and the slot that it gets, null to give its own up. */
    record Change(PassAssignment assignment, @Nullable Slot slot) {}

    private final List<Change> changes;

    /** @param changes at least one, each of another assignment and to another slot than it has */
    StepMove(List<Change> changes) {
        this.changes = List.copyOf(changes);
    }

    @Override
    public boolean isMoveDoable(ScoreDirector<PassPlan> scoreDirector) {
        return true;
    }

    @Override
    protected void doMoveOnGenuineVariables(ScoreDirector<PassPlan> scoreDirector) {
        for (Change change : changes) {
            scoreDirector.beforeVariableChanged(change.assignment(), SLOT);
            change.assignment().setSlot(change.slot());
            scoreDirector.afterVariableChanged(change.assignment(), SLOT);
        }
    }

    @Override
    public String toString() {
        return changes.toString();
    }
}
