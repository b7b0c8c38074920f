package dev.yeoju.planning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yeoju.model.Objective;
import dev.yeoju.model.ProblemInstance;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RebuilderTest {
    /** Two short requests are worth more than the long one that has the antenna, each alone is not. */
    @Test
    void fillsTheTimeWithWhatIsWorthMostTogether() {
        ProblemInstance instance = PlanFixtures.instance(
                Objective.Preset.THROUGHPUT.objective(),
                List.of(PlanFixtures.antenna("A")),
                List.of(
                        PlanFixtures.spacecraft("S", "M"),
                        PlanFixtures.spacecraft("T", "N"),
                        PlanFixtures.spacecraft("U", "O")),
                List.of(
                        PlanFixtures.request("LONG", "S")
                                .on("A")
                                .lasting(300, 300)
                                .with(60, 15)
                                .make(),
                        PlanFixtures.request("EARLY", "T")
                                .on("A")
                                .lasting(200, 200)
                                .with(60, 15)
                                .make(),
                        PlanFixtures.request("LATE", "U")
                                .on("A")
                                .lasting(200, 200)
                                .with(60, 15)
                                .make()),
                List.of(
                        PlanFixtures.view("A", "S", 200, 560),
                        PlanFixtures.view("A", "T", 100, 400),
                        PlanFixtures.view("A", "U", 400, 720)));
        PassPlan plan = PlanBuilder.build(instance);
        PlanState state = new PlanState(plan.model(), plan.assignments());
        PlanRequest longest = plan.model().requests().get(0);
        state.take(state.firstAssignment(longest), longest.opportunities().get(0), 250 * 60, 550 * 60);
        SplittableRandom random = new SplittableRandom(3);
        Ruiner ruiner = new Ruiner(state, random);
        Rebuilder rebuilder = new Rebuilder(state, ruiner, random, 0, 275 * 60);

        ruiner.begin();
        while (ruiner.removed().size() == 0) {
            rebuilder.rebuild(plan.model().requests().get(1));
        }

        assertThat(plan.model().requests()).extracting(state::trackedS).containsExactly(0L, 200 * 60L, 200 * 60L);
    }

    @Test
    void breaksNoRuleInRandomProblems() {
        int rebuilt = 0;
        for (long seed = 1; seed <= 60; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            PlanState state = PlanFixtures.constructed(seed, random);
            Ruiner ruiner = new Ruiner(state, random);
            Rebuilder rebuilder = new Rebuilder(state, ruiner, random, 0.5, 600);
            rebuilder.noise(1);
            for (PlanRequest request : state.model().requests()) {
                if (!request.schedulable()) {
                    continue;
                }
                ruiner.begin();
                rebuilder.rebuild(request);
                rebuilt += ruiner.removed().size();
                PlanFixtures.requireRulesKept(state, "seed " + seed);
            }
        }
        assertThat(rebuilt).isPositive();
    }
}
