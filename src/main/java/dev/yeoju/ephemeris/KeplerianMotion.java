package dev.yeoju.ephemeris;

import dev.yeoju.model.TrajectorySpec.AnomalyKind;
import dev.yeoju.model.TrajectorySpec.Elements;
import org.hipparchus.geometry.euclidean.threed.Rotation;
import org.hipparchus.geometry.euclidean.threed.Vector3D;
import org.orekit.frames.Frame;
import org.orekit.orbits.KeplerianAnomalyUtility;
import org.orekit.orbits.KeplerianOrbit;
import org.orekit.time.AbsoluteDate;
import org.orekit.utils.PVCoordinates;

/**
 * Two-body motion with its elements held but for steady rates of the node and of the pericentre: a station-kept orbit, or
 * mean elements. Ellipses and hyperbolas.
 */
final class KeplerianMotion implements Motion {
    private static final double DAY_S = 86400;
    private static final double TURN = 2 * Math.PI;
    /** Kepler's equation is solved once a step is below this, radians: what is left is of its third order. */
    private static final double LAST_STEP = 1e-4;

    private static final int MOST_STEPS = 8;

    private final double a;
    private final double e;
    private final double semiMinor;
    private final double cosInclination;
    private final double sinInclination;
    private final double node;
    private final double pericenter;
    private final double nodeRate;
    private final double pericenterRate;
    private final double meanAnomaly;
    private final double meanMotion;
    private final double mu;
    /** Whether node or pericentre move. */
    private final boolean turns;
    /** The elements' axes on ICRF axes. */
    private final double[] first;

    private final double[] second;
    private final double[] pole;
    private final AbsoluteDate epoch;
    private final Coverage coverage;

    /**
     * @param elements of an ellipse (a positive, e below 1) or a hyperbola (a negative, e above 1)
     * @param mu gravitational parameter of the centre, cubic metres per second squared
     * @param toIcrf takes components on the elements' axes to ICRF
     */
    KeplerianMotion(Elements elements, AbsoluteDate epoch, double mu, Rotation toIcrf, Coverage coverage) {
        this.a = elements.semiMajorAxisKm() * 1000;
        this.e = elements.eccentricity();
        this.semiMinor = a * Math.sqrt(Math.abs(1 - e * e));
        this.cosInclination = Math.cos(Math.toRadians(elements.inclinationDeg()));
        this.sinInclination = Math.sin(Math.toRadians(elements.inclinationDeg()));
        this.node = Math.toRadians(elements.raanDeg());
        this.pericenter = Math.toRadians(elements.argumentOfPericenterDeg());
        this.nodeRate = Math.toRadians(elements.raanRateDegPerDay()) / DAY_S;
        this.pericenterRate = Math.toRadians(elements.argumentOfPericenterRateDegPerDay()) / DAY_S;
        this.mu = mu;
        this.meanMotion = Math.sqrt(mu / Math.abs(a * a * a));
        double anomaly = Math.toRadians(elements.anomalyDeg());
        if (elements.anomalyKind() == AnomalyKind.MEAN) {
            this.meanAnomaly = anomaly;
        } else {
            this.meanAnomaly = e < 1
                    ? KeplerianAnomalyUtility.ellipticTrueToMean(e, anomaly)
                    : KeplerianAnomalyUtility.hyperbolicTrueToMean(e, anomaly);
        }
        this.turns = nodeRate != 0 || pericenterRate != 0;
        this.first = toIcrf.applyTo(Vector3D.PLUS_I).toArray();
        this.second = toIcrf.applyTo(Vector3D.PLUS_J).toArray();
        this.pole = toIcrf.applyTo(Vector3D.PLUS_K).toArray();
        this.epoch = epoch;
        this.coverage = coverage;
    }

    /** The two-body motion through a state on ICRF axes. */
    static KeplerianMotion through(PVCoordinates state, AbsoluteDate epoch, double mu, Frame icrf, Coverage coverage) {
        KeplerianOrbit orbit = new KeplerianOrbit(state, icrf, epoch, mu);
        Elements elements = new Elements(
                orbit.getA() / 1000,
                orbit.getE(),
                Math.toDegrees(orbit.getI()),
                Math.toDegrees(orbit.getRightAscensionOfAscendingNode()),
                Math.toDegrees(orbit.getPerigeeArgument()),
                Math.toDegrees(orbit.getTrueAnomaly()),
                AnomalyKind.TRUE,
                0,
                0);
        return new KeplerianMotion(elements, epoch, mu, Rotation.IDENTITY, coverage);
    }

    @Override
    public Coverage coverage() {
        return coverage;
    }

    @Override
    public Vector3D position(AbsoluteDate date) {
        double[] xyz = new double[3];
        new Reader(date).position(0, xyz);
        return new Vector3D(xyz);
    }

    @Override
    public PVCoordinates pv(AbsoluteDate date) {
        double[] xyz = new double[3];
        double[] velocity = new double[3];
        new Reader(date).state(0, xyz, velocity);
        return new PVCoordinates(new Vector3D(xyz), new Vector3D(velocity));
    }

