package dev.yeoju.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class PairingTest {
    @Test
    void costsWhatTheBestOfAllPairingsCosts() {
        for (long seed = 1; seed <= 500; seed++) {
            Random random = new Random(seed);
            int ones = random.nextInt(5);
            int others = random.nextInt(5);
            double[][] pair = new double[ones][others];
            for (double[] row : pair) {
                for (int k = 0; k < others; k++) {
                    row[k] = random.nextInt(4) == 0 ? 0 : random.nextDouble();
                }
            }
            double[] oneAlone = random.doubles(ones).toArray();
            double[] otherAlone = random.doubles(others).toArray();
            double least = Pairing.leastCost(
                    ones, others, (one, other) -> pair[one][other], one -> oneAlone[one], other -> otherAlone[other]);
            assertThat(least)
                    .as("seed %d", seed)
                    .isCloseTo(all(pair, oneAlone, otherAlone, 0, new boolean[others]), within(1e-12));
        }
    }

    private static double all(double[][] pair, double[] oneAlone, double[] otherAlone, int one, boolean[] used) {
        if (one == pair.length) {
            double rest = 0;
            for (int other = 0; other < used.length; other++) {
                rest += used[other] ? 0 : otherAlone[other];
            }
            return rest;
        }
        double best = oneAlone[one] + all(pair, oneAlone, otherAlone, one + 1, used);
        for (int other = 0; other < used.length; other++) {
            if (!used[other]) {
                used[other] = true;
                best = Math.min(best, pair[one][other] + all(pair, oneAlone, otherAlone, one + 1, used));
                used[other] = false;
            }
        }
        return best;
    }
}
