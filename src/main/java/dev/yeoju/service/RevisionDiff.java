package dev.yeoju.service;

import dev.yeoju.model.Schedule;
import dev.yeoju.model.Track;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What differs between two revisions.
 *
 * @param from revision
 * @param to revision
 * @param valueDelta of the second against the first, priority-weighted hours
 * @param added tracks of the second that the first has not
 * @param removed tracks of the first that the second has not
 * @param changed tracks of both that differ
 */
public record RevisionDiff(
        int from, int to, double valueDelta, List<Track> added, List<Track> removed, List<Changed> changed) {
    /** A track before and after. */
    public record Changed(String id, Track before, Track after, boolean moved, boolean repinned) {}

    public RevisionDiff {
        added = List.copyOf(added);
        removed = List.copyOf(removed);
        changed = List.copyOf(changed);
    }

    static RevisionDiff of(int from, Schedule first, int to, Schedule second) {
        Map<String, Track> before = new LinkedHashMap<>();
        first.tracks().forEach(track -> before.put(track.id(), track));
        List<Track> added = new ArrayList<>();
        List<Changed> changed = new ArrayList<>();
        for (Track track : second.tracks()) {
            Track old = before.remove(track.id());
            if (old == null) {
                added.add(track);
            } else if (!old.equals(track)) {
                boolean repinned = old.pinned() != track.pinned();
                boolean moved = !old.antennas().equals(track.antennas())
                        || !old.activity().equals(track.activity())
                        || !old.tracking().equals(track.tracking());
                changed.add(new Changed(track.id(), old, track, moved, repinned));
            }
        }
        return new RevisionDiff(from, to, second.value() - first.value(), added, List.copyOf(before.values()), changed);
    }
}
