package dev.yeoju.bound;

import java.util.Arrays;

/**
 * Linear pieces of the dual seen last: it lies above each of them. From some prices they lead to the nearest at which all
 * of them are down to a level, as a step of the level method does (Lemaréchal, Nemirovskii, Nesterov 1995) and with a
 * single piece Polyak's. An array's worth times its share is convex in each alone: pieces are a guide, no proof.
 */
final class Cuts {
    /** Fewer, and where many prices must move together each step undoes another. */
    private static final int MOST = 48;
    /** Most numbers kept: of very many prices fewer pieces. */
    private static final int MEMORY = 20_000_000;

    private static final int FEWEST = 12;
    private static final int SWEEPS = 100;

    private final double[][] slopes = new double[MOST][];
    private final double[] constants = new double[MOST];
    private final int most;
    private int held;
    private int newest = -1;

    /** @param prices their number */
    Cuts(int prices) {
        most = Math.max(FEWEST, Math.min(MOST, MEMORY / Math.max(1, prices)));
    }

    void clear() {
        held = 0;
        newest = -1;
    }

    /** The piece that touches the dual at the prices, in place of the oldest. */
    void add(double value, double[] prices, double[] gradient) {
        newest = (newest + 1) % most;
        held = Math.min(most, held + 1);
        slopes[newest] = gradient.clone();
        constants[newest] = value - dot(gradient, prices);
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    /**
     * The way down from the prices.
     *
     * @param metric how far each price moves for its slope
     */
    Way from(double[] prices, double[] metric) {
        return new Way(prices, metric);
    }

    /**
     * A step: prices fall by the metric times a sum of slopes with weights that are not negative, such that no piece is
     * left above the level and those that weigh are down to it.
     */
    final class Way {
        private final double[] prices;
        private final double[] metric;
        private final int[] free;
        private final double[] values = new double[held];
        private final double[][] products = new double[held][held];
        private final double[] weights = new double[held];

        private Way(double[] prices, double[] metric) {
            this.prices = prices;
            this.metric = metric;
            int[] moving = new int[prices.length];
            int count = 0;
            for (int i = 0; i < prices.length; i++) {
                // A price at zero that would fall stays: its part of the slopes leads nowhere.
                if (prices[i] > 0 || slopes[newest][i] < 0) {
                    moving[count++] = i;
                }
            }
            free = Arrays.copyOf(moving, count);
            for (int a = 0; a < held; a++) {
                values[a] = constants[a] + dot(slopes[a], prices);
                for (int b = 0; b <= a; b++) {
                    products[a][b] = product(slopes[a], slopes[b]);
                    products[b][a] = products[a][b];
                }
            }
        }

        private double product(double[] a, double[] b) {
            double sum = 0;
            for (int i : free) {
                sum += a[i] * b[i] * metric[i];
            }
            return sum;
        }

        /** Whether there is one at all: else the newest piece is level and no prices are better. */
        boolean exists() {
            return products[newest][newest] > 0;
        }

        /** Finds the weights for the level; says by how much some piece is above it all the same, at most. */
        double excess(double level) {
            Arrays.fill(weights, 0);
            for (int sweep = 0; sweep < SWEEPS; sweep++) {
                for (int k = 0; k < held; k++) {
                    int a = (newest + k) % held;
                    if (products[a][a] > 0) {
                        weights[a] = Math.max(0, weights[a] + (after(a) - level) / products[a][a]);
                    }
                }
            }
            double excess = 0;
            for (int a = 0; a < held; a++) {
                excess = Math.max(excess, after(a) - level);
            }
            return excess;
        }

        /** The piece's value after the step. */
        private double after(int a) {
            double value = values[a];
            for (int b = 0; b < held; b++) {
                value -= weights[b] * products[a][b];
            }
            return value;
        }

        /** Goes it; what is no vector of prices then is for others to mend. */
        void go() {
            for (int i : free) {
                double slope = 0;
                for (int a = 0; a < held; a++) {
                    slope += weights[a] * slopes[a][i];
                }
                prices[i] -= metric[i] * slope;
            }
        }
    }
}
