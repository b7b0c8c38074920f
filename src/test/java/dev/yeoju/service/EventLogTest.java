package dev.yeoju.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class EventLogTest {
    private static JobEvent status(JobStatus status) {
        return new JobEvent.Status(view(status));
    }

    private static StatusView view(JobStatus status) {
        return new StatusView(
                "id",
                status,
                Instant.parse("2026-11-23T00:00:00Z"),
                null,
                null,
                null,
                "PT1S",
                Progress.NONE,
                List.of());
    }

    @Test
    void idsGoOnWhereTheyEnded() {
        EventLog log = new EventLog(41);
        log.publish(status(JobStatus.QUEUED));

        assertThat(log.lastId()).isEqualTo(42);
        assertThat(log.after(0)).extracting(EventLog.Entry::id).containsExactly(42L);
    }

    @Test
    void whoWasAwayHearsTheNewestOfEachKindOnce() {
        EventLog log = new EventLog(0);
        log.publish(status(JobStatus.QUEUED));
        log.publish(status(JobStatus.VISIBILITY));
        log.publish(status(JobStatus.SOLVING));

        assertThat(log.after(0)).containsExactly(new EventLog.Entry(3, status(JobStatus.SOLVING)));
        assertThat(log.after(2)).hasSize(1);
        assertThat(log.after(3)).isEmpty();
    }

    @Test
    void afterTheEndThereIsTheEndAlone() {
        EventLog log = new EventLog(0);
        log.publish(status(JobStatus.SOLVING));
        log.publish(new JobEvent.End(view(JobStatus.SOLVED)));
        log.publish(status(JobStatus.SOLVING));

        assertThat(log.after(0)).containsExactly(new EventLog.Entry(2, new JobEvent.End(view(JobStatus.SOLVED))));
        assertThat(log.after(2)).hasSize(1);
        assertThat(log.lastId()).isEqualTo(2);
    }

    @Test
    void followersAreCalledUntilTheyLeave() {
        EventLog log = new EventLog(0);
        AtomicInteger calls = new AtomicInteger();
        Runnable follower = calls::incrementAndGet;
        log.follow(follower);
        log.publish(status(JobStatus.QUEUED));
        log.unfollow(follower);
        log.publish(status(JobStatus.SOLVING));

        assertThat(calls).hasValue(1);
    }
}
