package dev.yeoju.planning;

import ai.timefold.solver.core.api.score.stream.ConstraintCollectors;
import ai.timefold.solver.core.api.score.stream.ConstraintFactory;
import ai.timefold.solver.core.api.score.stream.bi.BiConstraintStream;
import ai.timefold.solver.core.api.score.stream.uni.UniConstraintStream;
import java.util.List;

/** What several constraints begin with; shared, so that the engine counts it once. */
final class PassStreams {
    private PassStreams() {}

    /** The tracks of a request that has ties. */
    record Tracks(PlanRequest request, List<PlanTie.Placed> placed) {}

    static UniConstraintStream<PassAssignment> tracked(ConstraintFactory factory) {
        return factory.forEach(PassAssignment.class);
    }

    static UniConstraintStream<Tracks> placed(ConstraintFactory factory) {
        return tracked(factory)
                .filter(assignment -> assignment.request().tied())
                .groupBy(
                        PassAssignment::request,
                        ConstraintCollectors.toList(assignment -> PlanTie.Placed.of(assignment.takenSlot())))
                .map((request, placed) -> new Tracks(request, List.copyOf(placed)));
    }

    static BiConstraintStream<PlanRequest, Long> requestTime(ConstraintFactory factory) {
        return tracked(factory)
                .groupBy(
                        PassAssignment::request,
                        ConstraintCollectors.sumLong(
                                assignment -> assignment.takenSlot().trackedS()));
    }

    static BiConstraintStream<PlanMission, Long> missionTime(ConstraintFactory factory) {
        return requestTime(factory)
                .groupBy((request, trackedS) -> request.mission(), ConstraintCollectors.sumLong(PlanRequest::countedS));
    }
}
