package dev.yeoju.planning;

import ai.timefold.solver.core.api.score.buildin.bendablelong.BendableLongScore;
import ai.timefold.solver.core.impl.localsearch.decider.acceptor.AbstractAcceptor;
import ai.timefold.solver.core.impl.localsearch.scope.LocalSearchMoveScope;

/** Lets the engine accept by {@link Annealing}: Timefold's own annealing cools linearly, this one geometrically. */
final class AnnealingAcceptor extends AbstractAcceptor<PassPlan> {
    private final Annealing annealing;

    AnnealingAcceptor(Annealing annealing) {
        this.annealing = annealing;
    }

    @Override
    public boolean isAccepted(LocalSearchMoveScope<PassPlan> moveScope) {
        BendableLongScore candidate = moveScope.<BendableLongScore>getScore().raw();
        BendableLongScore last = moveScope
                .getStepScope()
                .getPhaseScope()
                .getLastCompletedStepScope()
                .<BendableLongScore>getScore()
                .raw();
        return annealing.accepts(
                PassPlan.hardOf(candidate) - PassPlan.hardOf(last),
                PassPlan.criticalOf(candidate) - PassPlan.criticalOf(last),
                PassPlan.valueOf(candidate) - PassPlan.valueOf(last));
    }
}
