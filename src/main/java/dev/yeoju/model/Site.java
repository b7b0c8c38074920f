package dev.yeoju.model;

/**
 * A place on the Earth, WGS 84.
 *
 * @param latitudeDeg geodetic latitude, degrees north
 * @param longitudeDeg longitude, degrees east
 * @param altitudeM height above the ellipsoid, metres
 */
public record Site(double latitudeDeg, double longitudeDeg, double altitudeM) {}
