package dev.yeoju.check;

import static dev.yeoju.check.ProblemFixture.T0;
import static dev.yeoju.check.ProblemFixture.at;
import static dev.yeoju.check.ProblemFixture.track;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.yeoju.model.Objective;
import dev.yeoju.model.Objective.ChangeCosts;
import dev.yeoju.model.ProblemInstance;
import dev.yeoju.model.Track;
import java.time.Duration;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class ChangeFormulaTest {
    private static final Offset<Double> CLOSE = within(1e-12);
    private static final double MINUTE = 1 / 60.0;
    private static final double SECOND = 1 / 3600.0;
    /** Costs that tell from each other in any sum; no factor. */
    private static final ChangeCosts PLAIN =
            new ChangeCosts(0.5, 0.25, 0.1, 1, 1, null, Duration.ofDays(7), Duration.ofMinutes(1));

    private static ProblemFixture fixture(ChangeCosts costs) {
        Objective preset = Objective.Preset.THROUGHPUT.objective();
        ProblemFixture fixture = new ProblemFixture()
                .antenna("A")
                .antenna("B")
                .view("A", "S", 0, 24)
                .view("B", "S", 0, 24)
                .objective(new Objective(preset.preset(), 0.5, 0, preset.fairnessWeighting(), 0, costs));
        fixture.request("R", "S", "A", "B").lasting(1, 6).split(3, 0.5);
        return fixture;
    }

    private static double cost(ChangeCosts costs, List<double[]> published, List<Object[]> tracks) {
        ProblemFixture fixture = fixture(costs);
        ProblemInstance plain = fixture.build();
        int number = 1;
        for (double[] times : published) {
            fixture.published(track(plain, "R", number++, List.of("A"), times[0], times[1]));
        }
        ProblemInstance instance = fixture.build();
        List<Track> now = new java.util.ArrayList<>();
        for (Object[] t : tracks) {
            now.add(track(instance, "R", number++, List.of((String) t[0]), (double) t[1], (double) t[2]));
        }
        Evaluation evaluation = ScheduleChecker.evaluate(instance, now);
        double without = ScheduleChecker.evaluate(plain, now).value();
        assertThat(evaluation.value()).isCloseTo(without - evaluation.terms().changes(), CLOSE);
        return evaluation.terms().changes();
    }

    private static double costOfOne(Object... track) {
        return cost(PLAIN, List.of(new double[] {2, 4}), List.<Object[]>of(track));
    }

    @Test
    void whatIsKeptWithinTheToleranceCostsNothing() {
        assertThat(costOfOne("A", 2.0, 4.0)).isZero();
        assertThat(costOfOne("A", 2 + MINUTE, 4 + MINUTE)).isZero();
        assertThat(costOfOne("A", 2 - MINUTE, 4.0)).isZero();
    }

    @Test
    void aShiftBeyondTheToleranceOrAnotherAntennaIsAMove() {
        assertThat(costOfOne("A", 2 + MINUTE + SECOND, 4 + MINUTE)).isEqualTo(0.5);
        assertThat(costOfOne("A", 2.0, 4 + MINUTE + SECOND)).isEqualTo(0.5);
        assertThat(costOfOne("B", 2.0, 4.0)).isEqualTo(0.5);
        assertThat(costOfOne("B", 2.5, 4.0)).isEqualTo(0.5);
    }

    @Test
    void lessOfTheSameIsShortened() {
        assertThat(costOfOne("A", 2.5, 4.0)).isEqualTo(0.25);
        assertThat(costOfOne("A", 2 - MINUTE, 3.5)).isEqualTo(0.25);
        assertThat(costOfOne("A", 2 - MINUTE - SECOND, 3.5)).isEqualTo(0.5);
    }

    @Test
    void whatIsGoneIsDroppedAndWhatIsNewIsAdded() {
        assertThat(cost(PLAIN, List.of(new double[] {2, 4}), List.of())).isEqualTo(1);
        assertThat(cost(PLAIN, List.of(new double[] {2, 4}), List.of(new Object[] {"A", 2.0, 4.0}, new Object[] {
                    "A", 6.0, 7.0
                })))
                .isCloseTo(0.1, CLOSE);
        assertThat(cost(PLAIN, List.of(), List.<Object[]>of(new Object[] {"A", 6.0, 7.0})))
                .isZero();
    }

    @Test
    void tracksArePairedSoThatTheChangesCostLeast() {
        // The second is kept; by order of time it would be the first one moved and the second dropped.
        assertThat(cost(PLAIN, List.of(new double[] {2, 4}, new double[] {6, 8}), List.<Object[]>of(new Object[] {
                    "A", 6.0, 8.0
                })))
                .isEqualTo(1);
        // Dropping and adding is cheaper than moving here.
        ChangeCosts dearMoves = new ChangeCosts(5, 0.25, 0.1, 1, 1, null, Duration.ofDays(7), Duration.ofMinutes(1));
        assertThat(cost(dearMoves, List.of(new double[] {2, 4}), List.<Object[]>of(new Object[] {"B", 2.0, 4.0})))
                .isCloseTo(1.1, CLOSE);
    }

    @Test
    void changesNearTheirTimeCostMoreFallingLinearly() {
        ChangeCosts near = new ChangeCosts(0.5, 0.25, 0.1, 1, 3, at(2), Duration.ofHours(10), Duration.ofMinutes(1));
        for (double[] expected : new double[][] {{1, 3}, {2, 3}, {7, 2}, {12, 1}, {20, 1}}) {
            double bot = expected[0];
            assertThat(near.factor(at(bot), ProblemFixture.hours(0, 24))).isCloseTo(expected[1], CLOSE);
            assertThat(cost(near, List.of(new double[] {bot, bot + 1}), List.of()))
                    .isCloseTo(expected[1], CLOSE);
            // Added tracks count by their own begin, moved ones by the published.
            assertThat(cost(near, List.of(new double[] {1, 2}), List.of(new Object[] {"A", 1.0, 2.0}, new Object[] {
                        "A", bot + 2, bot + 3
                    })))
                    .isCloseTo(0.1 * near.factor(at(bot + 2), ProblemFixture.hours(0, 24)), CLOSE);
            assertThat(cost(near, List.of(new double[] {bot, bot + 1}), List.<Object[]>of(new Object[] {"B", 22.0, 23.0
                    })))
                    .isCloseTo(0.5 * expected[1], CLOSE);
        }
        assertThat(ChangeCosts.DEFAULT.factor(T0, ProblemFixture.hours(0, 24))).isEqualTo(2);
    }
}
