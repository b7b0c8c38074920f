package dev.yeoju.model;

import org.jspecify.annotations.Nullable;

/**
 * What became of a track from one schedule to another.
 *
 * @param before null for one that was added
 * @param after null for one that is gone
 * @param cost by the objective's change costs, priority-weighted hours
 */
public record TrackChange(@Nullable Track before, @Nullable Track after, Kind kind, double cost) {
    /** What became of it, in the terms of the change costs. */
    public enum Kind {
        /** On the same antennas at the same times, but for the tolerance. */
        KEPT,
        /** On the same antennas within the same times, for less time. */
        SHORTENED,
        /** On other antennas, or at other times. */
        MOVED,
        ADDED,
        GONE
    }
}
