package dev.yeoju.model;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A bond between two requests, binding only when both are scheduled.
 *
 * @param type what it asks
 * @param request id of the other one
 * @param min least gap or overlap, or null
 * @param max greatest gap, or null
 */
public record Tie(
        Type type,
        String request,
        @Nullable Duration min,
        @Nullable Duration max) {
    /** What a tie asks. */
    public enum Type {
        /** Gap from the earlier one's end to the later one's begin, either order, in [min, max]. */
        SEPARATION,
        /** This one ends before the other begins, the gap in [min, max] where given. */
        BEFORE,
        /** Tracks on different antennas overlap by at least min: a handover. */
        OVERLAP,
        /** The same begin and end on different antennas, both or neither. */
        SIMULTANEOUS
    }
}
