package dev.yeoju.planning;

import ai.timefold.solver.core.api.score.buildin.bendablelong.BendableLongScore;
import ai.timefold.solver.core.impl.localsearch.decider.acceptor.AbstractAcceptor;
import ai.timefold.solver.core.impl.localsearch.scope.LocalSearchMoveScope;

/** Lets the engine take every plan that the walk has found better, once it scores it as the walk does. */
final class AgreementAcceptor extends AbstractAcceptor<PassPlan> {
    private final StepSource source;

    AgreementAcceptor(StepSource source) {
        this.source = source;
    }

    @Override
    public boolean isAccepted(LocalSearchMoveScope<PassPlan> moveScope) {
        BendableLongScore before = moveScope
                .getStepScope()
                .getPhaseScope()
                .getLastCompletedStepScope()
                .<BendableLongScore>getScore()
                .raw();
        source.requireAgreement(before, moveScope.<BendableLongScore>getScore().raw());
        return true;
    }
}
