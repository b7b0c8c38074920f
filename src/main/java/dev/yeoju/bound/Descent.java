package dev.yeoju.bound;

/**
 * Lowers the dual by steps to where all of its pieces seen last are down to a level below the best value known. The level
 * is drawn near when there is no such place or no step gets under it, so that no value of a schedule is needed. Counted,
 * not timed: the same rounds give the same prices.
 */
final class Descent {
    /** Part of the value. */
    static final double FIRST_LEVEL = 0.05;

    private static final double NEAR_LEVEL = 0.002;
    /** Rounds without progress after which the level is drawn nearer: fewer, and the prices settle too early. */
    private static final int PATIENCE = 40;

    private static final double NEARER = 0.65;
    /** Of the level's depth, what some piece may stay above it. */
    private static final double LEFT_ABOVE = 0.5;

    private static final int MOST_LEVELS = 20;
    private static final double NEAR_ALREADY = 0.25;
    /** Of the value, a depth from which another grid is worth rounds. */
    private static final double LEAST_LEVEL = 1e-4;

    private final PriceLayout layout;
    private final double firstLevel;
    private final double[] prices;
    private final double[] bestPrices;
    private final double[] gradient;
    private final Cuts cuts;
    private final PriceMetric metric;
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
        cuts = new Cuts(start.length);
        metric = new PriceMetric(layout.amounts());
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
        // Before the first round there is no level yet, which stays so.
        depth = Math.max(NEAR_ALREADY * depth, LEAST_LEVEL * Math.abs(bestAtLevel));
        System.arraycopy(bestPrices, 0, prices, 0, prices.length);
        best = Double.POSITIVE_INFINITY;
        bestAtLevel = Double.POSITIVE_INFINITY;
        idle = 0;
        cuts.clear();
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
            drawNearer();
            metric.renew();
            System.arraycopy(bestPrices, 0, prices, 0, prices.length);
            return value;
        }
        step(value);
        return value;
    }

    private void drawNearer() {
        depth *= NEARER;
        idle = 0;
        bestAtLevel = best;
    }

    /**
     * Whether the level is so near that more rounds are not worth their time.
     *
     * @param part of the value
     */
    boolean settled(double part) {
        return best < Double.POSITIVE_INFINITY && depth < part * Math.abs(best);
    }

    private void step(double value) {
        metric.see(gradient);
        cuts.add(value, prices, gradient);
        Cuts.Way way = cuts.from(prices, metric.byPrice());
        if (!way.exists()) {
            depth = 0;
            return;
        }
        for (int level = 0; level < MOST_LEVELS && way.excess(best - depth) > LEFT_ABOVE * depth; level++) {
            drawNearer();
        }
        way.go();
        layout.project(prices);
    }
}
