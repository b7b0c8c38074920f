package dev.yeoju.ephemeris;

import dev.yeoju.model.Body;
import org.hipparchus.geometry.euclidean.threed.Vector3D;
import org.orekit.time.AbsoluteDate;

/**
 * A place fixed to the surface of a body that is taken as a sphere (of {@link SolarSystem#meanRadius}): its vertical is
 * the line from the centre.
 */
public final class SurfaceSite {
    private final SolarSystem solarSystem;
    private final Body body;
    private final Vector3D bodyFixedPosition;
    private final Vector3D up;
    private final Vector3D east;
    private final Vector3D north;

    /**
     * @param latitudeDeg degrees north, -90 to 90
     * @param longitudeDeg degrees east
     * @param altitudeM metres above the mean sphere
     */
    public SurfaceSite(SolarSystem solarSystem, Body body, double latitudeDeg, double longitudeDeg, double altitudeM) {
        double latitude = Math.toRadians(latitudeDeg);
        double longitude = Math.toRadians(longitudeDeg);
        this.solarSystem = solarSystem;
        this.body = body;
        this.up = new Vector3D(longitude, latitude);
        this.east = new Vector3D(-Math.sin(longitude), Math.cos(longitude), 0);
        this.north = Vector3D.crossProduct(up, east);
        this.bodyFixedPosition = up.scalarMultiply(solarSystem.meanRadius(body) + altitudeM);
    }

    /** The body that the site stands on. */
    public Body body() {
        return body;
    }

    /** Position from the body's centre on the body's own axes, metres. */
    public Vector3D bodyFixedPosition() {
        return bodyFixedPosition;
    }

    /** Position from the body's centre on ICRF axes, metres. */
    public Vector3D offset(AbsoluteDate date) {
        return inIcrf(bodyFixedPosition, date);
    }

    /** The local vertical on ICRF axes, a unit vector. */
    public Vector3D up(AbsoluteDate date) {
        return inIcrf(up, date);
    }

    /**
     * The direction of a vector that starts at the site.
     *
     * @param toTarget from the site to the target on ICRF axes, any unit
     * @param date at which the body's orientation is taken
     */
    public SkyDirection direction(Vector3D toTarget, AbsoluteDate date) {
        Vector3D local = solarSystem.bodyFixed(body, date).applyTo(toTarget);
        double e = local.dotProduct(east);
        double n = local.dotProduct(north);
        double u = local.dotProduct(up);
        double azimuthDeg = Math.toDegrees(Math.atan2(e, n));
        return new SkyDirection(
                azimuthDeg < 0 ? azimuthDeg + 360 : azimuthDeg, Math.toDegrees(Math.atan2(u, Math.hypot(e, n))));
    }

    /**
     * @param azimuthDeg from north over east, 0 to 360
     * @param elevationDeg above the local horizon, -90 to 90
     */
    public record SkyDirection(double azimuthDeg, double elevationDeg) {}

    private Vector3D inIcrf(Vector3D bodyFixed, AbsoluteDate date) {
        return solarSystem.bodyFixed(body, date).applyInverseTo(bodyFixed);
    }
}
