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
import dev.yeoju.model.Pointing;
import dev.yeoju.model.PointingFixtures;
import dev.yeoju.model.ProblemInstance;
import dev.yeoju.model.RequestExpansion;
import dev.yeoju.model.TrackRequest;
import java.util.List;
import org.junit.jupiter.api.Test;

class PreferenceConstraintsTest {
    private static final int MICRO = 1_000_000;

    private final ConstraintVerifier<PreferenceConstraints, PassPlan> verifier =
            ConstraintVerifier.build(new PreferenceConstraints(), PassPlan.class, PassAssignment.class);

    @Test
    void aBeginTwelveHoursFromThePreferredTimeIsWorthNothing() {
        PassPlan plan =
                plan(BALANCED, request("P", "X1").weighing(2).preferring(800).make());
        for (long[] kept : new long[][] {{800, 2 * MICRO}, {80, 0}, {79, 0}, {440, MICRO}, {1160, MICRO}}) {
            put(plan, 0, 0, kept[0], kept[0] + 60);
            verifier.verifyThat(PreferenceConstraints::preferredTime)
                    .given(facts(plan))
                    .rewardsWith((int) kept[1]);
        }
    }

    @Test
    void aSplitRequestCountsFromItsFirstBegin() {
        PassPlan plan = plan(
                BALANCED,
                request("P", "X1")
                        .lasting(60, 240)
                        .splitting(3, 30)
                        .preferring(100)
                        .make());
        put(plan, 1, 0, 100, 160);
        put(plan, 0, 0, 900, 960);
        verifier.verifyThat(PreferenceConstraints::preferredTime)
                .given(facts(plan))
                .rewardsWith(MICRO);
    }

    @Test
    void eachTrackBeyondTheFirstCosts() {
        PassPlan plan = plan(
                BALANCED,
                request("P", "X1").weighing(3).lasting(60, 240).splitting(3, 30).make());
        put(plan, 0, 0, 100, 160);
        verifier.verifyThat(PreferenceConstraints::severalTracks)
                .given(facts(plan))
                .penalizesBy(0);
        put(plan, 1, 0, 200, 260);
        verifier.verifyThat(PreferenceConstraints::severalTracks)
                .given(facts(plan))
                .penalizesBy(3 * MICRO);
        put(plan, 2, 0, 300, 360);
        verifier.verifyThat(PreferenceConstraints::severalTracks)
                .given(facts(plan))
                .penalizesBy(6 * MICRO);
    }

    @Test
    void aTrackIsWorthItsElevationInTheMiddle() {
        PassPlan plan = PlanBuilder.build(PlanFixtures.instance(
                BALANCED,
                List.of(antenna("A")),
                List.of(spacecraft("X1", "X")),
                List.of(request("P", "X1").make()),
                List.of(view(
                        "A",
                        "X1",
                        0,
                        480,
                        PointingFixtures.track(T0, 8 * 3600, 600, t -> new Pointing(180, 9 * t / 3600))))));
        put(plan, 0, 0, 270, 330);
        // 45 of 90 degrees; nothing else is preferred here.
        verifier.verifyThat().given(facts(plan)).scores(PassPlan.preference(MICRO / 2));
    }

    @Test
    void membersOfASeriesAreBestOnePeriodApart() {
        List<TrackRequest> asked =
                List.of(request("P", "X1").within(0, 2 * 1440).every(1440, 1, 0).make());
        ProblemInstance instance = new ProblemInstance(
                PlanFixtures.instance(BALANCED, List.of(antenna("A")), List.of(spacecraft("X1", "X")), asked, List.of())
                        .problem(),
                RequestExpansion.of(asked).requests(),
                List.of(view("A", "X1", 0, 2 * 1440)),
                List.of(),
                List.of());
        PassPlan plan = PlanBuilder.build(instance);
        put(plan, 1, 0, 1500, 1560);
        verifier.verifyThat(PreferenceConstraints::evenSpacing)
                .given(facts(plan))
                .rewardsWith(0);
        put(plan, 0, 0, 60, 120);
        verifier.verifyThat(PreferenceConstraints::evenSpacing)
                .given(facts(plan))
                .rewardsWith(MICRO);
        put(plan, 0, 0, 780, 840);
        verifier.verifyThat(PreferenceConstraints::evenSpacing)
                .given(facts(plan))
                .rewardsWith(MICRO / 2);
    }
}
