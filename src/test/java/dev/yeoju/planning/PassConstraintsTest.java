package dev.yeoju.planning;

import static dev.yeoju.planning.PlanFixtures.antenna;
import static dev.yeoju.planning.PlanFixtures.minutes;
import static dev.yeoju.planning.PlanFixtures.request;
import static dev.yeoju.planning.PlanFixtures.spacecraft;
import static dev.yeoju.planning.PlanFixtures.view;

import ai.timefold.solver.test.api.score.stream.ConstraintVerifier;
import dev.yeoju.model.Exclusive;
import dev.yeoju.model.Objective;
import dev.yeoju.model.ProblemInstance;
import dev.yeoju.model.Tie;
import dev.yeoju.model.TrackRequest;
import dev.yeoju.model.ViewPeriod;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PassConstraintsTest {
    private static final Objective FAIR = Objective.Preset.FAIR.objective();
    private static final Objective BALANCED = Objective.Preset.BALANCED.objective();
    private static final int MICRO = 1_000_000;

    private final ConstraintVerifier<PassConstraints, PassPlan> verifier =
            ConstraintVerifier.build(new PassConstraints(), PassPlan.class, PassAssignment.class);

    /** A plan of two antennas, of which A is down from 600 to 660 minutes, and two spacecraft of one mission, another apart. */
    private static PassPlan plan(Objective objective, TrackRequest... requests) {
        return PlanBuilder.build(new Case(objective, requests).instance());
    }

    private record Case(Objective objective, TrackRequest... requests) {
        ProblemInstance instance() {
            List<ViewPeriod> views = new ArrayList<>();
            for (String antenna : List.of("A", "B")) {
                for (String craft : List.of("X1", "X2", "Y")) {
                    views.add(view(antenna, craft, 0, 1440));
                }
            }
            return PlanFixtures.instance(
                    objective,
                    List.of(antenna("A", minutes(600, 660)), antenna("B")),
                    List.of(spacecraft("X1", "X"), spacecraft("X2", "X"), spacecraft("Y", "Y")),
                    List.of(requests),
                    views);
        }
    }

    /** Gives the numbered assignment a track on an option of its request, minutes from the start. */
    private static void put(PassPlan plan, int assignment, int opportunity, long fromMinute, long toMinute) {
        PassAssignment entity = plan.assignments().get(assignment);
        PlanRequest request = entity.request();
        entity.setSlot(Slot.of(
                plan.model(),
                assignment,
                request,
                request.opportunities().get(opportunity),
                (int) fromMinute * 60,
                (int) toMinute * 60));
    }

    private static Object[] facts(PassPlan plan) {
        List<Object> facts = new ArrayList<>(plan.assignments());
        facts.addAll(plan.downtimes());
        facts.addAll(plan.model().missions());
        facts.addAll(plan.model().ties().all());
        return facts.toArray();
    }

    @Test
    void activitiesThatTouchOnAnAntennaDoNotOverlap() {
        PassPlan plan = plan(
                BALANCED,
                request("P", "X1").with(30, 15).make(),
                request("Q", "Y").with(20, 5).make());
        put(plan, 0, 0, 100, 160);
        put(plan, 1, 0, 195, 255);
        verifier.verifyThat(PassConstraints::antennaOverlap).given(facts(plan)).penalizesBy(0);
    }

    @Test
    void activitiesThatShareAMinuteOnAnAntennaOverlapByIt() {
        PassPlan plan = plan(
                BALANCED,
                request("P", "X1").with(30, 15).make(),
                request("Q", "Y").with(20, 5).make());
        put(plan, 0, 0, 100, 160);
        put(plan, 1, 0, 194, 254);
        verifier.verifyThat(PassConstraints::antennaOverlap)
                .given(facts(plan))
                .justifiesWith(new PassConstraints.Clash(0, 1, 60))
                .penalizesBy(60);
    }

    @Test
    void anArrayTakesEachOfItsAntennas() {
        PassPlan plan = plan(
                BALANCED,
                request("P", "X1").on("A+B").make(),
                request("Q", "Y").on("B").make());
        put(plan, 0, 0, 100, 160);
        put(plan, 1, 0, 150, 210);
        verifier.verifyThat(PassConstraints::antennaOverlap).given(facts(plan)).penalizesBy(600);
        put(plan, 1, 0, 160, 220);
        verifier.verifyThat(PassConstraints::antennaOverlap).given(facts(plan)).penalizesBy(0);
    }

    @Test
    void anOverlapOfSeveralHoursCountsOnce() {
        PassPlan plan = plan(
                BALANCED,
                request("P", "X1").lasting(60, 900).make(),
                request("Q", "Y").lasting(60, 900).make());
        put(plan, 0, 0, 0, 900);
        put(plan, 1, 0, 300, 1200);
        verifier.verifyThat(PassConstraints::antennaOverlap).given(facts(plan)).penalizesBy(600 * 60);
    }

    @Test
    void setupMayBeginWhenTheAntennaIsUpAgain() {
        PassPlan plan = plan(BALANCED, request("P", "X1").with(30, 15).make());
        put(plan, 0, 0, 690, 750);
        verifier.verifyThat(PassConstraints::antennaDown).given(facts(plan)).penalizesBy(0);
        put(plan, 0, 0, 689, 749);
        verifier.verifyThat(PassConstraints::antennaDown).given(facts(plan)).penalizesBy(60);
    }

    @Test
    void teardownMustEndBeforeTheAntennaGoesDown() {
        PassPlan plan = plan(BALANCED, request("P", "X1").with(30, 15).make());
        put(plan, 0, 0, 525, 585);
        verifier.verifyThat(PassConstraints::antennaDown).given(facts(plan)).penalizesBy(0);
        put(plan, 0, 0, 526, 586);
        verifier.verifyThat(PassConstraints::antennaDown)
                .given(facts(plan))
                .justifiesWith(new PassConstraints.TakenWhileDown(0, "A", 60))
                .penalizesBy(60);
    }

    @Test
    void aSpacecraftIsNotTrackedTwiceAtOnce() {
        PassPlan plan = plan(
                BALANCED,
                request("P", "X1").make(),
                request("Q", "X1").on("B").excluding(Exclusive.NONE).make());
        put(plan, 0, 0, 100, 160);
        put(plan, 1, 0, 160, 220);
        verifier.verifyThat(PassConstraints::exclusive).given(facts(plan)).penalizesBy(0);
        put(plan, 1, 0, 159, 219);
        verifier.verifyThat(PassConstraints::exclusive).given(facts(plan)).penalizesBy(60);
    }

    @Test
    void aMissionIsNotTrackedTwiceAtOnceOnlyWhereARequestAsksSo() {
        PassPlan apart = plan(
                BALANCED, request("P", "X1").make(), request("Q", "X2").on("B").make());
        put(apart, 0, 0, 100, 160);
        put(apart, 1, 0, 100, 160);
        verifier.verifyThat(PassConstraints::exclusive).given(facts(apart)).penalizesBy(0);
        PassPlan asked = plan(
                BALANCED,
                request("P", "X1").make(),
                request("Q", "X2").on("B").excluding(Exclusive.MISSION).make());
        put(asked, 0, 0, 100, 160);
        put(asked, 1, 0, 100, 160);
        verifier.verifyThat(PassConstraints::exclusive).given(facts(asked)).penalizesBy(3600);
    }

    @Test
    void requestsThatExcludeNothingMayBeTrackedAtOnce() {
        PassPlan plan = plan(
                BALANCED,
                request("P", "X1").excluding(Exclusive.NONE).make(),
                request("Q", "X1").on("B").excluding(Exclusive.NONE).make());
        put(plan, 0, 0, 100, 160);
        put(plan, 1, 0, 100, 160);
        verifier.verifyThat(PassConstraints::exclusive).given(facts(plan)).penalizesBy(0);
    }

    @Test
    void aTrackLiesInsideItsOpportunity() {
        PassPlan plan = plan(BALANCED, request("P", "X1").within(100, 160).make());
        put(plan, 0, 0, 100, 160);
        verifier.verifyThat(PassConstraints::insideOpportunity)
                .given(facts(plan))
                .penalizesBy(0);
        put(plan, 0, 0, 99, 161);
        verifier.verifyThat(PassConstraints::insideOpportunity)
                .given(facts(plan))
                .penalizesBy(120);
    }

    @Test
    void aTrackIsNoShorterThanItsShortest() {
        PassPlan plan = plan(
                BALANCED, request("P", "X1").lasting(60, 120).splitting(2, 30).make());
        put(plan, 0, 0, 100, 130);
        verifier.verifyThat(PassConstraints::trackDuration).given(facts(plan)).penalizesBy(0);
        put(plan, 0, 0, 100, 129);
        verifier.verifyThat(PassConstraints::trackDuration).given(facts(plan)).penalizesBy(60);
    }

    @Test
    void theTracksOfARequestTogetherHaveItsMinimumAndNoMoreThanItPrefers() {
        PassPlan plan = plan(
                BALANCED, request("P", "X1").lasting(60, 120).splitting(2, 30).make());
        put(plan, 0, 0, 100, 130);
        verifier.verifyThat(PassConstraints::requestDuration).given(facts(plan)).penalizesBy(30 * 60);
        put(plan, 1, 0, 200, 230);
        verifier.verifyThat(PassConstraints::requestDuration).given(facts(plan)).penalizesBy(0);
        put(plan, 1, 0, 200, 290);
        verifier.verifyThat(PassConstraints::requestDuration).given(facts(plan)).penalizesBy(0);
        put(plan, 1, 0, 200, 291);
        verifier.verifyThat(PassConstraints::requestDuration).given(facts(plan)).penalizesBy(60);
    }

    @Test
    void tiedRequestsMayBeAsNearAsTheirSeparationAllows() {
        PassPlan plan = plan(
                BALANCED,
                request("P", "X1").tied(Tie.Type.SEPARATION, "Q", 100L, 300L).make(),
                request("Q", "X1").on("B").make());
        put(plan, 0, 0, 400, 460);
        for (long[] kept :
                new long[][] {{560, 0}, {559, 60}, {240, 0}, {241, 60}, {760, 0}, {761, 60}, {40, 0}, {39, 60}}) {
            put(plan, 1, 0, kept[0], kept[0] + 60);
            verifier.verifyThat(PassConstraints::separation).given(facts(plan)).penalizesBy(kept[1]);
        }
        plan.assignments().get(1).setSlot(null);
        verifier.verifyThat(PassConstraints::separation).given(facts(plan)).penalizesBy(0);
    }

    @Test
    void theSeparationOfASplitRequestCountsFromItsFirstBeginToItsLastEnd() {
        PassPlan plan = plan(
                BALANCED,
                request("P", "X1")
                        .lasting(60, 120)
                        .splitting(2, 30)
                        .tied(Tie.Type.SEPARATION, "Q", 60L, null)
                        .make(),
                request("Q", "X1").on("B").make());
        put(plan, 0, 0, 100, 160);
        put(plan, 1, 0, 400, 460);
        put(plan, 2, 0, 520, 580);
        verifier.verifyThat(PassConstraints::separation).given(facts(plan)).penalizesBy(0);
        put(plan, 2, 0, 250, 310);
        verifier.verifyThat(PassConstraints::separation).given(facts(plan)).penalizesBy((60 + 460 - 250) * 60);
    }

    @Test
    void theOneThatIsToBeBeforeEndsFirst() {
        PassPlan plan = plan(
                BALANCED,
                request("P", "X1").tied(Tie.Type.BEFORE, "Q", null, 90L).make(),
                request("Q", "X1").on("B").make());
        put(plan, 0, 0, 400, 460);
        for (long[] kept : new long[][] {{460, 0}, {459, 60}, {550, 0}, {551, 60}}) {
            put(plan, 1, 0, kept[0], kept[0] + 60);
            verifier.verifyThat(PassConstraints::before).given(facts(plan)).penalizesBy(kept[1]);
        }
    }

    @Test
    void aHandoverOverlapsOnDifferentAntennasLongEnough() {
        PassPlan plan = plan(
                BALANCED,
                request("P", "X1").tied(Tie.Type.OVERLAP, "Q", 20L, null).make(),
                request("Q", "X1").on("B", "A").make());
        put(plan, 0, 0, 400, 460);
        put(plan, 1, 0, 440, 500);
        verifier.verifyThat(PassConstraints::overlap).given(facts(plan)).penalizesBy(0);
        verifier.verifyThat(PassConstraints::exclusive).given(facts(plan)).penalizesBy(0);
        put(plan, 1, 0, 441, 501);
        verifier.verifyThat(PassConstraints::overlap).given(facts(plan)).penalizesBy(60);
        put(plan, 1, 1, 400, 460);
        verifier.verifyThat(PassConstraints::overlap).given(facts(plan)).penalizesBy(20 * 60);
    }

    @Test
    void simultaneousRequestsHaveTheSameTimesOnDifferentAntennasOrNone() {
        PassPlan plan = plan(
                BALANCED,
                request("P", "X1").tied(Tie.Type.SIMULTANEOUS, "Q", null, null).make(),
                request("Q", "X1").on("B", "A").make());
        verifier.verifyThat(PassConstraints::simultaneousAlone)
                .given(facts(plan))
                .penalizesBy(0);
        put(plan, 0, 0, 400, 460);
        verifier.verifyThat(PassConstraints::simultaneousAlone)
                .given(facts(plan))
                .penalizesBy(1);
        put(plan, 1, 0, 400, 460);
        verifier.verifyThat(PassConstraints::simultaneousAlone)
                .given(facts(plan))
                .penalizesBy(0);
        verifier.verifyThat(PassConstraints::simultaneous).given(facts(plan)).penalizesBy(0);
        put(plan, 1, 0, 399, 460);
        verifier.verifyThat(PassConstraints::simultaneous).given(facts(plan)).penalizesBy(60);
        put(plan, 1, 1, 400, 460);
        verifier.verifyThat(PassConstraints::simultaneous).given(facts(plan)).penalizesBy(1);
        plan.assignments().get(0).setSlot(null);
        verifier.verifyThat(PassConstraints::simultaneousAlone)
                .given(facts(plan))
                .penalizesBy(1);
    }

    @Test
    void aCriticalRequestCountsItsPriorityOnceItHasItsMinimum() {
        PassPlan plan = plan(BALANCED, request("P", "X1").weighing(3).critical().make());
        put(plan, 0, 0, 100, 160);
        verifier.verifyThat(PassConstraints::criticalRequest).given(facts(plan)).rewardsWith(3 * MICRO);
        put(plan, 0, 0, 100, 159);
        verifier.verifyThat(PassConstraints::criticalRequest).given(facts(plan)).rewardsWith(0);
    }

    @Test
    void hoursCountByPriorityUpToWhatIsPreferred() {
        PassPlan plan =
                plan(BALANCED, request("P", "X1").weighing(2).lasting(30, 90).make());
        put(plan, 0, 0, 100, 190);
        verifier.verifyThat(PassConstraints::trackedHours).given(facts(plan)).rewardsWith(3 * MICRO);
        put(plan, 0, 0, 100, 200);
        verifier.verifyThat(PassConstraints::trackedHours).given(facts(plan)).rewardsWith(3 * MICRO);
        put(plan, 0, 0, 100, 145);
        verifier.verifyThat(PassConstraints::trackedHours).given(facts(plan)).rewardsWith(3 * MICRO / 2);
    }

    @Test
    void theBonusIsGivenToARequestOnce() {
        PassPlan plan = plan(
                FAIR,
                request("P", "X1").weighing(2).lasting(60, 120).splitting(2, 30).make());
        put(plan, 0, 0, 100, 159);
        verifier.verifyThat(PassConstraints::satisfiedRequest)
                .given(facts(plan))
                .rewardsWith(0);
        put(plan, 0, 0, 100, 160);
        verifier.verifyThat(PassConstraints::satisfiedRequest)
                .given(facts(plan))
                .rewardsWith(MICRO);
        put(plan, 1, 0, 200, 260);
        verifier.verifyThat(PassConstraints::satisfiedRequest)
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
        verifier.verifyThat(PassConstraints::fairness).given(facts(plan)).rewardsWith(4_500_000);
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
        verifier.verifyThat(PassConstraints::fairness).given(facts(plan)).rewardsWith(5_625_000);
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
        verifier.verifyThat(PassConstraints::worstMission).given(facts(plan)).rewardsWith(0);
        put(plan, 2, 0, 200, 260);
        verifier.verifyThat(PassConstraints::worstMission).given(facts(plan)).rewardsWith(1_875_000);
    }

    @Test
    void termsOfNoWeightCountNothing() {
        PassPlan plan =
                plan(Objective.Preset.THROUGHPUT.objective(), request("P", "X1").make());
        put(plan, 0, 0, 100, 160);
        verifier.verifyThat(PassConstraints::fairness).given(facts(plan)).rewardsWith(0);
        verifier.verifyThat(PassConstraints::worstMission).given(facts(plan)).rewardsWith(0);
    }
}
