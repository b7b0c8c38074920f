package dev.yeoju.service;

import dev.yeoju.exchange.ScheduleJson;
import dev.yeoju.model.Schedule;
import dev.yeoju.store.RevisionStore;
import dev.yeoju.store.SolveStore;
import dev.yeoju.store.StoredRevision;
import dev.yeoju.store.StoredSchedule;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
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

    /** What it had found at its last checkpoint is kept. */
    void failed(LeasedSolve solve, String error, Progress progress) {
        finish(
                solve,
                JobStatus.FAILED,
                error,
                progress,
                checkpoint(solve.schedule()).orElse(null));
    }

    /** It was asked to end before it searched: it ends with its last checkpoint, from before it was taken over. */
    void stopped(LeasedSolve solve, Progress progress) {
        StoredSchedule stored = solve.schedule();
        Optional<Schedule> best = checkpoint(stored);
        finish(
                solve,
                JobStatus.STOPPED,
                best.isPresent() ? null : "It was stopped before it had found a schedule.",
                best.isPresent() ? StatusViews.progress(stored.progress()) : progress,
                best.orElse(null));
    }

    /**
     * Ends one whose turn has not come, or not come again: what it had found before is kept.
     *
     * @return false when its turn has come meanwhile
     */
    boolean stoppedWaiting(StoredSchedule stored) {
        return Boolean.TRUE.equals(transactions.execute(transaction -> {
            Optional<Schedule> best = checkpoint(stored);
            Instant at = now();
            String error = best.isPresent() ? null : "It was stopped before its turn came.";
            int head = best.isPresent() ? stored.head() + 1 : stored.head();
            Integer proof = best.isPresent() ? proof(best.get(), head) : stored.proof();
            boolean ended = solves.stopWaiting(stored, at, error, head, proof);
            if (ended && best.isPresent()) {
                append(stored, head, at, JobStatus.STOPPED, best.get());
            }
            return ended;
        }));
    }

    private Optional<Schedule> checkpoint(StoredSchedule stored) {
        return solves.checkpoint(stored.id())
                .map(found -> ScheduleJson.read(found.body().getBytes(StandardCharsets.UTF_8)));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** The revision whose bound holds: the schedule's own, where it has one. */
    private static @Nullable Integer proof(Schedule schedule, int head) {
        return schedule.bound() == null ? null : (Integer) head;
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
        Instant at = now();
        int head = schedule == null ? stored.head() : stored.head() + 1;
        Integer proof = schedule == null ? stored.proof() : proof(schedule, head);
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
                append(stored, head, at, status, schedule);
            }
            return held;
        }));
        if (ended) {
            metrics.ended(status, progress.elapsedS(), progress.gapPercent());
        }
    }

    private void append(StoredSchedule stored, int head, Instant at, JobStatus status, Schedule schedule) {
        revisions.append(
                stored.id(),
                new StoredRevision(
                        head,
                        at,
                        stored.owner(),
                        reason(status),
                        RevisionKind.SOLVE.name(),
                        stored.variant(),
                        schedule.status().name(),
                        schedule.value(),
                        null),
                json.schedule(schedule));
    }

    private static String reason(JobStatus status) {
        return switch (status) {
            case SOLVED -> "solved";
            case FAILED -> "failed, the best until then";
            default -> "stopped, the best until then";
        };
    }
}
