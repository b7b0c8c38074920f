package dev.yeoju.cli;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Figures for people, the same in every locale. */
final class Numbers {
    private Numbers() {}

    static String hours(@Nullable Double value) {
        return value == null ? "-" : String.format(Locale.ROOT, "%.3f", value);
    }

    static String percent(@Nullable Double value) {
        return value == null ? "-" : String.format(Locale.ROOT, "%.2f %%", value);
    }

    static String fraction(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }
}
