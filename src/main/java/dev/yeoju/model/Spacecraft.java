package dev.yeoju.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What antennas track.
 *
 * @param id unique in the problem
 * @param name for people
 * @param mission whose hours its tracks are; its own id where none is given
 * @param trajectory where it is; null only when all its view periods are given
 * @param windows when it can be tracked; empty for always
 * @param linkTable data rates; may be empty
 */
public record Spacecraft(
        String id,
        String name,
        String mission,
        @Nullable TrajectorySpec trajectory,
        List<Interval> windows,
        List<LinkRate> linkTable) {
    public Spacecraft {
        windows = List.copyOf(windows);
        linkTable = List.copyOf(linkTable);
    }
}
