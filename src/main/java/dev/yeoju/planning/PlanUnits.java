package dev.yeoju.planning;

import java.time.Duration;
import java.time.Instant;

/**
 * Whole seconds and whole micro-units, in which the engine counts.
 *
 * <p>A micro-unit is a millionth of a priority-weighted hour. Each term of the objective (a request's hours, a request's
 * bonus, a mission's fairness, the worst mission) is rounded to it once, so that the engine's value differs from the
 * formula in real numbers by at most half a micro-unit a term.
 */
final class PlanUnits {
    static final double MICRO_PER_HOUR = 1e6;
    private static final double SECONDS_PER_HOUR = 3600;
    private static final double NANOS_PER_HOUR = 3.6e12;

    private PlanUnits() {}

    static long micro(double weightedHours) {
        return Math.round(weightedHours * MICRO_PER_HOUR);
    }

    static double hours(long seconds) {
        return seconds / SECONDS_PER_HOUR;
    }

    static double hours(Duration duration) {
        return duration.toNanos() / NANOS_PER_HOUR;
    }

    static long seconds(double hours) {
        return Math.round(hours * SECONDS_PER_HOUR);
    }

    static int secondsUp(Duration duration) {
        return Math.toIntExact(duration.plusNanos(999_999_999).getSeconds());
    }

    static int secondsDown(Duration duration) {
        return Math.toIntExact(duration.getSeconds());
    }

    static long secondsUp(Instant instant) {
        return instant.plusNanos(999_999_999).getEpochSecond();
    }

    static long secondsDown(Instant instant) {
        return instant.getEpochSecond();
    }
}
