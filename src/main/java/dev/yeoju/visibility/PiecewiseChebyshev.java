package dev.yeoju.visibility;

import java.util.Arrays;

/**
 * A vector function of time as Chebyshev polynomials on adjoining pieces of adaptive length. Immutable; arguments are
 * seconds, values have the unit of the function.
 */
final class PiecewiseChebyshev {
    /** Coefficients of a piece and component; the degree is one less. */
    static final int TERMS = 16;

    /** Where a function is sampled and how its samples become coefficients (discrete cosine transform). */
    private static final double[] NODES = new double[TERMS];

    private static final double[][] TRANSFORM = new double[TERMS][TERMS];

    static {
        for (int j = 0; j < TERMS; j++) {
            double angle = Math.PI * (j + 0.5) / TERMS;
            NODES[j] = Math.cos(angle);
            for (int k = 0; k < TERMS; k++) {
                TRANSFORM[k][j] = (k == 0 ? 1.0 : 2.0) / TERMS * Math.cos(k * angle);
            }
        }
    }

    /** A function of time with several components. */
    @FunctionalInterface
    interface VectorFunction {
        /** Writes the components at a time in seconds. */
        void value(double time, double[] components);
    }

    /**
     * How close a fit must come.
     *
     * @param absolute largest error, in the function's unit
     * @param relative largest error as a fraction of the largest component on the piece; the larger of the two counts
     * @param noise fraction of the largest component below which an error that shorter pieces do not lessen is taken
     *     for noise of the function itself and accepted
     * @param shortestPieceS length, seconds, below which pieces are not divided further
     */
    record Tolerance(double absolute, double relative, double noise, double shortestPieceS) {}

    private final int dimension;
    private final double[] bounds;
    private final double[] coefficients;

    private PiecewiseChebyshev(int dimension, double[] bounds, double[] coefficients) {
        this.dimension = dimension;
        this.bounds = bounds;
        this.coefficients = coefficients;
    }

    /**
     * Fits a function on [start, end].
     *
     * @param firstPieceS length to try first, seconds
     */
    static PiecewiseChebyshev fit(
            VectorFunction function, int dimension, double start, double end, double firstPieceS, Tolerance tolerance) {
        Builder builder = new Builder(function, dimension, tolerance);
        double length = Math.min(firstPieceS, end - start);
        double from = start;
        do {
            length = builder.addPiece(from, end, length);
            from = builder.end();
        } while (from < end);
        return builder.build(start);
    }

    int pieces() {
        return bounds.length - 1;
    }

    double start() {
        return bounds[0];
    }

    double end() {
        return bounds[bounds.length - 1];
    }

    double pieceStart(int piece) {
        return bounds[piece];
    }

    double pieceEnd(int piece) {
        return bounds[piece + 1];
    }

    /** Length of the last piece but one, seconds: a good first length for a fit of something alike. */
    double typicalPieceS() {
        int piece = Math.max(0, pieces() - 2);
        return bounds[piece + 1] - bounds[piece];
    }

    /** The piece that holds a time, the nearest one outside the fit. The hint is looked at first. */
    int piece(double time, int hint) {
        int last = pieces() - 1;
        if (hint >= 0 && hint <= last && time >= bounds[hint]) {
            if (time <= bounds[hint + 1]) {
                return hint;
            }
            if (hint < last && time <= bounds[hint + 2]) {
                return hint + 1;
            }
        }
        int found = Arrays.binarySearch(bounds, time);
        int piece = found >= 0 ? found : -found - 2;
        return Math.max(0, Math.min(last, piece));
    }

    /** Writes the components at a time that the piece holds. */
    void value(double time, int piece, double[] components) {
        double x = argument(time, piece);
        double twice = 2 * x;
        int at = piece * dimension * TERMS;
        for (int d = 0; d < dimension; d++, at += TERMS) {
            double b1 = 0;
            double b2 = 0;
            for (int k = TERMS - 1; k >= 1; k--) {
                double b = coefficients[at + k] + twice * b1 - b2;
                b2 = b1;
                b1 = b;
            }
            components[d] = coefficients[at] + x * b1 - b2;
        }
    }

    /** Writes the components and their derivatives by seconds at a time that the piece holds. */
    void valueAndRate(double time, int piece, double[] components, double[] rates) {
        double x = argument(time, piece);
        double twice = 2 * x;
        double perSecond = 2 / (bounds[piece + 1] - bounds[piece]);
        int at = piece * dimension * TERMS;
        for (int d = 0; d < dimension; d++, at += TERMS) {
            double b1 = 0;
            double b2 = 0;
            double s1 = 0;
            double s2 = 0;
            for (int k = TERMS - 1; k >= 1; k--) {
                double c = coefficients[at + k];
                double b = c + twice * b1 - b2;
                b2 = b1;
                b1 = b;
                double s = k * c + twice * s1 - s2;
                s2 = s1;
                s1 = s;
            }
            components[d] = coefficients[at] + x * b1 - b2;
            rates[d] = perSecond * s1;
        }
    }

    /** A copy of the coefficients of one component on one piece. */
    double[] coefficients(int piece, int component) {
        int at = (piece * dimension + component) * TERMS;
        return Arrays.copyOfRange(coefficients, at, at + TERMS);
    }

