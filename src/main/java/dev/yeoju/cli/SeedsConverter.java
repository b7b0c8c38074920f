package dev.yeoju.cli;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A seed or an ascending range of them: {@code 3}, {@code 0..4}. */
final class SeedsConverter implements ITypeConverter<Seeds> {
    private static final Pattern SEEDS = Pattern.compile("(\\d{1,9})(?:\\.\\.(\\d{1,9}))?");
    private static final int MOST_SEEDS = 1000;

    @Override
    public Seeds convert(String value) {
        Matcher matcher = SEEDS.matcher(value);
        if (matcher.matches()) {
            long first = Long.parseLong(matcher.group(1));
            long last = matcher.group(2) == null ? first : Long.parseLong(matcher.group(2));
            if (last >= first && last - first < MOST_SEEDS) {
                return new Seeds(LongStream.rangeClosed(first, last).boxed().toList());
            }
        }
        throw new TypeConversionException(
                "(" + value + ") is neither a seed nor an ascending range of at most " + MOST_SEEDS + ". Maybe 0..4.");
    }
}
