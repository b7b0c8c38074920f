package dev.yeoju.bound;

/** What tracks of an exclusive pay for their time, added up from the origin to each step of a grid. */
final class Tolls {
    private final double[][] upTo;

    private Tolls(double[][] upTo) {
        this.upTo = upTo;
    }

    /** @param stepS the grid's step, seconds */
    static Tolls of(Relaxation relaxation, PriceLayout layout, double[] prices, double stepS) {
        int steps = (int) Math.ceil(relaxation.spanS() / stepS) + 2;
        double[][] upTo = new double[relaxation.tolls().size()][];
        double cellS = relaxation.tollCellS();
        for (int t = 0; t < upTo.length; t++) {
            int[] groups = relaxation.tolls().get(t);
            int cells = (int) Math.ceil(steps * stepS / cellS) + 1;
            double[] perSecond = new double[cells];
            for (int g : groups) {
                for (int c = 0; c < Math.min(cells, layout.cells(g)); c++) {
                    int at = layout.toll(g, c);
                    perSecond[c] += at < 0 ? 0 : prices[at] / 3600;
                }
            }
            double[] edges = new double[cells + 1];
            for (int c = 0; c < cells; c++) {
                edges[c + 1] = edges[c] + perSecond[c] * cellS;
            }
            double[] sums = new double[steps + 1];
            for (int i = 0; i <= steps; i++) {
                double cell = i * stepS / cellS;
                int c = Math.min(cells - 1, (int) cell);
                sums[i] = edges[c] + (i * stepS - c * cellS) * perSecond[c];
            }
            upTo[t] = sums;
        }
        return new Tolls(upTo);
    }

    /** By step of the grid. */
    double[] upTo(int toll) {
        return upTo[toll];
    }
}
