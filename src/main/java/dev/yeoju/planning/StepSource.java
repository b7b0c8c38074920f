package dev.yeoju.planning;

import ai.timefold.solver.core.api.score.buildin.bendablelong.BendableLongScore;
import ai.timefold.solver.core.api.score.director.ScoreDirector;
import ai.timefold.solver.core.impl.heuristic.selector.move.factory.MoveIteratorFactory;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Random;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Gives the engine its moves: each takes it from its own plan to a better one that the {@link Walk} has found, whatever
 * number of steps lies between the two. So the engine scores every plan that is kept, and none that is only walked
 * through.
 */
final class StepSource implements MoveIteratorFactory<PassPlan, StepMove>, Iterator<StepMove> {
    private final BiFunction<PlanModel, List<PassAssignment>, Walk> start;
    private @Nullable Walk walk;
    private List<PassAssignment> assignments = List.of();
    private @Nullable PlanSnapshot target;
    private @Nullable StepMove next;
    private Runnable whenOver = () -> {};
    private boolean over;

    /** @param start makes the walk over a plan's assignments */
    StepSource(BiFunction<PlanModel, List<PassAssignment>, Walk> start) {
        this.start = start;
    }

    /** @param action what tells the engine that there are no more moves */
    void whenOver(Runnable action) {
        whenOver = action;
    }

    /** Steps walked so far. */
    long steps() {
        return walk == null ? 0 : walk.steps();
    }

    @Override
    public void phaseStarted(ScoreDirector<PassPlan> scoreDirector) {
        PassPlan plan = scoreDirector.getWorkingSolution();
        assignments = plan.assignments();
        walk = start.apply(plan.model(), assignments);
    }

    @Override
    public long getSize(ScoreDirector<PassPlan> scoreDirector) {
        return Long.MAX_VALUE;
    }

    @Override
    public Iterator<StepMove> createOriginalMoveIterator(ScoreDirector<PassPlan> scoreDirector) {
        return this;
    }

    @Override
    public Iterator<StepMove> createRandomMoveIterator(ScoreDirector<PassPlan> scoreDirector, Random workingRandom) {
        return this;
    }

    @Override
    public boolean hasNext() {
        while (next == null && !over) {
            target = walk == null ? null : walk.next();
            if (target == null) {
                over = true;
                whenOver.run();
            } else {
                next = target.move(assignments);
            }
        }
        return next != null;
    }

    @Override
    public StepMove next() {
        if (!hasNext() || next == null) {
            throw new NoSuchElementException();
        }
        StepMove move = next;
        next = null;
        return move;
    }

    /**
     * Requires that the engine's score of the last move is what the walk counted.
     *
     * @param before the engine's score before the move
     * @param after its score after it
     */
    void requireAgreement(BendableLongScore before, BendableLongScore after) {
        PlanSnapshot walked = target;
        if (walked == null
                || PassPlan.hardOf(after) < PassPlan.hardOf(before)
                || PassPlan.criticalOf(after) != walked.critical()
                || PassPlan.valueOf(after) != walked.value()
                || PassPlan.preferencesOf(after) != walked.preferences()) {
            throw new IllegalStateException("The engine scores a plan (" + after + ", after " + before
                    + "), which the search counts as " + walked + ". One of them does not know a rule.");
        }
    }
}
