package dev.yeoju.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What differs between two schedules, track by track.
 *
 * @param entries by request in the instance's order and time; those of requests that are no longer asked come last
 */
public record ScheduleDiff(List<Entry> entries) {
    /**
     * What became of a track, and why.
     *
     * @param before null for one that was added
     * @param after null for one that is gone
     * @param drifted whether what it stood on moved away, so that it could not be kept
     * @param cost by the change costs, priority-weighted hours
     * @param why a planner's sentence; empty where nothing is to be said
     */
    public record Entry(
            String request,
            TrackChange.Kind kind,
            @Nullable Track before,
            @Nullable Track after,
            boolean drifted,
            double cost,
            String why) {
        /** Whether the track is not as it was. */
        public boolean isChange() {
            return kind != TrackChange.Kind.KEPT;
        }
    }

    public ScheduleDiff {
        entries = List.copyOf(entries);
    }

    /** How many tracks are of a kind. */
    public int count(TrackChange.Kind kind) {
        return Math.toIntExact(
                entries.stream().filter(entry -> entry.kind() == kind).count());
    }

    /** How many tracks are not as they were. */
    public int changes() {
        return entries.size() - count(TrackChange.Kind.KEPT);
    }
}
