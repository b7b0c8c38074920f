package dev.yeoju.check;

import dev.yeoju.model.Figures;
import dev.yeoju.model.Schedule;
import dev.yeoju.model.Violation;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a schedule is worth by the rules of the problem format, and which of them it breaks.
 *
 * @param violations broken rules (level 1); empty when it can be flown
 * @param status INFEASIBLE with violations, EMPTY without tracks, else FEASIBLE
 * @param critical critical requests that have their minimum, of all; the most possible is not known here
 * @param criticalPriority level 2: the priorities of the critical requests that have their minimum, added up
 * @param value level 3: priority-weighted hours, the cost of changes taken off
 * @param terms what the value consists of
 * @param preferences level 4: what decides between schedules of the same value
 * @param figures the field's four figures, and each mission's own
 * @param tracked tracked time by request id, more than preferred included, in the instance's order; zero for those without tracks
 */
public record Evaluation(
        List<Violation> violations,
        Schedule.Status status,
        Schedule.Critical critical,
        double criticalPriority,
        double value,
        Terms terms,
        double preferences,
        Figures figures,
        Map<String, Duration> tracked) {
    public Evaluation {
        violations = List.copyOf(violations);
        tracked = Collections.unmodifiableMap(new LinkedHashMap<>(tracked));
    }

    /**
     * The parts of the value, in priority-weighted hours.
     *
     * @param hours Σ w·h
     * @param bonus Σ w·B over requests with their minimum
     * @param fairness the concave term over missions
     * @param worst the term of the worst-served mission
     * @param changes cost of the changes from the published schedule, not negative
     */
    public record Terms(double hours, double bonus, double fairness, double worst, double changes) {
        public double total() {
            return hours + bonus + fairness + worst - changes;
        }
    }

    /** Whether no rule is broken. */
    public boolean isValid() {
        return violations.isEmpty();
    }
}
