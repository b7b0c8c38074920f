package dev.yeoju.ephemeris;

import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.LUDecomposition;

/**
 * Periodic orbits of the restricted problem that cross the x-z plane at right angles, found by differential correction:
 * such an orbit closes when it crosses the plane at right angles again after half its period.
 *
 * @param x where it starts
 * @param z where it starts
 * @param vy speed with which it starts
 * @param period in units of the problem
 */
record PeriodicOrbit(double x, double z, double vy, double period) {
    private static final double CLOSED = 1e-11;
    private static final double DIFFERENCE = 1e-7;
    private static final int MAX_ITERATIONS = 40;

    /** Which of the four numbers is kept while the others are corrected. */
    enum Held {
        X,
        Z,
        PERIOD
    }

    double[] start() {
        return new double[] {x, 0, z, 0, vy, 0};
    }

    /**
     * The orbit of the family next to this guess.
     *
     * @param planar whether z stays 0, which it does by symmetry when it is
     * @throws IllegalStateException when no orbit is found from here
     */
    PeriodicOrbit corrected(RestrictedProblem problem, Held held, boolean planar) {
        double[] p = {x, z, vy, period};
        int[] free = free(held, planar);
        int[] zero = planar ? new int[] {1, 3} : new int[] {1, 3, 5};
        for (int iteration = 0; iteration < MAX_ITERATIONS; iteration++) {
            double[] miss = miss(problem, p, zero);
            double worst = 0;
            for (double m : miss) {
                worst = Math.max(worst, Math.abs(m));
            }
            if (worst < CLOSED) {
                return new PeriodicOrbit(p[0], p[1], p[2], p[3]);
            }
            double[][] jacobian = new double[zero.length][free.length];
            for (int j = 0; j < free.length; j++) {
                double[] up = p.clone();
                double[] down = p.clone();
                up[free[j]] += DIFFERENCE;
                down[free[j]] -= DIFFERENCE;
                double[] plus = miss(problem, up, zero);
                double[] minus = miss(problem, down, zero);
                for (int i = 0; i < zero.length; i++) {
                    jacobian[i][j] = (plus[i] - minus[i]) / (2 * DIFFERENCE);
                }
            }
            double[] step = new LUDecomposition(new Array2DRowRealMatrix(jacobian, false))
                    .getSolver()
                    .solve(new ArrayRealVector(miss, false))
                    .toArray();
            for (int j = 0; j < free.length; j++) {
                p[free[j]] -= step[j];
            }
        }
        throw new IllegalStateException("no periodic orbit near " + this);
    }

    private static int[] free(Held held, boolean planar) {
        return switch (held) {
            case X -> planar ? new int[] {2, 3} : new int[] {1, 2, 3};
            case Z -> new int[] {0, 2, 3};
            case PERIOD -> planar ? new int[] {0, 2} : new int[] {0, 1, 2};
        };
    }

    private static double[] miss(RestrictedProblem problem, double[] p, int[] zero) {
        double[] end = problem.flow(new double[] {p[0], 0, p[1], 0, p[2], 0}, p[3] / 2, null);
        double[] miss = new double[zero.length];
        for (int i = 0; i < zero.length; i++) {
            miss[i] = end[zero[i]];
        }
        return miss;
    }
}
