package dev.yeoju.ephemeris;

import dev.yeoju.model.TrajectorySpec.AnomalyKind;
import dev.yeoju.model.TrajectorySpec.Elements;
import org.hipparchus.geometry.euclidean.threed.Rotation;
import org.hipparchus.geometry.euclidean.threed.RotationConvention;
import org.hipparchus.geometry.euclidean.threed.RotationOrder;
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

    private final double a;
    private final double e;
    private final double inclination;
    private final double node;
    private final double pericenter;
    private final double nodeRate;
    private final double pericenterRate;
    private final double meanAnomaly;
    private final double meanMotion;
    private final double mu;
    private final Rotation toIcrf;
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
        this.inclination = Math.toRadians(elements.inclinationDeg());
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
        this.toIcrf = toIcrf;
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
        double dt = date.durationFrom(epoch);
        double v = trueAnomaly(dt);
        double r = a * (1 - e * e) / (1 + e * Math.cos(v));
        return plane(dt).applyTo(new Vector3D(r * Math.cos(v), r * Math.sin(v), 0));
    }

    @Override
    public PVCoordinates pv(AbsoluteDate date) {
        double dt = date.durationFrom(epoch);
        double v = trueAnomaly(dt);
        double parameter = a * (1 - e * e);
        double r = parameter / (1 + e * Math.cos(v));
        double speed = Math.sqrt(mu / parameter);
        Rotation plane = plane(dt);
        Vector3D position = plane.applyTo(new Vector3D(r * Math.cos(v), r * Math.sin(v), 0));
        Vector3D held = plane.applyTo(new Vector3D(-speed * Math.sin(v), speed * (e + Math.cos(v)), 0));
        Vector3D turning =
                new Vector3D(nodeRate, toIcrf.applyTo(Vector3D.PLUS_K), pericenterRate, plane.applyTo(Vector3D.PLUS_K));
        return new PVCoordinates(position, held.add(Vector3D.crossProduct(turning, position)));
    }

    private double trueAnomaly(double dt) {
        double m = meanAnomaly + meanMotion * dt;
        return e < 1
                ? KeplerianAnomalyUtility.ellipticMeanToTrue(e, m)
                : KeplerianAnomalyUtility.hyperbolicMeanToTrue(e, m);
    }

    /** Takes components in the orbit's plane (x to the pericentre) to ICRF. */
    private Rotation plane(double dt) {
        Rotation orbit = new Rotation(
                RotationOrder.ZXZ,
                RotationConvention.VECTOR_OPERATOR,
                node + nodeRate * dt,
                inclination,
                pericenter + pericenterRate * dt);
        return toIcrf.compose(orbit, RotationConvention.VECTOR_OPERATOR);
    }
}
