package dev.yeoju.model;

import java.util.Arrays;

/**
 * Pairs the rows of a matrix of costs with its columns, one each, so that they cost least (the Hungarian method with
 * potentials, shortest augmenting paths; Jonker and Volgenant 1987). Cubic in the size.
 */
public final class CheapestPairing {
    private CheapestPairing() {}

    /**
     * The least cost of pairing every row with a column of its own.
     *
     * @param costs square, finite
     */
    public static double cost(double[][] costs) {
        int[] columns = columns(costs);
        double total = 0;
        for (int row = 0; row < columns.length; row++) {
            total += costs[row][columns[row]];
        }
        return total;
    }

    /**
     * The column of each row when they are paired so.
     *
     * @param costs square, finite
     */
    public static int[] columns(double[][] costs) {
        int n = costs.length;
        double[] rowPotential = new double[n + 1];
        double[] columnPotential = new double[n + 1];
        int[] rowOf = new int[n + 1];
        for (int row = 1; row <= n; row++) {
            augment(costs, row, rowOf, rowPotential, columnPotential);
        }
        int[] columns = new int[n];
        for (int column = 1; column <= n; column++) {
            columns[rowOf[column] - 1] = column - 1;
        }
        return columns;
    }

    /** Gives one more row a column along the cheapest chain of changes. Rows and columns count from 1; column 0 is the start. */
    private static void augment(
            double[][] costs, int row, int[] rowOf, double[] rowPotential, double[] columnPotential) {
        int n = costs.length;
        double[] least = new double[n + 1];
        Arrays.fill(least, Double.POSITIVE_INFINITY);
        int[] from = new int[n + 1];
        boolean[] reached = new boolean[n + 1];
        int column = 0;
        rowOf[0] = row;
        while (rowOf[column] != 0) {
            reached[column] = true;
            int at = rowOf[column];
            double step = Double.POSITIVE_INFINITY;
            int next = 0;
            for (int j = 1; j <= n; j++) {
                if (reached[j]) {
                    continue;
                }
                double reduced = costs[at - 1][j - 1] - rowPotential[at] - columnPotential[j];
                if (reduced < least[j]) {
                    least[j] = reduced;
                    from[j] = column;
                }
                if (least[j] < step) {
                    step = least[j];
                    next = j;
                }
            }
            for (int j = 0; j <= n; j++) {
                if (reached[j]) {
                    rowPotential[rowOf[j]] += step;
                    columnPotential[j] -= step;
                } else {
                    least[j] -= step;
                }
            }
            column = next;
        }
        while (column != 0) {
            rowOf[column] = rowOf[from[column]];
            column = from[column];
        }
    }
}
