package dev.yeoju.model;

/**
 * A row of a spacecraft's link table: what the link carries within a range and above an elevation.
 *
 * @param maxRangeKm kilometres
 * @param minElevationDeg degrees
 * @param bitsPerS bits a second
 */
public record LinkRate(Band band, double maxRangeKm, double minElevationDeg, double bitsPerS) {}
