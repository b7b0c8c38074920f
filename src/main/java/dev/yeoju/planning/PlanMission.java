package dev.yeoju.planning;

import dev.yeoju.model.Objective;

/**
 * A mission and what its hours are worth beyond themselves: the concave terms of the objective.
 *
 * <p>With U = 1 − hours / requested hours, fairness is {@code coefficient · (1 − U²)} and the worst mission's term is the
 * least of {@code coefficient · (1 − U)} over the missions (docs/problem-format.md, Objective).
 */
final class PlanMission {
    private final int index;
    private final String id;
    private final double requestedHours;
    private final double fairnessHours;
    private final double worstHours;
    private final double fairnessRate;
    private final double worstRate;

    /**
     * @param requestedHours R, positive
     * @param fairnessHours what the mission's fairness is worth when it gets all it asks, priority-weighted hours
     * @param worstHours what the worst mission's term is worth when every mission gets all it asks
     */
    PlanMission(int index, String id, double requestedHours, double fairnessHours, double worstHours) {
        this.index = index;
        this.id = id;
        this.requestedHours = requestedHours;
        this.fairnessHours = fairnessHours;
        this.worstHours = worstHours;
        fairnessRate = 2 * fairnessHours * PlanUnits.MICRO_PER_HOUR / PlanUnits.seconds(requestedHours);
        worstRate = worstHours * PlanUnits.MICRO_PER_HOUR / PlanUnits.seconds(requestedHours);
    }

    /** The coefficient of a mission's fairness: F · w̄ · R with HOURS, F · R̄ with EQUAL. */
    static double fairnessHours(
            Objective objective, double requestedHours, double meanRequestedHours, double meanPriority) {
        return objective.fairnessWeight()
                * switch (objective.fairnessWeighting()) {
                    case HOURS -> meanPriority * requestedHours;
                    case EQUAL -> meanRequestedHours;
                };
    }

    int index() {
        return index;
    }

    String id() {
        return id;
    }

    /** All the time that it asks for. */
    long requestedS() {
        return PlanUnits.seconds(requestedHours);
    }

    /** U: the fraction of its requested hours that it does not get. */
    double unsatisfiedFraction(long trackedS) {
        return 1 - PlanUnits.hours(trackedS) / requestedHours;
    }

    /** Its fairness term, micro-units. */
    long fairness(long trackedS) {
        double unsatisfied = unsatisfiedFraction(trackedS);
        return PlanUnits.micro(fairnessHours * (1 - unsatisfied * unsatisfied));
    }

    /** What the worst mission's term is if it is this one, micro-units. */
    long worst(long trackedS) {
        return worstAt(unsatisfiedFraction(trackedS));
    }

    /** What the worst mission's term is at a U, the same for all missions, micro-units. */
    long worstAt(double unsatisfied) {
        return PlanUnits.micro(worstHours * (1 - unsatisfied));
    }

    /** What a second more adds to its fairness term at a U, micro-units. */
    double fairnessPerSecond(double unsatisfied) {
        return fairnessRate * unsatisfied;
    }

    /** What a second more adds to the worst mission's term if it is this one, micro-units. */
    double worstPerSecond() {
        return worstRate;
    }

    boolean hasFairness() {
        return fairnessHours != 0;
    }

    boolean hasWorst() {
        return worstHours != 0;
    }

    @Override
    public String toString() {
        return id;
    }
}
