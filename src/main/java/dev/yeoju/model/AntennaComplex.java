package dev.yeoju.model;

import org.jspecify.annotations.Nullable;

/**
 * Antennas that share a control room.
 *
 * @param id unique in the problem
 * @param maxSimultaneousTracks tracks at any instant, or null when not limited
 * @param maxSimultaneousUplinks transmitting tracks at any instant, or null when not limited
 */
public record AntennaComplex(
        String id,
        @Nullable Integer maxSimultaneousTracks,
        @Nullable Integer maxSimultaneousUplinks) {}
