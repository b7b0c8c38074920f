package dev.yeoju.service;

import dev.yeoju.check.Evaluation;
import dev.yeoju.check.ScheduleChecker;
import dev.yeoju.exchange.ScheduleJson;
import dev.yeoju.model.Fault;
import dev.yeoju.model.InvalidInputException;
import dev.yeoju.model.Problem;
import dev.yeoju.model.ProblemInstance;
import dev.yeoju.model.Schedule;
import dev.yeoju.model.SolverOptions;
import dev.yeoju.model.Track;
import dev.yeoju.store.ProblemTextStore;
import dev.yeoju.store.ProblemTexts;
import dev.yeoju.store.RevisionStore;
import dev.yeoju.store.ScheduleStore;
import dev.yeoju.store.SolveStore;
import dev.yeoju.store.StoredSchedule;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Takes one solve from its stored problem to its stored schedule, or as far as this node comes. A solve that was cut off
 * elsewhere goes on with the time that it has left, and never ends with less than its last checkpoint.
 */
@Component
class JobRunner {
    private static final Logger LOG = LoggerFactory.getLogger(JobRunner.class);
    /** A solve that was cut off at its very end still gets a look. */
    private static final Duration LEAST_TIME = Duration.ofMillis(100);
    /** One core is left to answer requests. */
    private static final int CORES = Math.max(1, Runtime.getRuntime().availableProcessors() - 1);

    private final Engine engine;
    private final PreparedProblems prepared;
    private final ScheduleStore schedules;
    private final ProblemTextStore problems;
    private final RevisionStore revisions;
    private final SolveStore solves;
    private final RunningSolves running;
    private final SolveEnds ends;
    private final InstanceJson json;
    private final InstantSource clock;

