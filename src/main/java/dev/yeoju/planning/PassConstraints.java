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
import dev.yeoju.model.Tie;
import java.util.List;

/** The rules and the objective of docs/problem-format.md, a method each; its name is the constraint's id. */
public final class PassConstraints implements ConstraintProvider {
    static final String ANTENNA_OVERLAP = "antennaOverlap";
    static final String ANTENNA_DOWN = "antennaDown";
    static final String EXCLUSIVE = "exclusive";
    static final String INSIDE_OPPORTUNITY = "insideOpportunity";
    static final String TRACK_DURATION = "trackDuration";
    static final String REQUEST_DURATION = "requestDuration";
    static final String SEPARATION = "separation";
    static final String BEFORE = "before";
    static final String OVERLAP = "overlap";
    static final String SIMULTANEOUS = "simultaneous";
    static final String SIMULTANEOUS_ALONE = "simultaneousAlone";
    static final String CRITICAL_REQUEST = "criticalRequest";
    static final String TRACKED_HOURS = "trackedHours";
    static final String SATISFIED_REQUEST = "satisfiedRequest";
    static final String FAIRNESS = "fairness";
    static final String WORST_MISSION = "worstMission";

    private static final BendableLongScore ONE_HARD = PassPlan.hard(1);
    private static final BendableLongScore ONE_CRITICAL = PassPlan.critical(1);
    private static final BendableLongScore ONE_VALUE = PassPlan.value(1);

    /** Two tracks that take one antenna or one mission's time at once. */
    public record Clash(int assignment, int other, long overlapS) implements ConstraintJustification {}

    /** A track that takes an antenna while it is down. */
    public record TakenWhileDown(int assignment, String antenna, long overlapS) implements ConstraintJustification {}

    /** A track whose time breaks a rule of its own. */
    public record WrongTime(int assignment, long bySeconds) implements ConstraintJustification {}

    /** Two tied requests that break their tie. */
    public record TieBroken(String request, String other, long bySeconds) implements ConstraintJustification {}

    /** A request, what it is given and what that is worth on its level, micro-units. */
    public record Served(String request, long trackedS, long worth) implements ConstraintJustification {}

    /** A mission, what it is given and what that is worth, micro-units. */
    public record MissionServed(String mission, long trackedS, long worth) implements ConstraintJustification {}

    /** What the worst mission's term is worth, micro-units. */
    public record WorstServed(long worth) implements ConstraintJustification {}

    @Override
    public Constraint[] defineConstraints(ConstraintFactory factory) {
        return new Constraint[] {
            antennaOverlap(factory),
            antennaDown(factory),
            exclusive(factory),
            insideOpportunity(factory),
            trackDuration(factory),
            requestDuration(factory),
            separation(factory),
            before(factory),
            overlap(factory),
            simultaneous(factory),
            simultaneousAlone(factory),
            criticalRequest(factory),
            trackedHours(factory),
            satisfiedRequest(factory),
            fairness(factory),
            worstMission(factory)
        };
    }

    /** Activities on an antenna, [boa, eoa), do not overlap. */
    Constraint antennaOverlap(ConstraintFactory factory) {
        return clashes(antennaOccupations(factory))
                .penalizeLong(ONE_HARD, PassConstraints::overlapS)
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
                .penalizeLong(ONE_HARD, PassConstraints::downS)
                .justifyWith((occupation, down, score) ->
                        new TakenWhileDown(occupation.assignment(), down.antenna(), downS(occupation, down)))
                .asConstraint(ANTENNA_DOWN);
    }

    /** Tracks of a spacecraft or mission, [bot, eot), do not overlap where either request asks so. */
    Constraint exclusive(ConstraintFactory factory) {
        return clashes(tracked(factory)
                        .flattenLast(assignment -> assignment.takenSlot().missionOccupations()))
                .filter((one, other) -> one.request().excludes(other.request()))
                .penalizeLong(ONE_HARD, PassConstraints::overlapS)
                .justifyWith((one, other, score) -> clash(one, other))
                .asConstraint(EXCLUSIVE);
    }

    /** A track lies in one usable interval and in its request's window. */
    Constraint insideOpportunity(ConstraintFactory factory) {
        return tracked(factory)
                .filter(assignment -> !assignment.takenSlot().insideOpportunity())
                .penalizeLong(ONE_HARD, PassConstraints::outsideS)
                .justifyWith((assignment, score) -> new WrongTime(assignment.index(), outsideS(assignment)))
                .asConstraint(INSIDE_OPPORTUNITY);
    }

