package dev.yeoju.model;

/** What must not be tracked at the same time, in {@code [bot, eot)}, as a request's own tracks. */
public enum Exclusive {
    /** Other tracks of the same spacecraft. */
    SPACECRAFT,
    /** Other tracks of any spacecraft of the same mission. */
    MISSION,
    /** Nothing. */
    NONE
}
