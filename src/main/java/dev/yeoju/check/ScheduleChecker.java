package dev.yeoju.check;

import dev.yeoju.model.Fault;
import dev.yeoju.model.ProblemInstance;
import dev.yeoju.model.Schedule;
import dev.yeoju.model.Track;
import dev.yeoju.model.TrackChange;
import dev.yeoju.model.TrackRequest;
import dev.yeoju.model.Violation;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Checks any schedule against its problem from the rules of the problem format alone. It shares nothing with the solver
 * but the records, so that a mistake there shows here. Takes n log n in the number of tracks.
 *
 * <p>Without directions, as with given view periods, repointing takes no time and nobody shares a beam.
 */
public final class ScheduleChecker {
    private ScheduleChecker() {}

    /**
     * What the tracks are worth and which rules they break. Never fails: whatever is wrong with a track is a violation.
     *
     * <p>Tracks of unknown requests and with times out of order count no hours; all others do, rules broken or not.
     */
    public static Evaluation evaluate(ProblemInstance instance, List<Track> tracks) {
        return evaluate(new Facts(instance, Lookup.of(instance), tracks));
    }

    static Evaluation evaluate(Facts facts) {
        List<Violation> violations = violations(facts);
        ProblemInstance instance = facts.instance();

        Map<String, Duration> tracked = new LinkedHashMap<>();
        for (TrackRequest request : instance.requests()) {
            tracked.put(
                    request.id(),
                    facts.tracksOf(request.id()).stream().map(Track::duration).reduce(Duration.ZERO, Duration::plus));
        }
        ValueFormula formula =
                new ValueFormula(instance.problem().objective(), instance.requests(), tracked, facts::mission);
        Evaluation.Terms terms = formula.terms(ChangeFormula.cost(facts));
        Schedule.Status status = !violations.isEmpty()
                ? Schedule.Status.INFEASIBLE
                : facts.tracks().isEmpty() ? Schedule.Status.EMPTY : Schedule.Status.FEASIBLE;
        return new Evaluation(
                violations,
                status,
                new Schedule.Critical(formula.criticalSatisfied(), formula.critical(), null),
                formula.criticalPriority(),
                terms.total(),
                terms,
                new PreferenceFormula(facts).points(),
                formula.figures(),
                tracked);
    }

    /** The rules that are broken, by rule and then as the tracks lie. */
    static List<Violation> violations(Facts facts) {
        Findings findings = new Findings();
        TrackRules.check(facts, findings);
        ViewRules.check(facts, findings);
        AntennaRules.check(facts, findings);
        RequestRules.check(facts, findings);
        ExclusiveRules.check(facts, findings);
        TieRules.check(facts, findings);
        ComplexRules.check(facts, findings);
        PinRules.check(facts, findings);
        return findings.all();
    }

    /**
     * What became of a request's tracks from one schedule to another, paired so that it costs least.
     *
     * @param instance whose change costs hold
     * @return one entry for each track before, in that order, then those that were added
     */
    public static List<TrackChange> changes(ProblemInstance instance, List<Track> before, List<Track> after) {
        return new ChangeFormula(instance).changes(before, after);
    }

    /**
     * Where a schedule claims what its tracks do not bear out: name, status, value, gap, critical requests, figures, who
     * is unscheduled or short, which rules are broken. Pointers are into the schedule's file.
     *
     * @return empty when every claim is true
     */
    public static List<Fault> compare(ProblemInstance instance, Schedule claimed) {
        return new ClaimCheck(instance, claimed, evaluate(instance, claimed.tracks())).faults();
    }
}
