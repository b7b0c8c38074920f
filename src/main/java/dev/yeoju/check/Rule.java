package dev.yeoju.check;

/** The rules of the problem format that a schedule can break. A violation's code is the rule's name. */
public enum Rule {
    /** Two tracks have the same id. */
    DUPLICATE_TRACK_ID,
    /** A track serves a request that the problem does not have. */
    UNKNOWN_REQUEST,
    /** A track takes an antenna that the problem does not have. */
    UNKNOWN_ANTENNA,
    /** A track's spacecraft is not its request's. */
    WRONG_SPACECRAFT,
    /** Not boa ≤ bot &lt; eot ≤ eoa. */
    TIME_ORDER,
    /** A track's antennas are not one of the ways in which its request may be served. */
    ANTENNAS_NOT_ALLOWED,
    /** An antenna does not serve the request's band. */
    BAND_NOT_SERVED,
    /** The time from boa to bot is not the request's setup. */
    SETUP_LENGTH,
    /** The time from eot to eoa is not the request's teardown. */
    TEARDOWN_LENGTH,
    /** The track leaves the planning horizon. */
    OUTSIDE_HORIZON,
    /** The track leaves its request's window. */
    OUTSIDE_WINDOW,
    /** The track lies in a time that its request excludes. */
    EXCLUDED_TIME,
    /** The track does not lie in one view period of each of its antennas. */
    NOT_IN_VIEW,
    /** The track does not lie in one usable receive interval of its band. */
    NOT_USABLE,
    /** A transmitting track does not lie in one interval in which its antenna may transmit. */
    NO_UPLINK,
    /** A track is lower than its request's own lowest elevation. */
    TOO_LOW,
    /** Two activities overlap on an antenna. */
    ANTENNA_OVERLAP,
    /** There is no time to repoint an antenna between two activities. */
    SLEW,
    /** Two tracks that share a beam both transmit. */
    BEAM_UPLINKS,
    /** Two tracks that share a beam are farther apart than its width. */
    BEAM_WIDTH,
    /** More activities share a beam than it holds. */
    BEAM_FULL,
    /** An activity lies in maintenance or an outage. */
    ANTENNA_DOWN,
    /** A part of a split request is shorter than its shortest track. */
    TRACK_TOO_SHORT,
    /** A request's tracks together are shorter than its minimum. */
    BELOW_MINIMUM,
    /** A request has more tracks than it may be split into. */
    TOO_MANY_TRACKS,
    /** A spacecraft is tracked twice at once. */
    SPACECRAFT_TWICE,
    /** A mission is tracked twice at once. */
    MISSION_TWICE,
    /** Two requests are closer together or farther apart than their tie asks. */
    SEPARATION,
    /** A request does not end before another one begins, as their tie asks. */
    BEFORE,
    /** Two requests do not overlap on different antennas as their tie asks. */
    OVERLAP,
    /** Two requests are not tracked at the same times on different antennas, or only one of them is. */
    SIMULTANEOUS,
    /** A complex carries more tracks at once than it can. */
    COMPLEX_TRACKS,
    /** A complex carries more transmitting tracks at once than it can. */
    COMPLEX_UPLINKS,
    /** A pinned track is not in the schedule as it was pinned. */
    PIN_MOVED
}
