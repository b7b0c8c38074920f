package dev.yeoju.planning;

import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * A walk from plan to plan by ruin and recreate: a step is tried on its own {@link PlanState}, kept when the annealing
 * accepts it, else undone by the journal. It meets the other walks at fixed numbers of steps.
 */
final class Walk {
    private static final int STEPS_BETWEEN_LOOKS = 32;
    /** How much of the search may pass in a hurry. */
    private static final double MOST_HASTE = 0.1;

    private final int search;
    private final SearchLimits limits;
    private final SearchExchange exchange;
    private final SearchParameters parameters;
    private final Annealing annealing;
    private final Cooling cooling;
    private final SplittableRandom random;
    private final IncumbentBoard board;
    private final PlanState state;
    private final Proposer proposer;
    private final long hastySteps;
    private @Nullable PlanSnapshot best;
    private @Nullable PlanSnapshot told;
    private long steps;
    /** How much of the search was done when it stopped to be in a hurry. */
    private double hasteEnded;

    private int cycle;
    private boolean polished;

    Walk(
            int search,
            SplittableRandom random,
            SearchLimits limits,
            SearchExchange exchange,
            SearchParameters parameters,
            Annealing annealing,
            IncumbentBoard board,
            PlanModel model,
            List<PassAssignment> assignments) {
        this.search = search;
        this.random = random;
        this.limits = limits;
        this.exchange = exchange;
        this.parameters = parameters;
        this.annealing = annealing;
        this.board = board;
        cooling = new Cooling(parameters.firstCooling(), parameters.reheats(), parameters.reheatAt());
        hastySteps = (long) parameters.hastySteps() * assignments.size();
        state = new PlanState(model, assignments);
        proposer = new Proposer(state, random, parameters);
    }

    /** Steps tried so far. */
    long steps() {
        return steps;
    }

    /**
     * Goes on for some steps and then until there is a better plan than the last that this gave, or the limits are reached.
     * The first plan is the one constructed.
     *
     * @return the best plan so far; null when the walk is over and has no better one
     */
    @Nullable
    PlanSnapshot next() {
        if (proposer.hasNothingToDo()) {
            return null;
        }
        if (steps == 0) {
            proposer.construct();
            steps++;
            keep();
        } else {
            long least = steps + parameters.stepsBetweenPlans();
            while (!isOver() && (steps < least || best == told)) {
                step();
            }
        }
        if (best == told) {
            return null;
        }
        told = best;
        return best;
    }

    private boolean isOver() {
        if (steps % STEPS_BETWEEN_LOOKS == 0) {
            double fraction = limits.fraction(steps);
            double cooled = cooled(fraction);
            annealing.progress(cooled);
            proposer.progress(cooled);
            board.count(search, steps);
            limits.stepped(search);
            if (fraction >= parameters.polishFrom() && !polished) {
                polish();
            }
            if (limits.timeOver()) {
                return true;
            }
        }
        return limits.stepsOver(steps);
    }

    /**
     * How cool it is, 0 to 1: the search first cools in a hurry, so that there soon is a plan worth showing, and then
     * begins anew with patience.
     */
    private double cooled(double fraction) {
        if (steps < hastySteps && fraction < MOST_HASTE) {
            hasteEnded = fraction;
            return (double) steps / hastySteps;
        }
        double patient = (fraction - hasteEnded) / (1 - hasteEnded);
        reheat(cooling.cycle(patient));
        return cooling.progress(patient);
    }

    /** A new cooling begins with the best plan of all searches. */
    private void reheat(int newest) {
        if (newest > cycle) {
            cycle = newest;
            adoptBest();
            returnToBest();
        }
    }

    private void returnToBest() {
        PlanSnapshot known = best;
        if (known != null) {
            known.restore(state);
            state.journal().clear();
        }
    }

    /** Moves the best plan's tracks to where they are preferred; the walk goes on from there. */
    private void polish() {
        polished = true;
        if (best != null && state.model().hasWishes()) {
            returnToBest();
            new Polisher(state).polish(limits::timeOver);
            keep();
        }
    }

    private void step() {
        if (steps % parameters.exchangeEvery() == 0 && limits.fraction(steps) >= parameters.exchangeFrom()) {
            adoptBest();
        }
        steps++;
        long repairedBefore = state.repaired();
        long criticalBefore = state.critical();
        long valueBefore = state.smoothValue();
        long preferencesBefore = state.preferences();
        proposer.step();
        annealing.draw(random);
        if (annealing.accepts(
                state.repaired() - repairedBefore,
                state.critical() - criticalBefore,
                state.smoothValue() - valueBefore,
                state.preferences() - preferencesBefore)) {
            keep();
        } else {
            state.rollBack();
        }
    }

    private void keep() {
        state.journal().clear();
        PlanSnapshot known = best;
        if (known == null || known.isWorseThan(state)) {
            PlanSnapshot snapshot = new PlanSnapshot(state);
            best = snapshot;
            board.offer(snapshot);
        }
    }

    private void adoptBest() {
        PlanSnapshot own = best;
        if (own == null) {
            return;
        }
        try {
            PlanSnapshot common = exchange.meet(search, own);
            if (common != null && common.isBetterThan(own)) {
                common.restore(state);
                keep();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
