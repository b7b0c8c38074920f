package dev.yeoju.model;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;

/**
 * Where an antenna points in a view period: unit vectors to the east, north and up with their rates at even steps, cubic
 * (Hermite) polynomials between. Good to about 0.001 degrees. Immutable.
 */
public final class PointingTrack {
    private static final int NUMBERS = 6;
    /** For vectors between nodes, which are shorter than one by less than a thousandth. */
    private static final double ROOM = 1.001;

    private final Instant start;
    private final double stepS;
    private final float[] nodes;

    private PointingTrack(Instant start, double stepS, float[] nodes) {
        this.start = start;
        this.stepS = stepS;
        this.nodes = nodes;
    }

    /**
     * @param start time of the first node, UTC at the antenna
     * @param stepS between nodes, seconds
     * @param nodes east, north, up and their rates per second, six numbers a node, two nodes or more
     */
    public static PointingTrack of(Instant start, double stepS, float[] nodes) {
        if (nodes.length < 2 * NUMBERS || nodes.length % NUMBERS != 0 || !(stepS > 0)) {
            throw new IllegalArgumentException(
                    "A pointing track needs two nodes of six numbers and a positive step, not " + nodes.length
                            + " numbers and " + stepS + " s.");
        }
        return new PointingTrack(start, stepS, nodes.clone());
    }

    /** The direction at an instant; before the first and after the last node theirs. */
    public Pointing at(Instant instant) {
        int last = nodes.length / NUMBERS - 1;
        double steps = Duration.between(start, instant).toNanos() / 1e9 / stepS;
        double clamped = Math.max(0, Math.min(last, steps));
        int node = Math.min(last - 1, (int) clamped);
        double s = clamped - node;
        double east = value(node, 0, s);
        double north = value(node, 1, s);
        double up = value(node, 2, s);
        double azimuth = Math.toDegrees(Math.atan2(east, north));
        return new Pointing(
                azimuth < 0 ? azimuth + 360 : azimuth, Math.toDegrees(Math.atan2(up, Math.hypot(east, north))));
    }

    /**
     * No direction moves faster than this, degrees a second: the greatest control point of the polynomials' rates, which
     * their rates never leave, with room for vectors that are not quite of unit length.
     */
    public double fastestDegPerS() {
        double fastest = 0;
        for (int node = 0; node + 1 < nodes.length / NUMBERS; node++) {
            double start = 0;
            double middle = 0;
            double end = 0;
            for (int axis = 0; axis < 3; axis++) {
                int a = node * NUMBERS + axis;
                int b = a + NUMBERS;
                double inner = 3 * (nodes[b] - nodes[a]) / stepS - nodes[a + 3] - nodes[b + 3];
                start += nodes[a + 3] * nodes[a + 3];
                middle += inner * inner;
                end += nodes[b + 3] * nodes[b + 3];
            }
            fastest = Math.max(fastest, Math.max(middle, Math.max(start, end)));
        }
        return Math.toDegrees(Math.sqrt(fastest)) * ROOM;
    }

    private double value(int node, int axis, double s) {
        int a = node * NUMBERS + axis;
        int b = a + NUMBERS;
        double s2 = s * s;
        double s3 = s2 * s;
        return (2 * s3 - 3 * s2 + 1) * nodes[a]
                + (s3 - 2 * s2 + s) * stepS * nodes[a + 3]
                + (3 * s2 - 2 * s3) * nodes[b]
                + (s3 - s2) * stepS * nodes[b + 3];
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PointingTrack track
                && start.equals(track.start)
                && stepS == track.stepS
                && Arrays.equals(nodes, track.nodes);
    }

    @Override
    public int hashCode() {
        return 31 * start.hashCode() + Arrays.hashCode(nodes);
    }

    @Override
    public String toString() {
        return "PointingTrack[start=" + start + ", stepS=" + stepS + ", nodes=" + nodes.length / NUMBERS + "]";
    }
}
