package dev.yeoju.planning;

import ai.timefold.solver.core.api.score.buildin.bendablelong.BendableLongScore;
import ai.timefold.solver.core.api.score.stream.Constraint;
import ai.timefold.solver.core.api.score.stream.ConstraintCollectors;
import ai.timefold.solver.core.api.score.stream.ConstraintFactory;
import ai.timefold.solver.core.api.score.stream.ConstraintJustification;
import ai.timefold.solver.core.api.score.stream.ConstraintProvider;
import ai.timefold.solver.core.api.score.stream.Joiners;
import ai.timefold.solver.core.api.score.stream.uni.UniConstraintStream;

/** What decides between plans of the same value. */
final class PreferenceConstraints implements ConstraintProvider {
    static final String PREFERRED_TIME = "preferredTime";
    static final String TRACK_QUALITY = "trackQuality";
    static final String EVEN_SPACING = "evenSpacing";
    static final String SEVERAL_TRACKS = "severalTracks";

    private static final BendableLongScore ONE_PREFERENCE = PassPlan.preference(1);

    /** A request and how far its wish is met, micro-units. */
    public record Wished(String request, long worth) implements ConstraintJustification {}

    /** The first begin of a request's tracks. */
    private record First(PlanRequest request, int botS) {}

    @Override
    public Constraint[] defineConstraints(ConstraintFactory factory) {
        return new Constraint[] {
            preferredTime(factory), trackQuality(factory), evenSpacing(factory), severalTracks(factory)
        };
    }

    /** A request is tracked near the time that it would like best. */
    Constraint preferredTime(ConstraintFactory factory) {
        return firsts(factory)
                .filter(first -> first.request().wishes().hasPreferredTime())
                .rewardLong(ONE_PREFERENCE, PreferenceConstraints::nearness)
                .justifyWith((first, score) -> new Wished(first.request().id(), nearness(first)))
                .asConstraint(PREFERRED_TIME);
    }

    /** Tracks are high in the sky, or carry much data. */
    Constraint trackQuality(ConstraintFactory factory) {
        return PassStreams.tracked(factory)
                .filter(assignment -> assignment.request().wishes().hasQuality())
                .groupBy(
                        PassAssignment::request,
                        ConstraintCollectors.toList(
                                assignment -> assignment.takenSlot().pass()))
                .impactLong(
                        ONE_PREFERENCE, (request, passes) -> request.wishes().quality(passes))
                .justifyWith((request, passes, score) ->
                        new Wished(request.id(), request.wishes().quality(passes)))
                .asConstraint(TRACK_QUALITY);
    }

    /** Members of a series begin evenly spaced. */
    Constraint evenSpacing(ConstraintFactory factory) {
        return firsts(factory)
                .filter(first -> first.request().wishes().follows())
                .join(firsts(factory), Joiners.equal(first -> first.request().previous(), First::request))
                .rewardLong(ONE_PREFERENCE, PreferenceConstraints::evenness)
                .justifyWith(
                        (first, before, score) -> new Wished(first.request().id(), evenness(first, before)))
                .asConstraint(EVEN_SPACING);
    }

    /** A request has few tracks. */
    Constraint severalTracks(ConstraintFactory factory) {
        return PassStreams.tracked(factory)
                .filter(assignment -> assignment.request().mayHaveSeveral())
                .groupBy(PassAssignment::request, ConstraintCollectors.count())
                .filter((request, tracks) -> tracks > 1)
                .penalizeLong(
                        ONE_PREFERENCE, (request, tracks) -> -request.wishes().several(tracks))
                .justifyWith((request, tracks, score) ->
                        new Wished(request.id(), request.wishes().several(tracks)))
                .asConstraint(SEVERAL_TRACKS);
    }

    private static UniConstraintStream<First> firsts(ConstraintFactory factory) {
        return PassStreams.tracked(factory)
                .filter(assignment -> assignment.request().wishes().areMany()
                        || assignment.request().follower() != null)
                .groupBy(
                        PassAssignment::request,
                        ConstraintCollectors.min((PassAssignment assignment) ->
                                assignment.takenSlot().botS()))
                .map(First::new);
    }

    private static long nearness(First first) {
        return first.request().wishes().time(first.botS());
    }

    private static long evenness(First first, First before) {
        return first.request().wishes().evenness(first.botS(), before.botS());
    }
}
