package dev.yeoju.exchange;

import java.time.Duration;
import java.time.Instant;

/** How large a problem may be. Each limit has its own message; docs/problem-format.md lists them. */
final class Limits {
    static final int BODY_BYTES = 64 * 1024 * 1024;
    static final int NESTING = 64;
    static final int STRING_LENGTH = 100_000;
    static final int NAME_LENGTH = 1_000;
    static final int NUMBER_LENGTH = 400;
    static final long TOKENS = 20_000_000;

    static final int ANTENNAS = 1_000;
    static final int SPACECRAFT = 5_000;
    static final long REQUESTS = 100_000;
    static final Duration HORIZON = Duration.ofDays(400);
    static final double ANTENNA_SPACECRAFT_DAYS = 2_000_000;
    /** Repeats of antennas' downtimes within the horizon, all together. */
    static final long UNAVAILABILITIES = 100_000;

    static final int ID_LENGTH = 80;
    static final Duration LONGEST_DURATION = Duration.ofDays(36_525);
    static final Instant EARLIEST = Instant.parse("1957-01-01T00:00:00Z");
    static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    private Limits() {}
}
