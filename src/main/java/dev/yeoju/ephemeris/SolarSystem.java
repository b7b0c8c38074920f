package dev.yeoju.ephemeris;

import dev.yeoju.model.Body;
import org.hipparchus.geometry.euclidean.threed.Rotation;
import org.hipparchus.geometry.euclidean.threed.Vector3D;
import org.orekit.time.AbsoluteDate;
import org.orekit.utils.PVCoordinates;

/**
 * Where the Sun, Moon and planets are and how they are turned. All positions in metres and velocities in metres per
 * second on ICRF axes, geometric (no light time). Safe to share between threads.
 */
public interface SolarSystem {
    /** When bodies' positions are known. */
    Coverage coverage();

    /**
     * Position of a body's centre from the Earth's (GCRF).
     *
     * @throws EphemerisException outside {@link #coverage()}
     */
    Vector3D geocentricPosition(Body body, AbsoluteDate date);

    /**
     * Position and velocity of a body's centre from the Earth's (GCRF).
     *
     * @throws EphemerisException outside {@link #coverage()}
     */
    PVCoordinates geocentric(Body body, AbsoluteDate date);

    /**
     * Position and velocity of the Earth's centre from the barycentre of the solar system.
     *
     * @throws EphemerisException outside {@link #coverage()}
     */
    PVCoordinates earthBarycentric(AbsoluteDate date);

    /**
     * Position of a body's centre from the barycentre of the solar system.
     *
     * @throws EphemerisException outside {@link #coverage()}
     */
    default Vector3D barycentricPosition(Body body, AbsoluteDate date) {
        return earthBarycentric(date).getPosition().add(geocentricPosition(body, date));
    }

    /**
     * Position and velocity of a body's centre from the barycentre of the solar system.
     *
     * @throws EphemerisException outside {@link #coverage()}
     */
    default PVCoordinates barycentric(Body body, AbsoluteDate date) {
        PVCoordinates earth = earthBarycentric(date);
        PVCoordinates fromEarth = geocentric(body, date);
        return new PVCoordinates(
                earth.getPosition().add(fromEarth.getPosition()),
                earth.getVelocity().add(fromEarth.getVelocity()));
    }

    /** The rotation that takes ICRF components of a vector to the body's own equator and prime meridian (IAU). */
    Rotation bodyFixed(Body body, AbsoluteDate date);

    /** Gravitational parameter, cubic metres per second squared. */
    double gravitationalParameter(Body body);

    /** Mean radius of the solid body or of the 1 bar level, metres (IAU WGCCRE). */
    double meanRadius(Body body);
}
