package dev.yeoju.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.yeoju.check.Evaluation;
import dev.yeoju.check.ScheduleChecker;
import dev.yeoju.model.Objective;
import dev.yeoju.model.ProblemInstance;
import dev.yeoju.model.SolverOptions;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SatNetWeekTest {
    /** Half a micro-unit for each of about 600 terms. */
    private static final double ROUNDING = 5e-4;

    /** The least figures are those published of the best learner of 1000 (Goh 2021): hours and satisfied requests. */
    @ParameterizedTest
    @CsvSource({"W10_2018, 257, 886, 204", "W20_2018, 294, 1000, 223", "W30_2018, 293, 1100, 229"})
    void aShortSearchIsAheadOfTheFirstPublishedSchedules(String week, int requests, double hours, int satisfied)
            throws IOException {
        assumeThat(SatNetWeek.isPresent()).as("SatNet weeks").isTrue();
        ProblemInstance instance = SatNetWeek.read(week, Objective.Preset.FAIR.objective());
        PlanningResult result = new PassPlanner()
                .solve(
                        instance,
                        new SolverOptions(Duration.ofMinutes(10), 10_000, 1),
                        PlanningListener.NONE,
                        new StopToken());
        Evaluation evaluation = ScheduleChecker.evaluate(instance, result.tracks());
        assertThat(evaluation.violations()).isEmpty();
        assertThat(evaluation.value()).isCloseTo(result.value(), within(ROUNDING));
        assertThat(evaluation.figures().requests()).isEqualTo(requests);
        assertThat(evaluation.figures().trackedHours()).isGreaterThan(hours);
        assertThat(evaluation.figures().satisfied()).isGreaterThan(satisfied);
    }
}