    JobRunner(
            Engine engine,
            PreparedProblems prepared,
            ScheduleStore schedules,
            ProblemTextStore problems,
            RevisionStore revisions,
            SolveStore solves,
            RunningSolves running,
            SolveEnds ends,
            InstanceJson json,
            InstantSource clock) {
        this.engine = engine;
        this.prepared = prepared;
        this.schedules = schedules;
        this.problems = problems;
        this.revisions = revisions;
        this.solves = solves;
        this.running = running;
        this.ends = ends;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Runs it to its end; what goes wrong with it ends up in its status.
     *
     * @throws UnfinishedException when it must go on elsewhere or later
     */
    void run(SolveQueue.Turn turn) {
        String lease = UUID.randomUUID().toString();
        if (!solves.claim(turn.scheduleId(), turn.job(), lease, clock.instant())) {
            // Over, deleted, or solved anew: this turn is nobody's any more.
            return;
        }
        StoredSchedule schedule = schedules.find(turn.scheduleId()).orElse(null);
        if (schedule == null) {
            return;
        }
        StopSignal stop = running.begin(turn.scheduleId());
        LeasedSolve solve = new LeasedSolve(solves, schedule, lease, stop);
        try (SolveReporter reporter = new SolveReporter(solve, json)) {
            attempt(solve, reporter);
        } finally {
            running.end(turn.scheduleId(), stop);
        }
    }

    private void attempt(LeasedSolve solve, SolveReporter reporter) {
        String id = solve.schedule().id();
        try {
            work(solve, reporter);
        } catch (CancellationException e) {
            if (!unfinished(solve, reporter, null)) {
                ends.stopped(solve, reporter.last());
            }
        } catch (InvalidInputException e) {
            String faults = e.faults().stream().map(Fault::toString).collect(Collectors.joining("\n"));
            ends.failed(solve, faults, reporter.last());
        } catch (UnfinishedException e) {
            throw e;
        } catch (org.springframework.dao.DataAccessException e) {
            // The store is away: the solve is taken up again when it is back.
            LOG.warn("The solve of schedule {} was cut off: {}", id, e.getMessage());
            throw new UnfinishedException();
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            String error =
                    HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
            LOG.error("Internal error {} in the solve of schedule {}", error, id, e);
            ends.failed(solve, "Internal error " + error + ". The details are in the service's log.", reporter.last());
        }
    }

    private void work(LeasedSolve solve, SolveReporter reporter) {
        StoredSchedule schedule = solve.schedule();
        String id = schedule.id();
        ProblemTexts texts = problems.find(id, schedule.variant()).orElseThrow();
        Prepared ready = prepared.prepare(id, schedule.variant(), solve.stop());
        Problem posted = ready.instance().problem();
        if (texts.viewPeriods() == null) {
            problems.prepare(
                    id,
                    schedule.variant(),
                    json.viewPeriods(ready.instance().viewPeriods()),
                    json.strings(ready.instance().warnings()));
        }
        if (solve.stop().isStopped() || !solves.search(id, solve.lease())) {
            throw new CancellationException();
        }
        Optional<Schedule> head = head(schedule);
        List<Track> pins = head.map(JobRunner::pins).orElse(posted.pins());
        Optional<Schedule> checkpoint = solves.checkpoint(id).map(found -> read(found.body()));
        SolverOptions options = options(posted, schedule);
        ProblemInstance instance = Instances.with(ready.instance(), pins, options);
        reporter.resume(StatusViews.progress(schedule.progress()), checkpoint.isPresent());
        Schedule found = engine.solve(instance, searches(options), CORES, reporter, solve.stop());
        Schedule best = found;
        for (Optional<Schedule> known : List.of(checkpoint, head)) {
            if (known.isPresent()) {
                best = better(instance, best, known.get());
            }
        }
        if (unfinished(solve, reporter, best)) {
            throw new UnfinishedException();
        }
        ends.solved(solve, best, reporter.last());
    }

    /**
     * Whether this node must leave it: the best so far is kept, and the lease given back if it still is this node's.
     *
     * @param best null where nothing was found since the last checkpoint
     */
    private boolean unfinished(LeasedSolve solve, SolveReporter reporter, @Nullable Schedule best) {
        if (solve.isLost()) {
            return true;
        }
        if (!running.isEnding() || solve.isStopRequested()) {
            return false;
        }
        reporter.close();
        if (best != null) {
            solve.checkpoint(reporter.last(), json.schedule(best));
        }
        solves.release(solve.schedule().id(), solve.lease());
        if (best == null) {
            throw new UnfinishedException();
        }
        return true;
    }

    private Optional<Schedule> head(StoredSchedule schedule) {
        return schedule.head() == 0
                ? Optional.empty()
                : revisions.body(schedule.id(), schedule.head()).map(JobRunner::read);
    }

    private static Schedule read(String body) {
        return ScheduleJson.read(body.getBytes(StandardCharsets.UTF_8));
    }

    private static List<Track> pins(Schedule schedule) {
        return schedule.tracks().stream().filter(Track::pinned).toList();
    }

    /** With a step limit a solve starts again, so that its result is the same; by time it has what is left. */
    private static SolverOptions options(Problem problem, StoredSchedule schedule) {
        SolverOptions own = problem.solver();
        Long steps = schedule.solve().stepLimit();
        Long seed = schedule.solve().seed();
        long stepLimit = steps == null ? own.stepLimit() : steps;
        Duration limit = Duration.parse(schedule.solve().timeLimit());
        if (stepLimit == 0) {
            Duration left = limit.minusMillis(Math.round(schedule.progress().elapsedS() * 1000));
            limit = left.compareTo(LEAST_TIME) < 0 ? LEAST_TIME : left;
        }
        return new SolverOptions(limit, stepLimit, seed == null ? own.seed() : seed);
    }

    /** By time, a search for each core; by steps, as many as everywhere, so that the result is the same. */
    private static int searches(SolverOptions options) {
        return options.stepLimit() > 0 ? Pipeline.SEARCHES : CORES;
    }

    /** Of two schedules the one that is worth more; the lower of their bounds holds for both. */
    private static Schedule better(ProblemInstance instance, Schedule found, Schedule known) {
        Evaluation a = ScheduleChecker.evaluate(instance, found.tracks());
        Evaluation b = ScheduleChecker.evaluate(instance, known.tracks());
        int order = Integer.compare(b.violations().size(), a.violations().size());
        if (order == 0) {
            order = Double.compare(a.criticalPriority(), b.criticalPriority());
        }
        if (order == 0) {
            order = Double.compare(a.value(), b.value());
        }
        return order >= 0 ? found : Instances.compose(instance, known.tracks(), found);
    }
}
