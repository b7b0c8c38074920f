package dev.yeoju.check;

import org.jspecify.annotations.Nullable;

/** How far a schedule's value may be from the best: 100 (bound − value) / |bound|; costs of changes can make a bound negative. */
public final class Gap {
    /** Priority-weighted hours: bounds and values are written to a millionth. */
    private static final double NOTHING = 2e-6;

    private Gap() {}

    /**
     * Percent; 0 when both are 0 and where the value is above the bound by rounding; null when a rule is broken or there
     * is no bound, and where the bound is 0 and the value below it.
     */
    public static @Nullable Double percent(boolean valid, double value, @Nullable Double bound) {
        if (!valid || bound == null) {
            return null;
        }
        if (bound - value <= NOTHING) {
            return 0.0;
        }
        return Math.abs(bound) <= NOTHING ? null : (Double) (100 * (bound - value) / Math.abs(bound));
    }
}
