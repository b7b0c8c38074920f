package dev.yeoju.planning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yeoju.model.Objective;
import dev.yeoju.model.ProblemInstance;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class EjectorTest {
    /**
     * FIRST can only be where SECOND is, SECOND else only where THIRD is, and THIRD also at night: no gap is long enough
     * for FIRST or SECOND, so that one link is not enough.
     */
    private static PlanState chainOfThree() {
        ProblemInstance instance = PlanFixtures.instance(
                Objective.Preset.THROUGHPUT.objective(),
                List.of(PlanFixtures.antenna("A"), PlanFixtures.antenna("B")),
                List.of(
                        PlanFixtures.spacecraft("S", "M"),
                        PlanFixtures.spacecraft("T", "N"),
                        PlanFixtures.spacecraft("U", "O")),
                List.of(
                        PlanFixtures.request("FIRST", "S")
                                .on("A")
                                .lasting(100, 100)
                                .with(60, 15)
                                .make(),
                        PlanFixtures.request("SECOND", "T")
                                .on("A", "B")
                                .lasting(100, 100)
                                .with(60, 15)
                                .make(),
                        PlanFixtures.request("THIRD", "U")
                                .on("B")
                                .lasting(100, 100)
                                .with(60, 15)
                                .make()),
                List.of(
                        PlanFixtures.view("A", "S", 100, 220),
                        PlanFixtures.view("A", "T", 100, 220),
                        PlanFixtures.view("B", "T", 100, 220),
                        PlanFixtures.view("B", "U", 100, 220),
                        PlanFixtures.view("B", "U", 500, 620)));
        PassPlan plan = PlanBuilder.build(instance);
        PlanState state = new PlanState(plan.model(), plan.assignments());
        take(state, 1, "A");
        take(state, 2, "B");
        return state;
    }

    private static void take(PlanState state, int request, String antenna) {
        PlanRequest taken = state.model().requests().get(request);
        PlanOpportunity where = taken.opportunities().stream()
                .filter(each -> each.option().antennas().contains(antenna))
                .findFirst()
                .orElseThrow();
        state.take(state.firstAssignment(taken), where, 110 * 60, 210 * 60);
    }

    private static Ejector ejector(PlanState state, SplittableRandom random) {
        return new Ejector(state, random, new Recreator(state, random, SearchParameters.DEFAULT));
    }

    @Test
    void tracksGiveWayToEachOtherUntilOneFindsAGap() {
        PlanState state = chainOfThree();

        ejector(state, new SplittableRandom(1)).eject(state.model().requests().get(0), 2);

        assertThat(state.model().requests()).extracting(state::trackedS).containsOnly(100 * 60L);
    }

    @Test
    void whoeverFindsNoOtherPlaceWithinTheLinksIsDropped() {
        PlanState state = chainOfThree();

        ejector(state, new SplittableRandom(1)).eject(state.model().requests().get(0), 1);

        assertThat(state.model().requests()).extracting(state::trackedS).containsExactly(100 * 60L, 0L, 100 * 60L);
    }

    @Test
    void breaksNoRuleInRandomProblems() {
        int ejected = 0;
        for (long seed = 1; seed <= 60; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            PlanState state = PlanFixtures.constructed(seed, random);
            Ejector ejector = ejector(state, random);
            ejector.noise(1);
            for (PlanRequest request : state.model().requests()) {
                if (request.schedulable()) {
                    ejector.eject(request, 1 + random.nextInt(4));
                    ejected += state.journal().size();
                    PlanFixtures.requireRulesKept(state, "seed " + seed);
                    state.rollBack();
                }
            }
        }
        assertThat(ejected).isPositive();
    }
}
