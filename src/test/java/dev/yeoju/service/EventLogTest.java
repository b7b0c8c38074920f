package dev.yeoju.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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
                List.of(),
                "ann",
                0,
                null);
    }

    private static final class Watched implements EventLog.Watch {
        private final Set<EventLog> followed = new HashSet<>();

        @Override
        public void follow(EventLog log) {
            followed.add(log);
        }

        @Override
        public void unfollow(EventLog log) {
            followed.remove(log);
        }
    }

    private final Watched watched = new Watched();
    private final EventLog log = new EventLog("id", watched);

    @Test
    void whoWasAwayHearsTheNewestOfEachKindOnce() {
        log.publish(41, status(JobStatus.QUEUED));
        log.publish(42, status(JobStatus.VISIBILITY));
        log.publish(44, status(JobStatus.SOLVING));
        log.publish(43, new JobEvent.Improvement(Progress.NONE, "{}"));

        assertThat(log.after(0))
                .containsExactly(
                        new EventLog.Entry(43, new JobEvent.Improvement(Progress.NONE, "{}")),
                        new EventLog.Entry(44, status(JobStatus.SOLVING)));
        assertThat(log.after(43)).hasSize(1);
        assertThat(log.after(44)).isEmpty();
        assertThat(log.newest()).isEqualTo(44);
        assertThat(log.newestImprovement()).isEqualTo(43);
    }

    @Test
    void whatWasToldBeforeIsNotToldAgain() {
        AtomicInteger calls = new AtomicInteger();
        log.follow(calls::incrementAndGet);
        log.publish(7, status(JobStatus.SOLVING));
        log.publish(7, status(JobStatus.SOLVING));
        log.publish(6, status(JobStatus.VISIBILITY));

        assertThat(calls).hasValue(1);
        assertThat(log.after(0)).containsExactly(new EventLog.Entry(7, status(JobStatus.SOLVING)));
    }

    @Test
    void afterTheEndThereIsTheEndAlone() {
        log.publish(1, status(JobStatus.SOLVING));
        log.publish(2, new JobEvent.End(view(JobStatus.SOLVED)));
        log.publish(3, status(JobStatus.SOLVING));

        assertThat(log.after(0)).containsExactly(new EventLog.Entry(2, new JobEvent.End(view(JobStatus.SOLVED))));
        assertThat(log.after(2)).hasSize(1);
        assertThat(log.isEnded()).isTrue();
    }

    @Test
    void followersAreCalledUntilTheyLeave() {
        AtomicInteger calls = new AtomicInteger();
        log.follow(calls::incrementAndGet);
        assertThat(watched.followed).containsExactly(log);
        log.publish(1, status(JobStatus.QUEUED));
        log.unfollow();
        log.publish(2, status(JobStatus.SOLVING));

        assertThat(calls).hasValue(1);
        assertThat(watched.followed).isEmpty();
    }
}
