package dev.yeoju.service;

import dev.yeoju.model.Schedule;
import dev.yeoju.store.StoredProgress;
import dev.yeoju.store.StoredSchedule;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A solve that waits or runs, in memory: what it does right now, and who is told. Safe to share between threads. */
final class Job {
    private final String id;
    private final Instant createdAt;
    private final String timeLimit;
    private final EventLog events;
    private final StopSignal stop = new StopSignal();
    private JobStatus status = JobStatus.QUEUED;
    private @Nullable Instant startedAt;
    private @Nullable Instant finishedAt;
    private @Nullable String error;
    private Progress progress = Progress.NONE;
    private List<String> warnings;
    private @Nullable Schedule best;

    Job(StoredSchedule stored, List<String> warnings) {
        this.id = stored.id();
        this.createdAt = stored.createdAt();
        this.timeLimit = stored.timeLimit();
        this.events = new EventLog(stored.lastEvent());
        this.warnings = List.copyOf(warnings);
        events.publish(new JobEvent.Status(view()));
    }

    String id() {
        return id;
    }

    EventLog events() {
        return events;
    }

    /** Asks the solve to end soon with the best it has. */
    void stop() {
        stop.stop();
    }

    StopSignal stopSignal() {
        return stop;
    }

    boolean isStopped() {
        return stop.isStopped();
    }

    synchronized StatusView view() {
        return new StatusView(id, status, createdAt, startedAt, finishedAt, error, timeLimit, progress, warnings);
    }

    /** The best schedule so far. */
    synchronized Optional<Schedule> best() {
        return Optional.ofNullable(best);
    }

    void started(Instant at) {
        synchronized (this) {
            status = JobStatus.VISIBILITY;
            startedAt = at;
        }
        events.publish(new JobEvent.Status(view()));
    }

    void prepared(List<String> known) {
        synchronized (this) {
            status = JobStatus.SOLVING;
            warnings = List.copyOf(known);
        }
        events.publish(new JobEvent.Status(view()));
    }

    void progressed(Progress now) {
        synchronized (this) {
            progress = now;
        }
        events.publish(new JobEvent.Status(view()));
    }

    void improved(Progress now, Schedule schedule) {
        synchronized (this) {
            progress = now;
            best = schedule;
        }
        events.publish(new JobEvent.Improvement(now, schedule));
    }

    /** Nothing more happens; tells so once that is stored. */
    StatusView finished(JobStatus how, Instant at, @Nullable String why, Progress last, @Nullable Schedule result) {
        synchronized (this) {
            status = how;
            finishedAt = at;
            error = why;
            progress = last;
            best = result;
        }
        return view();
    }

    synchronized Progress progress() {
        return progress;
    }

    static StoredProgress stored(Progress progress) {
        return new StoredProgress(
                progress.elapsedS(),
                progress.fraction(),
                progress.steps(),
                progress.value(),
                progress.bound(),
                progress.gapPercent());
    }
}
