package dev.yeoju.cli;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a positive ISO 8601 duration. */
final class DurationConverter implements ITypeConverter<Duration> {
    @Override
    public Duration convert(String text) {
        try {
            Duration duration = Duration.parse(text);
            if (duration.isNegative() || duration.isZero()) {
                throw new TypeConversionException("(" + text + ") is not positive. Maybe PT30S.");
            }
            if (duration.compareTo(Duration.ofDays(30)) > 0) {
                throw new TypeConversionException("(" + text + ") is longer than 30 days. Maybe PT30S.");
            }
            return duration;
        } catch (DateTimeParseException e) {
            throw new TypeConversionException("(" + text
                    + ") is not an ISO 8601 duration. Maybe PT30S for thirty seconds or PT5M for five minutes.");
        }
    }
}
