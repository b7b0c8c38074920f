package dev.yeoju.service;

import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.boot.config.DbSchedulerCustomizer;
import com.github.kagkarlsson.scheduler.boot.config.DbSchedulerStarter;
import com.github.kagkarlsson.scheduler.task.FailureHandler.OnFailureRetryLater;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What db-scheduler is told of solves. */
@Configuration(proxyBeanMethods = false)
class SolveTasks {
    private static final Duration RETRY = Duration.ofSeconds(1);

    /** A solve. One whose node died, or ended before it was done, is taken up again. */
    @Bean
    OneTimeTask<Void> solveTask(JobRunner runner) {
        return Tasks.oneTime("solve")
                .onDeadExecutionRevive()
                .onFailure(new OnFailureRetryLater<>(RETRY))
                .execute((turn, context) -> runner.run(SolveQueue.Turn.parse(turn.getId())));
    }

    /** Every process has a name of its own: after a restart, what the former one had taken is not its own. */
    @Bean
    DbSchedulerCustomizer nodeName(NodeIdentity node) {
        return new DbSchedulerCustomizer() {
            @Override
            public Optional<SchedulerName> schedulerName() {
                return Optional.of(new SchedulerName.Fixed(node.name()));
            }
        };
    }

    /** {@link SolveWorker} starts it, on nodes that work. */
    @Bean
    DbSchedulerStarter starter() {
        return () -> {};
    }
}
