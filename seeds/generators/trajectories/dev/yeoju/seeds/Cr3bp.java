package dev.yeoju.seeds;

import org.hipparchus.linear.LUDecomposition;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.ode.DenseOutputModel;
import org.hipparchus.ode.ODEState;
import org.hipparchus.ode.OrdinaryDifferentialEquation;
import org.hipparchus.ode.nonstiff.DormandPrince853Integrator;
import org.hipparchus.util.FastMath;

/**
 * The circular restricted three-body problem in its rotating frame, without dimensions: the primaries lie at (-mu, 0, 0)
 * and (1 - mu, 0, 0), one revolution of them takes 2 pi.
 */
final class Cr3bp implements OrdinaryDifferentialEquation {
    private final double mu;

    /** @param mu mass of the smaller primary over the mass of both */
    Cr3bp(double mu) {
        this.mu = mu;
    }

    double mu() {
        return mu;
    }

    @Override
    public int getDimension() {
        return 6;
    }

    @Override
    public double[] computeDerivatives(double t, double[] s) {
        double dx1 = s[0] + mu;
        double dx2 = s[0] - 1 + mu;
        double yz = s[1] * s[1] + s[2] * s[2];
        double r1 = FastMath.sqrt(dx1 * dx1 + yz);
        double r2 = FastMath.sqrt(dx2 * dx2 + yz);
        double a = (1 - mu) / (r1 * r1 * r1);
        double b = mu / (r2 * r2 * r2);
        return new double[] {
            s[3], s[4], s[5], 2 * s[4] + s[0] - a * dx1 - b * dx2, -2 * s[3] + s[1] - (a + b) * s[1], -(a + b) * s[2]
        };
    }

    /**
     * A halo orbit of a given period, by Newton's method on its start (x, 0, z, 0, vy, 0), which lies on the plane of symmetry: half a
     * period later it must cross that plane at a right angle again (y = vx = vz = 0).
     *
     * @param guess x, z and vy of an orbit of the family near by
     * @return x, z and vy
     */
    double[] haloOfPeriod(double[] guess, double period) {
        double[] unknowns = guess.clone();
        for (int iteration = 0; iteration < 50; iteration++) {
            double[] miss = missAtHalfPeriod(unknowns, period);
            double size =
                    FastMath.max(FastMath.abs(miss[0]), FastMath.max(FastMath.abs(miss[1]), FastMath.abs(miss[2])));
            if (size < 1e-11) {
                return unknowns;
            }
            double[][] jacobian = new double[3][3];
            for (int k = 0; k < 3; k++) {
                double step = 1e-7;
                double[] up = unknowns.clone();
                double[] down = unknowns.clone();
                up[k] += step;
                down[k] -= step;
                double[] high = missAtHalfPeriod(up, period);
                double[] low = missAtHalfPeriod(down, period);
                for (int i = 0; i < 3; i++) {
                    jacobian[i][k] = (high[i] - low[i]) / (2 * step);
                }
            }
            double[] correction = new LUDecomposition(MatrixUtils.createRealMatrix(jacobian))
                    .getSolver()
                    .solve(MatrixUtils.createRealVector(miss))
                    .toArray();
            for (int k = 0; k < 3; k++) {
                unknowns[k] -= correction[k];
            }
        }
        throw new IllegalStateException("No halo orbit of period " + period + " was found near the guess.");
    }

    private double[] missAtHalfPeriod(double[] unknowns, double period) {
        double[] end =
                orbit(unknowns, period / 2).getInterpolatedState(period / 2).getPrimaryState();
        return new double[] {end[1], end[3], end[5]};
    }

    /** The orbit from (x, 0, z, 0, vy, 0) over a duration. */
    DenseOutputModel orbit(double[] xzvy, double duration) {
        DenseOutputModel model = new DenseOutputModel();
        DormandPrince853Integrator integrator = new DormandPrince853Integrator(1e-9, 0.1, 1e-14, 1e-14);
        integrator.addStepHandler(model);
        integrator.integrate(this, new ODEState(0, new double[] {xzvy[0], 0, xzvy[1], 0, xzvy[2], 0}), duration);
        return model;
    }
}