    /** A track is at least as long as its request's shortest one. */
    Constraint trackDuration(ConstraintFactory factory) {
        return tracked(factory)
                .filter(assignment -> tooShortS(assignment) > 0)
                .penalizeLong(ONE_HARD, PassConstraints::tooShortS)
                .justifyWith((assignment, score) -> new WrongTime(assignment.index(), tooShortS(assignment)))
                .asConstraint(TRACK_DURATION);
    }

    /** A request's tracks together have its minimum, and no more than it prefers; or it has none. */
    Constraint requestDuration(ConstraintFactory factory) {
        return requestTime(factory)
                .filter((request, trackedS) -> outsideLimitsS(request, trackedS) > 0)
                .penalizeLong(ONE_HARD, PassConstraints::outsideLimitsS)
                .justifyWith((request, trackedS, score) ->
                        new Served(request.id(), trackedS, -outsideLimitsS(request, trackedS)))
                .asConstraint(REQUEST_DURATION);
    }

    /** The gap between two requests, either first, is within its limits. */
    Constraint separation(ConstraintFactory factory) {
        return tie(factory, Tie.Type.SEPARATION, SEPARATION);
    }

    /** One request ends before the other begins, the gap within its limits. */
    Constraint before(ConstraintFactory factory) {
        return tie(factory, Tie.Type.BEFORE, BEFORE);
    }

    /** Two requests overlap on different antennas for long enough. */
    Constraint overlap(ConstraintFactory factory) {
        return tie(factory, Tie.Type.OVERLAP, OVERLAP);
    }

    /** Two requests have the same begins and ends on different antennas. */
    Constraint simultaneous(ConstraintFactory factory) {
        return tie(factory, Tie.Type.SIMULTANEOUS, SIMULTANEOUS);
    }

    /** Of two simultaneous requests both have tracks or neither. */
    Constraint simultaneousAlone(ConstraintFactory factory) {
        UniConstraintStream<PlanTie> ties = factory.forEach(PlanTie.class).filter(tie -> tie.is(Tie.Type.SIMULTANEOUS));
        return ties.ifExists(PassAssignment.class, Joiners.equal(PlanTie::first, PassAssignment::request))
                .ifNotExists(PassAssignment.class, Joiners.equal(PlanTie::second, PassAssignment::request))
                .concat(ties.ifNotExists(PassAssignment.class, Joiners.equal(PlanTie::first, PassAssignment::request))
                        .ifExists(PassAssignment.class, Joiners.equal(PlanTie::second, PassAssignment::request)))
                .penalizeLong(ONE_HARD, tie -> 1)
                .justifyWith((tie, score) ->
                        new TieBroken(tie.first().id(), tie.second().id(), 1))
                .asConstraint(SIMULTANEOUS_ALONE);
    }

    /** Critical requests that have their minimum, by priority. */
    Constraint criticalRequest(ConstraintFactory factory) {
        return requestTime(factory)
                .filter((request, trackedS) -> request.critical())
                .rewardLong(ONE_CRITICAL, PlanRequest::criticalWeight)
                .justifyWith((request, trackedS, score) ->
                        new Served(request.id(), trackedS, request.criticalWeight(trackedS)))
                .asConstraint(CRITICAL_REQUEST);
    }

    /** w · h. */
    Constraint trackedHours(ConstraintFactory factory) {
        return requestTime(factory)
                .rewardLong(ONE_VALUE, PlanRequest::hours)
                .justifyWith((request, trackedS, score) -> new Served(request.id(), trackedS, request.hours(trackedS)))
                .asConstraint(TRACKED_HOURS);
    }

    /** w · B · [h ≥ min]. */
    Constraint satisfiedRequest(ConstraintFactory factory) {
        return requestTime(factory)
                .rewardLong(ONE_VALUE, PlanRequest::bonus)
                .justifyWith((request, trackedS, score) -> new Served(request.id(), trackedS, request.bonus(trackedS)))
                .asConstraint(SATISFIED_REQUEST);
    }

