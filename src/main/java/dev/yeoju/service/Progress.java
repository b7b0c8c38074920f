package dev.yeoju.service;

import dev.yeoju.exchange.ScheduleJson;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * How far a solve has come.
 *
 * @param elapsedS seconds of search
 * @param fraction of its limit, in [0, 1]
 * @param steps of the search
 * @param value of the best schedule, priority-weighted hours, or null while there is none
 * @param bound proven upper bound on it, or null while there is none
 * @param gapPercent 100 (bound − value) / bound, or null while there is none
 */
public record Progress(
        double elapsedS,
        double fraction,
        long steps,
        @Nullable Double value,
        @Nullable Double bound,
        @Nullable Double gapPercent) {
    /** Nothing done yet. */
    public static final Progress NONE = new Progress(0, 0, 0, null, null, null);

    private static final int TIME_DECIMALS = 3;
    private static final int FRACTION_DECIMALS = 4;
    private static final int PERCENT_DECIMALS = 4;

    /** Figures are rounded as in a schedule's file, the bound upwards so that it stays one. */
    public Progress {
        elapsedS = rounded(elapsedS, TIME_DECIMALS, RoundingMode.HALF_EVEN);
        fraction = rounded(fraction, FRACTION_DECIMALS, RoundingMode.HALF_EVEN);
        value = value == null ? null : rounded(value, ScheduleJson.FIGURE_DECIMALS, RoundingMode.HALF_EVEN);
        bound = bound == null ? null : rounded(bound, ScheduleJson.FIGURE_DECIMALS, RoundingMode.CEILING);
        gapPercent = gapPercent == null ? null : rounded(gapPercent, PERCENT_DECIMALS, RoundingMode.HALF_EVEN);
    }

    private static double rounded(double number, int decimals, RoundingMode mode) {
        return BigDecimal.valueOf(number).setScale(decimals, mode).doubleValue();
    }
}
