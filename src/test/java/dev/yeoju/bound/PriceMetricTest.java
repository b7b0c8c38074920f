package dev.yeoju.bound;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PriceMetricTest {
    @Test
    void atFirstPricesOfManyHoursMoveLess() {
        assertThat(new PriceMetric(new double[] {1, 100}).byPrice()).containsExactly(1, 0.1);
    }

    @Test
    void thenThoseMoveLessWhoseGradientSwingsMore() {
        PriceMetric metric = new PriceMetric(new double[] {1, 1, 1});
        for (int round = 0; round < 20; round++) {
            int sign = round % 2 == 0 ? 1 : -1;
            metric.see(new double[] {sign * 4, sign * 0.5, 0});
        }
        metric.renew();
        // What never swings does not move without limit.
        assertThat(metric.byPrice()).containsExactly(0.25, 2, 20);
    }

    @Test
    void aFewRoundsTellNothing() {
        PriceMetric metric = new PriceMetric(new double[] {1});
        metric.see(new double[] {4});
        metric.renew();
        assertThat(metric.byPrice()).containsExactly(1);
    }
}
