package dev.yeoju.visibility;

import dev.yeoju.visibility.PiecewiseChebyshev.Tolerance;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * A smooth function of time looked at in two steps: a coarse fit says where it is near a level or near its largest value,
 * and only there it is looked at closely. So small wiggles (an orbit about the Moon, the seams of a file) cost nothing
 * where they do not matter. One thread's.
 */
final class ScoutedFunction {
    /** A coarse fit's estimate of its own error is trusted to this factor. */
    static final double TRUST = 10;
    /** Roots are found to this, seconds. */
    private static final double ROOT_S = 1e-7;

    private static final int CHECKS = 4;
    /** Largest values may be this much coarser than levels: near them time hardly matters. */
    private static final double PEAK = 30;

    private final DoubleUnaryOperator function;
    private final FittedFunction coarse;
    private final double band;
    private final Tolerance fine;
    private final Tolerance peak;

    /**
     * @param spans sorted; where the function is asked about
     * @param firstPieceS length of the coarse fit's first piece, seconds
     * @param coarseError largest error of the coarse fit
     * @param fine tolerance near levels
     */
    ScoutedFunction(
            DoubleUnaryOperator function, List<Span> spans, double firstPieceS, double coarseError, Tolerance fine) {
        this.function = function;
        this.coarse = FittedFunction.of(
                function, spans, firstPieceS, new Tolerance(coarseError, 0, 0, fine.shortestPieceS()));
        this.band = TRUST * coarseError;
        this.fine = fine;
        this.peak = new Tolerance(
                PEAK * fine.absolute(), PEAK * fine.relative(), PEAK * fine.noise(), fine.shortestPieceS());
    }

    /** Where the function exceeds a level: sorted spans. */
    List<Span> above(double level) {
        List<Span> surely = coarse.above(level + band);
        List<Span> above = new ArrayList<>(surely);
        for (Span near : Spans.difference(coarse.above(level - band), surely)) {
            lookClosely(near, level, above);
        }
        return Spans.union(above);
    }

    /** The time of the largest value within a span. */
    double argMax(Span span) {
        double best = coarse.argMax(span);
        double value = function.applyAsDouble(best);
        List<Span> candidates = Spans.within(span, coarse.above(span, coarse.value(best) - 2 * band));
        if (!candidates.isEmpty()) {
            double firstPiece = candidates.get(0).length();
            FittedFunction close = FittedFunction.of(function, candidates, firstPiece, peak);
            for (Span candidate : candidates) {
                double time = close.argMax(candidate);
                double at = function.applyAsDouble(time);
                if (at > value) {
                    best = time;
                    value = at;
                }
            }
        }
        return best;
    }

    /** The largest value on all spans; negative infinity where there are none. */
    double max() {
        double max = Double.NEGATIVE_INFINITY;
        for (Span span : coarse.spans()) {
            max = Math.max(max, function.applyAsDouble(argMax(span)));
        }
        return max;
    }

    /** A length of piece that suited the coarse fit, seconds; the given one where nothing was fitted. */
    double typicalPieceS(double otherwise) {
        return coarse.typicalPieceS(otherwise);
    }

    private void lookClosely(Span near, double level, List<Span> above) {
        double step = near.length() / CHECKS;
        double[] values = new double[CHECKS + 1];
        for (int i = 0; i <= CHECKS; i++) {
            values[i] = function.applyAsDouble(near.start() + i * step) - level;
        }
        int ups = 0;
        for (int i = 0; i < CHECKS; i++) {
            ups += values[i + 1] > values[i] ? 1 : 0;
        }
        boolean crosses = values[0] > 0 != values[CHECKS] > 0;
        if (crosses && (ups == 0 || ups == CHECKS)) {
            double root = root(near, values[0], values[CHECKS], level);
            above.add(values[0] > 0 ? new Span(near.start(), root) : new Span(root, near.end()));
        } else {
            above.addAll(FittedFunction.of(function, List.of(near), near.length(), fine)
                    .above(level));
        }
    }

    /** Regula falsi with the Illinois rule on the function itself. */
    private double root(Span bracket, double atStart, double atEnd, double level) {
        double a = bracket.start();
        double b = bracket.end();
        double fa = atStart;
        double fb = atEnd;
        int side = 0;
        double before = a;
        for (int i = 0; i < 100; i++) {
            double x = (a * fb - b * fa) / (fb - fa);
            if (Math.abs(x - before) < ROOT_S || b - a < ROOT_S) {
                return x;
            }
            before = x;
            double fx = function.applyAsDouble(x) - level;
            if (fx > 0 == fb > 0) {
                b = x;
                fb = fx;
                fa = side == 1 ? fa / 2 : fa;
                side = 1;
            } else {
                a = x;
                fa = fx;
                fb = side == -1 ? fb / 2 : fb;
                side = -1;
            }
        }
        return 0.5 * (a + b);
    }
}
