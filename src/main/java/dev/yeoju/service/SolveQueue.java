package dev.yeoju.service;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient.ScheduleOptions;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import dev.yeoju.store.StoredSolve;
import java.time.InstantSource;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Solves that wait for a node to work on them: in the store, so that they outlive every node. */
@Component
class SolveQueue {
    /** Which solve of which schedule, as the queue names it. */
    record Turn(String scheduleId, int job) {
        String text() {
            return scheduleId + ":" + job;
        }

        static Turn parse(String text) {
            int colon = text.lastIndexOf(':');
            return new Turn(text.substring(0, colon), Integer.parseInt(text.substring(colon + 1)));
        }
    }

    private final Scheduler scheduler;
    private final OneTimeTask<Void> task;
    private final InstantSource clock;

    SolveQueue(@Lazy Scheduler scheduler, OneTimeTask<Void> task, InstantSource clock) {
        this.scheduler = scheduler;
        this.task = task;
        this.clock = clock;
    }

    /** Adds one, within the caller's transaction; one that is in it already stays where it is. */
    void add(String scheduleId, StoredSolve solve) {
        // Higher priorities go first, lower tags do.
        int priority = -Math.toIntExact(solve.queueTag());
        TaskInstance<Void> turn = task.instanceBuilder(new Turn(scheduleId, solve.job()).text())
                .priority(priority)
                .build();
        scheduler.schedule(turn, clock.instant(), ScheduleOptions.WHEN_EXISTS_DO_NOTHING);
    }

    /** Has this node look for work now rather than a little later; called after the transaction. */
    void look() {
        scheduler.triggerCheckForDueExecutions();
    }
}
