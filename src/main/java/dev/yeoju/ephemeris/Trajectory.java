package dev.yeoju.ephemeris;

import dev.yeoju.model.Body;
import java.util.List;
import java.util.Optional;
import org.hipparchus.geometry.euclidean.threed.Vector3D;
import org.jspecify.annotations.Nullable;
import org.orekit.time.AbsoluteDate;
import org.orekit.utils.PVCoordinates;

/**
 * The motion of one spacecraft or surface site, on ICRF axes. Immutable and safe to share between threads; cheap to
 * evaluate (no walk through a tree of frames).
 */
public interface Trajectory {
    /** Where positions are counted from, which is also the frame in which light time is to be solved. */
    enum Origin {
        /**
         * Centre of the Earth (GCRF): Earth and Moon orbiters, sites on the Moon. Light time is the difference of GCRF
         * positions at reception and transmission; no stellar aberration is due.
         */
        EARTH,
        /**
         * Barycentre of the solar system (ICRF): heliocentric motion, Mars. Light time is barycentric and stellar
         * aberration is due; {@link SolarSystem#earthBarycentric} gives the observer's side.
         */
        BARYCENTER
    }

    /** Id of the spacecraft. */
    String id();

    /** Where {@link #position} and {@link #pv} are counted from. */
    Origin origin();

    /** When there is a state. */
    Coverage coverage();

    /**
     * Position from {@link #origin()}, metres, ICRF axes.
     *
     * @throws EphemerisException outside {@link #coverage()}
     */
    Vector3D position(AbsoluteDate date);

    /**
     * Position and velocity from {@link #origin()}, metres and metres per second, ICRF axes.
     *
     * @throws EphemerisException outside {@link #coverage()}
     */
    PVCoordinates pv(AbsoluteDate date);

    /** What {@link #fromCenter} counts from: a body whose own motion is to be added, or null for the origin itself. */
    @Nullable
    Body center();

    /**
     * The motion about the centre; the origin's share is {@link SolarSystem}'s.
     *
     * @param epoch that its seconds count from
     */
    StateReader fromCenter(AbsoluteDate epoch);

    /** The place on a body's surface, when this is one: it has a horizon of its own. */
    Optional<SurfaceSite> site();

    /** What the user should know: gaps, an ephemeris past its end, elements far from their epoch. One sentence each. */
    List<String> warnings();
}
