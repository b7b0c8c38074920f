package dev.yeoju.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.timefold.solver.core.api.score.buildin.bendablelong.BendableLongScore;
import ai.timefold.solver.core.api.solver.SolutionManager;
import ai.timefold.solver.core.api.solver.SolverFactory;
import ai.timefold.solver.core.config.solver.SolverConfig;
import dev.yeoju.model.ProblemInstance;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PlanStateTest {
    private final SolutionManager<PassPlan, BendableLongScore> engine =
            SolutionManager.create(SolverFactory.<PassPlan>create(new SolverConfig()
                    .withSolutionClass(PassPlan.class)
                    .withEntityClasses(PassAssignment.class)
                    .withConstraintProviderClass(PassConstraints.class)));

    @Test
    void everyStepBreaksNoRuleAndIsWorthWhatTheEngineSays() {
        for (long seed = 1; seed <= 40; seed++) {
            RandomProblems problems = new RandomProblems(seed).withTies();
            if (seed % 2 == 0) {
                problems.withMountsAndLimits();
            }
            ProblemInstance instance = problems.any(3, 25, 48);
            PassPlan plan = PlanBuilder.build(instance);
            PlanState state = new PlanState(plan.model(), plan.assignments());
            Proposer proposer = new Proposer(state, new SplittableRandom(seed), SearchParameters.DEFAULT);
            proposer.construct();
            for (int step = 0; step < 15; step++) {
                state.journal().clear();
                proposer.step();
                BendableLongScore score = engineScore(plan, state);
                assertThat(PassPlan.hardOf(score))
                        .as("hard, seed %d step %d", seed, step)
                        .isZero();
                assertThat(state.critical())
                        .as("critical, seed %d step %d", seed, step)
                        .isEqualTo(PassPlan.criticalOf(score));
                assertThat(state.value())
                        .as("value, seed %d step %d", seed, step)
                        .isEqualTo(PassPlan.valueOf(score));
                assertThat(state.preferences())
                        .as("preferences, seed %d step %d", seed, step)
                        .isEqualTo(PassPlan.preferencesOf(score));
            }
        }
    }

    @Test
    void aSecondIsWorthWhatTheRatesSay() {
        int compared = 0;
        for (long seed = 1; seed <= 40; seed++) {
            PlanState state = PlanFixtures.constructed(seed, new SplittableRandom(seed));
            double[] rates = new double[state.model().missions().size()];
            for (int k = 0; k < state.taken().size(); k++) {
                int assignment = state.taken().get(k);
                PlanRequest request = state.request(assignment);
                int secondsLess = 10;
                if (state.trackedS(request) - secondsLess < request.minS()) {
                    continue;
                }
                state.missionRates(rates);
                long before = state.smoothValue();
                PlanOpportunity where = Objects.requireNonNull(state.opportunity(assignment));
                state.retime(assignment, where, state.botS(assignment), state.eotS(assignment) - secondsLess);
                double lost = (double) (before - state.smoothValue()) / secondsLess;
                double told =
                        request.weightPerSecond() + rates[request.mission().index()];
                assertThat(lost).as("%s, seed %d", request, seed).isCloseTo(told, within(0.5 + 0.01 * Math.abs(told)));
                compared++;
                state.rollBack();
            }
        }
        assertThat(compared).isGreaterThan(50);
    }

    @Test
    void withPinsAndAPublishedScheduleStepsAddNoFaultAndAreWorthWhatTheEngineSays() {
        for (long seed = 1; seed <= 60; seed++) {
            ProblemInstance instance = new RandomProblems(seed)
                    .withTies()
                    .withPins()
                    .withPublished()
                    .withMountsAndLimits()
                    .any(3, 25, 48);
            PassPlan plan = PlanBuilder.build(instance);
            PlanState state = new PlanState(plan.model(), plan.assignments());
            long pinsAlone = PassPlan.hardOf(engineScore(plan, state));
            Proposer proposer = new Proposer(state, new SplittableRandom(seed), SearchParameters.DEFAULT);
            proposer.construct();
            for (int step = 0; step < 15; step++) {
                state.journal().clear();
                proposer.step();
                BendableLongScore score = engineScore(plan, state);
                assertThat(PassPlan.hardOf(score))
                        .as("hard, seed %d step %d", seed, step)
                        .isGreaterThanOrEqualTo(pinsAlone);
                assertThat(state.critical())
                        .as("critical, seed %d step %d", seed, step)
                        .isEqualTo(PassPlan.criticalOf(score));
                assertThat(state.value())
                        .as("value, seed %d step %d", seed, step)
                        .isEqualTo(PassPlan.valueOf(score));
                assertThat(state.preferences())
                        .as("preferences, seed %d step %d", seed, step)
                        .isEqualTo(PassPlan.preferencesOf(score));
            }
        }
    }

    @Test
    void rollingBackRestoresTheStepBefore() {
        for (long seed = 1; seed <= 40; seed++) {
            ProblemInstance instance = new RandomProblems(seed).withTies().any(3, 25, 48);
            PassPlan plan = PlanBuilder.build(instance);
            PlanState state = new PlanState(plan.model(), plan.assignments());
            Proposer proposer = new Proposer(state, new SplittableRandom(seed), SearchParameters.DEFAULT);
            proposer.construct();
            state.journal().clear();
            List<String> before = slots(state);
            long value = state.value();
            long smooth = state.smoothValue();
            long critical = state.critical();
            proposer.step();
            state.rollBack();
            assertThat(slots(state)).as("seed %d", seed).isEqualTo(before);
            assertThat(state.value()).as("seed %d", seed).isEqualTo(value);
            assertThat(state.smoothValue()).as("seed %d", seed).isEqualTo(smooth);
            assertThat(state.critical()).as("seed %d", seed).isEqualTo(critical);
        }
    }

    @Test
    void aSnapshotRestoresItsPlan() {
        for (long seed = 1; seed <= 20; seed++) {
            ProblemInstance instance = new RandomProblems(seed).withTies().any(3, 25, 48);
            PassPlan plan = PlanBuilder.build(instance);
            PlanState state = new PlanState(plan.model(), plan.assignments());
            Proposer proposer = new Proposer(state, new SplittableRandom(seed), SearchParameters.DEFAULT);
            proposer.construct();
            PlanSnapshot snapshot = new PlanSnapshot(state);
            List<String> before = slots(state);
            for (int step = 0; step < 5; step++) {
                proposer.step();
            }
            snapshot.restore(state);
            assertThat(slots(state)).as("seed %d", seed).isEqualTo(before);
            assertThat(state.value()).as("seed %d", seed).isEqualTo(snapshot.value());
        }
    }

    private BendableLongScore engineScore(PassPlan plan, PlanState state) {
        for (PassAssignment assignment : plan.assignments()) {
            if (!state.isMovable(assignment.index())) {
                continue;
            }
            assignment.setSlot(null);
            PlanOpportunity where = state.opportunity(assignment.index());
            if (where != null) {
                assignment.setSlot(Slot.of(
                        plan.model(),
                        assignment.index(),
                        assignment.request(),
                        where,
                        state.botS(assignment.index()),
                        state.eotS(assignment.index())));
            }
        }
        return Objects.requireNonNull(engine.update(plan));
    }

    private static List<String> slots(PlanState state) {
        return state.slots().stream().map(slot -> slot.request() + " " + slot).toList();
    }
}
