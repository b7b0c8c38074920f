package dev.yeoju.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A view period that comes with a problem instead of being computed.
 *
 * @param antenna id
 * @param spacecraft id, or null when a request is named
 * @param request id of a request (or a series), or null when a spacecraft is named
 */
public record GivenViewPeriod(
        String antenna,
        @Nullable String spacecraft,
        @Nullable String request,
        Instant aos,
        Instant los,
        @Nullable Instant transmitOn,
        @Nullable Instant transmitOff) {}
