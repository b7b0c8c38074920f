package dev.yeoju.planning;

/** A track that a limit of a complex counts. */
record LimitUse(ComplexLimit limit, Slot slot) {}
