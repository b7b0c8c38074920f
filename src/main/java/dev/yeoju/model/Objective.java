package dev.yeoju.model;

import java.time.Duration;
import java.util.Locale;

/**
 * The value of a schedule, in priority-weighted hours (the formula is in docs/problem-format.md).
 *
 * @param preset the preset it started from
 * @param satisfiedBonusHours B: hours that reaching the minimum is worth
 * @param fairnessWeight F
 * @param fairnessWeighting how missions weigh against each other
 * @param worstMissionWeight G
 * @param change what departing from the published schedule costs
 */
public record Objective(
        Preset preset,
        double satisfiedBonusHours,
        double fairnessWeight,
        FairnessWeighting fairnessWeighting,
        double worstMissionWeight,
        ChangeCosts change) {
    /** Named settings. */
    public enum Preset {
        THROUGHPUT(0.5, 0, FairnessWeighting.HOURS, 0),
        BALANCED(1, 1, FairnessWeighting.HOURS, 0),
        FAIR(0.5, 5, FairnessWeighting.EQUAL, 1.25);

        private final double satisfiedBonusHours;
        private final double fairnessWeight;
        private final FairnessWeighting fairnessWeighting;
        private final double worstMissionWeight;

        Preset(
                double satisfiedBonusHours,
                double fairnessWeight,
                FairnessWeighting fairnessWeighting,
                double worstMissionWeight) {
            this.satisfiedBonusHours = satisfiedBonusHours;
            this.fairnessWeight = fairnessWeight;
            this.fairnessWeighting = fairnessWeighting;
            this.worstMissionWeight = worstMissionWeight;
        }

        /** The name in files: {@code throughput}, {@code balanced}, {@code fair}. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }

        public Objective objective() {
            return new Objective(
                    this,
                    satisfiedBonusHours,
                    fairnessWeight,
                    fairnessWeighting,
                    worstMissionWeight,
                    ChangeCosts.DEFAULT);
        }
    }

    /** How missions weigh against each other in the fairness term. */
    public enum FairnessWeighting {
        /** By their requested hours and mean priority. */
        HOURS,
        /** All alike. */
        EQUAL
    }

    /**
     * Costs a track, in priority-weighted hours.
     *
     * @param nearFactor what a change right at {@code at} costs more
     * @param tolerance a shift that does not count as moved
     */
    public record ChangeCosts(
            double move, double shorten, double add, double drop, double nearFactor, Duration tolerance) {
        public static final ChangeCosts DEFAULT = new ChangeCosts(0.5, 0.25, 0.1, 1, 2, Duration.ofMinutes(1));
    }
}
