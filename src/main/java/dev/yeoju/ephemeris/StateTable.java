package dev.yeoju.ephemeris;

import java.util.List;
import org.hipparchus.geometry.euclidean.threed.Vector3D;
import org.jspecify.annotations.Nullable;
import org.orekit.time.AbsoluteDate;
import org.orekit.utils.PVCoordinates;
import org.orekit.utils.TimeStampedPVCoordinates;

/**
 * States at dates, interpolated between. Each evaluation uses the nodes nearest the date: positions and velocities
 * (Hermite) or positions alone (Lagrange), as a divided-difference (Newton) polynomial; with two nodes and velocities it
 * is the usual cubic. Velocities are the polynomial's derivative.
 */
final class StateTable {
    private final AbsoluteDate epoch;
    private final double[] times;
    /** Six numbers a node: x, y, z, vx, vy, vz. */
    private final double[] states;

    private final int points;
    private final boolean velocities;

    /**
     * @param nodes in strictly increasing order of time, at least two
     * @param points how many nodes a polynomial passes through
     * @param velocities whether it also has the nodes' velocities
     */
    StateTable(List<? extends TimeStampedPVCoordinates> nodes, int points, boolean velocities) {
        this.epoch = nodes.get(0).getDate();
        this.times = new double[nodes.size()];
        this.states = new double[6 * nodes.size()];
        this.points = Math.max(2, Math.min(points, nodes.size()));
        this.velocities = velocities;
        for (int i = 0; i < times.length; i++) {
            TimeStampedPVCoordinates node = nodes.get(i);
            times[i] = node.getDate().durationFrom(epoch);
            put(6 * i, node.getPosition());
            put(6 * i + 3, node.getVelocity());
        }
    }

    private void put(int at, Vector3D v) {
        states[at] = v.getX();
        states[at + 1] = v.getY();
        states[at + 2] = v.getZ();
    }

    /** Number of nodes. */
    int size() {
        return times.length;
    }

    /** The date of a node. */
    AbsoluteDate date(int node) {
        return epoch.shiftedBy(times[node]);
    }

    /** Position; within the first and the last node. */
    Vector3D position(AbsoluteDate date) {
        double[] p = new double[3];
        new Reader(0).position(date.durationFrom(epoch), p);
        return new Vector3D(p);
    }

    /** Position and velocity; within the first and the last node. */
    PVCoordinates pv(AbsoluteDate date) {
        double[] p = new double[3];
        double[] v = new double[3];
        new Reader(0).state(date.durationFrom(epoch), p, v);
        return new PVCoordinates(new Vector3D(p), new Vector3D(v));
    }

    /** Reads by seconds since any epoch. */
    StateReader reader(AbsoluteDate readerEpoch) {
        return new Reader(readerEpoch.durationFrom(epoch));
    }

    /** Length of the interval after a node, seconds. */
    double step(int node) {
        return times[node + 1] - times[node];
    }

    /**
     * Estimate of the cubic's largest position error in the interval after a node, metres. With J the fourth derivative,
     * neighbouring cubics disagree at their common node by about J h^2 / 12 in acceleration, and a cubic is wrong by at
     * most J h^4 / 384. The neighbour that agrees better counts: the other may be at fault itself.
     */
    double cubicError(int node) {
        double left = node > 0 ? accelerationJump(node - 1, node) : Double.POSITIVE_INFINITY;
        double right = node + 2 < times.length ? accelerationJump(node, node + 1) : Double.POSITIVE_INFINITY;
        double jump = Math.min(left, right);
        double h = step(node);
        return Double.isInfinite(jump) ? 0 : jump * h * h / 32;
    }

    private double accelerationJump(int left, int right) {
        double sum = 0;
        for (int axis = 0; axis < 3; axis++) {
            double d = endAcceleration(left, axis, true) - endAcceleration(right, axis, false);
            sum += d * d;
        }
        return Math.sqrt(sum);
    }

    /** Second derivative of the cubic after a node, at its end or at its start. */
    private double endAcceleration(int node, int axis, boolean end) {
        double h = step(node);
        int a = 6 * node + axis;
        double slope = (states[a + 6] - states[a]) / h;
        double v0 = states[a + 3];
        double v1 = states[a + 9];
        return end ? (2 * v0 + 4 * v1 - 6 * slope) / h : (6 * slope - 4 * v0 - 2 * v1) / h;
    }

    /** The interval that holds a time: the node at or before it, never the last. */
    private int interval(double t) {
        int low = 0;
        int high = times.length - 2;
        double span = times[times.length - 1];
        // Most tables are evenly spaced: look there first.
        int guess = (int) (t / span * (times.length - 1));
        if (guess >= 0 && guess <= high && times[guess] <= t && t < times[guess + 1]) {
            return guess;
        }
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (times[middle] <= t) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    /** Writes a vector's components. */
    static void write(Vector3D vector, double[] xyz) {
        xyz[0] = vector.getX();
        xyz[1] = vector.getY();
        xyz[2] = vector.getZ();
    }

    private final class Reader implements StateReader {
        private final double offset;
        private final double[] z = new double[velocities ? 2 * points : points];
        private final double[] d = new double[z.length];

        /** @param offset of the reader's epoch from the table's, seconds */
        Reader(double offset) {
            this.offset = offset;
        }

        @Override
        public void position(double seconds, double[] xyz) {
            double t = seconds + offset;
            int interval = interval(t);
            if (points == 2 && velocities) {
                cubic(interval, t, xyz);
            } else {
                newton(interval, t, xyz, null);
            }
        }

        @Override
        public void state(double seconds, double[] xyz, double[] velocity) {
            double t = seconds + offset;
            newton(interval(t), t, xyz, velocity);
        }

        private void cubic(int interval, double t, double[] xyz) {
            double h = times[interval + 1] - times[interval];
            double s = (t - times[interval]) / h;
            double s2 = s * s;
            double s3 = s2 * s;
            double h00 = 2 * s3 - 3 * s2 + 1;
            double h10 = (s3 - 2 * s2 + s) * h;
            double h01 = 3 * s2 - 2 * s3;
            double h11 = (s3 - s2) * h;
            int a = 6 * interval;
            for (int axis = 0; axis < 3; axis++, a++) {
                xyz[axis] = h00 * states[a] + h10 * states[a + 3] + h01 * states[a + 6] + h11 * states[a + 9];
            }
        }

        /** Newton's form through the points around an interval, and its derivative when asked for. */
        private void newton(int interval, double t, double[] xyz, double @Nullable [] derivative) {
            int first = Math.max(0, Math.min(interval - points / 2 + 1, times.length - points));
            int n = z.length;
            for (int i = 0; i < n; i++) {
                z[i] = times[first + (velocities ? i / 2 : i)];
            }
            for (int axis = 0; axis < 3; axis++) {
                for (int i = 0; i < n; i++) {
                    d[i] = states[6 * (first + (velocities ? i / 2 : i)) + axis];
                }
                for (int order = 1; order < n; order++) {
                    for (int i = n - 1; i >= order; i--) {
                        // A doubled node's first difference is its velocity.
                        d[i] = velocities && order == 1 && i % 2 == 1
                                ? states[6 * (first + i / 2) + 3 + axis]
                                : (d[i] - d[i - 1]) / (z[i] - z[i - order]);
                    }
                }
                double value = d[n - 1];
                double slope = 0;
                for (int i = n - 2; i >= 0; i--) {
                    double dt = t - z[i];
                    slope = value + slope * dt;
                    value = d[i] + value * dt;
                }
                xyz[axis] = value;
                if (derivative != null) {
                    derivative[axis] = slope;
                }
            }
        }
    }
}
