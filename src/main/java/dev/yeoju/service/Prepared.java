package dev.yeoju.service;

import dev.yeoju.model.ProblemInstance;
import dev.yeoju.model.ViewPeriod;
import dev.yeoju.visibility.ViewSamples;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A problem with its view periods, and the directions in them. Safe to share between threads. */
public interface Prepared {
    ProblemInstance instance();

    /**
     * Directions in view periods; null for those that were given with the problem.
     *
     * @param viewPeriods of the instance
     * @param stepS seconds between samples, positive
     */
    List<@Nullable ViewSamples> samples(List<ViewPeriod> viewPeriods, double stepS);
}
