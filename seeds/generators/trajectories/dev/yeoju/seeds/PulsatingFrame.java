package dev.yeoju.seeds;

import dev.yeoju.ephemeris.SolarSystem;
import dev.yeoju.model.Body;
import org.hipparchus.geometry.euclidean.threed.Vector3D;
import org.orekit.time.AbsoluteDate;
import org.orekit.utils.PVCoordinates;

/**
 * Takes states of the circular restricted three-body problem to the real system: x along the line from the larger primary
 * to the smaller one at that instant, z along its angular momentum, lengths scaled by its momentary length. Only a first
 * guess: {@link MultipleShooting} makes a trajectory of it.
 */
final class PulsatingFrame {
    private static final double DIFFERENCE_S = 10;

    private final SolarSystem solarSystem;
    private final Body larger;
    private final Body smaller;
    private final double mu;
    private final double meanMotionRadPerS;

    /** @param meanMotionRadPerS rate at which the problem's own time runs */
    PulsatingFrame(SolarSystem solarSystem, Body larger, Body smaller, double mu, double meanMotionRadPerS) {
        this.solarSystem = solarSystem;
        this.larger = larger;
        this.smaller = smaller;
        this.mu = mu;
        this.meanMotionRadPerS = meanMotionRadPerS;
    }

    /**
     * A geocentric state on ICRF axes.
     *
     * @param state position and velocity in the problem's rotating frame, without dimensions
     */
    PVCoordinates geocentric(AbsoluteDate date, double[] state) {
        Vector3D now = position(date, state, 0);
        Vector3D before = position(date, state, -DIFFERENCE_S);
        Vector3D after = position(date, state, DIFFERENCE_S);
        return new PVCoordinates(now, after.subtract(before).scalarMultiply(0.5 / DIFFERENCE_S));
    }

    private Vector3D position(AbsoluteDate date, double[] state, double offsetS) {
        AbsoluteDate at = date.shiftedBy(offsetS);
        PVCoordinates from = solarSystem.geocentric(larger, at);
        PVCoordinates to = solarSystem.geocentric(smaller, at);
        Vector3D line = to.getPosition().subtract(from.getPosition());
        Vector3D x = line.normalize();
        Vector3D z =
                line.crossProduct(to.getVelocity().subtract(from.getVelocity())).normalize();
        Vector3D y = z.crossProduct(x);
        double moved = offsetS * meanMotionRadPerS;
        Vector3D fromLarger = new Vector3D(
                state[0] + mu + moved * state[3], x, state[1] + moved * state[4], y, state[2] + moved * state[5], z);
        return from.getPosition().add(fromLarger.scalarMultiply(line.getNorm()));
    }
}
