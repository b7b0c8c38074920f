package dev.yeoju.planning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yeoju.model.Objective;
import dev.yeoju.model.ProblemInstance;
import dev.yeoju.model.TrackRequest;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RecreatorTest {
    private static TrackRequest request(String id) {
        return PlanFixtures.request(id, "S")
                .on("A", "B")
                .lasting(400, 480)
                .with(60, 15)
                .splitting(2, 240)
                .make();
    }

    @Test
    void packsANightWithTwoTracksBackToBack() {
        ProblemInstance instance = PlanFixtures.instance(
                Objective.Preset.FAIR.objective(),
                List.of(PlanFixtures.antenna("A"), PlanFixtures.antenna("B")),
                List.of(PlanFixtures.spacecraft("S", "M")),
                List.of(request("R1"), request("R2"), request("R3")),
                List.of(PlanFixtures.view("A", "S", 100, 940), PlanFixtures.view("B", "S", 100, 940)));
        PassPlan plan = PlanBuilder.build(instance);
        PlanState state = new PlanState(plan.model(), plan.assignments());
        Recreator recreator = new Recreator(state, new SplittableRandom(1), SearchParameters.DEFAULT);

        plan.model().requests().forEach(recreator::pack);

        assertThat(plan.model().requests()).extracting(state::trackedS).containsExactly(440 * 60L, 400 * 60L, 0L);
        int first = state.firstAssignment(plan.model().requests().get(0));
        int second = state.firstAssignment(plan.model().requests().get(1));
        assertThat(state.botS(second)).isEqualTo(state.eotS(first));
    }
}
