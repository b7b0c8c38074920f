package dev.yeoju.service;

import dev.yeoju.model.ProblemInstance;
import dev.yeoju.model.ViewPeriod;
import dev.yeoju.visibility.TrajectorySource;
import dev.yeoju.visibility.ViewSamples;
import dev.yeoju.visibility.VisibilityService;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A problem whose trajectories can be asked for directions again.
 *
 * @param visibility computes them
 * @param trajectories of the problem's spacecraft
 */
record PreparedProblem(ProblemInstance instance, VisibilityService visibility, TrajectorySource trajectories)
        implements Prepared {
    @Override
    public List<@Nullable ViewSamples> samples(List<ViewPeriod> viewPeriods, double stepS) {
        return visibility.samples(instance.problem(), trajectories, viewPeriods, stepS);
    }
}
