package dev.yeoju.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yeoju.bound.BoundOptions;
import dev.yeoju.model.SolverOptions;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SolveTest {
    private static int rounds(long stepLimit) {
        return Solve.rounds(new SolverOptions(Duration.ofSeconds(30), stepLimit, 0));
    }

    @Test
    void aSearchOfFewStepsHasAProofOfFewRounds() {
        assertThat(rounds(1)).isEqualTo(200);
        assertThat(rounds(10_000)).isEqualTo(400);
        assertThat(rounds(50_000)).isEqualTo(BoundOptions.DEFAULT.rounds());
        assertThat(rounds(Long.MAX_VALUE)).isEqualTo(BoundOptions.DEFAULT.rounds());
    }

    @Test
    void aSearchLimitedByTimeAloneHasThemAll() {
        assertThat(rounds(0)).isEqualTo(BoundOptions.DEFAULT.rounds());
    }
}
