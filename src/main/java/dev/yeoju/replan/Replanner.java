package dev.yeoju.replan;

import dev.yeoju.check.Evaluation;
import dev.yeoju.check.ScheduleChecker;
import dev.yeoju.model.ChangeSet;
import dev.yeoju.model.Interval;
import dev.yeoju.model.Intervals;
import dev.yeoju.model.Objective;
import dev.yeoju.model.Objective.ChangeCosts;
import dev.yeoju.model.Problem;
import dev.yeoju.model.ProblemInstance;
import dev.yeoju.model.Reason;
import dev.yeoju.model.ReasonCode;
import dev.yeoju.model.Replan;
import dev.yeoju.model.SolverOptions;
import dev.yeoju.model.Track;
import dev.yeoju.model.TrackChange;
import dev.yeoju.model.TrackRequest;
import dev.yeoju.model.TrackStanding;
import dev.yeoju.model.TrackStanding.Standing;
import dev.yeoju.planning.PassPlanner;
import dev.yeoju.planning.PlanningListener;
import dev.yeoju.planning.PlanningResult;
import dev.yeoju.planning.StopToken;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Answers changes to a problem with the best schedule that changes least: the published one is where the search starts,
 * departing from it costs, and what is frozen stays: it is pinned in the answer, so that later solves keep it too. With a
 * step limit the same input gives the same answer.
 */
public final class Replanner {
    /** Enough for a DSN-sized week to settle; the time cuts it short on a slow machine. */
    public static final SolverOptions DEFAULT_OPTIONS = new SolverOptions(Duration.ofSeconds(3), 30_000, 0);

    /** What change costs are multiplied by for alternatives: dearer, cheaper, much dearer, nearly and quite free. */
    private static final double[] FACTORS = {1, 4, 0.25, 16, 0.05, 0};

    private final ProblemInstance instance;
    private final List<Track> published;
    private final ChangeSet changes;
    private final List<TrackStanding> standings;
    private final ProblemInstance searched;
    private final Set<String> newRequests = new LinkedHashSet<>();

    /**
     * @param former the instance before the changes
     * @param changed the instance of the changed problem, view periods as they are after the changes
     * @param published the schedule's tracks before them
     */
    public Replanner(ProblemInstance former, ProblemInstance changed, List<Track> published, ChangeSet changes) {
        Set<String> before = new HashSet<>();
        former.requests().forEach(request -> before.add(request.id()));
        this.published = published;
        this.changes = changes;
        standings = Standings.of(changed, published, changes);
        List<Track> known = new ArrayList<>();
        List<Track> frozen = new ArrayList<>();
        for (TrackStanding standing : standings) {
            Track track = standing.track();
            if (standing.standing() != Standing.WITHDRAWN) {
                known.add(track);
            }
            if (standing.standing() == Standing.FROZEN || standing.standing() == Standing.PINNED) {
                frozen.add(as(track, track.id(), true));
            }
        }
        Problem problem = changed.problem();
        Objective objective = withCosts(problem.objective(), 1, changes.at());
        instance = Variants.with(changed, Variants.problem(problem, frozen, known, objective));
        searched = Variants.with(instance, withoutThePast(frozen));
        instance.requests().stream()
                .map(TrackRequest::id)
                .filter(id -> !before.contains(id))
                .forEach(newRequests::add);
    }

    /** The changed problem, the former schedule in it as published and its change costs as they are: what answers are of. */
    public ProblemInstance instance() {
        return instance;
    }

    /**
     * Searches. The answer of most value comes first, whichever search found it.
     *
     * @param notes of the changes
     * @param alternatives how many schedules beside the first to look for; fewer come where those are no trade
     * @param options limits of each search
     * @param first told of the first answer before the others are searched for
     */
    public Replan replan(
            List<String> notes,
            int alternatives,
            SolverOptions options,
            Consumer<Replan.Answer> first,
            StopToken stop) {
        List<Replan.Answer> answers = new ArrayList<>();
        int tries = Math.min(FACTORS.length, 1 + Math.max(0, alternatives));
        for (int k = 0; k < tries && !(k > 0 && stop.isStopped()); k++) {
            answers.add(answer(FACTORS[k], options, stop));
            if (k == 0 && tries > 1) {
                first.accept(answers.get(0));
            }
        }
        return new Replan(undominated(answers), standings, notes);
    }

    private Replan.Answer answer(double factor, SolverOptions options, StopToken stop) {
        Objective objective = withCosts(searched.problem().objective(), factor, changes.at());
        ProblemInstance priced = Variants.with(
                searched,
                Variants.problem(
                        searched.problem(),
                        searched.problem().pins(),
                        searched.problem().published(),
                        objective));
        PlanningResult found = new PassPlanner().solve(priced, options, PlanningListener.NONE, stop);
        List<Track> tracks = named(found.tracks());
        Evaluation evaluation = ScheduleChecker.evaluate(instance, tracks);
        Map<String, List<Reason>> reasons = reasons(tracks);
        return new Replan.Answer(
                instance,
                ScheduleComposer.compose(instance, tracks, evaluation, null, null, reasons),
                DiffBuilder.between(instance, published, tracks, standings, newRequests, reasons),
                evaluation.value() + evaluation.terms().changes(),
                evaluation.terms().changes(),
                factor);
    }

