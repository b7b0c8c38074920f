package dev.yeoju.service;

import com.github.kagkarlsson.scheduler.Scheduler;
import dev.yeoju.store.ScheduleStore;
import dev.yeoju.store.StoredSchedule;
import dev.yeoju.store.TaskStore;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Works on solves as long as this node runs, if it is one that solves. */
@Component
class SolveWorker implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(SolveWorker.class);
    private static final long STEP_MS = 20;
    private static final long STEPS = 8_000 / STEP_MS;

    private final NodeIdentity node;
    private final Scheduler scheduler;
    private final SolveQueue queue;
    private final RunningSolves solves;
    private final ScheduleStore schedules;
    private final TaskStore tasks;
    private volatile boolean running;

    SolveWorker(
            NodeIdentity node,
            Scheduler scheduler,
            SolveQueue queue,
            RunningSolves solves,
            ScheduleStore schedules,
            TaskStore tasks) {
        this.node = node;
        this.scheduler = scheduler;
        this.queue = queue;
        this.solves = solves;
        this.schedules = schedules;
        this.tasks = tasks;
    }

    @Override
    public void start() {
        if (node.solves()) {
            // No other process can have the embedded store: whoever had taken these is dead.
            tasks.releaseIfAlone();
            for (StoredSchedule open : schedules.inStates(
                    List.of(JobStatus.QUEUED.name(), JobStatus.VISIBILITY.name(), JobStatus.SOLVING.name()))) {
                queue.add(open.id(), open.solve());
            }
            scheduler.start();
        }
        running = true;
    }

    /** Running solves keep their best and go on elsewhere, or here after the next start. */
    @Override
    public void stop() {
        running = false;
        if (!node.solves()) {
            return;
        }
        scheduler.pause();
        solves.stopAll();
        try {
            for (int step = 0; step < STEPS && solves.count() > 0; step++) {
                Thread.sleep(STEP_MS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (solves.count() > 0) {
            LOG.warn("A solve did not end in time; it goes on from its last checkpoint after the next start");
        }
        scheduler.stop();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before {@link ReplanQueue}, which is last: what it takes must have been given back by then. */
    @Override
    public int getPhase() {
        return DEFAULT_PHASE - 1;
    }
}
