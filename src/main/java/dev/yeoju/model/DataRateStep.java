package dev.yeoju.model;

import java.time.Duration;

/**
 * A part of a view period at one data rate.
 *
 * @param interval UTC at the antenna
 * @param bitsPerS positive
 */
public record DataRateStep(Interval interval, double bitsPerS) {
    /** What is carried within some times, bits. */
    public double bitsWithin(Interval times) {
        Interval part = interval.intersection(times);
        if (part == null) {
            return 0;
        }
        Duration length = part.duration();
        return bitsPerS * (length.getSeconds() + length.getNano() / 1e9);
    }
}
