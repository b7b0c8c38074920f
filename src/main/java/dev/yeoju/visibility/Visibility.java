package dev.yeoju.visibility;

import dev.yeoju.model.ProblemInstance.Absence;
import dev.yeoju.model.ViewPeriod;
import java.util.List;

/**
 * When antennas see spacecraft.
 *
 * @param viewPeriods by antenna and spacecraft in the problem's order, then AOS
 * @param absences why a pair has none, where that is so
 * @param warnings what a planner should know about the trajectories
 */
public record Visibility(List<ViewPeriod> viewPeriods, List<Absence> absences, List<String> warnings) {
    public Visibility {
        viewPeriods = List.copyOf(viewPeriods);
        absences = List.copyOf(absences);
        warnings = List.copyOf(warnings);
    }
}
