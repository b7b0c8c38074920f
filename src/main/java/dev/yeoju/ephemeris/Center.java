package dev.yeoju.ephemeris;

import dev.yeoju.model.Body;
import org.hipparchus.geometry.euclidean.threed.Vector3D;
import org.jspecify.annotations.Nullable;
import org.orekit.time.AbsoluteDate;
import org.orekit.utils.PVCoordinates;

/**
 * What a motion is about, and so the origin that its trajectory counts from: the Earth and the Moon move together and
 * stay geocentric, everything else is barycentric.
 *
 * @param body the centre, or null for the barycentre of the solar system
 */
record Center(@Nullable Body body) {
    /** The barycentre of the solar system. */
    static final Center BARYCENTER = new Center(null);

    Trajectory.Origin origin() {
        return body == Body.EARTH || body == Body.MOON ? Trajectory.Origin.EARTH : Trajectory.Origin.BARYCENTER;
    }

    /** Whether the centre is the origin itself. */
    boolean isOrigin() {
        return body == null || body == Body.EARTH;
    }

    /** The centre from the origin, metres. */
    Vector3D position(SolarSystem solarSystem, AbsoluteDate date) {
        if (body == null || body == Body.EARTH) {
            return Vector3D.ZERO;
        }
        return origin() == Trajectory.Origin.EARTH
                ? solarSystem.geocentricPosition(body, date)
                : solarSystem.barycentricPosition(body, date);
    }

    /** The centre from the origin, metres and metres per second. */
    PVCoordinates pv(SolarSystem solarSystem, AbsoluteDate date) {
        if (body == null || body == Body.EARTH) {
            return PVCoordinates.ZERO;
        }
        return origin() == Trajectory.Origin.EARTH
                ? solarSystem.geocentric(body, date)
                : solarSystem.barycentric(body, date);
    }
}