    /** The first coefficient of one component on one piece: about its mean there. */
    double coefficient(int piece, int component) {
        return coefficients[(piece * dimension + component) * TERMS];
    }

    /** A bound of how far one component strays from its first coefficient on one piece. */
    double reach(int piece, int component) {
        int at = (piece * dimension + component) * TERMS;
        double sum = 0;
        for (int k = 1; k < TERMS; k++) {
            sum += Math.abs(coefficients[at + k]);
        }
        return sum;
    }

    private double argument(double time, int piece) {
        double from = bounds[piece];
        double to = bounds[piece + 1];
        return (2 * time - from - to) / (to - from);
    }

    /** Appends pieces, each as long as the tolerance lets it be. */
    private static final class Builder {
        /** One or two coefficients may be small by chance. */
        private static final int TAIL = 3;

        private static final double SAFETY = 0.9;
        private static final double LARGEST_GROWTH = 2;
        /** Halving a piece divides the error of a smooth function by thousands; less than this is noise. */
        private static final double NOISE_DECAY = 0.25;

        private final VectorFunction function;
        private final int dimension;
        private final Tolerance tolerance;
        private final double[] sample;
        private final double[][] samples;
        private final double[] piece;
        private double[] bounds = new double[3];
        private double[] coefficients;
        private int pieces;

        Builder(VectorFunction function, int dimension, Tolerance tolerance) {
            this.function = function;
            this.dimension = dimension;
            this.tolerance = tolerance;
            this.sample = new double[dimension];
            this.samples = new double[dimension][TERMS];
            this.piece = new double[dimension * TERMS];
            this.coefficients = new double[bounds.length * dimension * TERMS];
        }

        double end() {
            return bounds[pieces];
        }

        /** Appends a piece of at most the given length and returns the length to try next. */
        double addPiece(double from, double end, double tryLength) {
            double length = tryLength;
            double errorBefore = Double.POSITIVE_INFINITY;
            while (true) {
                // A sliver at the end would cost as much as a whole piece: take it in, or share the rest in two.
                double rest = end - from;
                double to = rest <= length * 1.05 ? end : rest < 2 * length ? from + rest / 2 : from + length;
                double largest = sample(from, to);
                double error = Math.max(transform(), checkBetweenNodes(from, to));
                double allowed = Math.max(tolerance.absolute(), tolerance.relative() * largest);
                boolean noise = error < tolerance.noise() * largest && error > NOISE_DECAY * errorBefore;
                double change = SAFETY * Math.pow(allowed / Math.max(error, 1e-300), 1.0 / TERMS);
                if (error <= allowed || noise || to - from <= tolerance.shortestPieceS()) {
                    append(from, to);
                    double next = Math.max(to - from, noise ? 2 * (to - from) : 0);
                    return noise ? next : next * Math.max(0.5, Math.min(LARGEST_GROWTH, change));
                }
                errorBefore = error;
                length = (to - from) * Math.max(0.1, Math.min(0.7, change));
            }
        }

        private double sample(double from, double to) {
            double largest = 0;
            double middle = (from + to) / 2;
            double half = (to - from) / 2;
            for (int j = 0; j < TERMS; j++) {
                function.value(middle + half * NODES[j], sample);
                for (int d = 0; d < dimension; d++) {
                    samples[d][j] = sample[d];
                    largest = Math.max(largest, Math.abs(sample[d]));
                }
            }
            return largest;
        }

        /** Coefficients of the samples; returns the size of the last few, which bounds what the series leaves out. */
        private double transform() {
            double tail = 0;
            for (int d = 0; d < dimension; d++) {
                for (int k = 0; k < TERMS; k++) {
                    double sum = 0;
                    for (int j = 0; j < TERMS; j++) {
                        sum += TRANSFORM[k][j] * samples[d][j];
                    }
                    piece[d * TERMS + k] = sum;
                }
                for (int k = TERMS - TAIL; k < TERMS; k++) {
                    tail = Math.max(tail, Math.abs(piece[d * TERMS + k]));
                }
            }
            return tail;
        }

        /** The error halfway between the two middle nodes: something narrow could hide from the series. */
        private double checkBetweenNodes(double from, double to) {
            function.value((from + to) / 2, sample);
            double error = 0;
            for (int d = 0; d < dimension; d++) {
                double value = 0;
                for (int k = 0; k < TERMS; k += 2) {
                    value += (k % 4 == 0 ? 1 : -1) * piece[d * TERMS + k];
                }
                error = Math.max(error, Math.abs(value - sample[d]));
            }
            return error;
        }

        private void append(double from, double to) {
            if (pieces + 2 > bounds.length) {
                bounds = Arrays.copyOf(bounds, 2 * bounds.length);
                coefficients = Arrays.copyOf(coefficients, 2 * coefficients.length);
            }
            System.arraycopy(piece, 0, coefficients, pieces * dimension * TERMS, dimension * TERMS);
            bounds[pieces] = from;
            pieces++;
            bounds[pieces] = to;
        }

        PiecewiseChebyshev build(double start) {
            bounds[0] = start;
            return new PiecewiseChebyshev(
                    dimension,
                    Arrays.copyOf(bounds, pieces + 1),
                    Arrays.copyOf(coefficients, pieces * dimension * TERMS));
        }
    }
}
