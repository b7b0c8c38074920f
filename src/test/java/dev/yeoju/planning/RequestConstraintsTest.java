package dev.yeoju.planning;

import static dev.yeoju.planning.ConstraintCase.BALANCED;
import static dev.yeoju.planning.ConstraintCase.facts;
import static dev.yeoju.planning.ConstraintCase.plan;
import static dev.yeoju.planning.ConstraintCase.put;
import static dev.yeoju.planning.PlanFixtures.request;
import static dev.yeoju.planning.PlanFixtures.track;

import ai.timefold.solver.test.api.score.stream.ConstraintVerifier;
import dev.yeoju.model.ProblemInstance;
import dev.yeoju.model.Tie;
import java.util.List;
import org.junit.jupiter.api.Test;

class RequestConstraintsTest {
    private final ConstraintVerifier<RequestConstraints, PassPlan> verifier =
            ConstraintVerifier.build(new RequestConstraints(), PassPlan.class, PassAssignment.class);

    @Test
    void aTrackLiesInsideItsOpportunity() {
        PassPlan plan = plan(BALANCED, request("P", "X1").within(100, 160).make());
        put(plan, 0, 0, 100, 160);
        verifier.verifyThat(RequestConstraints::insideOpportunity)
                .given(facts(plan))
                .penalizesBy(0);
        put(plan, 0, 0, 99, 161);
        verifier.verifyThat(RequestConstraints::insideOpportunity)
                .given(facts(plan))
                .penalizesBy(120);
    }

    @Test
    void aTrackIsNoShorterThanItsShortest() {
        PassPlan plan = plan(
                BALANCED, request("P", "X1").lasting(60, 120).splitting(2, 30).make());
        put(plan, 0, 0, 100, 130);
        verifier.verifyThat(RequestConstraints::trackDuration)
                .given(facts(plan))
                .penalizesBy(0);
        put(plan, 0, 0, 100, 129);
        verifier.verifyThat(RequestConstraints::trackDuration)
                .given(facts(plan))
                .penalizesBy(60);
    }

    @Test
    void theTracksOfARequestTogetherHaveItsMinimumAndNoMoreThanItPrefers() {
        PassPlan plan = plan(
                BALANCED, request("P", "X1").lasting(60, 120).splitting(2, 30).make());
        put(plan, 0, 0, 100, 130);
        verifier.verifyThat(RequestConstraints::requestDuration)
                .given(facts(plan))
                .penalizesBy(30 * 60);
        put(plan, 1, 0, 200, 230);
        verifier.verifyThat(RequestConstraints::requestDuration)
                .given(facts(plan))
                .penalizesBy(0);
        put(plan, 1, 0, 200, 290);
        verifier.verifyThat(RequestConstraints::requestDuration)
                .given(facts(plan))
                .penalizesBy(0);
        put(plan, 1, 0, 200, 291);
        verifier.verifyThat(RequestConstraints::requestDuration)
                .given(facts(plan))
                .penalizesBy(60);
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
            verifier.verifyThat(RequestConstraints::separation)
                    .given(facts(plan))
                    .penalizesBy(kept[1]);
        }
        plan.assignments().get(1).setSlot(null);
        verifier.verifyThat(RequestConstraints::separation).given(facts(plan)).penalizesBy(0);
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
        verifier.verifyThat(RequestConstraints::separation).given(facts(plan)).penalizesBy(0);
        put(plan, 2, 0, 250, 310);
        verifier.verifyThat(RequestConstraints::separation).given(facts(plan)).penalizesBy((60 + 460 - 250) * 60);
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
            verifier.verifyThat(RequestConstraints::before).given(facts(plan)).penalizesBy(kept[1]);
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
        verifier.verifyThat(RequestConstraints::overlap).given(facts(plan)).penalizesBy(0);
        put(plan, 1, 0, 441, 501);
        verifier.verifyThat(RequestConstraints::overlap).given(facts(plan)).penalizesBy(60);
        put(plan, 1, 1, 400, 460);
        verifier.verifyThat(RequestConstraints::overlap).given(facts(plan)).penalizesBy(20 * 60);
    }

    @Test
    void simultaneousRequestsHaveTheSameTimesOnDifferentAntennasOrNone() {
        PassPlan plan = plan(
                BALANCED,
                request("P", "X1").tied(Tie.Type.SIMULTANEOUS, "Q", null, null).make(),
                request("Q", "X1").on("B", "A").make());
        verifier.verifyThat(RequestConstraints::simultaneousAlone)
                .given(facts(plan))
                .penalizesBy(0);
        put(plan, 0, 0, 400, 460);
        verifier.verifyThat(RequestConstraints::simultaneousAlone)
                .given(facts(plan))
                .penalizesBy(1);
        put(plan, 1, 0, 400, 460);
        verifier.verifyThat(RequestConstraints::simultaneousAlone)
                .given(facts(plan))
                .penalizesBy(0);
        verifier.verifyThat(RequestConstraints::simultaneous).given(facts(plan)).penalizesBy(0);
        put(plan, 1, 0, 399, 460);
        verifier.verifyThat(RequestConstraints::simultaneous).given(facts(plan)).penalizesBy(60);
        put(plan, 1, 1, 400, 460);
        verifier.verifyThat(RequestConstraints::simultaneous).given(facts(plan)).penalizesBy(1);
        plan.assignments().get(0).setSlot(null);
        verifier.verifyThat(RequestConstraints::simultaneousAlone)
                .given(facts(plan))
                .penalizesBy(1);
    }

    @Test
    void aPinInATimeInWhichItsRequestMayBeTrackedBreaksNothing() {
        ProblemInstance instance = ConstraintCase.instance(
                BALANCED, request("P", "X1").within(100, 160).make());
        for (long[] kept : new long[][] {{100, 160, 0}, {99, 159, 1}, {101, 161, 1}}) {
            PassPlan plan = PlanBuilder.build(
                    PlanFixtures.with(instance, List.of(track("PIN", "P", "X1", "A", kept[0], kept[1])), List.of()));
            verifier.verifyThat(RequestConstraints::pinFault).given(facts(plan)).penalizesBy((int) kept[2]);
        }
    }

    @Test
    void aPinOnOtherAntennasOrWithOtherSetupIsAFault() {
        ProblemInstance instance =
                ConstraintCase.instance(BALANCED, request("P", "X1").with(10, 0).make());
        PassPlan plan = PlanBuilder.build(
                PlanFixtures.with(instance, List.of(track("PIN", "P", "X1", "B", 100, 160)), List.of()));
        verifier.verifyThat(RequestConstraints::pinFault).given(facts(plan)).penalizesBy(2);
    }

    @Test
    void whatPinsHaveBeyondThePreferredTimeBreaksNothing() {
        ProblemInstance instance = ConstraintCase.instance(
                BALANCED, request("P", "X1").lasting(60, 60).make());
        PassPlan plan = PlanBuilder.build(
                PlanFixtures.with(instance, List.of(track("PIN", "P", "X1", "A", 100, 190)), List.of()));
        verifier.verifyThat(RequestConstraints::requestDuration)
                .given(facts(plan))
                .penalizesBy(0);
    }
}
