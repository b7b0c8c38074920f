package dev.yeoju.service;

import dev.yeoju.model.ProblemInstance;
import dev.yeoju.visibility.ViewSamples;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A problem with its view periods, and the directions in them. Safe to share between threads. */
public interface Prepared {
    ProblemInstance instance();

    /**
     * Directions in each view period, in the instance's order; null for those that were given with the problem.
     *
     * @param stepS seconds between samples, positive
     */
    List<@Nullable ViewSamples> samples(double stepS);
}
