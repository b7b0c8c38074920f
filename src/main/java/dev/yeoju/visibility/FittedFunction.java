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
            above(fit, 0, fit.pieces(), level, above);
        }
        return Spans.union(above);
    }

    /** Where the function exceeds a level on the pieces that a span touches. */
    List<Span> above(Span span, double level) {
        List<Span> above = new ArrayList<>();
        for (int i = firstEndingAfter(span.start());
                i < fits.size() && fits.get(i).start() <= span.end();
                i++) {
            PiecewiseChebyshev fit = fits.get(i);
            above(fit, fit.piece(span.start(), -1), fit.piece(span.end(), -1) + 1, level, above);
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
                if (fit.coefficient(piece, 0) + fit.reach(piece, 0) <= best[1]) {
                    continue;
                }
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

    /** Adds where a fit exceeds a level on its pieces from one up to, not including, another. */
    private static void above(PiecewiseChebyshev fit, int firstPiece, int endPiece, double level, List<Span> above) {
        List<Double> cuts = new ArrayList<>();
        double[] value = new double[1];
        double from = fit.pieceStart(firstPiece);
        boolean open = false;
        for (int piece = firstPiece; piece < endPiece; piece++) {
            double start = fit.pieceStart(piece);
            double end = fit.pieceEnd(piece);
            double middle = fit.coefficient(piece, 0) - level;
            double reach = fit.reach(piece, 0);
            if (Math.abs(middle) > reach) {
                // All of the piece is on one side: mostly so, and known without roots.
                if (open != middle > 0) {
                    close(open, from, start, above);
                    open = middle > 0;
                    from = start;
                }
                continue;
            }
            close(open, from, start, above);
            open = false;
            double[] series = fit.coefficients(piece, 0);
            series[0] -= level;
            cuts.clear();
            ChebyshevRoots.find(series, start, end, cuts::add);
            cuts.add(end);
            from = start;
            for (double cut : cuts) {
                if (cut <= from) {
                    continue;
                }
                fit.value(0.5 * (from + cut), piece, value);
                close(value[0] > level, from, cut, above);
                from = cut;
            }
        }
        close(open, from, fit.pieceEnd(endPiece - 1), above);
    }

    private static void close(boolean open, double from, double to, List<Span> above) {
        if (open && to > from) {
            above.add(new Span(from, to));
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
