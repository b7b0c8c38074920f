package dev.yeoju.exchange;

import dev.yeoju.model.Interval;

/**
 * A row of a SatNet week's maintenance: a time in which an antenna does nothing.
 *
 * @param antenna id
 */
public record SatNetDowntime(String antenna, Interval interval) {}