    /** As the search saw it: what has passed is no place, however free it was. */
    private Map<String, List<Reason>> reasons(List<Track> tracks) {
        Map<String, List<Reason>> reasons = new LinkedHashMap<>(Explainer.explain(searched, tracks));
        for (TrackRequest request : instance.requests()) {
            Instant earliest = changes.freezeUntil().plus(request.setup());
            if (request.window().end().minus(request.minTrackDuration()).isBefore(earliest)) {
                reasons.computeIfPresent(
                        request.id(),
                        (id, found) -> List.of(new Reason(
                                ReasonCode.FROZEN,
                                "Its window ends by "
                                        + Words.time(request.window().end()) + ", and nothing is planned before "
                                        + Words.time(changes.freezeUntil()) + ".",
                                List.of())));
            }
        }
        return reasons;
    }

    /** Tracks keep the ids of those they come from; what was pinned is still, and what is frozen is now. */
    private List<Track> named(List<Track> found) {
        Map<String, List<Track>> was = new HashMap<>();
        published.forEach(track ->
                was.computeIfAbsent(track.request(), k -> new ArrayList<>()).add(track));
        Map<String, List<Track>> is = new LinkedHashMap<>();
        found.forEach(track ->
                is.computeIfAbsent(track.request(), k -> new ArrayList<>()).add(track));
        Set<String> taken = new HashSet<>();
        published.forEach(track -> taken.add(track.id()));
        List<Track> named = new ArrayList<>();
        is.forEach((request, own) -> {
            int number = 1;
            for (TrackChange change : ScheduleChecker.changes(instance, was.getOrDefault(request, List.of()), own)) {
                Track after = change.after();
                Track before = change.before();
                if (after == null) {
                    continue;
                }
                if (before != null) {
                    named.add(as(after, before.id(), isPinned(instance, before)));
                } else {
                    while (!taken.add(request + "#" + number)) {
                        number++;
                    }
                    named.add(as(after, request + "#" + number, false));
                }
            }
        });
        named.sort(Comparator.comparing(Track::boa).thenComparing(Track::id));
        return named;
    }

    private static Track as(Track track, String id, boolean pinned) {
        return new Track(
                id,
                track.request(),
                track.spacecraft(),
                track.antennas(),
                track.boa(),
                track.bot(),
                track.eot(),
                track.eoa(),
                pinned);
    }

    private static boolean isPinned(ProblemInstance instance, Track track) {
        return track.pinned()
                || instance.problem().pins().stream().anyMatch(pin -> pin.id().equals(track.id()));
    }

    /** The requests with the time before the freeze window's end excluded, but for their own tracks that stay there. */
    private List<TrackRequest> withoutThePast(List<Track> frozen) {
        Map<String, List<Interval>> staying = new HashMap<>();
        frozen.forEach(track ->
                staying.computeIfAbsent(track.request(), k -> new ArrayList<>()).add(track.tracking()));
        List<TrackRequest> requests = new ArrayList<>();
        for (TrackRequest request : instance.requests()) {
            Instant earliest = changes.freezeUntil().plus(request.setup());
            Instant start = request.window().start();
            if (!start.isBefore(earliest)) {
                requests.add(request);
                continue;
            }
            List<Interval> exclude = new ArrayList<>(request.exclude());
            exclude.addAll(Intervals.difference(
                    List.of(new Interval(start, earliest)), staying.getOrDefault(request.id(), List.of())));
            requests.add(Variants.of(request).exclude(exclude).build());
        }
        return requests;
    }

    private static Objective withCosts(Objective objective, double factor, Instant at) {
        ChangeCosts costs = objective.change();
        return new Objective(
                objective.preset(),
                objective.satisfiedBonusHours(),
                objective.fairnessWeight(),
                objective.fairnessWeighting(),
                objective.worstMissionWeight(),
                new ChangeCosts(
                        costs.move() * factor,
                        costs.shorten() * factor,
                        costs.add() * factor,
                        costs.drop() * factor,
                        costs.nearFactor(),
                        at,
                        costs.nearSpan(),
                        costs.tolerance()));
    }

    /** The one of most value, and of the others those that no other is at least as good as in every respect. */
    private static List<Replan.Answer> undominated(List<Replan.Answer> answers) {
        List<Replan.Answer> rest = new ArrayList<>();
        for (int k = 0; k < answers.size(); k++) {
            Replan.Answer answer = answers.get(k);
            boolean dominated = false;
            for (int other = 0; other < answers.size(); other++) {
                dominated |= other != k && dominates(answers.get(other), answer, other < k);
            }
            if (!dominated) {
                rest.add(answer);
            }
        }
        rest.sort(Comparator.comparingDouble(Replan.Answer::changeCost).thenComparingDouble(answer -> -answer.worth()));
        // Found with other costs, an alternative may be worth more at the problem's own than what was found with those.
        Replan.Answer best = Collections.max(
                rest,
                Comparator.comparingInt((Replan.Answer answer) ->
                                answer.schedule().critical().satisfied())
                        .thenComparingDouble(answer -> answer.worth() - answer.changeCost()));
        rest.remove(best);
        rest.add(0, best);
        return rest;
    }

    /** @param first whether the one that may dominate was found first, which decides between equals */
    private static boolean dominates(Replan.Answer one, Replan.Answer other, boolean first) {
        int critical = Integer.compare(
                one.schedule().critical().satisfied(),
                other.schedule().critical().satisfied());
        int worth = Double.compare(one.worth(), other.worth());
        int cost = Double.compare(other.changeCost(), one.changeCost());
        boolean asGood = critical >= 0 && worth >= 0 && cost >= 0;
        return asGood && (critical + worth + cost > 0 || first);
    }
}
