package dev.yeoju.model;

/**
 * How fast an antenna is repointed.
 *
 * @param azimuthDegPerS degrees a second about the vertical
 * @param elevationDegPerS degrees a second in elevation
 */
public record SlewRate(double azimuthDegPerS, double elevationDegPerS) {}
