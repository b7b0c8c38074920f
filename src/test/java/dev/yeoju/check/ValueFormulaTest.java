package dev.yeoju.check;

import static dev.yeoju.check.ProblemFixture.track;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.yeoju.model.Figures;
import dev.yeoju.model.Objective;
import dev.yeoju.model.ProblemInstance;
import dev.yeoju.model.Track;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Figures worked out by hand. */
class ValueFormulaTest {
    private static final Offset<Double> CLOSE = within(1e-9);

    /**
     * Mission M: R1 (weight 2, 1–4 h) gets 3 h, R2 (weight 1, 2–2 h) nothing: 3 of 6 h. Mission N: R3 (weight 3, 1–2 h)
     * gets 4 h, 2 of which count. Mission-weighted priorities: M (2·4 + 1·2) / 6, N 3.
     */
    private static Evaluation evaluate(Objective objective) {
        ProblemFixture fixture = new ProblemFixture()
                .objective(objective)
                .antenna("A")
                .spacecraft("S", "M")
                .spacecraft("T", "N")
                .view("A", "S", 0, 24)
                .view("A", "T", 0, 24);
        fixture.request("R1", "S", "A").priority(2).lasting(1, 4).critical();
        fixture.request("R2", "S", "A").lasting(2, 2).critical();
        fixture.request("R3", "T", "A").priority(3).lasting(1, 2);
        ProblemInstance instance = fixture.build();
        List<Track> tracks = List.of(track(instance, "R1", "A", 1, 4), track(instance, "R3", "A", 5, 9));
        return ScheduleChecker.evaluate(instance, tracks);
    }

    @Test
    void throughputIsWeightedHoursAndHalfAnHourForEachSatisfiedRequest() {
        Evaluation evaluation = evaluate(Objective.Preset.THROUGHPUT.objective());
        assertThat(evaluation.terms().hours()).isCloseTo(2 * 3 + 3 * 2, CLOSE);
        assertThat(evaluation.terms().bonus()).isCloseTo(0.5 * (2 + 3), CLOSE);
        assertThat(evaluation.value()).isCloseTo(14.5, CLOSE);
    }

    @Test
    void balancedAddsFairnessByHoursAndPriority() {
        Evaluation evaluation = evaluate(Objective.Preset.BALANCED.objective());
        // M: w̄·R = 10, U = 0.5; N: w̄·R = 6, U = 0.
        assertThat(evaluation.terms().fairness()).isCloseTo(10 * 0.75 + 6, CLOSE);
        assertThat(evaluation.terms().worst()).isZero();
        assertThat(evaluation.value()).isCloseTo(12 + 5 + 13.5, CLOSE);
    }

    @Test
    void fairCountsMissionsAlikeAndTheWorstOne() {
        Evaluation evaluation = evaluate(Objective.Preset.FAIR.objective());
        // Mean requested hours (6 + 2) / 2 = 4; total 8.
        assertThat(evaluation.terms().fairness()).isCloseTo(5 * 4 * (0.75 + 1), CLOSE);
        assertThat(evaluation.terms().worst()).isCloseTo(1.25 * 8 * 0.5, CLOSE);
        assertThat(evaluation.value()).isCloseTo(12 + 2.5 + 35 + 5, CLOSE);
    }

    @Test
    void figuresCountHoursUpToWhatIsPreferred() {
        Figures figures = evaluate(Objective.Preset.BALANCED.objective()).figures();
        assertThat(figures.trackedHours()).isCloseTo(5, CLOSE);
        assertThat(figures.requestedHours()).isCloseTo(8, CLOSE);
        assertThat(figures.satisfied()).isEqualTo(2);
        assertThat(figures.requests()).isEqualTo(3);
        assertThat(figures.uMax()).isCloseTo(0.5, CLOSE);
        assertThat(figures.uRms()).isCloseTo(Math.sqrt(0.125), CLOSE);
        assertThat(figures.missions())
                .containsExactly(
                        new Figures.MissionFigures("M", 3, 6, 1, 2, 0.5),
                        new Figures.MissionFigures("N", 2, 2, 1, 1, 0));
    }

    @Test
    void criticalRequestsCountByPriorityWhenTheyHaveTheirMinimum() {
        Evaluation evaluation = evaluate(Objective.Preset.BALANCED.objective());
        assertThat(evaluation.critical().satisfied()).isEqualTo(1);
        assertThat(evaluation.critical().requests()).isEqualTo(2);
        assertThat(evaluation.criticalPriority()).isEqualTo(2);
    }
}
