package dev.yeoju.service;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient.ScheduleOptions;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.FailureHandler.OnFailureRetryLater;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import dev.yeoju.store.TaskStore;
import java.time.Duration;
import java.time.InstantSource;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.stereotype.Component;

/**
 * Changes that wait for a node to answer them, in the store. They have a queue of their own: a planner who asks what an
 * outage does waits seconds, however many solves wait for minutes.
 */
@Component
class ReplanQueue implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(ReplanQueue.class);
    private static final Duration RETRY = Duration.ofSeconds(1);

    private final NodeIdentity node;
    private final ReplanRunner runner;
    private final OneTimeTask<Void> task;
    private final Scheduler scheduler;
    private final InstantSource clock;
    private volatile boolean running;

    ReplanQueue(
            DataSource store,
            NodeIdentity node,
            ReplanRunner runner,
            InstantSource clock,
            @Value("${db-scheduler.polling-interval}") Duration polling,
            @Value("${db-scheduler.heartbeat-interval}") Duration heartbeat,
            @Value("${db-scheduler.missed-heartbeats-limit}") int missedHeartbeats,
            @Value("${db-scheduler.shutdown-max-wait}") Duration shutdown) {
        this.node = node;
        this.runner = runner;
        this.clock = clock;
        task = Tasks.oneTime("replan")
                .onDeadExecutionRevive()
                .onFailure(new OnFailureRetryLater<>(RETRY))
                .execute((turn, context) -> runner.run(turn.getId()));
        scheduler = Scheduler.create(new TransactionAwareDataSourceProxy(store), task)
                .tableName(TaskStore.REPLANS)
                .schedulerName(new SchedulerName.Fixed(node.name()))
                .threads(1)
                .pollingInterval(polling)
                .heartbeatInterval(heartbeat)
                .missedHeartbeatsLimit(missedHeartbeats)
                .shutdownMaxWait(shutdown)
                .failureLogging(LogLevel.OFF, false)
                .build();
    }

    /** Adds one, within the caller's transaction. */
    void add(String replanId) {
        scheduler.schedule(task.instance(replanId), clock.instant(), ScheduleOptions.WHEN_EXISTS_DO_NOTHING);
    }

    /** Has this node look for work now rather than a little later; called after the transaction. */
    void look() {
        if (running && node.solves()) {
            scheduler.triggerCheckForDueExecutions();
        }
    }

    /** One that nobody wants any more ends soon, where this node works on it. */
    void drop(String replanId) {
        runner.running().stop(replanId);
    }

    @Override
    public void start() {
        if (node.solves()) {
            scheduler.start();
        }
        running = true;
    }

    /** What is worked on begins anew elsewhere, or here after the next start. */
    @Override
    public void stop() {
        running = false;
        if (!node.solves()) {
            return;
        }
        scheduler.pause();
        runner.running().stopAll();
        // It waits for what runs, as long as its limit says.
        scheduler.stop();
        if (runner.running().count() > 0) {
            LOG.warn("A replanning did not end in time; it begins anew after the next start");
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
