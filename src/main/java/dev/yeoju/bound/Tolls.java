package dev.yeoju.bound;

import java.util.List;

/**
 * What tracks pay for their time, added up from some time before them: tolls of the exclusives that their requests
 * belong to, and of their request's own cover.
 */
final class Tolls {
    /** Straight from cell edge to cell edge; one request's. */
    static final class Line {
        /** For requests that pay nothing. */
        static final Line NONE = new Line(1, 0, new double[2], Double.NaN);

        private final double cellS;
        private final int firstCell;
        private final double[] edges;
        private final double mirrorS;

        private Line(double cellS, int firstCell, double[] edges, double mirrorS) {
            this.cellS = cellS;
            this.firstCell = firstCell;
            this.edges = edges;
            this.mirrorS = mirrorS;
        }

        /** Priority-weighted hours that time up to the given one costs; differences are what counts. */
        double upTo(double seconds) {
            return Double.isNaN(mirrorS) ? forward(seconds) : -forward(mirrorS - seconds);
        }

        private double forward(double seconds) {
            double cell = Math.max(0, seconds / cellS - firstCell);
            int c = Math.min(edges.length - 2, (int) cell);
            return edges[c] + Math.min(1, cell - c) * (edges[c + 1] - edges[c]);
        }
    }

    private final Relaxation relaxation;
    private final PriceLayout layout;
    private final Line[] lines;

    Tolls(Relaxation relaxation, PriceLayout layout) {
        this.relaxation = relaxation;
        this.layout = layout;
        int requests = relaxation.requests().size();
        int[] first = new int[requests];
        int[] end = new int[requests];
        for (Stretch stretch : relaxation.stretches()) {
            int r = stretch.request();
            int from = (int) Math.max(0, Math.floor(stretch.fromS() / relaxation.tollCellS()));
            int to = (int) Math.ceil(stretch.toS() / relaxation.tollCellS());
            first[r] = end[r] == 0 ? from : Math.min(first[r], from);
            end[r] = Math.max(end[r], to);
        }
        lines = new Line[requests];
        for (int r = 0; r < requests; r++) {
            boolean pays = !relaxation.payments().get(r).isEmpty()
                    || relaxation.covers().get(r).cells() > 0;
            lines[r] = pays && end[r] > first[r]
                    ? new Line(relaxation.tollCellS(), first[r], new double[end[r] - first[r] + 1], Double.NaN)
                    : Line.NONE;
        }
    }

    static Tolls of(Relaxation relaxation, PriceLayout layout, double[] prices) {
        Tolls tolls = new Tolls(relaxation, layout);
        tolls.set(prices);
        return tolls;
    }

    void set(double[] prices) {
        for (int r = 0; r < lines.length; r++) {
            if (lines[r] != Line.NONE) {
                set(r, lines[r], prices);
            }
        }
    }

    private void set(int request, Line line, double[] prices) {
        double cellHours = relaxation.tollCellS() / 3600;
        List<Relaxation.Payment> payments = relaxation.payments().get(request);
        Relaxation.Cover cover = relaxation.covers().get(request);
        double sum = 0;
        for (int c = 0; c + 1 < line.edges.length; c++) {
            int cell = line.firstCell + c;
            double anHour = 0;
            for (Relaxation.Payment payment : payments) {
                int at = layout.toll(payment.exclusive(), cell);
                anHour += at < 0 ? 0 : payment.part() * prices[at];
            }
            int own = cover.at(cell);
            anHour += own < 0 ? 0 : prices[layout.cover(request) + own];
            sum += anHour * cellHours;
            line.edges[c + 1] = sum;
        }
    }

    /** The same for time that runs backward from the given one. */
    Tolls mirrored(double endS) {
        Tolls mirrored = new Tolls(relaxation, layout);
        for (int r = 0; r < lines.length; r++) {
            if (lines[r] != Line.NONE) {
                mirrored.lines[r] = new Line(lines[r].cellS, lines[r].firstCell, lines[r].edges, endS);
            }
        }
        return mirrored;
    }

    Line line(int request) {
        return lines[request];
    }
}
