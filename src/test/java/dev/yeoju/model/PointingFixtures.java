package dev.yeoju.model;

import java.time.Instant;
import java.util.function.DoubleFunction;

/** Tracks of directions for tests, from azimuth and elevation as functions of time. */
public final class PointingFixtures {
    private static final double DIFFERENCE_S = 0.5;

    private PointingFixtures() {}

    /**
     * @param directions by seconds after the start
     * @param seconds length; a whole number of steps
     */
    public static PointingTrack track(Instant start, int seconds, int stepS, DoubleFunction<Pointing> directions) {
        int steps = seconds / stepS;
        float[] nodes = new float[6 * (steps + 1)];
        for (int i = 0; i <= steps; i++) {
            double t = (double) i * stepS;
            double[] here = vector(directions.apply(t));
            double[] before = vector(directions.apply(t - DIFFERENCE_S));
            double[] after = vector(directions.apply(t + DIFFERENCE_S));
            for (int axis = 0; axis < 3; axis++) {
                nodes[6 * i + axis] = (float) here[axis];
                nodes[6 * i + 3 + axis] = (float) ((after[axis] - before[axis]) / (2 * DIFFERENCE_S));
            }
        }
        return PointingTrack.of(start, stepS, nodes);
    }

    /** Always the same direction. */
    public static PointingTrack still(Instant start, int seconds, double azimuthDeg, double elevationDeg) {
        return track(start, seconds, seconds, t -> new Pointing(azimuthDeg, elevationDeg));
    }

    private static double[] vector(Pointing direction) {
        double azimuth = Math.toRadians(direction.azimuthDeg());
        double elevation = Math.toRadians(direction.elevationDeg());
        return new double[] {
            Math.cos(elevation) * Math.sin(azimuth), Math.cos(elevation) * Math.cos(azimuth), Math.sin(elevation)
        };
    }
}
