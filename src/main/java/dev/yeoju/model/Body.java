package dev.yeoju.model;

/** A body that trajectories are centred on or sites stand on. */
public enum Body {
    EARTH,
    MOON,
    SUN,
    MARS,
    VENUS,
    JUPITER
}
