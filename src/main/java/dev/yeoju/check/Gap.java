package dev.yeoju.check;

import org.jspecify.annotations.Nullable;

/** How far a schedule's value may be from the best: 100 (bound − value) / bound. */
public final class Gap {
    private Gap() {}

    /**
     * Percent; 0 when both are 0 and where the value is above the bound by rounding; null when a rule is broken or there
     * is no bound.
     */
    public static @Nullable Double percent(boolean valid, double value, @Nullable Double bound) {
        if (!valid || bound == null) {
            return null;
        }
        return bound <= 0 ? 0.0 : Math.max(0, 100 * (bound - value) / bound);
    }
}
