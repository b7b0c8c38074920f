package dev.yeoju.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.yeoju.benchmark.Peer;
import dev.yeoju.benchmark.Peers;
import dev.yeoju.check.Evaluation;
import dev.yeoju.check.ScheduleChecker;
import dev.yeoju.model.Objective;
import dev.yeoju.model.ProblemInstance;
import java.io.IOException;
import java.time.Duration;
import org.assertj.core.api.Assumptions;
import org.junit.jupiter.api.Test;

/** CP-SAT plays by the same rules and for the same objective: on small problems it finds the enumerated optimum. */
class CpSatPeerTest {
    private static final Duration LONG = Duration.ofMinutes(2);
    /** Tangents and whole units take that much off, hours. */
    private static final double TOLERANCE = 2e-3;

    private final Peer peer = Peers.find("cp-sat");

    @Test
    void smallProblemsAreSolvedToTheEnumeratedOptimum() {
        for (long seed = 0; seed < 60; seed++) {
            assertOptimum(seed, new RandomProblems(seed).enumerable());
        }
    }

    @Test
    void smallProblemsWithTiesAlike() {
        for (long seed = 1000; seed < 1060; seed++) {
            assertOptimum(seed, new RandomProblems(seed).withTies().enumerable());
        }
    }

    private void assertOptimum(long seed, ProblemInstance instance) {
        Enumeration.Best best = Enumeration.best(PlanBuilder.model(instance), 30 * 60);
        Peer.Outcome outcome = peer.solve(instance, LONG, 2, seed, () -> false);
        Evaluation evaluation = ScheduleChecker.evaluate(instance, outcome.tracks());

        assertThat(outcome.optimal()).as("seed %d", seed).isTrue();
        assertThat(evaluation.violations()).as("seed %d", seed).isEmpty();
        assertThat(evaluation.criticalPriority())
                .as("seed %d", seed)
                .isCloseTo(best.criticalMicro() / PlanUnits.MICRO_PER_HOUR, within(1e-6));
        assertThat(evaluation.value())
                .as("seed %d", seed)
                .isCloseTo(best.valueMicro() / PlanUnits.MICRO_PER_HOUR, within(TOLERANCE));
        if (outcome.bound() != null) {
            assertThat(outcome.bound()).as("seed %d", seed).isGreaterThan(evaluation.value() - TOLERANCE);
        }
    }

    @Test
    void largerProblemsWithEverythingKeepTheRules() {
        for (long seed = 0; seed < 5; seed++) {
            ProblemInstance instance = new RandomProblems(seed).withTies().any(3, 15, 48);
            Peer.Outcome outcome = peer.solve(instance, Duration.ofSeconds(5), 2, seed, () -> false);

            assertThat(outcome.found()).isNotEmpty();
            for (Peer.Found found : outcome.found()) {
                assertThat(ScheduleChecker.evaluate(instance, found.tracks()).violations())
                        .as("seed %d", seed)
                        .isEmpty();
            }
        }
    }

    @Test
    void aSatNetWeekKeepsTheRules() throws IOException {
        Assumptions.assumeThat(SatNetWeek.isPresent()).as("SatNet weeks").isTrue();
        ProblemInstance instance = SatNetWeek.read("W10_2018", Objective.Preset.FAIR.objective());

        Peer.Outcome outcome = peer.solve(instance, Duration.ofSeconds(20), 2, 0, () -> false);

        assertThat(peer.unmodelled(instance)).isEmpty();
        assertThat(outcome.tracks()).isNotEmpty();
        assertThat(ScheduleChecker.evaluate(instance, outcome.tracks()).violations())
                .isEmpty();
    }
}
