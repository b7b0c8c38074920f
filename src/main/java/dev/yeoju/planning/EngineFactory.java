package dev.yeoju.planning;

import ai.timefold.solver.core.api.solver.Solver;
import ai.timefold.solver.core.api.solver.SolverFactory;
import ai.timefold.solver.core.config.localsearch.LocalSearchPhaseConfig;
import ai.timefold.solver.core.config.localsearch.decider.forager.LocalSearchPickEarlyType;
import ai.timefold.solver.core.config.solver.EnvironmentMode;
import ai.timefold.solver.core.config.solver.SolverConfig;
import ai.timefold.solver.core.config.solver.termination.TerminationConfig;
import ai.timefold.solver.core.impl.heuristic.selector.move.factory.MoveIteratorFactoryToMoveSelectorBridge;
import ai.timefold.solver.core.impl.localsearch.DefaultLocalSearchPhase;
import ai.timefold.solver.core.impl.localsearch.decider.LocalSearchDecider;
import ai.timefold.solver.core.impl.localsearch.decider.forager.AcceptedLocalSearchForager;
import ai.timefold.solver.core.impl.localsearch.decider.forager.finalist.HighestScoreFinalistPodium;
import ai.timefold.solver.core.impl.neighborhood.MoveSelectorBasedMoveRepository;
import ai.timefold.solver.core.impl.phase.Phase;
import ai.timefold.solver.core.impl.solver.DefaultSolver;
import ai.timefold.solver.core.impl.solver.termination.BasicPlumbingTermination;
import java.time.Duration;
import java.util.List;

/**
 * Builds Timefold solvers: one local search phase of our moves.
 *
 * <p>Timefold's configuration can name neither an acceptor nor an instance of a move factory, so the phase is put
 * together from its parts here; scores, steps, best solution and assertions stay Timefold's.
 */
final class EngineFactory {
    private final SolverFactory<PassPlan> template;
    private final EnvironmentMode mode;

    EngineFactory(EnvironmentMode mode) {
        this.mode = mode;
        template = SolverFactory.create(new SolverConfig()
                .withSolutionClass(PassPlan.class)
                .withEntityClasses(PassAssignment.class)
                .withConstraintProviderClass(PassConstraints.class)
                .withEnvironmentMode(mode)
                .withPhases(new LocalSearchPhaseConfig())
                .withTerminationConfig(new TerminationConfig().withSpentLimit(Duration.ofDays(1))));
    }

    /** A solver that takes its moves from the source until that has no more. */
    Solver<PassPlan> solver(StepSource source) {
        DefaultSolver<PassPlan> parts = (DefaultSolver<PassPlan>) template.buildSolver();
        BasicPlumbingTermination<PassPlan> termination = new BasicPlumbingTermination<>(false);
        source.whenOver(termination::terminateEarly);
        LocalSearchDecider<PassPlan> decider = new LocalSearchDecider<>(
                "",
                termination,
                new MoveSelectorBasedMoveRepository<>(new MoveIteratorFactoryToMoveSelectorBridge<>(source, true)),
                new AgreementAcceptor(source),
                new AcceptedLocalSearchForager<>(
                        new HighestScoreFinalistPodium<>(), LocalSearchPickEarlyType.NEVER, 1, false));
        decider.enableAssertions(mode);
        Phase<PassPlan> phase = new DefaultLocalSearchPhase.Builder<>(0, "", termination, decider)
                .enableAssertions(mode)
                .build();
        return new DefaultSolver<>(
                mode,
                parts.getRandomFactory(),
                parts.getBestSolutionRecaller(),
                termination,
                termination,
                List.of(phase),
                parts.getSolverScope(),
                SolverConfig.MOVE_THREAD_COUNT_NONE);
    }
}
