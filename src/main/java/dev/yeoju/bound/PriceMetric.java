package dev.yeoju.bound;

/**
 * How far prices move: each by so much less as its part of the gradient swings more. What a mission has too much or too
 * little are tens of hours, what a cell of time has are minutes; with one measure for both the first would move alone,
 * though it takes the prices of all its cells to follow it.
 */
final class PriceMetric {
    /** Rounds that tell how much a price's part swings. */
    private static final int FEWEST = 20;
    /** Part of its first guess below which no swing is believed. */
    private static final double LEAST = 0.05;

    private final double[] guess;
    private final double[] squares;
    private final double[] metric;
    private int rounds;

    /** @param amounts hours that each price is paid for at most; tracks that swing by themselves make its root the guess */
    PriceMetric(double[] amounts) {
        guess = new double[amounts.length];
        squares = new double[amounts.length];
        metric = new double[amounts.length];
        for (int i = 0; i < amounts.length; i++) {
            guess[i] = Math.sqrt(amounts[i]);
            metric[i] = 1 / guess[i];
        }
    }

    void see(double[] gradient) {
        rounds++;
        for (int i = 0; i < gradient.length; i++) {
            squares[i] += gradient[i] * gradient[i];
        }
    }

    /** Measures anew by what was seen, the last rounds counting most. */
    void renew() {
        if (rounds < FEWEST) {
            return;
        }
        for (int i = 0; i < metric.length; i++) {
            metric[i] = 1 / Math.max(Math.sqrt(squares[i] / rounds), LEAST * guess[i]);
            squares[i] /= 2;
        }
        rounds /= 2;
    }

    double[] byPrice() {
        return metric;
    }
}
