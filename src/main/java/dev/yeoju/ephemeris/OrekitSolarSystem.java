package dev.yeoju.ephemeris;

import dev.yeoju.model.Body;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.hipparchus.geometry.euclidean.threed.Rotation;
import org.hipparchus.geometry.euclidean.threed.Vector3D;
import org.orekit.bodies.CelestialBodies;
import org.orekit.bodies.CelestialBody;
import org.orekit.errors.OrekitException;
import org.orekit.frames.Frame;
import org.orekit.time.AbsoluteDate;
import org.orekit.utils.PVCoordinates;

/** The solar system from a planner's own JPL or INPOP files, read by Orekit; orientations are the IAU's all the same. */
final class OrekitSolarSystem implements SolarSystem {
    private static final double DAY_S = 86400;
    /** Years around J2000 that may be asked; the files' own limits show when they are read. */
    private static final double REACH_S = 450 * 365.25 * DAY_S;

    private final Frame gcrf;
    private final AbsoluteDate j2000;
    private final Map<Body, CelestialBody> bodies = new EnumMap<>(Body.class);
    private final CelestialBody barycenter;

    OrekitSolarSystem(CelestialBodies celestialBodies, Frame gcrf, AbsoluteDate j2000) {
        this.gcrf = gcrf;
        this.j2000 = j2000;
        bodies.put(Body.EARTH, celestialBodies.getEarth());
        bodies.put(Body.MOON, celestialBodies.getMoon());
        bodies.put(Body.SUN, celestialBodies.getSun());
        bodies.put(Body.MARS, celestialBodies.getMars());
        bodies.put(Body.VENUS, celestialBodies.getVenus());
        bodies.put(Body.JUPITER, celestialBodies.getJupiter());
        barycenter = celestialBodies.getSolarSystemBarycenter();
    }

    @Override
    public Coverage coverage() {
        return Coverage.of(j2000.shiftedBy(-REACH_S), j2000.shiftedBy(REACH_S));
    }

    @Override
    public Vector3D geocentricPosition(Body body, AbsoluteDate date) {
        if (body == Body.EARTH) {
            return Vector3D.ZERO;
        }
        return read(date, () -> body(body).getPosition(date, gcrf));
    }

    @Override
    public PVCoordinates geocentric(Body body, AbsoluteDate date) {
        if (body == Body.EARTH) {
            return PVCoordinates.ZERO;
        }
        return read(date, () -> body(body).getPVCoordinates(date, gcrf));
    }

    @Override
    public PVCoordinates earthBarycentric(AbsoluteDate date) {
        return read(date, () -> barycenter.getPVCoordinates(date, gcrf)).negate();
    }

    @Override
    public Rotation bodyFixed(Body body, AbsoluteDate date) {
        return IauRotation.bodyFixed(body, date.durationFrom(j2000) / DAY_S);
    }

    @Override
    public double gravitationalParameter(Body body) {
        return BodyConstants.gravitationalParameter(body);
    }

    @Override
    public double meanRadius(Body body) {
        return BodyConstants.meanRadius(body);
    }

    private CelestialBody body(Body body) {
        return Objects.requireNonNull(bodies.get(body));
    }

    private static <V> V read(AbsoluteDate date, Supplier<V> state) {
        try {
            return state.get();
        } catch (OrekitException e) {
            throw new EphemerisException(
                    "orekit-data",
                    date.toString(),
                    "The planetary ephemeris of the orekit-data folder gives nothing for " + date + " ("
                            + EphemerisException.reason(e)
                            + "). Maybe add the files that cover it, or remove them to use the"
                            + " built-in tables.");
        }
    }
}
