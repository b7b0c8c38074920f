package dev.yeoju.bound;

import java.util.Arrays;

/**
 * Lowers the dual by deflected subgradient steps towards a level below the best value known. The level is drawn near
 * when no step gets under it, so that no value of a schedule is needed. Counted, not timed: the same rounds give the same
 * prices.
 */
final class Descent {
    private static final double FIRST_LEVEL = 0.05;
    private static final double NEAR_LEVEL = 0.002;
    /** Rounds without progress after which the level is drawn nearer: fewer, and the prices settle too early. */
    private static final int PATIENCE = 40;

    private static final double NEARER = 0.65;
    private static final double DEFLECTION = 1.5;
    private static final double NEAR_ALREADY = 0.25;

    private final PriceLayout layout;
    private final double firstLevel;
    private final double[] prices;
    private final double[] bestPrices;
    private final double[] gradient;
    private final double[] direction;
    private double best = Double.POSITIVE_INFINITY;
    private double bestAtLevel = Double.POSITIVE_INFINITY;
    private double depth = Double.NaN;
    private int idle;

    Descent(PriceLayout layout, double[] start) {
        this(layout, start, FIRST_LEVEL);
    }

    private Descent(PriceLayout layout, double[] start, double firstLevel) {
        this.layout = layout;
        this.firstLevel = firstLevel;
        prices = start.clone();
        bestPrices = start.clone();
        gradient = new double[start.length];
        direction = new double[start.length];
    }

    /** From prices that are nearly the best. */
    static Descent near(PriceLayout layout, double[] start) {
        return new Descent(layout, start, NEAR_LEVEL);
    }

    double best() {
        return best;
    }

    double[] bestPrices() {
        return bestPrices.clone();
    }

    /** Values on another grid are not comparable with those before; the prices are near already. */
    void restart() {
        depth *= NEAR_ALREADY;
        System.arraycopy(bestPrices, 0, prices, 0, prices.length);
        best = Double.POSITIVE_INFINITY;
        bestAtLevel = Double.POSITIVE_INFINITY;
        idle = 0;
        Arrays.fill(direction, 0);
    }

    /** One round: the dual at the present prices, then the next ones. */
    double round(Dual dual) {
        double value = dual.value(prices, gradient);
        if (value == Double.POSITIVE_INFINITY) {
            return value;
        }
        if (Double.isNaN(depth)) {
            depth = firstLevel * value;
        }
        if (value < best) {
            best = value;
            System.arraycopy(prices, 0, bestPrices, 0, prices.length);
        }
        if (value < bestAtLevel - 0.3 * depth) {
            bestAtLevel = value;
            idle = 0;
        } else if (++idle > PATIENCE) {
            depth *= NEARER;
            idle = 0;
            bestAtLevel = best;
            System.arraycopy(bestPrices, 0, prices, 0, prices.length);
            Arrays.fill(direction, 0);
            return value;
        }
        step(value, best - depth);
        return value;
    }

    /** Whether the level is so near that more rounds are not worth their time. */
    boolean settled() {
        return best < Double.POSITIVE_INFINITY && depth < 1e-7 * Math.abs(best);
    }

    private void step(double value, double level) {
        double along = 0;
        double squares = 0;
        for (int i = 0; i < direction.length; i++) {
            // A price at zero that would fall stays: its part of the gradient leads nowhere.
            if (prices[i] <= 0 && gradient[i] > 0) {
                gradient[i] = 0;
            }
            along += direction[i] * gradient[i];
            squares += direction[i] * direction[i];
        }
        double deflection = squares > 0 && along < 0 ? Math.min(2, -DEFLECTION * along / squares) : 0;
        double length = 0;
        for (int i = 0; i < direction.length; i++) {
            direction[i] = gradient[i] + deflection * direction[i];
            length += direction[i] * direction[i];
        }
        if (length <= 0) {
            depth = 0;
            return;
        }
        double step = Math.max(0, value - level) / length;
        for (int i = 0; i < prices.length; i++) {
            prices[i] -= step * direction[i];
        }
        layout.project(prices);
    }
}
