package dev.yeoju.service;

import dev.yeoju.model.Schedule;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stands between a solve and those who follow it: the solve says what it has as often as it likes, followers hear of it
 * twice a second, and the store every few seconds.
 */
final class SolveReporter implements SolveListener, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SolveReporter.class);
    private static final long PERIOD_MS = 500;
    /** Every so many periods the best schedule is stored. */
    private static final int CHECKPOINT_PERIODS = 6;

    private final Job job;
    private final BiConsumer<Progress, Schedule> checkpoint;
    private final ScheduledExecutorService timer;
    private final AtomicReference<@Nullable Supplier<Schedule>> newest = new AtomicReference<>();
    private volatile Progress progress = Progress.NONE;
    private Progress told = Progress.NONE;
    private @Nullable Schedule unsaved;
    private int periods;

    SolveReporter(Job job, BiConsumer<Progress, Schedule> checkpoint) {
        this.job = job;
        this.checkpoint = checkpoint;
        this.timer = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "solve-reporter");
            thread.setDaemon(true);
            return thread;
        });
        timer.scheduleWithFixedDelay(this::report, PERIOD_MS / 5, PERIOD_MS, TimeUnit.MILLISECONDS);
    }

    @Override
    public void progress(Progress now) {
        progress = now;
    }

    @Override
    public void improved(Supplier<Schedule> best) {
        newest.set(best);
    }

    /** The last progress that the solve told. */
    Progress last() {
        return progress;
    }

    private void report() {
        try {
            Supplier<Schedule> best = newest.getAndSet(null);
            Progress now = progress;
            if (best != null) {
                Schedule schedule = best.get();
                job.improved(now, schedule);
                told = now;
                // The first one is stored at once.
                if (unsaved == null && periods == 0) {
                    periods = CHECKPOINT_PERIODS;
                }
                unsaved = schedule;
            } else if (!now.equals(told)) {
                job.progressed(now);
                told = now;
            }
            if (unsaved != null && ++periods > CHECKPOINT_PERIODS) {
                checkpoint.accept(now, unsaved);
                unsaved = null;
                periods = 1;
            }
        } catch (RuntimeException e) {
            // The solve goes on: its end is stored all the same.
            LOG.warn("Progress of schedule {} could not be reported", job.id(), e);
        }
    }

    /** Reports no more; what is being reported is finished first. */
    @Override
    public void close() {
        timer.shutdown();
        try {
            timer.awaitTermination(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
