package dev.yeoju.exchange;

/** A part of the model with the place it was read from, for rules that look at several parts. */
record Parsed<T>(Value value, T item) {}
