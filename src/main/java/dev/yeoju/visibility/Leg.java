package dev.yeoju.visibility;

import org.orekit.utils.Constants;

/**
 * The straight way of a signal between an observer and a moving target, in an inertial frame: the target's position is
 * taken when the signal left it (receiving) or when it arrives there (transmitting). One thread's.
 */
final class Leg {
    private static final double C = Constants.SPEED_OF_LIGHT;
    /**
     * Once the delay changes by less than this, seconds, the target's place is moved on by its velocity: an acceleration
     * as near the Earth's surface moves it half a millimetre from there.
     */
    private static final double STRAIGHT_S = 1e-2;

    private static final int MOST_ITERATIONS = 20;

    private final Positions target;
    private final boolean lightTime;

    private final double[] speed = new double[3];
    private final double[] place = new double[3];

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
     * Solves for the target's place by Newton's steps. It starts from the delay found last, so that one look at the motion
     * mostly does.
     *
     * @param sign -1 when the observer receives, +1 when it transmits
     */
    void solve(double time, double[] observer, int sign) {
        if (!lightTime) {
            target.position(known(time), vector);
            subtract(observer);
            range = norm(vector);
            targetTime = time;
            return;
        }
        double change = 0;
        for (int i = 0; i < MOST_ITERATIONS; i++) {
            target.positionAndVelocity(known(time + sign * delay), vector, speed);
            subtract(observer);
            range = norm(vector);
            change = (range / C - delay) / (1 - sign * dot(vector, speed) / (range * C));
            delay += change;
            if (Math.abs(change) < STRAIGHT_S) {
                break;
            }
        }
        for (int j = 0; j < 3; j++) {
            vector[j] += sign * change * speed[j];
        }
        range = norm(vector);
        targetTime = time + sign * delay;
    }

    /** Writes the target's velocity at its end of the leg, metres per second. */
    void velocity(double[] velocity) {
        target.positionAndVelocity(known(targetTime), place, velocity);
    }

    private void subtract(double[] observer) {
        vector[0] -= observer[0];
        vector[1] -= observer[1];
        vector[2] -= observer[2];
    }

    /** A first guess may lie where the motion is not known, a solution does not but for rounding. */
    private double known(double time) {
        return Math.max(target.start(), Math.min(target.end(), time));
    }

    static double norm(double[] v) {
        return Math.sqrt(v[0] * v[0] + v[1] * v[1] + v[2] * v[2]);
    }

    /** The angle between two vectors, degrees; exact for small ones too. */
    static double angleDeg(double[] a, double[] b) {
        double x = a[1] * b[2] - a[2] * b[1];
        double y = a[2] * b[0] - a[0] * b[2];
        double z = a[0] * b[1] - a[1] * b[0];
        return Math.toDegrees(Math.atan2(Math.sqrt(x * x + y * y + z * z), dot(a, b)));
    }

    static double dot(double[] a, double[] b) {
        return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
    }
}
