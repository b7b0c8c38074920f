package dev.yeoju.planning;

import static dev.yeoju.planning.ConstraintCase.BALANCED;
import static dev.yeoju.planning.ConstraintCase.facts;
import static dev.yeoju.planning.ConstraintCase.plan;
import static dev.yeoju.planning.ConstraintCase.put;
import static dev.yeoju.planning.PlanFixtures.T0;
import static dev.yeoju.planning.PlanFixtures.antenna;
import static dev.yeoju.planning.PlanFixtures.request;
import static dev.yeoju.planning.PlanFixtures.spacecraft;
import static dev.yeoju.planning.PlanFixtures.view;

import ai.timefold.solver.test.api.score.stream.ConstraintVerifier;
import dev.yeoju.model.Exclusive;
import dev.yeoju.model.PointingFixtures;
import dev.yeoju.model.SlewRate;
import dev.yeoju.model.Tie;
import dev.yeoju.model.TrackRequest;
import java.util.List;
import org.junit.jupiter.api.Test;

class AntennaConstraintsTest {
    private final ConstraintVerifier<AntennaConstraints, PassPlan> verifier =
            ConstraintVerifier.build(new AntennaConstraints(), PassPlan.class, PassAssignment.class);

    @Test
    void activitiesThatTouchOnAnAntennaDoNotOverlap() {
        PassPlan plan = plan(
                BALANCED,
                request("P", "X1").with(30, 15).make(),
                request("Q", "Y").with(20, 5).make());
        put(plan, 0, 0, 100, 160);
        put(plan, 1, 0, 195, 255);
        verifier.verifyThat(AntennaConstraints::antennaOverlap)
                .given(facts(plan))
                .penalizesBy(0);
    }

    @Test
    void activitiesThatShareAMinuteOnAnAntennaOverlapByIt() {
        PassPlan plan = plan(
                BALANCED,
                request("P", "X1").with(30, 15).make(),
                request("Q", "Y").with(20, 5).make());
        put(plan, 0, 0, 100, 160);
        put(plan, 1, 0, 194, 254);
        verifier.verifyThat(AntennaConstraints::antennaOverlap)
                .given(facts(plan))
                .justifiesWith(new AntennaConstraints.Clash(0, 1, 60))
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
        verifier.verifyThat(AntennaConstraints::antennaOverlap)
                .given(facts(plan))
                .penalizesBy(600);
        put(plan, 1, 0, 160, 220);
        verifier.verifyThat(AntennaConstraints::antennaOverlap)
                .given(facts(plan))
                .penalizesBy(0);
    }

    @Test
    void anOverlapOfSeveralHoursCountsOnce() {
        PassPlan plan = plan(
                BALANCED,
                request("P", "X1").lasting(60, 900).make(),
                request("Q", "Y").lasting(60, 900).make());
        put(plan, 0, 0, 0, 900);
        put(plan, 1, 0, 300, 1200);
        verifier.verifyThat(AntennaConstraints::antennaOverlap)
                .given(facts(plan))
                .penalizesBy(600 * 60);
    }

    @Test
    void setupMayBeginWhenTheAntennaIsUpAgain() {
        PassPlan plan = plan(BALANCED, request("P", "X1").with(30, 15).make());
        put(plan, 0, 0, 690, 750);
        verifier.verifyThat(AntennaConstraints::antennaDown).given(facts(plan)).penalizesBy(0);
        put(plan, 0, 0, 689, 749);
        verifier.verifyThat(AntennaConstraints::antennaDown).given(facts(plan)).penalizesBy(60);
    }

    @Test
    void teardownMustEndBeforeTheAntennaGoesDown() {
        PassPlan plan = plan(BALANCED, request("P", "X1").with(30, 15).make());
        put(plan, 0, 0, 525, 585);
        verifier.verifyThat(AntennaConstraints::antennaDown).given(facts(plan)).penalizesBy(0);
        put(plan, 0, 0, 526, 586);
        verifier.verifyThat(AntennaConstraints::antennaDown)
                .given(facts(plan))
                .justifiesWith(new AntennaConstraints.TakenWhileDown(0, "A", 60))
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
        verifier.verifyThat(AntennaConstraints::exclusive).given(facts(plan)).penalizesBy(0);
        put(plan, 1, 0, 159, 219);
        verifier.verifyThat(AntennaConstraints::exclusive).given(facts(plan)).penalizesBy(60);
    }

    @Test
    void aMissionIsNotTrackedTwiceAtOnceOnlyWhereARequestAsksSo() {
        PassPlan apart = plan(
                BALANCED, request("P", "X1").make(), request("Q", "X2").on("B").make());
        put(apart, 0, 0, 100, 160);
        put(apart, 1, 0, 100, 160);
        verifier.verifyThat(AntennaConstraints::exclusive).given(facts(apart)).penalizesBy(0);
        PassPlan asked = plan(
                BALANCED,
                request("P", "X1").make(),
                request("Q", "X2").on("B").excluding(Exclusive.MISSION).make());
        put(asked, 0, 0, 100, 160);
        put(asked, 1, 0, 100, 160);
        verifier.verifyThat(AntennaConstraints::exclusive).given(facts(asked)).penalizesBy(3600);
    }