    @Override
    public StateReader reader(AbsoluteDate readerEpoch) {
        return new Reader(readerEpoch);
    }

    private final class Reader implements StateReader {
        private final double offset;
        /** The orbit's plane on ICRF axes: to the pericentre, and a right angle ahead. */
        private final double[] toPericenter = new double[3];

        private final double[] ahead = new double[3];
        /** The solved anomaly's place in the plane, metres, and its rates, metres per second. */
        private double x;

        private double y;
        private double xRate;
        private double yRate;

        Reader(AbsoluteDate readerEpoch) {
            this.offset = readerEpoch.durationFrom(epoch);
            turnPlane(0);
        }

        @Override
        public void position(double seconds, double[] xyz) {
            solve(seconds + offset);
            for (int axis = 0; axis < 3; axis++) {
                xyz[axis] = x * toPericenter[axis] + y * ahead[axis];
            }
        }

        @Override
        public void state(double seconds, double[] xyz, double[] velocity) {
            position(seconds, xyz);
            for (int axis = 0; axis < 3; axis++) {
                velocity[axis] = xRate * toPericenter[axis] + yRate * ahead[axis];
            }
            if (turns) {
                turnVelocity(xyz, velocity);
            }
        }

        /** Adds what the plane's own turning does. */
        private void turnVelocity(double[] xyz, double[] velocity) {
            double[] p = toPericenter;
            double[] q = ahead;
            double tx = nodeRate * pole[0] + pericenterRate * (p[1] * q[2] - p[2] * q[1]);
            double ty = nodeRate * pole[1] + pericenterRate * (p[2] * q[0] - p[0] * q[2]);
            double tz = nodeRate * pole[2] + pericenterRate * (p[0] * q[1] - p[1] * q[0]);
            velocity[0] += ty * xyz[2] - tz * xyz[1];
            velocity[1] += tz * xyz[0] - tx * xyz[2];
            velocity[2] += tx * xyz[1] - ty * xyz[0];
        }

        private void solve(double dt) {
            if (turns) {
                turnPlane(dt);
            }
            double m = meanAnomaly + meanMotion * dt;
            if (e < 1) {
                solveEllipse(m);
            } else {
                double v = KeplerianAnomalyUtility.hyperbolicMeanToTrue(e, m);
                double parameter = a * (1 - e * e);
                double speed = Math.sqrt(mu / parameter);
                double r = parameter / (1 + e * Math.cos(v));
                x = r * Math.cos(v);
                y = r * Math.sin(v);
                xRate = -speed * Math.sin(v);
                yRate = speed * (e + Math.cos(v));
            }
        }

        /** Kepler's equation by Halley's steps; the last, small one is applied to the sine and cosine directly. */
        private void solveEllipse(double m) {
            double mean = m - TURN * Math.rint(m / TURN);
            double anomaly = mean + e * Math.sin(mean) * (1 + e * Math.cos(mean));
            double sin = 0;
            double cos = 1;
            double step = Double.POSITIVE_INFINITY;
            for (int i = 0; i < MOST_STEPS && Math.abs(step) > LAST_STEP; i++) {
                sin = Math.sin(anomaly);
                cos = Math.cos(anomaly);
                double f = anomaly - e * sin - mean;
                double slope = 1 - e * cos;
                step = -f / (slope - f * e * sin / (2 * slope));
                anomaly += step;
            }
            if (Math.abs(step) > LAST_STEP) {
                anomaly = KeplerianAnomalyUtility.ellipticMeanToEccentric(e, mean);
                sin = Math.sin(anomaly);
                cos = Math.cos(anomaly);
            } else {
                double half = 0.5 * step * step;
                double third = step * step * step / 6;
                double moved = sin + cos * step - sin * half - cos * third;
                cos = cos - sin * step - cos * half + sin * third;
                sin = moved;
            }
            double rate = meanMotion / (1 - e * cos);
            x = a * (cos - e);
            y = semiMinor * sin;
            xRate = -a * sin * rate;
            yRate = semiMinor * cos * rate;
        }

        private void turnPlane(double dt) {
            double cosNode = Math.cos(node + nodeRate * dt);
            double sinNode = Math.sin(node + nodeRate * dt);
            double cosPericenter = Math.cos(pericenter + pericenterRate * dt);
            double sinPericenter = Math.sin(pericenter + pericenterRate * dt);
            double px = cosNode * cosPericenter - sinNode * sinPericenter * cosInclination;
            double py = sinNode * cosPericenter + cosNode * sinPericenter * cosInclination;
            double pz = sinPericenter * sinInclination;
            double qx = -cosNode * sinPericenter - sinNode * cosPericenter * cosInclination;
            double qy = -sinNode * sinPericenter + cosNode * cosPericenter * cosInclination;
            double qz = cosPericenter * sinInclination;
            for (int axis = 0; axis < 3; axis++) {
                toPericenter[axis] = px * first[axis] + py * second[axis] + pz * pole[axis];
                ahead[axis] = qx * first[axis] + qy * second[axis] + qz * pole[axis];
            }
        }
    }
}
