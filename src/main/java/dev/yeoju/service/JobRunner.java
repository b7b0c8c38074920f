package dev.yeoju.service;

import dev.yeoju.exchange.Catalogue;
import dev.yeoju.exchange.ProblemReader;
import dev.yeoju.model.Fault;
import dev.yeoju.model.InvalidInputException;
import dev.yeoju.model.Problem;
import dev.yeoju.model.Schedule;
import dev.yeoju.store.RevisionStore;
import dev.yeoju.store.ScheduleStore;
import dev.yeoju.store.ScheduleTexts;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Takes one job from its stored problem to its stored schedule. */
@Component
class JobRunner {
    private static final Logger LOG = LoggerFactory.getLogger(JobRunner.class);
    private static final String AUTHOR = "yeoju";

    private final Engine engine;
    private final PreparedCache preparedCache;
    private final ScheduleStore schedules;
    private final RevisionStore revisions;
    private final TransactionOperations transactions;
    private final InstanceJson json;
    private final InstantSource clock;

    JobRunner(
            Engine engine,
            PreparedCache preparedCache,
            ScheduleStore schedules,
            RevisionStore revisions,
            TransactionOperations transactions,
            InstanceJson json,
            InstantSource clock) {
        this.engine = engine;
        this.preparedCache = preparedCache;
        this.schedules = schedules;
        this.revisions = revisions;
        this.transactions = transactions;
        this.json = json;
        this.clock = clock;
    }

    /** Runs it to its end; every failure ends up in its status. */
    void run(Job job) {
        try {
            solve(job);
        } catch (CancellationException e) {
            finish(job, JobStatus.STOPPED, "It was stopped before it had found a schedule.", job.progress(), null);
        } catch (InvalidInputException e) {
            String faults = e.faults().stream().map(Fault::toString).collect(Collectors.joining("\n"));
            finish(job, JobStatus.FAILED, faults, job.progress(), null);
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            String id = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
            LOG.error("Internal error {} in the solve of schedule {}", id, job.id(), e);
            finish(
                    job,
                    JobStatus.FAILED,
                    "Internal error " + id + ". The details are in the service's log.",
                    job.progress(),
                    null);
        }
    }

    private void solve(Job job) {
        ScheduleTexts texts = schedules.texts(job.id()).orElse(null);
        if (texts == null) {
            // Deleted while it waited: nobody wants it any more.
            finish(job, JobStatus.STOPPED, null, job.progress(), null);
            return;
        }
        Problem problem = ProblemReader.read(texts.body().getBytes(StandardCharsets.UTF_8), Catalogue.bundled());
        job.started(clock.instant());
        schedules.start(job.id(), JobStatus.VISIBILITY.name(), clock.instant());
        Prepared prepared = engine.prepare(problem, ProblemFiles.none(), job.stopSignal());
        preparedCache.put(job.id(), prepared);
        schedules.prepare(
                job.id(),
                JobStatus.SOLVING.name(),
                json.viewPeriods(prepared.instance().viewPeriods()),
                json.strings(prepared.instance().warnings()));
        if (job.isStopped()) {
            throw new CancellationException();
        }
        job.prepared(prepared.instance().warnings());

        Schedule schedule;
        Progress last;
        try (SolveReporter reporter = new SolveReporter(
                job, (progress, best) -> schedules.checkpoint(job.id(), Job.stored(progress), json.schedule(best)))) {
            schedule = engine.solve(prepared.instance(), searches(problem), reporter, job.stopSignal());
            last = reporter.last();
        }
        Progress end = new Progress(
                last.elapsedS(),
                job.isStopped() ? last.fraction() : 1,
                last.steps(),
                schedule.value(),
                schedule.bound(),
                schedule.gapPercent());
        finish(job, job.isStopped() ? JobStatus.STOPPED : JobStatus.SOLVED, null, end, schedule);
    }

    /** By time, one core is left to answer requests; by steps, as many as everywhere, so that the result is the same. */
    private static int searches(Problem problem) {
        return problem.solver().stepLimit() > 0
                ? Pipeline.SEARCHES
                : Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
    }

    /** Stores the end, then tells it: whoever hears of it can fetch it. */
    void finish(Job job, JobStatus status, @Nullable String error, Progress progress, @Nullable Schedule schedule) {
        var at = clock.instant();
        StatusView view = job.finished(status, at, error, progress, schedule);
        transactions.executeWithoutResult(transaction -> {
            if (schedule != null) {
                String reason = status == JobStatus.SOLVED ? "solved" : "stopped, the best until then";
                revisions.append(job.id(), at, AUTHOR, reason, json.schedule(schedule));
            }
            schedules.finish(
                    job.id(),
                    status.name(),
                    at,
                    error,
                    Job.stored(progress),
                    job.events().lastId() + 1);
        });
        job.events().publish(new JobEvent.End(view));
    }
}
