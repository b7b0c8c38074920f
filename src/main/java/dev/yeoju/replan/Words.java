package dev.yeoju.replan;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** How times, lengths and lists read in a planner's sentence. */
final class Words {
    private static final DateTimeFormatter DAY_AND_TIME =
            DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private Words() {}

    /** {@code 10 Dec 04:12}, UTC. */
    static String time(Instant instant) {
        return DAY_AND_TIME.format(instant);
    }

    /** {@code 25 min}, {@code 1 h 20 min}, {@code 40 s}; rounds up, so that what is named suffices. */
    static String length(Duration length) {
        long seconds = length.plusNanos(999_999_999).toSeconds();
        if (seconds < 60) {
            return seconds + " s";
        }
        long minutes = (seconds + 59) / 60;
        if (minutes < 60) {
            return minutes + " min";
        }
        return minutes % 60 == 0 ? minutes / 60 + " h" : minutes / 60 + " h " + minutes % 60 + " min";
    }

    /** {@code A}, {@code A or B}, {@code A, B or C}. */
    static String either(List<String> names) {
        return joined(names, " or ");
    }

    /** {@code A}, {@code A and B}, {@code A, B and 4 more}. */
    static String all(List<String> names) {
        if (names.size() > 3) {
            return String.join(", ", names.subList(0, 2)) + " and " + (names.size() - 2) + " more";
        }
        return joined(names, " and ");
    }

    private static String joined(List<String> names, String last) {
        int n = names.size();
        return n < 2 ? String.join("", names) : String.join(", ", names.subList(0, n - 1)) + last + names.get(n - 1);
    }
}
