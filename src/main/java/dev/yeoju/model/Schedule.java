package dev.yeoju.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the antennas do: the tracks, the figures, and a reason for every request that is not fully served.
 *
 * @param problem name of the problem it answers
 * @param value level 3 of the objective, priority-weighted hours
 * @param bound proven upper bound on the value of any schedule, or null while there is none
 * @param gapPercent 100 (bound − value) / bound, or null where there is no bound or a rule is broken
 * @param violations broken rules; empty unless the status is INFEASIBLE
 * @param certificate the prices behind the bound, or null while there is none
 */
public record Schedule(
        int schemaVersion,
        String problem,
        Status status,
        double value,
        @Nullable Double bound,
        @Nullable Double gapPercent,
        Critical critical,
        Figures figures,
        List<Track> tracks,
        List<Unscheduled> unscheduled,
        List<ShortRequest> shortRequests,
        List<Violation> violations,
        @Nullable Certificate certificate) {
    public Schedule {
        tracks = List.copyOf(tracks);
        unscheduled = List.copyOf(unscheduled);
        shortRequests = List.copyOf(shortRequests);
        violations = List.copyOf(violations);
    }

    /** The same with the most critical requests that any schedule can satisfy. */
    public Schedule withMostCritical(int most) {
        return new Schedule(
                schemaVersion,
                problem,
                status,
                value,
                bound,
                gapPercent,
                new Critical(critical.satisfied(), critical.requests(), most),
                figures,
                tracks,
                unscheduled,
                shortRequests,
                violations,
                certificate);
    }

    /**
     * The same with what is proven about it.
     *
     * @param proven upper bound, not below the value
     * @param gap of the two, or null where a rule is broken
     */
    public Schedule withBound(double proven, @Nullable Double gap, Certificate prices) {
        return new Schedule(
                schemaVersion,
                problem,
                status,
                value,
                proven,
                gap,
                critical,
                figures,
                tracks,
                unscheduled,
                shortRequests,
                violations,
                prices);
    }

    /** Whether it can be flown. */
    public enum Status {
        FEASIBLE,
        /** Pins or edits break a rule. */
        INFEASIBLE,
        EMPTY
    }

    /**
     * @param satisfied critical requests that have their minimum
     * @param requests all critical requests
     * @param most the most that any schedule can satisfy, or null where not known
     */
    public record Critical(
            int satisfied, int requests, @Nullable Integer most) {}

    /** A request without any track, and why. */
    public record Unscheduled(String request, List<Reason> reasons) {
        public Unscheduled {
            reasons = List.copyOf(reasons);
        }
    }

    /** A request with less than it prefers, and why. */
    public record ShortRequest(String request, double hours, double preferredHours, List<Reason> reasons) {
        public ShortRequest {
            reasons = List.copyOf(reasons);
        }
    }
}
