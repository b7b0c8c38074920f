package dev.yeoju.visibility;

import dev.yeoju.ephemeris.OrekitContext;
import dev.yeoju.ephemeris.Trajectory;
import dev.yeoju.ephemeris.Trajectory.Origin;
import dev.yeoju.model.Body;
import dev.yeoju.model.Site;
import java.time.Instant;
import java.util.function.ToDoubleFunction;
import org.hipparchus.geometry.euclidean.threed.Vector3D;
import org.orekit.bodies.GeodeticPoint;
import org.orekit.bodies.OneAxisEllipsoid;
import org.orekit.frames.TopocentricFrame;
import org.orekit.time.AbsoluteDate;
import org.orekit.utils.Constants;
import org.orekit.utils.PVCoordinates;

/**
 * The geometry again by plain vectors and Orekit's frames at each instant: no fits, no roots, none of the engine's code.
 */
final class Reference {
    private static final double C = 299792458.0;

    private final OrekitContext context;
    private final TopocentricFrame antenna;
    private final Trajectory trajectory;
    private final boolean lightTime;

    Reference(OrekitContext context, Site site, Trajectory trajectory, boolean lightTime) {
        this.context = context;
        this.trajectory = trajectory;
        this.lightTime = lightTime;
        this.antenna = new TopocentricFrame(
                new OneAxisEllipsoid(
                        Constants.WGS84_EARTH_EQUATORIAL_RADIUS, Constants.WGS84_EARTH_FLATTENING, context.itrf()),
                new GeodeticPoint(
                        Math.toRadians(site.latitudeDeg()), Math.toRadians(site.longitudeDeg()), site.altitudeM()),
                "reference");
    }

    /** From the antenna to the spacecraft, not aberrated, metres; sign -1 receives, +1 transmits. */
    Vector3D toSpacecraft(AbsoluteDate date, int sign) {
        return fixedPoint(date, sign, trajectory::position);
    }

    /** From the antenna to a body's centre. */
    Vector3D toBody(Body body, AbsoluteDate date, int sign) {
        return fixedPoint(
                date,
                sign,
                d -> trajectory.origin() == Origin.EARTH
                        ? context.solarSystem().geocentricPosition(body, d)
                        : context.solarSystem().barycentricPosition(body, d));
    }

    private interface Motion {
        Vector3D at(AbsoluteDate date);
    }

    private Vector3D fixedPoint(AbsoluteDate date, int sign, Motion motion) {
        Vector3D from = observer(date).getPosition();
        Vector3D way = motion.at(date).subtract(from);
        for (int i = 0; lightTime && i < 8; i++) {
            way = motion.at(date.shiftedBy(sign * way.getNorm() / C)).subtract(from);
        }
        return way;
    }

    private PVCoordinates observer(AbsoluteDate date) {
        PVCoordinates pv = antenna.getPVCoordinates(date, context.gcrf());
        if (trajectory.origin() == Origin.EARTH) {
            return pv;
        }
        PVCoordinates earth = context.solarSystem().earthBarycentric(date);
        return new PVCoordinates(
                pv.getPosition().add(earth.getPosition()), pv.getVelocity().add(earth.getVelocity()));
    }

    /** Elevation as seen, degrees. */
    double elevationDeg(AbsoluteDate date, int sign) {
        return Math.toDegrees(Math.asin(local(date, sign).getZ()));
    }

    /** Azimuth as seen, degrees from north over east. */
    double azimuthDeg(AbsoluteDate date) {
        Vector3D local = local(date, -1);
        double azimuth = Math.toDegrees(Math.atan2(local.getX(), local.getY()));
        return azimuth < 0 ? azimuth + 360 : azimuth;
    }

    /** East, north, up. */
    private Vector3D local(AbsoluteDate date, int sign) {
        Vector3D direction = toSpacecraft(date, sign).normalize();
        if (lightTime && trajectory.origin() == Origin.BARYCENTER) {
            // Light's velocity less the observer's (Galilean: exact to (v/c)^2 / 4, 0.5 milliarcseconds).
            Vector3D velocity = observer(date).getVelocity().scalarMultiply(-sign / C);
            direction = direction.add(velocity).normalize();
        }
        return local(direction, date);
    }

    /** East, north, up of a direction. */
    Vector3D local(Vector3D direction, AbsoluteDate date) {
        return context.gcrf().getStaticTransformTo(antenna, date).transformVector(direction);
    }

    /** The time within two seconds of a guess at which a function changes its sign. */
    Instant crossing(Instant guess, ToDoubleFunction<AbsoluteDate> function) {
        double low = -1;
        double high = 1;
        AbsoluteDate middle = context.date(guess);
        double atLow = function.applyAsDouble(middle.shiftedBy(low));
        double atHigh = function.applyAsDouble(middle.shiftedBy(high));
        if (atLow > 0 == atHigh > 0) {
            throw new AssertionError("No change of sign near " + guess + ": " + atLow + ", " + atHigh);
        }
        while (high - low > 1e-6) {
            double x = 0.5 * (low + high);
            if (function.applyAsDouble(middle.shiftedBy(x)) > 0 == atLow > 0) {
                low = x;
            } else {
                high = x;
            }
        }
        return context.instant(middle.shiftedBy(high));
    }
}
