package dev.yeoju.service;

import dev.yeoju.model.Schedule;
import dev.yeoju.store.RevisionStore;
import dev.yeoju.store.SolveStore;
import dev.yeoju.store.StoredRevision;
import dev.yeoju.store.StoredSchedule;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Stores how solves end: the new revision and the status together, or neither. */
@Component
class SolveEnds {
    private final SolveStore solves;
    private final RevisionStore revisions;
    private final TransactionOperations transactions;
    private final SolveMetrics metrics;
    private final InstanceJson json;
    private final InstantSource clock;

    SolveEnds(
            SolveStore solves,
            RevisionStore revisions,
            TransactionOperations transactions,
            SolveMetrics metrics,
            InstanceJson json,
            InstantSource clock) {
        this.solves = solves;
        this.revisions = revisions;
        this.transactions = transactions;
        this.metrics = metrics;
        this.json = json;
        this.clock = clock;
    }

    void failed(LeasedSolve solve, String error, Progress progress) {
        finish(solve, JobStatus.FAILED, error, progress, null);
    }

    void stopped(LeasedSolve solve, String error, Progress progress) {
        finish(solve, JobStatus.STOPPED, error, progress, null);
    }

    /** It ended with a schedule, by itself or because it was asked to. */
    void solved(LeasedSolve solve, Schedule schedule, Progress last) {
        boolean stopped = solve.isStopRequested();
        Progress end = new Progress(
                last.elapsedS(),
                stopped ? last.fraction() : 1,
                last.steps(),
                schedule.value(),
                schedule.bound(),
                schedule.gapPercent());
        finish(solve, stopped ? JobStatus.STOPPED : JobStatus.SOLVED, null, end, schedule);
    }

    private void finish(
            LeasedSolve solve,
            JobStatus status,
            @Nullable String error,
            Progress progress,
            @Nullable Schedule schedule) {
        StoredSchedule stored = solve.schedule();
        Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        int head = schedule == null ? stored.head() : stored.head() + 1;
        Integer proof = schedule == null ? stored.proof() : schedule.bound() == null ? null : (Integer) head;
        boolean ended = Boolean.TRUE.equals(transactions.execute(transaction -> {
            boolean held = solves.finish(
                    stored.id(),
                    solve.lease(),
                    status.name(),
                    at,
                    error,
                    StatusViews.stored(progress),
                    head,
                    stored.variant(),
                    proof);
            if (held && schedule != null) {
                revisions.append(
                        stored.id(),
                        new StoredRevision(
                                head,
                                at,
                                stored.owner(),
                                status == JobStatus.SOLVED ? "solved" : "stopped, the best until then",
                                RevisionKind.SOLVE.name(),
                                stored.variant(),
                                schedule.status().name(),
                                schedule.value(),
                                null),
                        json.schedule(schedule));
            }
            return held;
        }));
        if (ended) {
            metrics.ended(status, progress.elapsedS(), progress.gapPercent());
        }
    }
}
