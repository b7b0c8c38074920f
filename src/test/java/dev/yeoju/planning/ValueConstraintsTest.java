package dev.yeoju.planning;

import static dev.yeoju.planning.ConstraintCase.BALANCED;
import static dev.yeoju.planning.ConstraintCase.FAIR;
import static dev.yeoju.planning.ConstraintCase.facts;
import static dev.yeoju.planning.ConstraintCase.plan;
import static dev.yeoju.planning.ConstraintCase.put;
import static dev.yeoju.planning.PlanFixtures.request;
import static dev.yeoju.planning.PlanFixtures.track;

import ai.timefold.solver.test.api.score.stream.ConstraintVerifier;
import dev.yeoju.model.Objective;
import dev.yeoju.model.ProblemInstance;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ValueConstraintsTest {
    private static final int MICRO = 1_000_000;

    private final ConstraintVerifier<ValueConstraints, PassPlan> verifier =
            ConstraintVerifier.build(new ValueConstraints(), PassPlan.class, PassAssignment.class);

    @Test
    void aCriticalRequestCountsItsPriorityOnceItHasItsMinimum() {
        PassPlan plan = plan(BALANCED, request("P", "X1").weighing(3).critical().make());
        put(plan, 0, 0, 100, 160);
        verifier.verifyThat(ValueConstraints::criticalRequest)
                .given(facts(plan))
                .rewardsWith(3 * MICRO);
        put(plan, 0, 0, 100, 159);
        verifier.verifyThat(ValueConstraints::criticalRequest)
                .given(facts(plan))
                .rewardsWith(0);
    }

    @Test
    void hoursCountByPriorityUpToWhatIsPreferred() {
        PassPlan plan =
                plan(BALANCED, request("P", "X1").weighing(2).lasting(30, 90).make());
        put(plan, 0, 0, 100, 190);
        verifier.verifyThat(ValueConstraints::trackedHours).given(facts(plan)).rewardsWith(3 * MICRO);
        put(plan, 0, 0, 100, 200);
        verifier.verifyThat(ValueConstraints::trackedHours).given(facts(plan)).rewardsWith(3 * MICRO);
        put(plan, 0, 0, 100, 145);
        verifier.verifyThat(ValueConstraints::trackedHours).given(facts(plan)).rewardsWith(3 * MICRO / 2);
    }

    @Test
    void theBonusIsGivenToARequestOnce() {
        PassPlan plan = plan(
                FAIR,
                request("P", "X1").weighing(2).lasting(60, 120).splitting(2, 30).make());
        put(plan, 0, 0, 100, 159);
        verifier.verifyThat(ValueConstraints::satisfiedRequest)
                .given(facts(plan))
                .rewardsWith(0);
        put(plan, 0, 0, 100, 160);
        verifier.verifyThat(ValueConstraints::satisfiedRequest)
                .given(facts(plan))
                .rewardsWith(MICRO);
        put(plan, 1, 0, 200, 260);
        verifier.verifyThat(ValueConstraints::satisfiedRequest)
                .given(facts(plan))
                .rewardsWith(MICRO);
    }

    @Test
    void fairnessByHoursWeighsAMissionByWhatItAsks() {
        // Mission X asks 2 h of priority 3: F w̄ R (1 − U²) = 1 · 3 · 2 · (1 − ½²).
        PassPlan plan = plan(
                BALANCED,
                request("P", "X1").weighing(3).make(),
                request("Q", "X2").weighing(3).make(),
                request("R", "Y").make());
        put(plan, 0, 0, 100, 160);
        verifier.verifyThat(ValueConstraints::fairness).given(facts(plan)).rewardsWith(4_500_000);
    }

    @Test
    void fairnessAmongEqualsWeighsMissionsAlike() {
        // R̄ = (2 + 1) / 2 h; F R̄ (1 − U²) = 5 · 1.5 · (1 − ½²).
        PassPlan plan = plan(
                FAIR,
                request("P", "X1").make(),
                request("Q", "X2").make(),
                request("R", "Y").make());
        put(plan, 0, 0, 100, 160);
        verifier.verifyThat(ValueConstraints::fairness).given(facts(plan)).rewardsWith(5_625_000);
    }

    @Test
    void theWorstMissionCountsEvenWithoutAnyTrack() {
        // Σ R = 3 h; G Σ R (1 − max U) is 0 while Y has nothing, then 1.25 · 3 · ½.
        PassPlan plan = plan(
                FAIR,
                request("P", "X1").make(),
                request("Q", "X2").make(),
                request("R", "Y").make());
        put(plan, 0, 0, 100, 160);
        verifier.verifyThat(ValueConstraints::worstMission).given(facts(plan)).rewardsWith(0);
        put(plan, 2, 0, 200, 260);
        verifier.verifyThat(ValueConstraints::worstMission).given(facts(plan)).rewardsWith(1_875_000);
    }

    @Test
    void termsOfNoWeightCountNothing() {
        PassPlan plan =
                plan(Objective.Preset.THROUGHPUT.objective(), request("P", "X1").make());
        put(plan, 0, 0, 100, 160);
        verifier.verifyThat(ValueConstraints::fairness).given(facts(plan)).rewardsWith(0);
        verifier.verifyThat(ValueConstraints::worstMission).given(facts(plan)).rewardsWith(0);
    }

    private static Objective changing(double nearFactor) {
        return new Objective(
                Objective.Preset.BALANCED,
                1,
                0,
                Objective.FairnessWeighting.HOURS,
                0,
                new Objective.ChangeCosts(
                        0.5, 0.25, 0.1, 1, nearFactor, null, Duration.ofDays(7), Duration.ofMinutes(2)));
    }

    @Test
    void aTrackCountsAsChangedBeyondTheTolerance() {
        ProblemInstance instance = ConstraintCase.instance(
                changing(1),
                request("P", "X1").on("A", "B").lasting(30, 120).make(),
                request("Q", "Y").on("B").make());
        PassPlan plan = PlanBuilder.build(
                PlanFixtures.with(instance, List.of(), List.of(track("P#1", "P", "X1", "A", 100, 160))));
        verifier.verifyThat(ValueConstraints::changes).given(facts(plan)).penalizesBy(MICRO);
        for (long[] kept : new long[][] {
            {0, 98, 158, 0},
            {0, 97, 157, MICRO / 2},
            {0, 102, 162, 0},
            {0, 103, 163, MICRO / 2},
            {0, 100, 158, 0},
            {0, 100, 157, MICRO / 4},
            {0, 102, 159, MICRO / 4},
            {0, 104, 158, MICRO / 4},
            {0, 97, 150, MICRO / 2},
            {1, 100, 160, MICRO / 2}
        }) {
            put(plan, 0, (int) kept[0], kept[1], kept[2]);
            verifier.verifyThat(ValueConstraints::changes).given(facts(plan)).penalizesBy((int) kept[3]);
        }
        put(plan, 0, 0, 100, 160);
        put(plan, 1, 0, 100, 160);
        verifier.verifyThat(ValueConstraints::changes).given(facts(plan)).penalizesBy(MICRO / 10);
    }

    @Test
    void theTracksOfASplitRequestArePairedSoThatTheyCostLeast() {
        ProblemInstance instance = ConstraintCase.instance(
                changing(1),
                request("P", "X1").lasting(60, 240).splitting(3, 30).make());
        PassPlan plan = PlanBuilder.build(PlanFixtures.with(
                instance,
                List.of(),
                List.of(track("P#1", "P", "X1", "A", 100, 160), track("P#2", "P", "X1", "A", 300, 360))));
        put(plan, 0, 0, 300, 360);
        verifier.verifyThat(ValueConstraints::changes).given(facts(plan)).penalizesBy(MICRO);
        put(plan, 1, 0, 120, 160);
        verifier.verifyThat(ValueConstraints::changes).given(facts(plan)).penalizesBy(MICRO / 4);
        put(plan, 2, 0, 1000, 1060);
        verifier.verifyThat(ValueConstraints::changes).given(facts(plan)).penalizesBy(MICRO / 4 + MICRO / 10);
    }

    @Test
    void thePublishedTracksOfARequestThatIsGoneAreDropped() {
        ProblemInstance instance =
                ConstraintCase.instance(changing(1), request("P", "X1").make());
        PassPlan plan =
                PlanBuilder.build(PlanFixtures.with(instance, List.of(), List.of(track("Q#1", "Q", "X1", "A", 0, 60))));
        verifier.verifyThat(ValueConstraints::lostTracks).given(facts(plan)).penalizesBy(MICRO);
    }

    @Test
    void aChangeCostsMoreTheNearerItIs() {
        ProblemInstance instance =
                ConstraintCase.instance(changing(3), request("P", "X1").make());
        PassPlan first =
                PlanBuilder.build(PlanFixtures.with(instance, List.of(), List.of(track("P#1", "P", "X1", "A", 0, 60))));
        verifier.verifyThat(ValueConstraints::changes).given(facts(first)).penalizesBy(3 * MICRO);
        PassPlan later = PlanBuilder.build(
                PlanFixtures.with(instance, List.of(), List.of(track("P#1", "P", "X1", "A", 5040, 5100))));
        verifier.verifyThat(ValueConstraints::changes).given(facts(later)).penalizesBy(2 * MICRO);
    }
}
