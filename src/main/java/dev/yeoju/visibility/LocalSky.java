package dev.yeoju.visibility;

/** Directions on local axes by time, as an antenna sees a spacecraft or a surface site sees an antenna. */
@FunctionalInterface
interface LocalSky {
    /** Writes a unit vector's components to the east, north and up. */
    void look(double time, double[] eastNorthUp);
}
