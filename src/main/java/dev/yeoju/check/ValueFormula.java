package dev.yeoju.check;

import dev.yeoju.model.Figures;
import dev.yeoju.model.Objective;
import dev.yeoju.model.TrackRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The value of the problem format's "Objective" and the field's figures, from each request's tracked time: <pre>
 * value    = Σ w·(h + B·[h ≥ min]) + fairness + worst      h at most preferred, U = 1 − Σ h / Σ preferred of a mission
 * fairness = F · Σ w̄·R·(1 − U²)   (HOURS)   or   F · R̄ · Σ (1 − U²)   (EQUAL)
 * worst    = G · Σ R · (1 − max U)
 * </pre>
 * The cost of changes, which goes off it, is {@link ChangeFormula}'s.
 */
final class ValueFormula {
    private static final double NANOS_PER_HOUR = 3.6e12;

    /** A mission's sums. */
    private static final class Mission {
        private double trackedHours;
        private double requestedHours;
        private double weightedHours;
        private int satisfied;
        private int requests;

        double unsatisfied() {
            return requestedHours == 0 ? 0 : 1 - trackedHours / requestedHours;
        }
    }

    private final Map<String, Mission> missions = new TreeMap<>();
    private final Objective objective;
    private double hours;
    private double bonus;
    private double criticalPriority;
    private int criticalSatisfied;
    private int critical;

    /**
     * @param tracked tracked time by request id
     * @param mission mission by spacecraft id
     */
    ValueFormula(
            Objective objective,
            List<TrackRequest> requests,
            Map<String, Duration> tracked,
            Function<String, String> mission) {
        this.objective = objective;
        for (TrackRequest request : requests) {
            add(
                    request,
                    tracked.getOrDefault(request.id(), Duration.ZERO),
                    missions.computeIfAbsent(mission.apply(request.spacecraft()), k -> new Mission()));
        }
    }

    private void add(TrackRequest request, Duration tracked, Mission mission) {
        double preferred = hours(request.preferredDuration());
        double counted = Math.min(hours(tracked), preferred);
        // A track of no length satisfies nothing, not even a minimum of zero.
        boolean satisfied = tracked.compareTo(request.minDuration()) >= 0 && !tracked.isZero();
        hours += request.priority() * counted;
        mission.trackedHours += counted;
        mission.requestedHours += preferred;
        mission.weightedHours += request.priority() * preferred;
        mission.requests++;
        if (satisfied) {
            mission.satisfied++;
            bonus += request.priority() * objective.satisfiedBonusHours();
        }
        if (request.critical()) {
            critical++;
            if (satisfied) {
                criticalSatisfied++;
                criticalPriority += request.priority();
            }
        }
    }

    static double hours(Duration duration) {
        return duration.toNanos() / NANOS_PER_HOUR;
    }

    /** @param changes cost of the changes from the published schedule */
    Evaluation.Terms terms(double changes) {
        double requested =
                missions.values().stream().mapToDouble(m -> m.requestedHours).sum();
        double weighted = 0;
        double equal = 0;
        double maxU = 0;
        for (Mission mission : missions.values()) {
            double u = mission.unsatisfied();
            weighted += mission.weightedHours * (1 - u * u);
            equal += 1 - u * u;
            maxU = Math.max(maxU, u);
        }
        double mean = missions.isEmpty() ? 0 : requested / missions.size();
        double fairness = objective.fairnessWeight()
                * switch (objective.fairnessWeighting()) {
                    case HOURS -> weighted;
                    case EQUAL -> mean * equal;
                };
        return new Evaluation.Terms(
                hours, bonus, fairness, objective.worstMissionWeight() * requested * (1 - maxU), changes);
    }

    Figures figures() {
        List<Figures.MissionFigures> each = new ArrayList<>();
        double tracked = 0;
        double requested = 0;
        int satisfied = 0;
        int requests = 0;
        double squares = 0;
        double uMax = 0;
        for (Map.Entry<String, Mission> entry : missions.entrySet()) {
            Mission m = entry.getValue();
            double u = m.unsatisfied();
            each.add(new Figures.MissionFigures(
                    entry.getKey(), m.trackedHours, m.requestedHours, m.satisfied, m.requests, u));
            tracked += m.trackedHours;
            requested += m.requestedHours;
            satisfied += m.satisfied;
            requests += m.requests;
            squares += u * u;
            uMax = Math.max(uMax, u);
        }
        double uRms = missions.isEmpty() ? 0 : Math.sqrt(squares / missions.size());
        return new Figures(tracked, requested, satisfied, requests, uRms, uMax, each);
    }

    double criticalPriority() {
        return criticalPriority;
    }

    int criticalSatisfied() {
        return criticalSatisfied;
    }

    int critical() {
        return critical;
    }
}
