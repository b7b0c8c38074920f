package dev.yeoju.model;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A half-open interval of time, {@code [start, end)}, of positive length.
 *
 * @param start first instant that belongs to it, UTC
 * @param end first instant after it, UTC
 */
public record Interval(Instant start, Instant end) {
    /** @throws IllegalArgumentException when the end is not after the start */
    public Interval {
        if (!end.isAfter(start)) {
            throw new IllegalArgumentException(
                    "The interval's end (" + end + ") is not after its start (" + start + "). Maybe they are swapped.");
        }
    }

    public Duration duration() {
        return Duration.between(start, end);
    }

    public boolean contains(Instant instant) {
        return !instant.isBefore(start) && instant.isBefore(end);
    }

    /** Whether all of the other interval lies in this one. */
    public boolean contains(Interval other) {
        return !other.start.isBefore(start) && !other.end.isAfter(end);
    }

    public boolean overlaps(Interval other) {
        return start.isBefore(other.end) && other.start.isBefore(end);
    }

    /** The part that both share, or null when they share none. */
    public @Nullable Interval intersection(Interval other) {
        Instant from = start.isAfter(other.start) ? start : other.start;
        Instant to = end.isBefore(other.end) ? end : other.end;
        return to.isAfter(from) ? new Interval(from, to) : null;
    }
}
