package dev.yeoju.visibility;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/** A smooth scalar function of time, fitted on spans: where it is above a level, and its extrema. Immutable. */
final class FittedFunction {
    private final List<PiecewiseChebyshev> fits;

    private FittedFunction(List<PiecewiseChebyshev> fits) {
        this.fits = List.copyOf(fits);
    }

    /**
     * Fits a function on each of the sorted spans.
     *
     * @param firstPieceS length of piece to try first, seconds
     */
    static FittedFunction of(
            DoubleUnaryOperator function,
            List<Span> spans,
            double firstPieceS,
            PiecewiseChebyshev.Tolerance tolerance) {
        List<PiecewiseChebyshev> fits = new ArrayList<>();
        double first = firstPieceS;
        for (Span span : spans) {
            PiecewiseChebyshev fit = PiecewiseChebyshev.fit(
                    (time, value) -> value[0] = function.applyAsDouble(time),
                    1,
                    span.start(),
                    span.end(),
                    first,
                    tolerance);
            first = fit.pieces() > 1 ? fit.typicalPieceS() : first;
            fits.add(fit);
        }
        return new FittedFunction(fits);
    }

    /** Where the function exceeds a level: sorted spans within those it was fitted on. */
    List<Span> above(double level) {
        List<Span> above = new ArrayList<>();
        for (PiecewiseChebyshev fit : fits) {
            above(fit, level, above);
        }
        return Spans.union(above);
    }

    /** Where the function exceeds a level on the fits that a span touches. */
    List<Span> above(Span span, double level) {
        List<Span> above = new ArrayList<>();
        for (int i = firstEndingAfter(span.start());
                i < fits.size() && fits.get(i).start() <= span.end();
                i++) {
            above(fits.get(i), level, above);
        }
        return Spans.union(above);
    }

    /** The spans that were fitted. */
    List<Span> spans() {
        return fits.stream().map(fit -> new Span(fit.start(), fit.end())).toList();
    }

    /** A length of piece that suited the function, seconds; the given one where nothing was fitted. */
    double typicalPieceS(double otherwise) {
        double longest = 0;
        for (PiecewiseChebyshev fit : fits) {
            longest = Math.max(longest, fit.typicalPieceS());
        }
        return fits.isEmpty() ? otherwise : longest;
    }

    /** The time of the largest value within a span that lies in the spans fitted. */
    double argMax(Span span) {
        double[] best = {span.start(), Double.NEGATIVE_INFINITY};
        for (int i = firstEndingAfter(span.start());
                i < fits.size() && fits.get(i).start() <= span.end();
                i++) {
            PiecewiseChebyshev fit = fits.get(i);
            double from = Math.max(span.start(), fit.start());
            double to = Math.min(span.end(), fit.end());
            double[] value = new double[1];
            for (int piece = fit.piece(from, -1); piece < fit.pieces() && fit.pieceStart(piece) <= to; piece++) {
                int current = piece;
                double pieceFrom = Math.max(from, fit.pieceStart(piece));
                double pieceTo = Math.min(to, fit.pieceEnd(piece));
                consider(fit, current, pieceFrom, value, best);
                ChebyshevRoots.find(
                        ChebyshevRoots.derivative(fit.coefficients(piece, 0)),
                        fit.pieceStart(piece),
                        fit.pieceEnd(piece),
                        root -> {
                            if (root > pieceFrom && root < pieceTo) {
                                consider(fit, current, root, value, best);
                            }
                        });
                consider(fit, current, pieceTo, value, best);
            }
        }
        return best[0];
    }

    /** The fitted value at a time; the nearest piece's where none holds it. */
    double value(double time) {
        double[] value = new double[1];
        PiecewiseChebyshev nearest = fits.get(Math.min(firstEndingAfter(time), fits.size() - 1));
        nearest.value(time, nearest.piece(time, -1), value);
        return value[0];
    }

    /** Index of the first fit that does not end before a time; their number where there is none. */
    private int firstEndingAfter(double time) {
        int low = 0;
        int high = fits.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (fits.get(middle).end() < time) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static void above(PiecewiseChebyshev fit, double level, List<Span> above) {
        List<Double> cuts = new ArrayList<>();
        double before = 0;
        for (int piece = 0; piece < fit.pieces(); piece++) {
            double[] series = fit.coefficients(piece, 0);
            series[0] -= level;
            double atStart = ChebyshevRoots.value(series, -1);
            // Neighbouring pieces differ by the tolerance, so that a root may fall between them.
            if (piece > 0 && atStart > 0 != before > 0) {
                cuts.add(fit.pieceStart(piece));
            }
            ChebyshevRoots.find(series, fit.pieceStart(piece), fit.pieceEnd(piece), cuts::add);
            before = ChebyshevRoots.value(series, 1);
        }
        cuts.add(fit.end());
        double from = fit.start();
        double[] value = new double[1];
        for (double cut : cuts) {
            if (cut <= from) {
                continue;
            }
            double middle = 0.5 * (from + cut);
            fit.value(middle, fit.piece(middle, -1), value);
            if (value[0] > level) {
                above.add(new Span(from, cut));
            }
            from = cut;
        }
    }

    private static void consider(PiecewiseChebyshev fit, int piece, double time, double[] value, double[] best) {
        fit.value(time, piece, value);
        if (value[0] > best[1]) {
            best[0] = time;
            best[1] = value[0];
        }
    }
}
