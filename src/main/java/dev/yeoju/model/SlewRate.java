package dev.yeoju.model;

/**
 * How fast an antenna is repointed.
 *
 * @param azimuthDegPerS degrees a second about the vertical
 * @param elevationDegPerS degrees a second in elevation
 */
public record SlewRate(double azimuthDegPerS, double elevationDegPerS) {
    private static final double HALF_TURN_DEG = 180;

    /** No repointing takes as long, whole seconds: half a turn of the slower axis, and a second more. */
    public long longestSeconds() {
        return 1 + (long) Math.ceil(HALF_TURN_DEG / Math.min(azimuthDegPerS, elevationDegPerS));
    }

    /**
     * Seconds from one direction to another: both axes turn at once, azimuth the shorter way round, and the slower axis
     * decides.
     */
    public double secondsBetween(Pointing from, Pointing to) {
        double azimuth = to.azimuthDeg() - from.azimuthDeg();
        azimuth = Math.abs(azimuth - 360 * Math.rint(azimuth / 360));
        double elevation = Math.abs(to.elevationDeg() - from.elevationDeg());
        return Math.max(azimuth / azimuthDegPerS, elevation / elevationDegPerS);
    }

    /** The same in the planner's step: seconds, rounded up. The gap that two activities on the antenna need. */
    public long wholeSecondsBetween(Pointing from, Pointing to) {
        return (long) Math.ceil(secondsBetween(from, to));
    }
}
