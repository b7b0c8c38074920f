package dev.yeoju.planning;

import ai.timefold.solver.core.api.score.director.ScoreDirector;
import ai.timefold.solver.core.impl.heuristic.selector.move.factory.MoveIteratorFactory;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Random;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Gives the engine its moves. It works on its own {@link PlanState}: a step is tried there, and undone by the journal
 * when the annealing or the engine refuses it. The engine sees one compound move a step.
 */
final class StepSource implements MoveIteratorFactory<PassPlan, StepMove>, Iterator<StepMove> {
    private static final int STEPS_BETWEEN_LOOKS = 32;

    private final int search;
    private final SearchLimits limits;
    private final SearchExchange exchange;
    private final SearchParameters parameters;
    private final Annealing annealing;
    private final SplittableRandom random;
    private final IncumbentBoard board;
    private @Nullable PlanState state;
    private @Nullable Proposer proposer;
    private List<PassAssignment> assignments = List.of();
    private @Nullable StepMove handedOut;
    private @Nullable StepMove next;
    private @Nullable PlanSnapshot best;
    private @Nullable IndexSet changed;
    private Runnable whenOver = () -> {};
    private boolean over;
    private long steps;

    StepSource(
            int search,
            long seed,
            SearchLimits limits,
            SearchExchange exchange,
            SearchParameters parameters,
            Annealing annealing,
            IncumbentBoard board) {
        this.search = search;
        this.limits = limits;
        this.exchange = exchange;
        this.parameters = parameters;
        this.annealing = annealing;
        this.board = board;
        random = new SplittableRandom(seed);
    }

    /** @param action what tells the engine that there are no more moves */
    void whenOver(Runnable action) {
        whenOver = action;
    }

    /** Steps tried so far. */
    long steps() {
        return steps;
    }

    @Override
    public void phaseStarted(ScoreDirector<PassPlan> scoreDirector) {
        PassPlan plan = scoreDirector.getWorkingSolution();
        assignments = plan.assignments();
        PlanState fresh = new PlanState(plan.model(), assignments);
        state = fresh;
        changed = new IndexSet(fresh.assignmentCount());
        proposer = new Proposer(fresh, random, parameters);
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
        if (next == null && !over) {
            settle();
            next = propose();
            if (next == null) {
                over = true;
                whenOver.run();
            }
        }
        return next != null;
    }

    @Override
    public StepMove next() {
        if (!hasNext() || next == null) {
            throw new NoSuchElementException();
        }
        handedOut = next;
        next = null;
        return handedOut;
    }

    /** Keeps or undoes the last step here as the engine has kept or undone it. */
    private void settle() {
        PlanState current = started(state);
        if (handedOut == null) {
            return;
        }
        if (handedOut.isDone()) {
            current.journal().clear();
            rememberBest(current);
        } else {
            current.rollBack();
        }
        handedOut = null;
    }

    private void rememberBest(PlanState current) {
        PlanSnapshot known = best;
        long value = current.value();
        if (known == null
                || current.critical() > known.critical()
                || (current.critical() == known.critical() && value > known.value())) {
            PlanSnapshot snapshot = new PlanSnapshot(current);
            best = snapshot;
            board.offer(snapshot);
        }
    }

    private @Nullable StepMove propose() {
        PlanState current = started(state);
        Proposer steady = started(proposer);
        if (steady.hasNothingToDo()) {
            return null;
        }
        if (steps == 0) {
            steps++;
            steady.construct();
            annealing.acceptAnything();
            StepMove first = move(current);
            if (first != null) {
                return first;
            }
        }
        while (true) {
            if (steps % STEPS_BETWEEN_LOOKS == 0 && look()) {
                return null;
            }
            if (limits.stepsOver(steps)) {
                return null;
            }
            if (steps % parameters.exchangeEvery() == 0) {
                StepMove adopted = adoptBest(current);
                if (adopted != null) {
                    steps++;
                    return adopted;
                }
            }
            steps++;
            long criticalBefore = current.critical();
            long valueBefore = current.value();
            steady.step();
            annealing.draw(random);
            boolean worthIt = !parameters.prescreen()
                    || annealing.accepts(0, current.critical() - criticalBefore, current.value() - valueBefore);
            StepMove step = worthIt ? move(current) : null;
            if (step != null) {
                return step;
            }
            current.rollBack();
        }
    }

    /** Looks at the clock; says whether the search is over. */
    private boolean look() {
        double fraction = limits.fraction(steps);
        annealing.progress(fraction);
        started(proposer).progress(fraction);
        board.count(search, steps);
        return limits.timeOver();
    }

    private @Nullable StepMove adoptBest(PlanState current) {
        PlanSnapshot own = best;
        if (own == null) {
            return null;
        }
        try {
            PlanSnapshot common = exchange.meet(search, own);
            if (common == null || !common.isBetterThan(own)) {
                return null;
            }
            common.restore(current);
            annealing.acceptAnything();
            return move(current);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
    }

    /** The move from the engine's plan to the state's; null when they are the same. */
    private @Nullable StepMove move(PlanState current) {
        IndexSet touched = started(changed);
        touched.clear();
        Journal journal = current.journal();
        for (int entry = 0; entry < journal.size(); entry++) {
            touched.add(journal.assignment(entry));
        }
        List<StepMove.Change> changes = new ArrayList<>(touched.size());
        for (int k = 0; k < touched.size(); k++) {
            PassAssignment assignment = assignments.get(touched.get(k));
            Slot before = assignment.getSlot();
            PlanOpportunity where = current.opportunity(assignment.index());
            if (where == null) {
                if (before != null) {
                    changes.add(new StepMove.Change(assignment, null));
                }
                continue;
            }
            int botS = current.botS(assignment.index());
            int eotS = current.eotS(assignment.index());
            if (before == null || !before.matches(where, botS, eotS)) {
                Slot slot = Slot.of(current.model(), assignment.index(), assignment.request(), where, botS, eotS);
                changes.add(new StepMove.Change(assignment, slot));
            }
        }
        return changes.isEmpty() ? null : new StepMove(changes);
    }

    private static <T> T started(@Nullable T part) {
        if (part == null) {
            throw new IllegalStateException("The search has not started yet.");
        }
        return part;
    }
}
