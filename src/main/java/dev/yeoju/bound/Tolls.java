package dev.yeoju.bound;

/** What tracks of an exclusive pay for their time, added up from the origin to any time. */
final class Tolls {
    /** Straight from cell edge to cell edge. */
    static final class Line {
        /** For items that pay nothing. */
        static final Line NONE = new Line(1, new double[2], Double.NaN);

        private final double cellS;
        private final double[] edges;
        private final double mirrorS;

        private Line(double cellS, double[] edges, double mirrorS) {
            this.cellS = cellS;
            this.edges = edges;
            this.mirrorS = mirrorS;
        }

        /** Priority-weighted hours that time from the origin up to the given one costs. */
        double upTo(double seconds) {
            return Double.isNaN(mirrorS) ? forward(seconds) : -forward(mirrorS - seconds);
        }

        private double forward(double seconds) {
            double cell = Math.max(0, seconds / cellS);
            int c = Math.min(edges.length - 2, (int) cell);
            return edges[c] + Math.min(1, cell - c) * (edges[c + 1] - edges[c]);
        }
    }

    private final Line[] lines;

    private Tolls(Line[] lines) {
        this.lines = lines;
    }

    static Tolls of(Relaxation relaxation, PriceLayout layout, double[] prices) {
        double cellS = relaxation.tollCellS();
        int cells = (int) Math.ceil(relaxation.spanS() / cellS) + 2;
        Line[] lines = new Line[relaxation.tolls().size()];
        for (int t = 0; t < lines.length; t++) {
            double[] edges = new double[cells + 1];
            for (int g : relaxation.tolls().get(t)) {
                for (int c = 0; c < Math.min(cells, layout.cells(g)); c++) {
                    int at = layout.toll(g, c);
                    edges[c + 1] += at < 0 ? 0 : prices[at] * cellS / 3600;
                }
            }
            for (int c = 0; c < cells; c++) {
                edges[c + 1] += edges[c];
            }
            lines[t] = new Line(cellS, edges, Double.NaN);
        }
        return new Tolls(lines);
    }

    /** The same for time that runs backward from the given one. */
    Tolls mirrored(double endS) {
        Line[] mirrored = new Line[lines.length];
        for (int t = 0; t < lines.length; t++) {
            mirrored[t] = new Line(lines[t].cellS, lines[t].edges, endS);
        }
        return new Tolls(mirrored);
    }

    /** @param toll index, or −1 for none */
    Line line(int toll) {
        return toll < 0 ? Line.NONE : lines[toll];
    }
}
