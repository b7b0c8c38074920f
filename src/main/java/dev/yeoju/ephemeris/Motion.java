package dev.yeoju.ephemeris;

import org.hipparchus.geometry.euclidean.threed.Vector3D;
import org.orekit.time.AbsoluteDate;
import org.orekit.utils.PVCoordinates;

/** Motion about one centre on ICRF axes, metres and metres per second. Immutable to its callers, safe between threads. */
interface Motion {
    /** When there is a state; callers of the others stay within. */
    Coverage coverage();

    Vector3D position(AbsoluteDate date);

    PVCoordinates pv(AbsoluteDate date);

    /** Reads by seconds since an epoch. */
    StateReader reader(AbsoluteDate epoch);
}
