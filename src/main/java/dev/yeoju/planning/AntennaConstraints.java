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

/** Rules on what antennas and spacecraft can do at a time. */
final class AntennaConstraints implements ConstraintProvider {
    static final String ANTENNA_OVERLAP = "antennaOverlap";
    static final String ANTENNA_DOWN = "antennaDown";
    static final String EXCLUSIVE = "exclusive";
    static final String SLEW = "slew";
    static final String COMPLEX_TRACKS = "complexTracks";
    static final String COMPLEX_UPLINKS = "complexUplinks";

    private static final BendableLongScore ONE_HARD = PassPlan.hard(1);

    /** Two tracks that take one antenna or one mission's time at once. */
    public record Clash(int assignment, int other, long overlapS) implements ConstraintJustification {}

    /** A track that takes an antenna while it is down. */
    public record TakenWhileDown(int assignment, String antenna, long overlapS) implements ConstraintJustification {}

    /** Two tracks between which an antenna has no time to repoint. */
    public record TurnedTooLate(int assignment, int other, String antenna, long missingS)
            implements ConstraintJustification {}

    /** A complex that carries too many tracks at once. */
    public record ComplexFull(String complex, boolean uplinks, int most, long excess)
            implements ConstraintJustification {}

    @Override
    public Constraint[] defineConstraints(ConstraintFactory factory) {
        return new Constraint[] {
            antennaOverlap(factory),
            antennaDown(factory),
            exclusive(factory),
            slew(factory),
            complexTracks(factory),
            complexUplinks(factory)
        };
    }

    /** Activities on an antenna, [boa, eoa), do not overlap, but for those that share its beam. */
    Constraint antennaOverlap(ConstraintFactory factory) {
        return clashes(antennaOccupations(factory))
                .filter((one, other) -> !areTogether(one, other))
                .penalizeLong(ONE_HARD, AntennaConstraints::overlapS)
                .justifyWith((one, other, score) -> clash(one, other))
                .asConstraint(ANTENNA_OVERLAP);
    }

    /** No activity, [boa, eoa), while an antenna is down. */
    Constraint antennaDown(ConstraintFactory factory) {
        return antennaOccupations(factory)
                .join(
                        Downtime.class,
                        Joiners.equal(Occupation::cell, Downtime::cell),
                        Joiners.filtering((occupation, down) -> down.overlaps(occupation)))
                .penalizeLong(ONE_HARD, AntennaConstraints::downS)
                .justifyWith((occupation, down, score) ->
                        new TakenWhileDown(occupation.assignment(), down.antenna(), downS(occupation, down)))
                .asConstraint(ANTENNA_DOWN);
    }

    /** Tracks of a spacecraft or mission, [bot, eot), do not overlap where either request asks so. */
    Constraint exclusive(ConstraintFactory factory) {
        return clashes(PassStreams.tracked(factory)
                        .flattenLast(assignment -> assignment.takenSlot().missionOccupations()))
                .filter((one, other) -> one.request().excludes(other.request()))
                .penalizeLong(ONE_HARD, AntennaConstraints::overlapS)
                .justifyWith((one, other, score) -> clash(one, other))
                .asConstraint(EXCLUSIVE);
    }

    /** Between two activities on an antenna there is time to repoint, but for those that share its beam. */
    Constraint slew(ConstraintFactory factory) {
        return clashes(PassStreams.tracked(factory)
                        .flattenLast(assignment -> assignment.takenSlot().slewOccupations()))
                .filter((one, other) -> slewMissingS(one, other) > 0)
                .penalizeLong(ONE_HARD, AntennaConstraints::slewMissingS)
                .justifyWith((one, other, score) -> new TurnedTooLate(
                        one.assignment(), other.assignment(), mount(one).antenna(), slewMissingS(one, other)))
                .asConstraint(SLEW);
    }

    /** A complex carries no more tracks at once than it can. */
    Constraint complexTracks(ConstraintFactory factory) {
        return complex(factory, false, COMPLEX_TRACKS);
    }

    /** A complex carries no more transmitting tracks at once than it can. */
    Constraint complexUplinks(ConstraintFactory factory) {
        return complex(factory, true, COMPLEX_UPLINKS);
    }

    private static Constraint complex(ConstraintFactory factory, boolean uplinks, String id) {
        return PassStreams.tracked(factory)
                .flattenLast(assignment -> assignment.takenSlot().limitUses())
                .filter(use -> use.limit().uplinks() == uplinks)
                .groupBy(LimitUse::limit, ConstraintCollectors.toList(LimitUse::slot))
                .filter((limit, slots) -> limit.excess(slots) > 0)
                .penalizeLong(ONE_HARD, ComplexLimit::excess)
                .justifyWith((limit, slots, score) ->
                        new ComplexFull(limit.complex(), uplinks, limit.most(), limit.excess(slots)))
                .asConstraint(id);
    }

    private static Mount mount(Occupation occupation) {
        return occupation.slot().model().mounts().get(occupation.resource());
    }

    private static boolean areTogether(Occupation one, Occupation other) {
        return !one.slot().opportunity().isPlain()
                && PassRules.areTogether(
                        mount(one), one.slot().pass(), other.slot().pass());
    }

    private static long slewMissingS(Occupation one, Occupation other) {
        return areTogether(one, other)
                ? 0
                : PassRules.slewMissingS(
                        mount(one),
                        one.resource(),
                        one.slot().pass(),
                        other.slot().pass());
    }

    private static UniConstraintStream<Occupation> antennaOccupations(ConstraintFactory factory) {
        return PassStreams.tracked(factory)
                .flattenLast(assignment -> assignment.takenSlot().antennaOccupations());
    }

    private static BiConstraintStream<Occupation, Occupation> clashes(UniConstraintStream<Occupation> occupations) {
        return occupations.join(
                occupations, Joiners.equal(Occupation::cell), Joiners.filtering(AntennaConstraints::clashInOrder));
    }

    /** Each pair once: the lower assignment first, in the cell where the two meet first. */
    private static boolean clashInOrder(Occupation one, Occupation other) {
        return one.assignment() < other.assignment() && one.overlaps(other) && one.meetsFirstHere(other.firstCell());
    }

    private static Clash clash(Occupation one, Occupation other) {
        return new Clash(one.assignment(), other.assignment(), overlapS(one, other));
    }

    private static long overlapS(Occupation one, Occupation other) {
        return Math.min(one.endS(), other.endS()) - Math.max(one.startS(), other.startS());
    }

    private static long downS(Occupation occupation, Downtime down) {
        return Math.min(occupation.endS(), down.endS()) - Math.max(occupation.startS(), down.startS());
    }
}
