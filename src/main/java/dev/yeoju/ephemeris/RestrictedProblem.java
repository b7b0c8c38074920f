package dev.yeoju.ephemeris;

import org.hipparchus.ode.ODEState;
import org.hipparchus.ode.ODEStateAndDerivative;
import org.hipparchus.ode.OrdinaryDifferentialEquation;
import org.hipparchus.ode.nonstiff.DormandPrince853Integrator;
import org.hipparchus.ode.sampling.ODEStepHandler;
import org.jspecify.annotations.Nullable;

/**
 * The circular restricted three-body problem in its usual units: distance of the primaries 1, mean motion 1, the larger at
 * x = -mu and the smaller at x = 1 - mu (V. Szebehely, Theory of Orbits, 1967). States are x, y, z, vx, vy, vz.
 */
final class RestrictedProblem implements OrdinaryDifferentialEquation {
    private static final double TOLERANCE = 1e-13;
    private static final double MAX_STEP = 0.05;

    private final double mu;

    /** @param mu share of the smaller primary in the mass of both */
    RestrictedProblem(double mu) {
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
        double r1 = Math.sqrt((s[0] + mu) * (s[0] + mu) + s[1] * s[1] + s[2] * s[2]);
        double r2 = Math.sqrt((s[0] - 1 + mu) * (s[0] - 1 + mu) + s[1] * s[1] + s[2] * s[2]);
        double a = (1 - mu) / (r1 * r1 * r1);
        double b = mu / (r2 * r2 * r2);
        return new double[] {
            s[3],
            s[4],
            s[5],
            s[0] + 2 * s[4] - a * (s[0] + mu) - b * (s[0] - 1 + mu),
            s[1] - 2 * s[3] - (a + b) * s[1],
            -(a + b) * s[2]
        };
    }

    /** The state a while later; each step is shown to the handler, if there is one. */
    double[] flow(double[] state, double duration, @Nullable ODEStepHandler handler) {
        DormandPrince853Integrator integrator = new DormandPrince853Integrator(1e-12, MAX_STEP, TOLERANCE, TOLERANCE);
        if (handler != null) {
            integrator.addStepHandler(handler);
        }
        ODEStateAndDerivative end = integrator.integrate(this, new ODEState(0, state), duration);
        return end.getPrimaryState();
    }

    /** x of the collinear point between the primaries (L1). */
    double l1() {
        double gamma = Math.cbrt(mu / 3);
        for (int i = 0; i < 50; i++) {
            // Newton on the axial acceleration at x = 1 - mu - gamma.
            double f = axial(1 - mu - gamma);
            double slope = (axial(1 - mu - gamma - 1e-7) - axial(1 - mu - gamma + 1e-7)) / 2e-7;
            gamma -= f / slope;
        }
        return 1 - mu - gamma;
    }

    private double axial(double x) {
        double d1 = x + mu;
        double d2 = x - 1 + mu;
        return x - (1 - mu) * d1 / Math.abs(d1 * d1 * d1) - mu * d2 / Math.abs(d2 * d2 * d2);
    }
}
