package dev.yeoju.model;

/**
 * Rules of the geometry, for the whole problem.
 *
 * @param lightTime whether positions are taken at the time the signal left
 * @param refraction model of the atmosphere's bending
 * @param occultation whether bodies in the line of sight end a view period
 * @param sepAction what a small Sun–Earth–probe angle does
 * @param keyholeAction what the keyhole near the zenith does
 */
public record Geometry(
        boolean lightTime,
        Refraction refraction,
        boolean occultation,
        LimitAction sepAction,
        LimitAction keyholeAction) {
    /** What holds where a problem says nothing. */
    public static final Geometry DEFAULT =
            new Geometry(true, Refraction.NONE, true, LimitAction.SPLIT, LimitAction.FLAG);
}
