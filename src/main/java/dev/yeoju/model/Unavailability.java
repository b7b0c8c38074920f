package dev.yeoju.model;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A time in which an antenna cannot be used.
 *
 * @param interval the first time, UTC
 * @param reason in a planner's words; may be empty
 * @param every the period by which it repeats until the horizon's end, or null for once
 */
public record Unavailability(
        Interval interval, String reason, @Nullable Duration every) {
    /** Every time of it that touches the given interval, in order. */
    public List<Interval> within(Interval horizon) {
        List<Interval> times = new ArrayList<>();
        if (every == null) {
            if (interval.overlaps(horizon)) {
                times.add(interval);
            }
            return List.copyOf(times);
        }
        // Skip whole periods up to the horizon, so that a weekly slot of years ago costs nothing.
        long skipped =
                Math.max(0, Duration.between(interval.end(), horizon.start()).dividedBy(every));
        Interval next = shifted(every.multipliedBy(skipped));
        for (long k = skipped + 1; next.start().isBefore(horizon.end()); k++) {
            if (next.overlaps(horizon)) {
                times.add(next);
            }
            next = shifted(every.multipliedBy(k));
        }
        return List.copyOf(times);
    }

    private Interval shifted(Duration by) {
        return new Interval(interval.start().plus(by), interval.end().plus(by));
    }
}
