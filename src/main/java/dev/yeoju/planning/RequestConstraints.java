package dev.yeoju.planning;

import ai.timefold.solver.core.api.score.buildin.bendablelong.BendableLongScore;
import ai.timefold.solver.core.api.score.stream.Constraint;
import ai.timefold.solver.core.api.score.stream.ConstraintFactory;
import ai.timefold.solver.core.api.score.stream.ConstraintJustification;
import ai.timefold.solver.core.api.score.stream.ConstraintProvider;
import ai.timefold.solver.core.api.score.stream.Joiners;
import ai.timefold.solver.core.api.score.stream.uni.UniConstraintStream;
import dev.yeoju.model.Tie;
import java.util.List;

/** Rules on what a request gets, by itself and beside those that it is tied to. */
final class RequestConstraints implements ConstraintProvider {
    static final String INSIDE_OPPORTUNITY = "insideOpportunity";
    static final String TRACK_DURATION = "trackDuration";
    static final String REQUEST_DURATION = "requestDuration";
    static final String SEPARATION = "separation";
    static final String BEFORE = "before";
    static final String OVERLAP = "overlap";
    static final String SIMULTANEOUS = "simultaneous";
    static final String SIMULTANEOUS_ALONE = "simultaneousAlone";
    static final String PIN_FAULT = "pinFault";

    private static final BendableLongScore ONE_HARD = PassPlan.hard(1);

    /** A track whose time breaks a rule of its own. */
    public record WrongTime(int assignment, long bySeconds) implements ConstraintJustification {}

    /** Two tied requests that break their tie. */
    public record TieBroken(String request, String other, long bySeconds) implements ConstraintJustification {}

    /** A pinned track and the rules that it breaks by itself. */
    public record PinBreaks(String track, List<String> rules) implements ConstraintJustification {}

    @Override
    public Constraint[] defineConstraints(ConstraintFactory factory) {
        return new Constraint[] {
            insideOpportunity(factory),
            trackDuration(factory),
            requestDuration(factory),
            separation(factory),
            before(factory),
            overlap(factory),
            simultaneous(factory),
            simultaneousAlone(factory),
            pinFault(factory)
        };
    }

    /** A track lies in one usable interval and in its request's window. */
    Constraint insideOpportunity(ConstraintFactory factory) {
        return PassStreams.tracked(factory)
                .filter(assignment -> !assignment.takenSlot().insideOpportunity())
                .penalizeLong(ONE_HARD, RequestConstraints::outsideS)
                .justifyWith((assignment, score) -> new WrongTime(assignment.index(), outsideS(assignment)))
                .asConstraint(INSIDE_OPPORTUNITY);
    }

    /** A track is at least as long as its request's shortest one. */
    Constraint trackDuration(ConstraintFactory factory) {
        return PassStreams.tracked(factory)
                .filter(assignment -> tooShortS(assignment) > 0)
                .penalizeLong(ONE_HARD, RequestConstraints::tooShortS)
                .justifyWith((assignment, score) -> new WrongTime(assignment.index(), tooShortS(assignment)))
                .asConstraint(TRACK_DURATION);
    }

    /** A request's tracks together have its minimum, and no more than it prefers; or it has none. */
    Constraint requestDuration(ConstraintFactory factory) {
        return PassStreams.requestTime(factory)
                .filter((request, trackedS) -> request.outsideLimitsS(trackedS) > 0)
                .penalizeLong(ONE_HARD, PlanRequest::outsideLimitsS)
                .justifyWith((request, trackedS, score) ->
                        new Served(request.id(), trackedS, -request.outsideLimitsS(trackedS)))
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

    /** A pin is where its request may be tracked, as its request asks; it is kept all the same where it is not. */
    Constraint pinFault(ConstraintFactory factory) {
        return factory.forEach(PlanPin.class)
                .penalizeLong(ONE_HARD, pin -> pin.faults().size())
                .justifyWith((pin, score) -> new PinBreaks(pin.source().id(), pin.faults()))
                .asConstraint(PIN_FAULT);
    }

    private static Constraint tie(ConstraintFactory factory, Tie.Type type, String id) {
        return factory.forEach(PlanTie.class)
                .filter(tie -> tie.is(type))
                .join(PassStreams.placed(factory), Joiners.equal(PlanTie::first, PassStreams.Tracks::request))
                .join(
                        PassStreams.placed(factory),
                        Joiners.equal((tie, own) -> tie.second(), PassStreams.Tracks::request))
                .filter((tie, own, others) -> tie.brokenS(own.placed(), others.placed()) > 0)
                .penalizeLong(ONE_HARD, (tie, own, others) -> tie.brokenS(own.placed(), others.placed()))
                .justifyWith((tie, own, others, score) ->
                        new TieBroken(tie.first().id(), tie.second().id(), tie.brokenS(own.placed(), others.placed())))
                .asConstraint(id);
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
}
