package dev.yeoju.bound;

import java.time.Duration;

/**
 * How hard to work on a bound.
 *
 * @param rounds most price rounds; the same number gives the same bound
 * @param timeLimit cuts the rounds short; wall-clock
 */
public record BoundOptions(int rounds, Duration timeLimit) {
    public static final BoundOptions DEFAULT = new BoundOptions(2000, Duration.ofSeconds(30));
}