    /** F · w̄ · R · (1 − U²), or F · R̄ · (1 − U²), of each mission. */
    Constraint fairness(ConstraintFactory factory) {
        return missionTime(factory)
                .filter((mission, trackedS) -> mission.hasFairness())
                .rewardLong(ONE_VALUE, PlanMission::fairness)
                .justifyWith((mission, trackedS, score) ->
                        new MissionServed(mission.id(), trackedS, mission.fairness(trackedS)))
                .asConstraint(FAIRNESS);
    }

    /** G · Σ R · (1 − max U). */
    Constraint worstMission(ConstraintFactory factory) {
        return missionTime(factory)
                .complement(PlanMission.class, mission -> 0L)
                .filter((mission, trackedS) -> mission.hasWorst())
                .groupBy(ConstraintCollectors.min(PlanMission::worst))
                .rewardLong(ONE_VALUE, worth -> worth)
                .justifyWith((worth, score) -> new WorstServed(worth))
                .asConstraint(WORST_MISSION);
    }

    private static Constraint tie(ConstraintFactory factory, Tie.Type type, String id) {
        return factory.forEach(PlanTie.class)
                .filter(tie -> tie.is(type))
                .join(placed(factory), Joiners.equal(PlanTie::first, Tracks::request))
                .join(placed(factory), Joiners.equal((tie, own) -> tie.second(), Tracks::request))
                .filter((tie, own, others) -> tie.brokenS(own.placed(), others.placed()) > 0)
                .penalizeLong(ONE_HARD, (tie, own, others) -> tie.brokenS(own.placed(), others.placed()))
                .justifyWith((tie, own, others, score) ->
                        new TieBroken(tie.first().id(), tie.second().id(), tie.brokenS(own.placed(), others.placed())))
                .asConstraint(id);
    }

    /** The tracks of a request that has ties. */
    private record Tracks(PlanRequest request, List<PlanTie.Placed> placed) {}

    private static UniConstraintStream<Tracks> placed(ConstraintFactory factory) {
        return tracked(factory)
                .filter(assignment -> assignment.request().tied())
                .groupBy(
                        PassAssignment::request,
                        ConstraintCollectors.toList(assignment -> PlanTie.Placed.of(assignment.takenSlot())))
                .map((request, placed) -> new Tracks(request, List.copyOf(placed)));
    }

    private static UniConstraintStream<PassAssignment> tracked(ConstraintFactory factory) {
        return factory.forEach(PassAssignment.class);
    }

    private static UniConstraintStream<Occupation> antennaOccupations(ConstraintFactory factory) {
        return tracked(factory).flattenLast(assignment -> assignment.takenSlot().antennaOccupations());
    }

    private static BiConstraintStream<Occupation, Occupation> clashes(UniConstraintStream<Occupation> occupations) {
        return occupations.join(
                occupations, Joiners.equal(Occupation::cell), Joiners.filtering(PassConstraints::clashInOrder));
    }

    /** Each pair once: the lower assignment first, in the cell where the two meet first. */
    private static boolean clashInOrder(Occupation one, Occupation other) {
        return one.assignment() < other.assignment() && one.overlaps(other) && one.meetsFirstHere(other.firstCell());
    }

    private static BiConstraintStream<PlanRequest, Long> requestTime(ConstraintFactory factory) {
        return tracked(factory)
                .groupBy(
                        PassAssignment::request,
                        ConstraintCollectors.sumLong(
                                assignment -> assignment.takenSlot().trackedS()));
    }

    private static BiConstraintStream<PlanMission, Long> missionTime(ConstraintFactory factory) {
        return requestTime(factory)
                .groupBy((request, trackedS) -> request.mission(), ConstraintCollectors.sumLong(PlanRequest::countedS));
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

    private static long outsideS(PassAssignment assignment) {
        Slot slot = assignment.takenSlot();
        PlanOpportunity opportunity = slot.opportunity();
        return Math.max(0, opportunity.startS() - slot.botS()) + Math.max(0, slot.eotS() - opportunity.endS());
    }

    private static long tooShortS(PassAssignment assignment) {
        return Math.max(
                0, assignment.request().minTrackS() - assignment.takenSlot().trackedS());
    }

    private static long outsideLimitsS(PlanRequest request, long trackedS) {
        return Math.max(0, request.minS() - trackedS) + Math.max(0, trackedS - request.preferredS());
    }
}
