package dev.yeoju.ephemeris;

/**
 * Positions and velocities by elapsed (SI) seconds since an epoch, on ICRF axes, metres and metres per second: the quick
 * way into a motion, without dates and objects. It neither checks nor limits times: callers stay within the coverage, but
 * for rounding. One thread's.
 */
public interface StateReader {
    /** Writes the position. */
    void position(double seconds, double[] xyz);

    /** Writes position and velocity. */
    void state(double seconds, double[] xyz, double[] velocity);
}
