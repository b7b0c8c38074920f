package dev.yeoju.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class CheapestPairingTest {
    @Test
    void nothingToPairCostsNothing() {
        assertThat(CheapestPairing.cost(new double[0][0])).isZero();
    }

    @Test
    void noPairingIsCheaper() {
        for (int seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            int n = 1 + random.nextInt(6);
            double[][] costs = new double[n][n];
            for (double[] row : costs) {
                for (int j = 0; j < n; j++) {
                    row[j] = random.nextInt(4) - (random.nextBoolean() ? random.nextDouble() : 0);
                }
            }
            assertThat(CheapestPairing.cost(costs)).as("seed %d", seed).isCloseTo(least(costs, 0, 0), within(1e-9));
        }
    }

    /** By trying all. */
    private static double least(double[][] costs, int row, int taken) {
        if (row == costs.length) {
            return 0;
        }
        double least = Double.POSITIVE_INFINITY;
        for (int column = 0; column < costs.length; column++) {
            if ((taken & 1 << column) == 0) {
                least = Math.min(least, costs[row][column] + least(costs, row + 1, taken | 1 << column));
            }
        }
        return least;
    }
}
