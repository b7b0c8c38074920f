package dev.yeoju.planning;

import ai.timefold.solver.core.api.score.buildin.bendablelong.BendableLongScore;
import ai.timefold.solver.core.config.solver.EnvironmentMode;
import dev.yeoju.model.ProblemInstance;
import dev.yeoju.model.SolverOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Plans the tracks of a problem: several searches side by side, each a Timefold solver, that exchange their best plan
 * after fixed numbers of steps.
 *
 * <p>With a step limit the result depends on instance, options and the number of searches alone; a time limit beside it
 * only cuts that sequence short. With a time limit alone the searches cool with the clock, and end on time with the best
 * they have, less what the listener needs afterwards.
 */
public final class PassPlanner {
    /** The number of searches unless asked otherwise: fixed, so that a step limit gives one result on every machine. */
    public static final int DEFAULT_SEARCHES = 2;

    private static final long MILLIS_BETWEEN_REPORTS = 200;

    private final int searches;
    private final SearchParameters parameters;
    private final EngineFactory engines;

    public PassPlanner() {
        this(DEFAULT_SEARCHES);
    }

    /** @param searches how many to run side by side, at least 1 */
    public PassPlanner(int searches) {
        this(searches, SearchParameters.DEFAULT, EnvironmentMode.NO_ASSERT);
    }

    PassPlanner(int searches, SearchParameters parameters, EnvironmentMode mode) {
        if (searches < 1) {
            throw new IllegalArgumentException("The number of searches (" + searches
                    + ") is not positive. Maybe it should be the number of cores.");
        }
        this.searches = searches;
        this.parameters = parameters;
        engines = new EngineFactory(mode);
    }

    /**
     * Searches until the limits are reached or the token is stopped.
     *
     * @param options the limits and the seed; the instance's own are not looked at
     * @param listener called in this thread, about five times a second, and of steps in each search's own
     */
    public PlanningResult solve(
            ProblemInstance instance, SolverOptions options, PlanningListener listener, StopToken stop) {
        SearchLimits limits = new SearchLimits(options, searches, listener, stop);
        PlanModel model = PlanBuilder.model(instance);
        SearchExchange exchange = new SearchExchange(searches, limits);
        IncumbentBoard board = new IncumbentBoard(searches);
        ExecutorService threads = Executors.newFixedThreadPool(searches, PassPlanner::daemon);
        try {
            List<Future<Found>> running = new ArrayList<>();
            for (int search = 0; search < searches; search++) {
                int number = search;
                running.add(threads.submit(() -> search(number, model, options.seed(), limits, exchange, board)));
            }
            List<Found> found = new ArrayList<>();
            Reporter reporter = new Reporter(listener, board, limits);
            for (Future<Found> each : running) {
                found.add(await(each, reporter));
            }
            PlanningResult result = result(found, limits);
            reporter.finish(result);
            return result;
        } finally {
            limits.abort();
            threads.shutdown();
        }
    }

    private record Found(PassPlan plan, long steps) {
        BendableLongScore score() {
            BendableLongScore score = plan.getScore();
            if (score == null) {
                throw new IllegalStateException("The engine gave a plan without a score.");
            }
            return score;
        }
    }

    private Found search(
            int number,
            PlanModel model,
            long seed,
            SearchLimits limits,
            SearchExchange exchange,
            IncumbentBoard board) {
        try {
            double hourWorth = hourWorth(model);
            // What is published is a start worth keeping: a hot search would forget it.
            double start = model.isPublished() ? parameters.warmTemperature() : parameters.startTemperature();
            Annealing annealing = new Annealing(start * hourWorth, parameters.endTemperature() * hourWorth);
            SplittableRandom random = new SplittableRandom(seed * 31 + number);
            StepSource source = new StepSource((its, assignments) ->
                    new Walk(number, random, limits, exchange, parameters, annealing, board, its, assignments));
            PassPlan plan = engines.solver(source).solve(PlanBuilder.plan(model));
            board.count(number, source.steps());
            return new Found(plan, source.steps());
        } finally {
            exchange.leave();
        }
    }

    /** What a requested hour is worth on average when all is given, all terms of the objective together, micro-units. */
    private static double hourWorth(PlanModel model) {
        long seconds =
                model.requests().stream().mapToLong(PlanRequest::preferredS).sum();
        return Math.max(1, model.worthOfAll() / Math.max(PlanUnits.hours(seconds), 1));
    }

    private static Found await(Future<Found> running, Reporter reporter) {
        while (true) {
            try {
                return running.get(MILLIS_BETWEEN_REPORTS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                reporter.report();
            } catch (ExecutionException e) {
                throw new IllegalStateException("A search ended with an error.", e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("The search was interrupted.", e);
            }
        }
    }

    private static PlanningResult result(List<Found> found, SearchLimits limits) {
        Found best = found.get(0);
        long steps = 0;
        for (Found each : found) {
            steps += each.steps();
            if (each.score().compareTo(best.score()) > 0) {
                best = each;
            }
        }
        BendableLongScore score = best.score();
        return new PlanningResult(
                ScheduleExtractor.extract(best.plan()),
                PassPlan.hardOf(score),
                PassPlan.criticalOf(score) / PlanUnits.MICRO_PER_HOUR,
                PassPlan.valueOf(score) / PlanUnits.MICRO_PER_HOUR,
                PassPlan.preferencesOf(score) / PlanUnits.MICRO_PER_HOUR,
                steps,
                Duration.ofNanos(limits.elapsedNanos()));
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "search");
        thread.setDaemon(true);
        return thread;
    }

    private static final class Reporter {
        private final PlanningListener listener;
        private final IncumbentBoard board;
        private final SearchLimits limits;
        private @Nullable PlanSnapshot reported;

        Reporter(PlanningListener listener, IncumbentBoard board, SearchLimits limits) {
            this.listener = listener;
            this.board = board;
            this.limits = limits;
        }

        /** The last report says what the result says: of two plans of one value it could else be the other. */
        void finish(PlanningResult result) {
            listener.progressed(new PlanningProgress(
                    result.elapsed(), result.steps(), true, result.critical(), result.value(), result::tracks));
        }

        void report() {
            PlanSnapshot best = board.best();
            if (best == null) {
                return;
            }
            boolean improved = best != reported;
            reported = best;
            PlanningProgress now = new PlanningProgress(
                    Duration.ofNanos(limits.elapsedNanos()),
                    board.steps(),
                    improved,
                    best.critical() / PlanUnits.MICRO_PER_HOUR,
                    best.value() / PlanUnits.MICRO_PER_HOUR,
                    best::tracks);
            listener.progressed(now);
            limits.reserve(listener.timeAfter(now).toNanos());
        }
    }
}
