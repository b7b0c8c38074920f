package dev.yeoju.model;

/**
 * A stretch of time in which a request can be tracked in one way: all of the option's antennas have the spacecraft in
 * one usable interval each, and the request allows it. Bounds are whole seconds.
 *
 * @param request id of the request
 * @param option the antennas, all of them together
 * @param usable where begin and end of track must lie
 */
public record Opportunity(String request, ArrayOption option, Interval usable) {}
