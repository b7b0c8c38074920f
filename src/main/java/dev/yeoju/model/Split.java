package dev.yeoju.model;

import java.time.Duration;

/**
 * How a request may be served in parts.
 *
 * @param maxTracks most parts
 * @param minTrackDuration shortest part
 */
public record Split(int maxTracks, Duration minTrackDuration) {}
