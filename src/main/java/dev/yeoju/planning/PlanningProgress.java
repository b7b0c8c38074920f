package dev.yeoju.planning;

import dev.yeoju.model.Track;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/**
 * How a search goes.
 *
 * @param elapsed since it began
 * @param steps of all searches together
 * @param improved whether the best plan is another than at the last report
 * @param critical priorities of the critical requests that are served
 * @param value level 3 of the objective, priority-weighted hours
 * @param tracks reads out the tracks of the best plan
 */
public record PlanningProgress(
        Duration elapsed, long steps, boolean improved, double critical, double value, Supplier<List<Track>> tracks) {}
