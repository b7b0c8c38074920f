package dev.yeoju.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class GapFinderTest {
    private record Gap(int opportunity, int startS, int endS, TieWindows.Window window) {}

    private static void addTo(List<Gap> found, GapFinder gaps, int count) {
        for (int gap = 0; gap < count; gap++) {
            found.add(new Gap(gaps.gapWhere(gap).index(), gaps.gapStartS(gap), gaps.gapEndS(gap), gaps.gapWindow(gap)));
        }
    }

    /** In plans with arrays, ties, pins, slewing, shared beams and limits, a third of the tracks taken away. */
    @Test
    void allAtOnceAreThoseOfOneOpportunityAfterTheOther() {
        int compared = 0;
        for (long seed = 1; seed <= 200; seed++) {
            RandomProblems problems = new RandomProblems(seed).withPins();
            if (seed % 2 == 0) {
                problems.withMountsAndLimits();
            }
            if (seed % 3 == 0) {
                problems.withTies();
            }
            PassPlan plan = PlanBuilder.build(problems.any(3, 25, 48));
            PlanState state = new PlanState(plan.model(), plan.assignments());
            SplittableRandom random = new SplittableRandom(seed);
            Proposer proposer = new Proposer(state, random, SearchParameters.DEFAULT);
            proposer.construct();
            for (int assignment = 0; assignment < state.assignmentCount(); assignment++) {
                if (state.isMovable(assignment) && state.isTaken(assignment) && random.nextInt(3) == 0) {
                    state.release(assignment);
                }
            }
            GapFinder gaps = new GapFinder(state);
            for (PlanRequest request : state.model().requests()) {
                int leastS = 1 + random.nextInt(request.preferredS());
                List<Gap> oneByOne = new ArrayList<>();
                for (PlanOpportunity where : request.opportunities()) {
                    addTo(oneByOne, gaps, gaps.find(request, where, leastS));
                }
                List<Gap> atOnce = new ArrayList<>();
                addTo(atOnce, gaps, gaps.find(request, leastS));

                assertThat(atOnce).as("%s, seed %d", request, seed).containsExactlyInAnyOrderElementsOf(oneByOne);
                compared += oneByOne.size();
            }
        }
        assertThat(compared).isGreaterThan(1000);
    }
}
