package dev.yeoju.bound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class MissionTermsTest {
    private static final int GRID = 60;

    @Test
    void theSurplusIsTheGreatestOverAllHoursThatMissionsCanHave() {
        for (long seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            double[] requested = {1 + random.nextInt(5), 1 + random.nextInt(5)};
            double[] amplitude = {random.nextInt(4), random.nextInt(4)};
            double worst = random.nextInt(3) * 4.0;
            double[] prices = {random.nextDouble() * 4, random.nextDouble() * 4};
            double[] most = {requested[0] * random.nextInt(2, 9) / 6, requested[1] * random.nextInt(1, 9) / 6};
            double greatest = Double.NEGATIVE_INFINITY;
            for (int i = 0; i <= GRID; i++) {
                for (int j = 0; j <= GRID; j++) {
                    double[] g = {requested[0] * i / GRID, requested[1] * j / GRID};
                    if (g[0] <= most[0] && g[1] <= most[1]) {
                        greatest = Math.max(greatest, surplus(requested, amplitude, worst, prices, g));
                    }
                }
            }
            double[] hours = new double[2];
            double found = new MissionTerms(requested, most, amplitude, worst).surplus(prices, hours);
            assertThat(found).as("seed %d", seed).isGreaterThanOrEqualTo(greatest - 1e-9);
            assertThat(found).as("seed %d", seed).isCloseTo(greatest, within(0.05));
            assertThat(surplus(requested, amplitude, worst, prices, hours))
                    .as("seed %d", seed)
                    .isCloseTo(found, within(1e-6));
        }
    }

    private static double surplus(double[] requested, double[] amplitude, double worst, double[] prices, double[] g) {
        double total = worst * Math.min(g[0] / requested[0], g[1] / requested[1]);
        for (int m = 0; m < 2; m++) {
            double u = 1 - g[m] / requested[m];
            total += amplitude[m] * (1 - u * u) - prices[m] * g[m];
        }
        return total;
    }
}
