package dev.yeoju.seeds;

import dev.yeoju.ephemeris.SolarSystem;
import java.util.Arrays;
import org.hipparchus.geometry.euclidean.threed.Vector3D;
import org.hipparchus.ode.DenseOutputModel;
import org.hipparchus.ode.ODEState;
import org.hipparchus.ode.ODEStateAndDerivative;
import org.hipparchus.ode.nonstiff.DormandPrince853Integrator;
import org.hipparchus.ode.sampling.ODEStateInterpolator;
import org.hipparchus.ode.sampling.ODEStepHandler;
import org.orekit.time.AbsoluteDate;
import org.orekit.utils.PVCoordinates;

/** A ballistic piece of a trajectory, forwards or backwards in time, with its state at every instant of it. */
final class Arc {
    private static final double ABSOLUTE_TOLERANCE_M = 1e-4;
    private static final double RELATIVE_TOLERANCE = 1e-13;

    private final AbsoluteDate epoch;
    private final DenseOutputModel model;
    private final double endS;

    private Arc(AbsoluteDate epoch, DenseOutputModel model, double endS) {
        this.epoch = epoch;
        this.model = model;
        this.endS = endS;
    }

    /** Decides after each step whether the propagation goes on. */
    @FunctionalInterface
    interface Until {
        /**
         * @param sinceEpochS seconds since the epoch of the arc, negative when it runs backwards
         * @return a function of time that is positive as long as the propagation goes on
         */
        double remaining(double sinceEpochS, PVCoordinates state);
    }

    /**
     * Propagates from a geocentric state.
     *
     * @param durationS seconds, negative for backwards
     */
    static Arc propagate(SolarSystem solarSystem, AbsoluteDate epoch, PVCoordinates start, double durationS) {
        return propagate(solarSystem, epoch, start, durationS, (t, state) -> 1);
    }

    /**
     * Propagates from a geocentric state until a condition is met, at most a duration.
     *
     * @param limitS seconds, negative for backwards
     */
    static Arc propagate(SolarSystem solarSystem, AbsoluteDate epoch, PVCoordinates start, double limitS, Until until) {
        DenseOutputModel model = new DenseOutputModel();
        DormandPrince853Integrator integrator = integrator();
        integrator.addStepHandler(model);
        double end = limitS;
        StopAt stop = new StopAt(until);
        integrator.addStepHandler(stop);
        try {
            integrator.integrate(new GeocentricForces(solarSystem, epoch, false), new ODEState(0, flat(start)), limitS);
        } catch (Stopped stopped) {
            end = stopped.atS;
        }
        return new Arc(epoch, model, end);
    }

    /** State and transition matrix (6 by 6) after a duration. */
    static EndWithPartials withPartials(
            SolarSystem solarSystem, AbsoluteDate epoch, PVCoordinates start, double durationS) {
        double[] y = Arrays.copyOf(flat(start), GeocentricForces.STATE_AND_PARTIALS);
        for (int i = 0; i < 6; i++) {
            y[6 + 7 * i] = 1;
        }
        double[] end = integrator()
                .integrate(new GeocentricForces(solarSystem, epoch, true), new ODEState(0, y), durationS)
                .getPrimaryState();
        double[][] transition = new double[6][6];
        for (int i = 0; i < 6; i++) {
            System.arraycopy(end, 6 + 6 * i, transition[i], 0, 6);
        }
        return new EndWithPartials(pv(end), transition);
    }

    /** Where a propagation with partials ends. */
    record EndWithPartials(PVCoordinates state, double[][] transition) {}

    AbsoluteDate epoch() {
        return epoch;
    }

    AbsoluteDate end() {
        return epoch.shiftedBy(endS);
    }

    /** Geocentric state, metres and metres a second. */
    PVCoordinates at(AbsoluteDate date) {
        return pv(model.getInterpolatedState(date.durationFrom(epoch)).getPrimaryState());
    }

    static double[] flat(PVCoordinates pv) {
        Vector3D p = pv.getPosition();
        Vector3D v = pv.getVelocity();
        return new double[] {p.getX(), p.getY(), p.getZ(), v.getX(), v.getY(), v.getZ()};
    }

    static PVCoordinates pv(double[] y) {
        return new PVCoordinates(new Vector3D(y[0], y[1], y[2]), new Vector3D(y[3], y[4], y[5]));
    }

    private static DormandPrince853Integrator integrator() {
        return new DormandPrince853Integrator(1e-3, 43_200, ABSOLUTE_TOLERANCE_M, RELATIVE_TOLERANCE);
    }

    /** Ends the integration where the condition's function crosses zero, found by bisection within the step. */
    private static final class StopAt implements ODEStepHandler {
        private final Until until;

        StopAt(Until until) {
            this.until = until;
        }

        @Override
        public void handleStep(ODEStateInterpolator step) {
            ODEStateAndDerivative current = step.getCurrentState();
            if (remaining(current) > 0) {
                return;
            }
            double inside = step.getPreviousState().getTime();
            double outside = current.getTime();
            for (int i = 0; i < 80; i++) {
                double middle = 0.5 * (inside + outside);
                if (remaining(step.getInterpolatedState(middle)) > 0) {
                    inside = middle;
                } else {
                    outside = middle;
                }
            }
            throw new Stopped(outside);
        }

        private double remaining(ODEStateAndDerivative state) {
            return until.remaining(state.getTime(), pv(state.getPrimaryState()));
        }
    }

    /** Leaves the integrator's loop. */
    private static final class Stopped extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final double atS;

        Stopped(double atS) {
            super(null, null, false, false);
            this.atS = atS;
        }
    }
}
