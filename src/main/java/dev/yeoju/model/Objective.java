package dev.yeoju.model;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

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
     * What departing from the published schedule costs, in priority-weighted hours a track, before {@link #factor}.
     *
     * @param move a published track kept with other antennas, or with bot or eot shifted by more than the tolerance
     * @param shorten a published track kept on its antennas, within its old times, shorter by more than the tolerance
     * @param add a track that nothing published stands behind
     * @param drop a published track without any successor
     * @param nearFactor how many times as much a change at {@code at} costs
     * @param at when the changes take hold, or null for the horizon's start
     * @param nearSpan time after {@code at} from which on a change costs no more than its plain cost; positive
     * @param tolerance a shift that does not count
     */
    public record ChangeCosts(
            double move,
            double shorten,
            double add,
            double drop,
            double nearFactor,
            @Nullable Instant at,
            Duration nearSpan,
            Duration tolerance) {
        public static final ChangeCosts DEFAULT =
                new ChangeCosts(0.5, 0.25, 0.1, 1, 2, null, Duration.ofDays(7), Duration.ofMinutes(1));

        /**
         * How many times its plain cost a change costs: {@code nearFactor} for tracks that begin at {@code at} or before,
         * falling linearly to 1 at {@code at + nearSpan}, then 1.
         *
         * @param bot begin of the published track, or of the added one
         */
        public double factor(Instant bot, Interval horizon) {
            Instant from = at == null ? horizon.start() : at;
            double after = seconds(Duration.between(from, bot)) / seconds(nearSpan);
            return 1 + (nearFactor - 1) * Math.min(1, Math.max(0, 1 - after));
        }

        private static double seconds(Duration duration) {
            return duration.getSeconds() + duration.getNano() * 1e-9;
        }
    }
}
