package dev.yeoju.planning;

import dev.yeoju.model.Track;
import java.time.Duration;
import java.util.List;

/**
 * What a search found.
 *
 * @param tracks by request and time
 * @param brokenRules the score's hard level, zero or negative; zero unless pins break a rule
 * @param critical priorities of the critical requests that are served
 * @param value level 3 of the objective, priority-weighted hours
 * @param preferences level 4 of the objective
 * @param steps of all searches together
 */
public record PlanningResult(
        List<Track> tracks,
        long brokenRules,
        double critical,
        double value,
        double preferences,
        long steps,
        Duration elapsed) {
    public PlanningResult {
        tracks = List.copyOf(tracks);
    }
}
