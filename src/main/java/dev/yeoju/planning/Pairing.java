package dev.yeoju.planning;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/**
 * Pairs things of two kinds so that the pairs and what is left over cost least: the assignment problem, by the Hungarian
 * method with potentials, cubic in the number of things.
 */
final class Pairing {
    /** What a pair costs. */
    interface PairCost {
        double of(int one, int other);
    }

    private Pairing() {}

    /**
     * @param ones how many there are of the first kind
     * @param others how many of the second
     * @param pair what a pair costs
     * @param oneAlone what one of the first kind costs without a partner
     * @param otherAlone what one of the second kind costs without a partner
     */
    static double leastCost(
            int ones, int others, PairCost pair, IntToDoubleFunction oneAlone, IntToDoubleFunction otherAlone) {
        if (ones <= 1 && others <= 1) {
            double alone =
                    (ones == 1 ? oneAlone.applyAsDouble(0) : 0) + (others == 1 ? otherAlone.applyAsDouble(0) : 0);
            return ones == 1 && others == 1 ? Math.min(alone, pair.of(0, 0)) : alone;
        }
        // Columns beyond the others and rows beyond the ones stand for having no partner; two of those pair for
        // nothing.
        int size = ones + others;
        double[][] cost = new double[size][size];
        for (int row = 0; row < size; row++) {
            for (int column = 0; column < size; column++) {
                if (row < ones && column < others) {
                    cost[row][column] = pair.of(row, column);
                } else if (row < ones) {
                    cost[row][column] = oneAlone.applyAsDouble(row);
                } else if (column < others) {
                    cost[row][column] = otherAlone.applyAsDouble(column);
                }
            }
        }
        return assign(cost);
    }

    private static double assign(double[][] cost) {
        int size = cost.length;
        double[] rowPotential = new double[size + 1];
        double[] columnPotential = new double[size + 1];
        int[] rowOf = new int[size + 1];
        int[] previous = new int[size + 1];
        for (int row = 1; row <= size; row++) {
            rowOf[0] = row;
            int column = 0;
            double[] least = new double[size + 1];
            Arrays.fill(least, Double.POSITIVE_INFINITY);
            boolean[] used = new boolean[size + 1];
            while (rowOf[column] != 0) {
                used[column] = true;
                int at = rowOf[column];
                double delta = Double.POSITIVE_INFINITY;
                int next = 0;
                for (int k = 1; k <= size; k++) {
                    if (used[k]) {
                        continue;
                    }
                    double reduced = cost[at - 1][k - 1] - rowPotential[at] - columnPotential[k];
                    if (reduced < least[k]) {
                        least[k] = reduced;
                        previous[k] = column;
                    }
                    if (least[k] < delta) {
                        delta = least[k];
                        next = k;
                    }
                }
                for (int k = 0; k <= size; k++) {
                    if (used[k]) {
                        rowPotential[rowOf[k]] += delta;
                        columnPotential[k] -= delta;
                    } else {
                        least[k] -= delta;
                    }
                }
                column = next;
            }
            while (column != 0) {
                rowOf[column] = rowOf[previous[column]];
                column = previous[column];
            }
        }
        double total = 0;
        for (int column = 1; column <= size; column++) {
            total += cost[rowOf[column] - 1][column - 1];
        }
        return total;
    }
}
