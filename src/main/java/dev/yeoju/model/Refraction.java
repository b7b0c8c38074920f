package dev.yeoju.model;

/** Model of atmospheric refraction that elevations are compared with. */
public enum Refraction {
    NONE,
    STANDARD
}
