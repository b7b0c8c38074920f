package dev.yeoju.planning;

import ai.timefold.solver.core.api.score.buildin.bendablelong.BendableLongScore;
import ai.timefold.solver.core.api.score.stream.Constraint;
import ai.timefold.solver.core.api.score.stream.ConstraintCollectors;
import ai.timefold.solver.core.api.score.stream.ConstraintFactory;
import ai.timefold.solver.core.api.score.stream.ConstraintJustification;
import ai.timefold.solver.core.api.score.stream.ConstraintProvider;
import ai.timefold.solver.core.api.score.stream.Joiners;
import ai.timefold.solver.core.api.score.stream.bi.BiConstraintStream;
import ai.timefold.solver.core.api.score.stream.uni.UniConstraintStream;
import java.util.List;

/** Rules on tracks that share an antenna's beam. */
final class BeamConstraints implements ConstraintProvider {
    static final String BEAM_UPLINKS = "beamUplinks";
    static final String BEAM_WIDTH = "beamWidth";
    static final String BEAM_NARROWED = "beamNarrowed";
    static final String BEAM_FULL = "beamFull";

    private static final BendableLongScore ONE_HARD = PassPlan.hard(1);

    /** Two tracks that cannot share a beam. */
    public record Apart(int assignment, int other, String antenna) implements ConstraintJustification {}

    /** An antenna whose beam is shared by too many. */
    public record Crowded(String antenna, long excess) implements ConstraintJustification {}

    @Override
    public Constraint[] defineConstraints(ConstraintFactory factory) {
        return new Constraint[] {beamUplinks(factory), beamWidth(factory), beamNarrowed(factory), beamFull(factory)};
    }

    /** Of two tracks in a beam one transmits at most. */
    Constraint beamUplinks(ConstraintFactory factory) {
        return pairs(factory)
                .filter((one, other) ->
                        PassRules.bothTransmit(one.slot().pass(), other.slot().pass()))
                .penalizeLong(ONE_HARD, (one, other) -> 1)
                .justifyWith((one, other, score) -> apart(one, other))
                .asConstraint(BEAM_UPLINKS);
    }

    /** Two tracks in a beam are no farther apart than it is wide. */
    Constraint beamWidth(ConstraintFactory factory) {
        return pairs(factory)
                .filter((one, other) -> PassRules.areApart(
                        one.slot().model(),
                        one.antenna(),
                        one.slot().pass(),
                        other.slot().pass()))
                .penalizeLong(ONE_HARD, (one, other) -> 1)
                .justifyWith((one, other, score) -> apart(one, other))
                .asConstraint(BEAM_WIDTH);
    }

    /** Nor when a third needs a narrower beam. */
    Constraint beamNarrowed(ConstraintFactory factory) {
        return pairs(factory)
                .join(members(factory), Joiners.equal((one, other) -> one.antenna(), BeamMember::antenna))
                .filter((one, other, third) -> third.assignment() != one.assignment()
                        && third.assignment() != other.assignment()
                        && PassRules.isNarrowedApart(
                                one.slot().model(),
                                one.antenna(),
                                one.slot().pass(),
                                other.slot().pass(),
                                third.slot().pass()))
                .penalizeLong(ONE_HARD, (one, other, third) -> 1)
                .justifyWith((one, other, third, score) -> apart(one, other))
                .asConstraint(BEAM_NARROWED);
    }

    /** No more activities than a beam holds. */
    Constraint beamFull(ConstraintFactory factory) {
        return members(factory)
                .groupBy(BeamMember::antenna, ConstraintCollectors.toList(BeamMember::slot))
                .filter((antenna, slots) -> crowd(antenna, slots) > 0)
                .penalizeLong(ONE_HARD, BeamConstraints::crowd)
                .justifyWith((antenna, slots, score) ->
                        new Crowded(mount(antenna, slots.get(0)).antenna(), crowd(antenna, slots)))
                .asConstraint(BEAM_FULL);
    }

    private static UniConstraintStream<BeamMember> members(ConstraintFactory factory) {
        return PassStreams.tracked(factory)
                .flattenLast(assignment -> assignment.takenSlot().beamMembers());
    }

    /** Tracks that are together in a beam, each pair once. */
    private static BiConstraintStream<BeamMember, BeamMember> pairs(ConstraintFactory factory) {
        return members(factory)
                .join(
                        members(factory),
                        Joiners.equal(BeamMember::antenna),
                        Joiners.lessThan(BeamMember::assignment),
                        Joiners.filtering((one, other) ->
                                one.slot().pass().isTrackedWith(other.slot().pass())));
    }

    private static Apart apart(BeamMember one, BeamMember other) {
        return new Apart(
                one.assignment(),
                other.assignment(),
                mount(one.antenna(), one.slot()).antenna());
    }

    private static Mount mount(int antenna, Slot slot) {
        return slot.model().mounts().get(antenna);
    }

    private static long crowd(int antenna, List<Slot> slots) {
        int[] boas =
                slots.stream().mapToInt(slot -> slot.pass().boaS()).sorted().toArray();
        int[] eoas =
                slots.stream().mapToInt(slot -> slot.pass().eoaS()).sorted().toArray();
        return ComplexLimit.excess(boas, eoas, mount(antenna, slots.get(0)).beamHolds());
    }
}
