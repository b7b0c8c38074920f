package dev.yeoju.benchmark;

import com.google.ortools.sat.IntVar;
import com.google.ortools.sat.LinearArgument;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.LinearExprBuilder;
import dev.yeoju.benchmark.CpSatModel.Demand;
import dev.yeoju.model.Objective;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The objective of the problem format in whole units, 3.6 million to a priority-weighted hour. The concave terms of the
 * missions are the least of many tangents: nowhere below the term, and above it by a few millionths of it.
 */
final class CpSatValue {
    static final double UNITS_PER_HOUR = 3.6e6;

    private static final double UNITS_PER_SECOND = 1000;
    private static final int TANGENTS = 200;
    /** Steps of the satisfied fraction of the worst mission. */
    private static final long FRACTION_STEPS = 1_000_000;

    private static final double SECONDS_PER_HOUR = 3600;

    /** A mission's sums. */
    private static final class Mission {
        private final List<LinearArgument> tracked = new ArrayList<>();
        private long askedS;
        private double weightedHours;

        LinearExpr trackedS() {
            return LinearExpr.sum(tracked.toArray(LinearArgument[]::new));
        }
    }

    private final CpSatModel plan;
    private final Objective objective;
    private final LinearExprBuilder sum = LinearExpr.newBuilder();
    private double most;
    private double criticalUnit;
    private double allCritical;

    CpSatValue(CpSatModel plan, Objective objective) {
        this.plan = plan;
        this.objective = objective;
    }

    /** Adds the objective to the model. */
    void add() {
        Map<String, Mission> missions = new TreeMap<>();
        for (Demand demand : plan.demands.values()) {
            double priority = demand.request().priority();
            term(
                    demand.tracked(),
                    priority * UNITS_PER_SECOND,
                    demand.request().preferredDuration().toSeconds());
            term(demand.served(), priority * objective.satisfiedBonusHours() * UNITS_PER_HOUR, 1);
            Mission mission = missions.computeIfAbsent(plan.mission(demand.request()), k -> new Mission());
            mission.tracked.add(demand.tracked());
            mission.askedS += demand.request().preferredDuration().toSeconds();
            mission.weightedHours +=
                    priority * demand.request().preferredDuration().toSeconds() / SECONDS_PER_HOUR;
        }
        double askedHours = missions.values().stream().mapToLong(m -> m.askedS).sum() / SECONDS_PER_HOUR;
        for (Mission mission : missions.values()) {
            double weight = objective.fairnessWeighting() == Objective.FairnessWeighting.HOURS
                    ? mission.weightedHours
                    : askedHours / missions.size();
            fairness(mission, objective.fairnessWeight() * weight * UNITS_PER_HOUR);
        }
        if (objective.worstMissionWeight() > 0) {
            worst(missions, objective.worstMissionWeight() * askedHours * UNITS_PER_HOUR);
        }
        critical();
        plan.model.maximize(sum);
    }

    /**
     * The value that an objective stands for, priority-weighted hours; not a number when critical requests are left out,
     * for then it says nothing of the value.
     */
    double valueBound(double objectiveBound, double criticalPriority) {
        return criticalPriority < allCritical - 1e-9
                ? Double.NaN
                : (objectiveBound - Math.rint(criticalPriority * criticalScale) * criticalUnit) / UNITS_PER_HOUR;
    }

    private long criticalScale = 1;

    private void term(LinearArgument variable, double coefficient, double largest) {
        sum.addTerm(variable, Math.round(coefficient));
        most += Math.round(coefficient) * largest;
    }

    /** full · (1 − (1 − t)²) with t the satisfied fraction, by tangents of whole slope and the least whole intercept. */
    private void fairness(Mission mission, double full) {
        if (full == 0 || mission.askedS == 0) {
            return;
        }
        double asked = mission.askedS;
        IntVar term = plan.model.newIntVar(0, Math.round(Math.ceil(full)), "");
        Set<Long> slopes = new LinkedHashSet<>();
        for (int i = 0; i <= TANGENTS; i++) {
            slopes.add(Math.round(2 * full / asked * (1 - (double) i / TANGENTS)));
        }
        LinearExpr tracked = mission.trackedS();
        for (long slope : slopes) {
            double at = Math.max(0, 1 - slope * asked / (2 * full));
            double intercept = full * (1 - (1 - at) * (1 - at)) - slope * at * asked;
            LinearExprBuilder line = LinearExpr.newBuilder();
            line.addTerm(tracked, slope).add((long) Math.ceil(intercept));
            plan.model.addLessOrEqual(term, line);
        }
        term(term, 1, full);
    }

    private void worst(Map<String, Mission> missions, double full) {
        IntVar fraction = plan.model.newIntVar(0, FRACTION_STEPS, "");
        for (Mission mission : missions.values()) {
            LinearExprBuilder line = LinearExpr.newBuilder();
            line.addTerm(mission.trackedS(), FRACTION_STEPS);
            plan.model.addLessOrEqual(LinearExpr.term(fraction, mission.askedS), line);
        }
        term(fraction, full / FRACTION_STEPS, FRACTION_STEPS);
    }

    /** Critical requests before all value: each unit of their priorities is worth more than all the rest. */
    private void critical() {
        List<Demand> critical = plan.demands.values().stream()
                .filter(demand -> demand.request().critical())
                .toList();
        boolean whole = critical.stream()
                .allMatch(demand -> demand.request().priority()
                        == Math.rint(demand.request().priority()));
        criticalScale = whole ? 1 : 1000;
        criticalUnit = Math.ceil(most) + 1;
        for (Demand demand : critical) {
            double priority = demand.request().priority();
            allCritical += priority;
            sum.addTerm(demand.served(), Math.round(priority * criticalScale) * (long) criticalUnit);
        }
    }
}
