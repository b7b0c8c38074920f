package dev.yeoju.model;

import java.time.Duration;

/** One thing that is no longer as a published schedule took it to be. */
public sealed interface Change {
    /**
     * An antenna cannot be used.
     *
     * @param antenna id
     * @param reason in a planner's words; may be empty
     */
    record Outage(String antenna, Interval interval, String reason) implements Change {}

    /**
     * A mission is later: the spacecraft's request windows move, and its trajectory in time with them unless an {@link
     * Ephemeris} change gives the new one.
     *
     * @param spacecraft id
     * @param by positive
     */
    record Slip(String spacecraft, Duration by) implements Change {}

    /**
     * A request comes in, perhaps a critical one at short notice.
     *
     * @param request before expansion
     */
    record AddRequest(TrackRequest request) implements Change {}

    /**
     * A request is taken back.
     *
     * @param request id of a request, of a series, or of one of a series' members
     */
    record Withdraw(String request) implements Change {}

    /**
     * A spacecraft moves otherwise than was thought.
     *
     * @param spacecraft id
     */
    record Ephemeris(String spacecraft, TrajectorySpec trajectory) implements Change {}
}
