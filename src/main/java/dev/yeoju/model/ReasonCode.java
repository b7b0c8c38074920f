package dev.yeoju.model;

/** Why a request is not, or not fully, scheduled. */
public enum ReasonCode {
    NEVER_VISIBLE,
    BELOW_MASK,
    OCCULTED,
    LANDER_HORIZON,
    SEP,
    KEYHOLE,
    TRACKING_RATE,
    ANTENNA_DOWN,
    TOO_SHORT,
    NO_BAND,
    CONTENTION,
    TIE,
    COMPLEX_LIMIT,
    FROZEN,
    /** A place is free: the search ended before it was used. */
    PLACE_FREE
}
