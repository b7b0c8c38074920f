package dev.yeoju.bound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CutsTest {
    private static final double[] EVEN = {1, 1};

    @Test
    void aSinglePieceLeadsStraightToTheLevel() {
        Cuts cuts = new Cuts(2);
        double[] prices = {5, 5};
        cuts.add(10, prices, new double[] {3, 4});
        Cuts.Way way = cuts.from(prices, EVEN);
        assertThat(way.excess(5)).isCloseTo(0, within(1e-9));
        way.go();
        // Polyak's step: (10 − 5) / 25 times the slopes.
        assertThat(prices).containsExactly(new double[] {4.4, 4.2}, within(1e-9));
    }

    @Test
    void aPriceMovesByItsMetric() {
        Cuts cuts = new Cuts(2);
        double[] prices = {5, 5};
        cuts.add(10, prices, new double[] {1, 1});
        Cuts.Way way = cuts.from(prices, new double[] {3, 1});
        assertThat(way.excess(6)).isCloseTo(0, within(1e-9));
        way.go();
        assertThat(prices).containsExactly(new double[] {2, 4}, within(1e-9));
    }

    @Test
    void allPiecesAreDownToTheLevelAfterTheStep() {
        for (long seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            Cuts cuts = new Cuts(30);
            int pieces = 1 + random.nextInt(12);
            double[][] slopes = new double[pieces][];
            double[] prices = random.doubles(30, 5, 6).toArray();
            for (int k = 0; k < pieces; k++) {
                slopes[k] = random.doubles(30, -1, 1).toArray();
                cuts.add(1, prices, slopes[k]);
            }
            double[] start = prices.clone();
            Cuts.Way way = cuts.from(prices, random.doubles(30, 0.5, 2).toArray());
            assertThat(way.excess(0.9)).as("seed %d", seed).isCloseTo(0, within(1e-3));
            way.go();
            for (double[] slope : slopes) {
                double value = 1;
                for (int i = 0; i < slope.length; i++) {
                    value += slope[i] * (prices[i] - start[i]);
                }
                assertThat(value).as("seed %d", seed).isLessThan(0.9 + 1e-3);
            }
        }
    }

    @Test
    void aLevelBelowWhatThePiecesAllowIsFoundOut() {
        Cuts cuts = new Cuts(2);
        double[] prices = {5, 5};
        cuts.add(10, prices, new double[] {1, 0});
        cuts.add(10, prices, new double[] {-1, 0});
        assertThat(cuts.from(prices, EVEN).excess(9)).isGreaterThanOrEqualTo(1);
    }

    @Test
    void aPriceAtZeroDoesNotFall() {
        Cuts cuts = new Cuts(2);
        double[] prices = {0, 5};
        cuts.add(10, prices, new double[] {1, 1});
        Cuts.Way way = cuts.from(prices, EVEN);
        assertThat(way.excess(8)).isCloseTo(0, within(1e-9));
        way.go();
        assertThat(prices).containsExactly(new double[] {0, 3}, within(1e-9));
    }

    @Test
    void whereThePieceIsLevelThereIsNoWay() {
        Cuts cuts = new Cuts(2);
        double[] prices = {0, 5};
        cuts.add(10, prices, new double[] {2, 0});
        assertThat(cuts.from(prices, EVEN).exists()).isFalse();
    }

    @Test
    void theOldestPieceGivesWay() {
        // Of so many prices the fewest pieces are kept: twelve.
        Cuts cuts = new Cuts(Integer.MAX_VALUE);
        double[] prices = {5, 5};
        cuts.add(10, prices, new double[] {-1, 0});
        for (int k = 0; k < 12; k++) {
            cuts.add(10, prices, new double[] {1, 0});
        }
        assertThat(cuts.from(prices, EVEN).excess(9)).isCloseTo(0, within(1e-9));
        assertThat(Arrays.equals(prices, new double[] {5, 5})).isTrue();
    }
}
