package dev.yeoju.exchange;

import dev.yeoju.model.ChangeSet;
import dev.yeoju.model.SolverOptions;

/**
 * What is asked of replanning.
 *
 * @param answers how many schedules to look for, from 1; the others beside the first trade value against changes otherwise
 * @param options limits of the search for each
 */
public record ReplanOrder(ChangeSet changes, int answers, SolverOptions options) {}
