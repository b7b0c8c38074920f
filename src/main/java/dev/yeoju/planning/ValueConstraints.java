package dev.yeoju.planning;

import ai.timefold.solver.core.api.score.buildin.bendablelong.BendableLongScore;
import ai.timefold.solver.core.api.score.stream.Constraint;
import ai.timefold.solver.core.api.score.stream.ConstraintCollectors;
import ai.timefold.solver.core.api.score.stream.ConstraintFactory;
import ai.timefold.solver.core.api.score.stream.ConstraintJustification;
import ai.timefold.solver.core.api.score.stream.ConstraintProvider;
import java.util.List;

/** What a plan is worth: critical requests, then the value. */
final class ValueConstraints implements ConstraintProvider {
    static final String CRITICAL_REQUEST = "criticalRequest";
    static final String TRACKED_HOURS = "trackedHours";
    static final String SATISFIED_REQUEST = "satisfiedRequest";
    static final String FAIRNESS = "fairness";
    static final String WORST_MISSION = "worstMission";
    static final String CHANGES = "changes";
    static final String LOST_TRACKS = "lostTracks";

    private static final BendableLongScore ONE_CRITICAL = PassPlan.critical(1);
    private static final BendableLongScore ONE_VALUE = PassPlan.value(1);

    /** A mission, what it is given and what that is worth, micro-units. */
    public record MissionServed(String mission, long trackedS, long worth) implements ConstraintJustification {}

    /** What the worst mission's term is worth, micro-units. */
    public record WorstServed(long worth) implements ConstraintJustification {}

    /** What departing from a request's published tracks costs, micro-units. */
    public record Changed(String request, long cost) implements ConstraintJustification {}

    /** Published tracks whose requests are gone and what that costs, micro-units. */
    public record Lost(int tracks, long cost) implements ConstraintJustification {}

    @Override
    public Constraint[] defineConstraints(ConstraintFactory factory) {
        return new Constraint[] {
            criticalRequest(factory),
            trackedHours(factory),
            satisfiedRequest(factory),
            fairness(factory),
            worstMission(factory),
            changes(factory),
            lostTracks(factory)
        };
    }

    /** Critical requests that have their minimum, by priority. */
    Constraint criticalRequest(ConstraintFactory factory) {
        return PassStreams.requestTime(factory)
                .filter((request, trackedS) -> request.critical())
                .rewardLong(ONE_CRITICAL, PlanRequest::criticalWeight)
                .justifyWith((request, trackedS, score) ->
                        new Served(request.id(), trackedS, request.criticalWeight(trackedS)))
                .asConstraint(CRITICAL_REQUEST);
    }

    /** w · h. */
    Constraint trackedHours(ConstraintFactory factory) {
        return PassStreams.requestTime(factory)
                .rewardLong(ONE_VALUE, PlanRequest::hours)
                .justifyWith((request, trackedS, score) -> new Served(request.id(), trackedS, request.hours(trackedS)))
                .asConstraint(TRACKED_HOURS);
    }

    /** w · B · [h ≥ min]. */
    Constraint satisfiedRequest(ConstraintFactory factory) {
        return PassStreams.requestTime(factory)
                .rewardLong(ONE_VALUE, PlanRequest::bonus)
                .justifyWith((request, trackedS, score) -> new Served(request.id(), trackedS, request.bonus(trackedS)))
                .asConstraint(SATISFIED_REQUEST);
    }

    /** F · w̄ · R · (1 − U²), or F · R̄ · (1 − U²), of each mission. */
    Constraint fairness(ConstraintFactory factory) {
        return PassStreams.missionTime(factory)
                .filter((mission, trackedS) -> mission.hasFairness())
                .rewardLong(ONE_VALUE, PlanMission::fairness)
                .justifyWith((mission, trackedS, score) ->
                        new MissionServed(mission.id(), trackedS, mission.fairness(trackedS)))
                .asConstraint(FAIRNESS);
    }

    /** G · Σ R · (1 − max U). */
    Constraint worstMission(ConstraintFactory factory) {
        return PassStreams.missionTime(factory)
                .complement(PlanMission.class, mission -> 0L)
                .filter((mission, trackedS) -> mission.hasWorst())
                .groupBy(ConstraintCollectors.min(PlanMission::worst))
                .rewardLong(ONE_VALUE, worth -> worth)
                .justifyWith((worth, score) -> new WorstServed(worth))
                .asConstraint(WORST_MISSION);
    }

    /** What departing from the published schedule costs. */
    Constraint changes(ConstraintFactory factory) {
        return PassStreams.tracked(factory)
                .filter(assignment -> assignment.request().changes() != null)
                .groupBy(
                        PassAssignment::request,
                        ConstraintCollectors.toList(assignment -> PlanTie.Placed.of(assignment.takenSlot())))
                .complement(PlanRequest.class, request -> List.of())
                .penalizeLong(ONE_VALUE, PlanRequest::changeCost)
                .justifyWith((request, tracks, score) -> new Changed(request.id(), request.changeCost(tracks)))
                .asConstraint(CHANGES);
    }

    /** What it costs that requests with published tracks are gone. */
    Constraint lostTracks(ConstraintFactory factory) {
        return factory.forEach(PlanModel.LostTracks.class)
                .penalizeLong(ONE_VALUE, PlanModel.LostTracks::cost)
                .justifyWith((lost, score) -> new Lost(lost.tracks(), lost.cost()))
                .asConstraint(LOST_TRACKS);
    }
}
