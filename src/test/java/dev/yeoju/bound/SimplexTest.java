package dev.yeoju.bound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SimplexTest {
    @Test
    void aPointOfTheSimplexStays() {
        double[] vector = {9, 0.2, 0.3, 0.5, 9};
        Simplex.project(vector, 1, 3);
        assertThat(vector).containsExactly(new double[] {9, 0.2, 0.3, 0.5, 9}, within(1e-12));
    }

    @Test
    void noPointOfTheSimplexIsNearer() {
        for (long seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            double[] from = {random.nextGaussian(), random.nextGaussian(), random.nextGaussian()};
            double[] to = from.clone();
            Simplex.project(to, 0, 3);
            assertThat(Arrays.stream(to).sum()).isCloseTo(1, within(1e-12));
            assertThat(Arrays.stream(to).min().orElseThrow()).isGreaterThanOrEqualTo(0);
            for (int i = 0; i <= 20; i++) {
                for (int j = 0; i + j <= 20; j++) {
                    double[] other = {i / 20.0, j / 20.0, (20 - i - j) / 20.0};
                    assertThat(distance(from, other))
                            .as("seed %d", seed)
                            .isGreaterThanOrEqualTo(distance(from, to) - 1e-12);
                }
            }
        }
    }

    @Test
    void whatIsNotANumberBecomesTheMiddle() {
        double[] vector = {Double.NaN, 5};
        Simplex.project(vector, 0, 2);
        assertThat(vector).containsExactly(0.5, 0.5);
    }

    private static double distance(double[] a, double[] b) {
        double squares = 0;
        for (int i = 0; i < a.length; i++) {
            squares += (a[i] - b[i]) * (a[i] - b[i]);
        }
        return squares;
    }
}
