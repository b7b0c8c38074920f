package dev.yeoju.model;

/**
 * Where an antenna points.
 *
 * @param azimuthDeg degrees from north over east
 * @param elevationDeg degrees above the horizon
 */
public record Pointing(double azimuthDeg, double elevationDeg) {
    /** The angle between two directions, degrees in [0, 180]. */
    public double separationDeg(Pointing other) {
        double halfElevation = Math.sin(Math.toRadians(other.elevationDeg - elevationDeg) / 2);
        double halfAzimuth = Math.sin(Math.toRadians(other.azimuthDeg - azimuthDeg) / 2);
        // The haversine formula keeps its digits for small angles, where beams are compared.
        double h = halfElevation * halfElevation
                + Math.cos(Math.toRadians(elevationDeg))
                        * Math.cos(Math.toRadians(other.elevationDeg))
                        * halfAzimuth
                        * halfAzimuth;
        return Math.toDegrees(2 * Math.asin(Math.sqrt(Math.min(1, h))));
    }
}
