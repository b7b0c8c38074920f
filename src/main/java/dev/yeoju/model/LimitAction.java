package dev.yeoju.model;

/** What a limit such as the Sun's distance or the keyhole does to a view period. */
public enum LimitAction {
    /** The part beyond the limit cannot be used. */
    SPLIT,
    /** The part beyond the limit is marked and can be used. */
    FLAG
}
