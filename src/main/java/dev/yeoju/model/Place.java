package dev.yeoju.model;

import java.util.List;

/**
 * A place for a request, tried out: putting it there leads to the schedule given, in which no rule is broken that was
 * not broken before.
 *
 * @param tracks of the request there
 * @param displaced ids of other requests' tracks that would be moved, cut or dropped for it
 * @param valueChange of the whole schedule, priority-weighted hours; negative where it costs
 * @param criticalChange critical requests that have their minimum, against before
 * @param schedule all tracks with it
 */
public record Place(
        List<Track> tracks, List<String> displaced, double valueChange, int criticalChange, List<Track> schedule) {
    public Place {
        tracks = List.copyOf(tracks);
        displaced = List.copyOf(displaced);
        schedule = List.copyOf(schedule);
    }

    /** What it costs at the most, priority-weighted hours; zero where it gains. */
    public double cost() {
        return Math.max(0, -valueChange);
    }
}
