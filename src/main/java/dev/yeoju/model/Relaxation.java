package dev.yeoju.model;

/**
 * What a request could give up to be served. It was tried: the place leads to a schedule of the relaxed problem with the
 * request in it that breaks no rule, at the cost that the place says.
 *
 * @param text for a planner: {@code shorten by 12 min}
 * @param relaxed the request as it would be asked
 */
public record Relaxation(Kind kind, String text, TrackRequest relaxed, Place place) {
    /** What is given up. */
    public enum Kind {
        SHORTER,
        LOWER_ELEVATION,
        OTHER_BAND,
        OTHER_ANTENNA,
        MOVED_WINDOW
    }
}
