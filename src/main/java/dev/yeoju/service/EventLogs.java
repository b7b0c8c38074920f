package dev.yeoju.service;

import dev.yeoju.store.ScheduleStore;
import dev.yeoju.store.SolveStore;
import dev.yeoju.store.StoredSchedule;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Tells followers on this node what happens to schedules, whichever node works on them: what is new is looked up in the
 * store, for all followed schedules at once.
 */
@Component
class EventLogs implements EventLog.Watch, SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(EventLogs.class);
    private static final long PERIOD_MS = 250;

    private final ScheduleStore schedules;
    private final SolveStore solves;
    private final StatusViews views;
    private final Set<EventLog> followed = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "event-logs");
        thread.setDaemon(true);
        return thread;
    });
    private volatile boolean running;

    EventLogs(ScheduleStore schedules, SolveStore solves, StatusViews views) {
        this.schedules = schedules;
        this.solves = solves;
        this.views = views;
    }

    /** What there is to tell of a schedule now; more comes once it is followed. */
    EventLog of(StoredSchedule schedule) {
        EventLog log = new EventLog(schedule.id(), this);
        tell(schedule, List.of(log), solves.checkpointEvents(List.of(schedule.id())));
        return log;
    }

    @Override
    public void follow(EventLog log) {
        followed.add(log);
    }

    @Override
    public void unfollow(EventLog log) {
        followed.remove(log);
    }

    private void look() {
        try {
            Map<String, List<EventLog>> logs = followed.stream()
                    .filter(log -> !log.isEnded())
                    .collect(Collectors.groupingBy(EventLog::scheduleId));
            List<StoredSchedule> now = schedules.findAll(logs.keySet());
            Map<String, Long> checkpoints = solves.checkpointEvents(logs.keySet());
            for (StoredSchedule schedule : now) {
                tell(schedule, logs.getOrDefault(schedule.id(), List.of()), checkpoints);
            }
        } catch (RuntimeException e) {
            // The store may be away for a while: followers hear more when it is back.
            LOG.warn("What is new of followed schedules could not be looked up: {}", e.getMessage());
        }
    }

    private void tell(StoredSchedule schedule, List<EventLog> logs, Map<String, Long> checkpoints) {
        JobStatus status = JobStatus.valueOf(schedule.status());
        if (status.isTerminal()) {
            JobEvent end = new JobEvent.End(views.of(schedule));
            logs.forEach(log -> log.publish(schedule.lastEvent(), end));
            return;
        }
        long improved = checkpoints.getOrDefault(schedule.id(), 0L);
        if (logs.stream().anyMatch(log -> log.newestImprovement() < improved)) {
            solves.checkpoint(schedule.id()).ifPresent(checkpoint -> {
                JobEvent better = new JobEvent.Improvement(views.of(schedule).progress(), checkpoint.body());
                logs.forEach(log -> log.publish(checkpoint.event(), better));
            });
        }
        if (logs.stream().anyMatch(log -> log.newest() < schedule.lastEvent())) {
            JobEvent further = new JobEvent.Status(views.of(schedule));
            logs.forEach(log -> log.publish(schedule.lastEvent(), further));
        }
    }

    @Override
    public void start() {
        timer.scheduleWithFixedDelay(this::look, PERIOD_MS, PERIOD_MS, TimeUnit.MILLISECONDS);
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        timer.shutdown();
        try {
            timer.awaitTermination(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** After the streams, which follow. */
    @Override
    public int getPhase() {
        return SmartLifecycle.DEFAULT_PHASE - 768;
    }
}
