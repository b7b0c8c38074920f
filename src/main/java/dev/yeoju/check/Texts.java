package dev.yeoju.check;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** How times and lengths are written for planners. */
final class Texts {
    private Texts() {}

    /** {@code 25 min}, {@code 1 h 05 min}, {@code 40 s}; fractions of a second round up, so that no excess reads as nothing. */
    static String length(Duration length) {
        long seconds = length.plusNanos(999_999_999).toSeconds();
        if (seconds < 120) {
            return seconds + " s";
        }
        long minutes = seconds / 60;
        String rest = seconds % 60 == 0 ? "" : " " + seconds % 60 + " s";
        if (minutes < 120) {
            return minutes + " min" + rest;
        }
        String restMinutes = minutes % 60 == 0 ? "" : " %d min".formatted(minutes % 60);
        return minutes / 60 + " h" + restMinutes + rest;
    }

    /** {@code 2026-12-07 03:00:00} UTC; with milliseconds only where there are any. */
    static String time(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MILLIS)
                .toString()
                .replace('T', ' ')
                .replace("Z", "");
    }
}
