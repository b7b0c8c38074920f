package dev.yeoju.service;

import dev.yeoju.model.Schedule;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stands between a solve and the store, through which all who follow it hear of it: the solve says what it has as often
 * as it likes, the store hears of its progress twice a second, and of a better schedule at most every two seconds.
 */
final class SolveReporter implements SolveListener, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SolveReporter.class);
    private static final long PERIOD_MS = 500;
    /** So many periods lie between two checkpoints at least. */
    private static final int CHECKPOINT_PERIODS = 4;

    private final LeasedSolve solve;
    private final InstanceJson json;
    private final ScheduledExecutorService timer;
    private final AtomicReference<@Nullable Supplier<Schedule>> newest = new AtomicReference<>();
    private volatile Progress progress = Progress.NONE;
    private volatile Progress before = Progress.NONE;
    /** Touched by the timer's thread alone, as what follows. */
    private Progress told = Progress.NONE;

    private int periods = CHECKPOINT_PERIODS;

    SolveReporter(LeasedSolve solve, InstanceJson json) {
        this.solve = solve;
        this.json = json;
        this.timer = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "solve-reporter");
            thread.setDaemon(true);
            return thread;
        });
        timer.scheduleWithFixedDelay(this::report, PERIOD_MS / 5, PERIOD_MS, TimeUnit.MILLISECONDS);
    }

    /**
     * The solve goes on where a former attempt was cut off.
     *
     * @param former how far that came
     * @param checkpointed whether its best is kept: then only a better one is worth a checkpoint
     */
    void resume(Progress former, boolean checkpointed) {
        before = checkpointed ? former : new Progress(former.elapsedS(), 0, 0, null, null, null);
        progress = before;
    }

    @Override
    public void progress(Progress now) {
        Progress earlier = before;
        double elapsedS = earlier.elapsedS() + now.elapsedS();
        double left = now.fraction() <= 0 ? 0 : now.elapsedS() / now.fraction();
        double fraction = earlier.elapsedS() <= 0 ? now.fraction() : elapsedS / (earlier.elapsedS() + left);
        progress = new Progress(
                elapsedS,
                Math.min(1, fraction),
                earlier.steps() + now.steps(),
                greater(now.value(), earlier.value()),
                now.bound() == null ? earlier.bound() : now.bound(),
                now.gapPercent() == null ? earlier.gapPercent() : now.gapPercent());
    }

    private static @Nullable Double greater(@Nullable Double a, @Nullable Double b) {
        return a == null ? b : b == null ? a : (Double) Math.max(a, b);
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
            solve.look();
            if (solve.isLost()) {
                return;
            }
            Progress now = progress;
            periods++;
            Supplier<Schedule> best = periods > CHECKPOINT_PERIODS ? newest.getAndSet(null) : null;
            if (best != null) {
                Schedule schedule = best.get();
                periods = 1;
                Double kept = before.value();
                if (kept == null || schedule.value() > kept) {
                    solve.checkpoint(now, json.schedule(schedule));
                    told = now;
                    return;
                }
            }
            if (!now.equals(told)) {
                solve.progress(now);
                told = now;
            }
        } catch (RuntimeException e) {
            // The solve goes on: its end is stored all the same.
            LOG.warn(
                    "Progress of schedule {} could not be stored: {}",
                    solve.schedule().id(),
                    e.getMessage());
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
