package dev.yeoju.planning;

import ai.timefold.solver.core.api.score.stream.ConstraintJustification;

/** A request, what it is given and what that is worth on its level, micro-units. */
record Served(String request, long trackedS, long worth) implements ConstraintJustification {}
