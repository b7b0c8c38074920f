package dev.yeoju.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.yeoju.model.Objective;
import dev.yeoju.model.ProblemInstance;
import dev.yeoju.model.TrackRequest;
import dev.yeoju.model.ViewPeriod;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CompletenessTest {
    private static final int REQUESTS = 100;
    private static final double MOST = 2;

    @Test
    void theLastRequestAddsTheMostAndThoseBeforeItLess() {
        PlanModel model = model(Objective.Preset.FAIR.objective(), 0);
        Completeness completeness = completeness(model);
        double mean = model.worthOfAll() / REQUESTS;
        List<Long> added = new ArrayList<>();
        for (PlanRequest request : model.requests()) {
            long before = completeness.worth();
            completeness.count(request, true);
            added.add(completeness.worth() - before);
        }

        // Whole units: among the first, which add next to nothing, one may add a unit less than that before it.
        assertThat(added.subList(REQUESTS / 10, REQUESTS)).isSorted();
        assertThat((double) added.get(REQUESTS - 1)).isCloseTo(MOST * mean, within(0.05 * MOST * mean));
        assertThat((double) added.get(REQUESTS / 2)).isLessThan(0.01 * mean);
        assertThat(completeness.rate(model.requests().get(0))).isCloseTo(MOST * mean, within(1.0));
    }

    @Test
    void whatIsTakenBackLeavesNoTrace() {
        PlanModel model = model(Objective.Preset.FAIR.objective(), 0);
        List<PlanRequest> requests = model.requests();
        Completeness completeness = completeness(model);
        requests.forEach(request -> completeness.count(request, true));
        long all = completeness.worth();

        requests.subList(0, 60).forEach(request -> completeness.count(request, false));
        requests.subList(0, 60).forEach(request -> completeness.count(request, true));

        assertThat(completeness.worth()).isEqualTo(all);
    }

    @Test
    void aRequestThatNothingCanServeIsNotMissing() {
        PlanModel model = model(Objective.Preset.FAIR.objective(), 40);
        List<PlanRequest> requests = model.requests();
        Completeness completeness = completeness(model);
        requests.stream().filter(PlanRequest::schedulable).forEach(request -> completeness.count(request, true));

        assertThat(requests.stream().filter(PlanRequest::schedulable)).hasSize(REQUESTS);
        double mean = model.worthOfAll() / (REQUESTS + 40);
        assertThat(completeness.rate(requests.get(0))).isCloseTo(MOST * mean, within(1.0));
    }

    @Test
    void nothingIsAddedWhereTheObjectivePaysNothing() {
        Objective fair = Objective.Preset.FAIR.objective();
        Objective hoursOnly = new Objective(
                fair.preset(),
                0,
                fair.fairnessWeight(),
                fair.fairnessWeighting(),
                fair.worstMissionWeight(),
                fair.change());
        PlanModel model = model(hoursOnly, 0);
        List<PlanRequest> requests = model.requests();
        Completeness completeness = completeness(model);
        requests.forEach(request -> completeness.count(request, true));

        assertThat(completeness.worth()).isZero();
        assertThat(completeness.rate(requests.get(0))).isZero();
    }

    private static Completeness completeness(PlanModel model) {
        Completeness completeness = new Completeness(model);
        completeness.most(MOST);
        return completeness;
    }

    /** @param impossible how many more are outside all view periods */
    private static PlanModel model(Objective objective, int impossible) {
        List<TrackRequest> asked = IntStream.range(0, REQUESTS + impossible)
                .mapToObj(k -> PlanFixtures.request("R" + k, k < REQUESTS ? "X1" : "Y")
                        .on("A")
                        .within(0, 600)
                        .lasting(60, 120)
                        .weighing(3)
                        .make())
                .toList();
        List<ViewPeriod> views = List.of(PlanFixtures.view("A", "X1", 0, 600));
        ProblemInstance instance = PlanFixtures.instance(
                objective,
                List.of(PlanFixtures.antenna("A")),
                List.of(PlanFixtures.spacecraft("X1", "X"), PlanFixtures.spacecraft("Y", "Y")),
                asked,
                views);
        return PlanBuilder.model(instance);
    }
}
