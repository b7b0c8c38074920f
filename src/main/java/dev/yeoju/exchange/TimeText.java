package dev.yeoju.exchange;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** ISO 8601 times and durations, strictly: UTC with {@code Z}, and durations of fixed length that are not negative. */
final class TimeText {
    /** What a time looks like, as in the JSON schema. */
    private static final Pattern TIME =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\dT([01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(\\.\\d{1,9})?Z");

    private static final Pattern DURATION =
            Pattern.compile("P(?=.)(\\d{1,9}D)?(T(?=.)(\\d{1,9}H)?(\\d{1,9}M)?(\\d{1,10}(\\.\\d{1,9})?S)?)?");

    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");
    private static final Pattern NO_SECONDS = Pattern.compile("(\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d)(Z?)");
    private static final Pattern NO_ZONE =
            Pattern.compile("(\\d{4}-\\d\\d-\\d\\d)[T ](\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?)(Z?)");
    private static final Pattern WEEKS = Pattern.compile("P(\\d{1,4})W");
    private static final String TIME_EXAMPLE = "2026-12-07T03:00:00Z";

    private static final DateTimeFormatter MILLISECONDS =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter(Locale.ROOT);

    private TimeText() {}

    /** The instant to the nearest millisecond, always with three decimals. */
    static String milliseconds(Instant instant) {
        return MILLISECONDS.format(instant.plusNanos(500_000).truncatedTo(ChronoUnit.MILLIS));
    }

    static @Nullable Instant instant(Value value) {
        if (!(value.json() instanceof Json.Str str)) {
            value.fault("is " + value.json().kind() + ", a time is expected. Maybe \"" + TIME_EXAMPLE + "\".");
            return null;
        }
        String text = str.text();
        if (!TIME.matcher(text).matches()) {
            value.fault("is not an ISO 8601 time in UTC with Z. Maybe \"" + likelyTime(text) + "\".");
            return null;
        }
        try {
            Instant instant = Instant.parse(text);
            if (instant.isBefore(Limits.EARLIEST) || !instant.isBefore(Limits.LATEST)) {
                value.fault("lies outside the years 1957 to 2199. Maybe correct the year.");
                return null;
            }
            return instant;
        } catch (DateTimeException e) {
            value.fault("is no date of the calendar. Maybe correct the day.");
            return null;
        }
    }

    /** What was probably meant; an example where that cannot be told. */
    private static String likelyTime(String text) {
        if (text.length() > 40) {
            return TIME_EXAMPLE;
        }
        if (DATE.matcher(text).matches()) {
            return text + "T00:00:00Z";
        }
        Matcher noSeconds = NO_SECONDS.matcher(text);
        if (noSeconds.matches()) {
            return noSeconds.group(1) + ":00Z";
        }
        Matcher noZone = NO_ZONE.matcher(text);
        if (noZone.matches()
                && TIME.matcher(noZone.group(1) + "T" + noZone.group(2) + "Z").matches()) {
            return noZone.group(1) + "T" + noZone.group(2) + "Z";
        }
        try {
            return OffsetDateTime.parse(text).toInstant().toString();
        } catch (DateTimeException e) {
            return TIME_EXAMPLE;
        }
    }

    static @Nullable Duration duration(Value value, Duration least) {
        if (!(value.json() instanceof Json.Str str)) {
            value.fault("is " + value.json().kind() + ", a duration is expected. Maybe \"PT2H\" for two hours.");
            return null;
        }
        if (!DURATION.matcher(str.text()).matches()) {
            value.fault(durationFault(str.text()));
            return null;
        }
        Duration duration = Duration.parse(str.text());
        if (duration.compareTo(least) < 0) {
            value.fault(
                    duration.isZero()
                            ? "is zero. Maybe give the time that it takes."
                            : "is shorter than " + least + ". Maybe a longer one.");
            return null;
        }
        if (duration.compareTo(Limits.LONGEST_DURATION) > 0) {
            value.fault("is longer than a hundred years. Maybe a shorter one.");
            return null;
        }
        return duration;
    }

    private static String durationFault(String text) {
        Matcher weeks = WEEKS.matcher(text);
        if (weeks.matches()) {
            return "is in weeks, which are not taken. Maybe \"P" + 7 * Integer.parseInt(weeks.group(1)) + "D\".";
        }
        if (text.startsWith("-") || (text.startsWith("P") && text.contains("-"))) {
            return "is negative. Maybe \"" + text.replace("-", "") + "\".";
        }
        if (text.matches("P\\d+[YM].*")) {
            return "is in years or months, which have no fixed length. Maybe in days, as \"P30D\".";
        }
        return "is not an ISO 8601 duration. Maybe \"PT2H\", \"PT30M\" or \"P1D\".";
    }
}