    @Test
    void requestsThatExcludeNothingMayBeTrackedAtOnce() {
        PassPlan plan = plan(
                BALANCED,
                request("P", "X1").excluding(Exclusive.NONE).make(),
                request("Q", "X1").on("B").excluding(Exclusive.NONE).make());
        put(plan, 0, 0, 100, 160);
        put(plan, 1, 0, 100, 160);
        verifier.verifyThat(AntennaConstraints::exclusive).given(facts(plan)).penalizesBy(0);
    }

    @Test
    void aHandoverMayTrackASpacecraftTwiceAtOnce() {
        PassPlan plan = plan(
                BALANCED,
                request("P", "X1").tied(Tie.Type.OVERLAP, "Q", 20L, null).make(),
                request("Q", "X1").on("B").make());
        put(plan, 0, 0, 400, 460);
        put(plan, 1, 0, 440, 500);
        verifier.verifyThat(AntennaConstraints::exclusive).given(facts(plan)).penalizesBy(0);
    }

    /** A turns at a twentieth of a degree a second; X1 and Y are 17.88 degrees apart. */
    private static PassPlan turning(TrackRequest... requests) {
        return PlanBuilder.build(PlanFixtures.instance(
                BALANCED,
                List.of(antenna("A", new SlewRate(0.05, 0.05), null), antenna("B")),
                List.of(spacecraft("X1", "X"), spacecraft("Y", "Y")),
                List.of(requests),
                List.of(
                        view("A", "X1", 0, 1440, PointingFixtures.still(T0, 86_400, 100, 40)),
                        view("A", "Y", 0, 1440, PointingFixtures.still(T0, 86_400, 117.88, 40)))));
    }

    @Test
    void betweenTwoActivitiesThereIsTimeToRepoint() {
        PassPlan plan = turning(
                request("P", "X1").with(0, 5).make(),
                request("Q", "Y").with(10, 0).make());
        put(plan, 0, 0, 100, 160);
        for (long[] kept : new long[][] {{181, 0}, {180, 58}, {175, 358}, {84 - 60, 0}, {90 - 60, 0}, {95 - 60, 58}}) {
            put(plan, 1, 0, kept[0], kept[0] + 60);
            verifier.verifyThat(AntennaConstraints::slew).given(facts(plan)).penalizesBy((int) kept[1]);
        }
    }

    @Test
    void tracksOfOneSpacecraftNeedNoRepointing() {
        PassPlan plan = turning(request("P", "X1").make(), request("Q", "X1").make());
        put(plan, 0, 0, 100, 160);
        put(plan, 1, 0, 160, 220);
        verifier.verifyThat(AntennaConstraints::slew).given(facts(plan)).penalizesBy(0);
    }

    @Test
    void aComplexCarriesNoMoreTracksThanItCan() {
        PassPlan plan = PlanBuilder.build(PlanFixtures.limited(
                ConstraintCase.instance(
                        BALANCED,
                        request("P", "X1").with(30, 30).make(),
                        request("Q", "Y").on("B").with(30, 30).transmitting().make()),
                1,
                null));
        put(plan, 0, 0, 100, 160);
        put(plan, 1, 0, 160, 220);
        verifier.verifyThat(AntennaConstraints::complexTracks)
                .given(facts(plan))
                .penalizesBy(0);
        put(plan, 1, 0, 159, 219);
        verifier.verifyThat(AntennaConstraints::complexTracks)
                .given(facts(plan))
                .penalizesBy(1);
        verifier.verifyThat(AntennaConstraints::complexUplinks)
                .given(facts(plan))
                .penalizesBy(0);
    }

    @Test
    void anArrayIsOneTrackOfItsComplex() {
        PassPlan plan = PlanBuilder.build(PlanFixtures.limited(
                ConstraintCase.instance(BALANCED, request("P", "X1").on("A+B").make()), 1, null));
        put(plan, 0, 0, 100, 160);
        verifier.verifyThat(AntennaConstraints::complexTracks)
                .given(facts(plan))
                .penalizesBy(0);
    }

    @Test
    void onlyTracksThatTransmitCountAsUplinks() {
        PassPlan plan = PlanBuilder.build(PlanFixtures.limited(
                ConstraintCase.instance(
                        BALANCED,
                        request("P", "X1").on("A", "B").transmitting().make(),
                        request("Q", "Y").on("A", "B").make(),
                        request("R", "X2").on("A", "B").transmitting().make()),
                null,
                1));
        put(plan, 0, 0, 100, 160);
        put(plan, 1, 1, 100, 160);
        verifier.verifyThat(AntennaConstraints::complexUplinks)
                .given(facts(plan))
                .penalizesBy(0);
        put(plan, 2, 1, 159, 219);
        verifier.verifyThat(AntennaConstraints::complexUplinks)
                .given(facts(plan))
                .penalizesBy(1);
        put(plan, 2, 1, 160, 220);
        verifier.verifyThat(AntennaConstraints::complexUplinks)
                .given(facts(plan))
                .penalizesBy(0);
    }
}
