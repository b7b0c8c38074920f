package dev.yeoju.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.yeoju.check.Enumeration;
import dev.yeoju.check.Evaluation;
import dev.yeoju.check.ScheduleChecker;
import dev.yeoju.check.SmallProblems;
import dev.yeoju.check.SmallProblems.Feature;
import dev.yeoju.model.ProblemInstance;
import dev.yeoju.model.SolverOptions;
import dev.yeoju.planning.PassPlanner;
import dev.yeoju.planning.PlanningListener;
import dev.yeoju.planning.PlanningResult;
import dev.yeoju.planning.StopToken;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The search and the checker share no rule; on random problems with every feature they say the same. */
class AgreementTest {
    private static final int PROBLEMS = "full".equals(System.getProperty("yeoju.campaign")) ? 10_000 : 60;
    private static final int STEPS = 6000;
    /**
     * A walk of few steps misses the optimum of one problem in a hundred or so; longer ones by other seeds find it, but for
     * one problem in a thousand at most, where what is published pulls many tracks at once.
     */
    private static final int LONG_WALKS = 3;

    private static final int LONG_STEPS = 120_000;
    private static final double ROUNDING = 1e-4;
    private static final EnumSet<Feature> FEATURES = EnumSet.allOf(Feature.class);

    private final PassPlanner planner = new PassPlanner(1);

    @Test
    void theSearchsScoreIsTheCheckersAndNoneOfTheSchedulesTriedIsBetter() {
        int longWalks = 0;
        List<Long> missed = new ArrayList<>();
        for (long seed = 0; seed < PROBLEMS; seed++) {
            ProblemInstance instance = SmallProblems.of(seed, FEATURES);
            SolverOptions options = new SolverOptions(Duration.ofHours(1), STEPS, seed);
            PlanningResult found = planner.solve(instance, options, PlanningListener.NONE, new StopToken());
            Evaluation evaluation = ScheduleChecker.evaluate(instance, found.tracks());
            Enumeration.Optimum best = Enumeration.best(instance, SmallProblems.GRID);

            assertThat(evaluation.isValid())
                    .as(
                            "seed %d: the search says %d, the checker %s",
                            seed, found.brokenRules(), evaluation.violations())
                    .isEqualTo(found.brokenRules() == 0);
            assertThat(found.value()).as("value, seed %d", seed).isCloseTo(evaluation.value(), within(ROUNDING));
            assertThat(found.critical())
                    .as("critical, seed %d", seed)
                    .isCloseTo(evaluation.criticalPriority(), within(ROUNDING));
            if (best.exists()) {
                assertThat(evaluation.isValid())
                        .as("a valid schedule, seed %d", seed)
                        .isTrue();
                for (int walk = 1; isBelow(found, best) && walk <= LONG_WALKS; walk++) {
                    longWalks++;
                    SolverOptions patient = new SolverOptions(Duration.ofHours(1), LONG_STEPS, seed + walk);
                    found = planner.solve(instance, patient, PlanningListener.NONE, new StopToken());
                }
                if (isBelow(found, best)) {
                    missed.add(seed);
                }
            }
        }
        assertThat(longWalks).as("few need a long walk").isLessThanOrEqualTo(PROBLEMS / 20);
        assertThat(missed).as("seeds of which the optimum was not found").hasSizeLessThanOrEqualTo(PROBLEMS / 1000);
    }

    private static boolean isBelow(PlanningResult found, Enumeration.Optimum best) {
        double critical = found.critical() - best.criticalPriority();
        return critical < -ROUNDING || critical <= ROUNDING && found.value() < best.value() - ROUNDING;
    }
}
