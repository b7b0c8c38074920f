package dev.yeoju.visibility;

import java.util.Arrays;
import java.util.function.DoubleConsumer;

/**
 * All real roots of a Chebyshev series on its interval. A series whose first coefficient outweighs the others has none
 * ({@code |T_k| <= 1}); one whose derivative has none is monotone and has at most one; anything else is halved. So no
 * root of the series is missed, double roots of grazing passes included.
 */
final class ChebyshevRoots {
    private static final int TERMS = PiecewiseChebyshev.TERMS;
    private static final double[][] LEFT = halving(-0.5);
    private static final double[][] RIGHT = halving(0.5);
    private static final int DEEPEST = 48;

    private ChebyshevRoots() {}

    /**
     * Passes every root to the consumer, in ascending order; one at a bound may come twice.
     *
     * @param series coefficients, {@link PiecewiseChebyshev#TERMS} of them
     */
    static void find(double[] series, double start, double end, DoubleConsumer roots) {
        find(series, start, end, 0, roots);
    }

    /** The coefficients of the derivative by the argument in [-1, 1]; as many, the last zero. */
    static double[] derivative(double[] series) {
        double[] d = new double[TERMS];
        for (int k = TERMS - 1; k >= 1; k--) {
            d[k - 1] = (k + 1 < TERMS ? d[k + 1] : 0) + 2 * k * series[k];
        }
        d[0] /= 2;
        return d;
    }

    private static void find(double[] series, double start, double end, int depth, DoubleConsumer roots) {
        if (outweighed(series)) {
            return;
        }
        double atStart = value(series, -1);
        double atEnd = value(series, 1);
        if (depth >= DEEPEST || outweighed(derivative(series))) {
            if (atStart <= 0 && atEnd >= 0 || atStart >= 0 && atEnd <= 0) {
                double x = bracketed(series, atStart, atEnd);
                roots.accept(0.5 * (start + end) + 0.5 * (end - start) * x);
            }
            return;
        }
        double middle = 0.5 * (start + end);
        find(multiply(LEFT, series), start, middle, depth + 1, roots);
        find(multiply(RIGHT, series), middle, end, depth + 1, roots);
    }

    private static boolean outweighed(double[] series) {
        double sum = 0;
        for (int k = 1; k < TERMS; k++) {
            sum += Math.abs(series[k]);
        }
        return Math.abs(series[0]) > sum;
    }

    /** The root of a monotone series with a change of sign: regula falsi with the Illinois rule. */
    private static double bracketed(double[] series, double atStart, double atEnd) {
        double a = -1;
        double b = 1;
        double fa = atStart;
        double fb = atEnd;
        if (fa == 0) {
            return a;
        }
        if (fb == 0) {
            return b;
        }
        int side = 0;
        for (int i = 0; i < 100 && b - a > 1e-15; i++) {
            double x = (a * fb - b * fa) / (fb - fa);
            double fx = value(series, x);
            if (fx == 0) {
                return x;
            }
            if (fx > 0 == fb > 0) {
                b = x;
                fb = fx;
                if (side == 1) {
                    fa /= 2;
                }
                side = 1;
            } else {
                a = x;
                fa = fx;
                if (side == -1) {
                    fb /= 2;
                }
                side = -1;
            }
        }
        return Math.abs(fa) < Math.abs(fb) ? a : b;
    }

    /** Clenshaw's recurrence. */
    static double value(double[] series, double x) {
        double b1 = 0;
        double b2 = 0;
        for (int k = TERMS - 1; k >= 1; k--) {
            double b = series[k] + 2 * x * b1 - b2;
            b2 = b1;
            b1 = b;
        }
        return series[0] + x * b1 - b2;
    }

    private static double[] multiply(double[][] matrix, double[] series) {
        double[] product = new double[TERMS];
        for (int k = 0; k < TERMS; k++) {
            double[] row = matrix[k];
            double sum = 0;
            // The half of a series has no terms above the series' own: the matrix is upper triangular.
            for (int j = k; j < TERMS; j++) {
                sum += row[j] * series[j];
            }
            product[k] = sum;
        }
        return product;
    }

    /** The matrix that takes a series to that of its half around the given centre. */
    private static double[][] halving(double centre) {
        double[][] matrix = new double[TERMS][TERMS];
        double[] unit = new double[TERMS];
        for (int j = 0; j < TERMS; j++) {
            Arrays.fill(unit, 0);
            unit[j] = 1;
            for (int node = 0; node < TERMS; node++) {
                double angle = Math.PI * (node + 0.5) / TERMS;
                double sample = value(unit, centre + 0.5 * Math.cos(angle));
                for (int k = 0; k < TERMS; k++) {
                    matrix[k][j] += (k == 0 ? 1.0 : 2.0) / TERMS * Math.cos(k * angle) * sample;
                }
            }
        }
        return matrix;
    }
}
