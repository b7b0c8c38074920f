package dev.yeoju.visibility;

import org.orekit.utils.Constants;

/**
 * The straight way of a signal between an observer and a moving target, in an inertial frame: the target's position is
 * taken when the signal left it (receiving) or when it arrives there (transmitting). One thread's.
 */
final class Leg {
    private static final double C = Constants.SPEED_OF_LIGHT;
    /** A correction of the delay below this is applied by the velocity alone: the rest is below a micrometre. */
    private static final double LINEAR_S = 1e-5;

    private static final int MOST_ITERATIONS = 20;

    private final PiecewiseChebyshev motion;
    private final boolean lightTime;
    private int piece;

    /** From the observer to the target, metres. */
    final double[] vector = new double[3];
    /** The target's own, metres per second. */
    final double[] velocity = new double[3];
    /** Length of {@link #vector}, metres. */
    double range;
    /** How long the signal takes, seconds; zero with light time off. */
    double delay;
    /** When the signal is at the target. */
    double targetTime;

    Leg(PiecewiseChebyshev motion, boolean lightTime) {
        this.motion = motion;
        this.lightTime = lightTime;
    }

    PiecewiseChebyshev motion() {
        return motion;
    }

    /**
     * Solves for the target's place. It starts from the delay found last, so that one or two looks at the motion do.
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
            double radialSpeed = (vector[0] * velocity[0] + vector[1] * velocity[1] + vector[2] * velocity[2]) / range;
            double change = (range - C * delay) / (C - sign * radialSpeed);
            delay += change;
            if (Math.abs(change) < LINEAR_S) {
                for (int j = 0; j < 3; j++) {
                    vector[j] += sign * change * velocity[j];
                }
                range = norm(vector);
                break;
            }
        }
        targetTime = time + sign * delay;
    }

    private void look(double at, double[] observer) {
        // Beyond its ends the motion is not known; a first guess may be there, a solution is not.
        double known = Math.max(motion.start(), Math.min(motion.end(), at));
        piece = motion.piece(known, piece);
        motion.valueAndRate(known, piece, vector, velocity);
        double beyond = at - known;
        for (int j = 0; j < 3; j++) {
            vector[j] += beyond * velocity[j] - observer[j];
        }
        range = norm(vector);
        targetTime = at;
    }

    static double norm(double[] v) {
        return Math.sqrt(v[0] * v[0] + v[1] * v[1] + v[2] * v[2]);
    }

    static double dot(double[] a, double[] b) {
        return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
    }
}
