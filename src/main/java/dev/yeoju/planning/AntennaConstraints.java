package dev.yeoju.planning;

import ai.timefold.solver.core.api.score.buildin.bendablelong.BendableLongScore;
import ai.timefold.solver.core.api.score.stream.Constraint;
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

    private static final BendableLongScore ONE_HARD = PassPlan.hard(1);

    /** Two tracks that take one antenna or one mission's time at once. */
    public record Clash(int assignment, int other, long overlapS) implements ConstraintJustification {}

    /** A track that takes an antenna while it is down. */
    public record TakenWhileDown(int assignment, String antenna, long overlapS) implements ConstraintJustification {}

    @Override
    public Constraint[] defineConstraints(ConstraintFactory factory) {
        return new Constraint[] {antennaOverlap(factory), antennaDown(factory), exclusive(factory)};
    }

    /** Activities on an antenna, [boa, eoa), do not overlap. */
    Constraint antennaOverlap(ConstraintFactory factory) {
        return clashes(antennaOccupations(factory))
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
