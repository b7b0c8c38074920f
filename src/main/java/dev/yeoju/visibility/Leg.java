package dev.yeoju.visibility;

import org.orekit.utils.Constants;

/**
 * The straight way of a signal between an observer and a moving target, in an inertial frame: the target's position is
 * taken when the signal left it (receiving) or when it arrives there (transmitting). One thread's.
 */
final class Leg {
    private static final double C = Constants.SPEED_OF_LIGHT;
    /** The delay is iterated until it changes by less than this, seconds: a planet moves 3 micrometres in it. */
    private static final double TOLERANCE_S = 1e-10;

    private static final int MOST_ITERATIONS = 20;

    private final Positions target;
    private final boolean lightTime;

    /** From the observer to the target, metres. */
    final double[] vector = new double[3];
    /** Length of {@link #vector}, metres. */
    double range;
    /** How long the signal takes, seconds; zero with light time off. */
    double delay;
    /** When the signal is at the target. */
    double targetTime;

    Leg(Positions target, boolean lightTime) {
        this.target = target;
        this.lightTime = lightTime;
    }

    /**
     * Solves for the target's place. It starts from the delay found last, so that two looks at the motion mostly do: each
     * shrinks the error by the target's speed over that of light.
     *
     * @param sign -1 when the observer receives, +1 when it transmits
     */
    void solve(double time, double[] observer, int sign) {
        if (!lightTime) {
            look(time, observer);
            return;
        }
        for (int i = 0; i < MOST_ITERATIONS; i++) {
            look(time + sign * delay, observer);
            double change = range / C - delay;
            delay += change;
            if (Math.abs(change) < TOLERANCE_S) {
                break;
            }
        }
    }

    /** Writes the target's velocity at its end of the leg, metres per second. */
    void velocity(double[] velocity) {
        target.positionAndVelocity(known(targetTime), new double[3], velocity);
    }

    private void look(double at, double[] observer) {
        target.position(known(at), vector);
        vector[0] -= observer[0];
        vector[1] -= observer[1];
        vector[2] -= observer[2];
        range = norm(vector);
        targetTime = at;
    }

    /** A first guess may lie where the motion is not known, a solution does not but for rounding. */
    private double known(double time) {
        return Math.max(target.start(), Math.min(target.end(), time));
    }

    static double norm(double[] v) {
        return Math.sqrt(v[0] * v[0] + v[1] * v[1] + v[2] * v[2]);
    }

    static double dot(double[] a, double[] b) {
        return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
    }
}
