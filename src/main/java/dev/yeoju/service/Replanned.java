package dev.yeoju.service;

import dev.yeoju.model.Replan;

/**
 * Answers to changes, and the changed problem.
 *
 * @param prepared with the view periods after the changes
 */
public record Replanned(Prepared prepared, Replan replan) {}
