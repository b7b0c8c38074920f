package dev.yeoju.store;

import static dev.yeoju.store.Rows.time;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps how far solves are. Whoever works on one holds its lease, and writes only as long as it does: one that was
 * taken for dead and is not finds that nothing of what it writes is taken any more.
 */
@Repository
public class SolveStore {
    /** A checkpoint: the best schedule so far, JSON, and the event that told of it. */
    public record Checkpoint(long event, String body) {}

    private static final String OPEN = " status in ('QUEUED', 'VISIBILITY', 'SOLVING')";
    private static final String TELL = " version = version + 1, last_event = last_event + 1";
    private static final String HELD = " where id = :id and lease = :lease and deleted_at is null";

    private final JdbcClient jdbc;

    public SolveStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How many solves wait. */
    public int waiting() {
        return jdbc.sql("select count(*) from schedules where status = 'QUEUED' and deleted_at is null")
                .query(Integer.class)
                .single();
    }

    /** How many solves of an owner wait. */
    public int waiting(String owner) {
        return jdbc.sql("select count(*) from schedules where status = 'QUEUED' and deleted_at is null"
                        + " and owner = :owner")
                .param("owner", owner)
                .query(Integer.class)
                .single();
    }

    /**
     * The place in the queue of an owner's next solve: behind their own that are not over, level with the one whose turn
     * came last otherwise. Owners then take turns, however many solves each of them has waiting (start-time fair
     * queueing with equal weights).
     */
    public long nextQueueTag(String owner) {
        long now = jdbc.sql("select coalesce(max(queue_tag), 0) from schedules where started_at is not null")
                .query(Long.class)
                .single();
        Long own = jdbc.sql("select max(queue_tag) + 1 from schedules where owner = :owner and deleted_at is null and"
                        + OPEN)
                .param("owner", owner)
                .query((rs, row) -> rs.getObject(1, Long.class))
                .optional()
                .orElse(null);
        return own == null ? now : Math.max(now, own);
    }

    /** Queues one more solve of a schedule; false when the schedule has changed since it was read. */
    public boolean requeue(StoredSchedule seen, StoredSolve solve) {
        return jdbc.sql("update schedules set status = 'QUEUED', started_at = null, finished_at = null, error = null,"
                                + " job = :job, time_limit = :timeLimit, step_limit = :stepLimit, seed = :seed,"
                                + " queue_tag = :queueTag, stop_requested = false, lease = null,"
                                + " elapsed_s = 0, fraction = 0, steps = 0,"
                                + TELL + " where id = :id and version = :version and deleted_at is null and not"
                                + OPEN)
                        .param("job", solve.job())
                        .param("timeLimit", solve.timeLimit())
                        .param("stepLimit", solve.stepLimit())
                        .param("seed", solve.seed())
                        .param("queueTag", solve.queueTag())
                        .param("id", seen.id())
                        .param("version", seen.version())
                        .update()
                == 1;
    }

    /** Takes a solve over for work, from whoever had it before; false when it is over or another one's turn has come. */
    public boolean claim(String id, int job, String lease, Instant at) {
        return jdbc.sql("update schedules set lease = :lease, status = 'VISIBILITY',"
                                + " started_at = coalesce(started_at, cast(:at as timestamp(6) with time zone)),"
                                + TELL + " where id = :id and job = :job and deleted_at is null and" + OPEN)
                        .param("lease", lease)
                        .param("at", time(at))
                        .param("id", id)
                        .param("job", job)
                        .update()
                == 1;
    }

    /** Its view periods are known; false when the lease is lost. */
    public boolean search(String id, String lease) {
        return jdbc.sql("update schedules set status = 'SOLVING'," + TELL + HELD)
                        .param("id", id)
                        .param("lease", lease)
                        .update()
                == 1;
    }

    /** How far it is; false when the lease is lost. */
    public boolean progress(String id, String lease, StoredProgress progress) {
        return progressed(id, lease, progress);
    }

    /** The best schedule so far, JSON, in place of the one before; false when the lease is lost. */
    @Transactional
    public boolean checkpoint(String id, String lease, StoredProgress progress, String body) {
        if (!progressed(id, lease, progress)) {
            return false;
        }
        int updated = jdbc.sql("update checkpoints set body = :body,"
                        + " event = (select s.last_event from schedules s where s.id = :id) where schedule_id = :id")
                .param("id", id)
                .param("body", body)
                .update();
        if (updated == 0) {
            jdbc.sql("insert into checkpoints (schedule_id, event, body) values (:id,"
                            + " (select s.last_event from schedules s where s.id = :id), :body)")
                    .param("id", id)
                    .param("body", body)
                    .update();
        }
        return true;
    }

    private boolean progressed(String id, String lease, StoredProgress progress) {
        return withProgress(
                                "update schedules set elapsed_s = :elapsedS, fraction = :fraction, steps = :steps,"
                                        + " best_value = :value, bound = :bound, gap_percent = :gapPercent," + TELL
                                        + HELD,
                                progress)
                        .param("id", id)
                        .param("lease", lease)
                        .update()
                == 1;
    }

    private JdbcClient.StatementSpec withProgress(String sql, StoredProgress progress) {
        return jdbc.sql(sql)
                .param("elapsedS", progress.elapsedS())
                .param("fraction", progress.fraction())
                .param("steps", progress.steps())
                .param("value", progress.value())
                .param("bound", progress.bound())
                .param("gapPercent", progress.gapPercent());
    }

    /**
     * It is over; its checkpoint is no longer needed. False when the lease is lost.
     *
     * @param head the present revision from now on
     * @param variant of the problem that it answers
     * @param proof the revision whose bound holds, or null
     */
    @Transactional
    public boolean finish(
            String id,
            String lease,
            String status,
            Instant at,
            @Nullable String error,
            StoredProgress progress,
            int head,
            int variant,
            @Nullable Integer proof) {
        boolean finished = withProgress(
                                "update schedules set status = :status, finished_at = :at, error = :error,"
                                        + " elapsed_s = :elapsedS, fraction = :fraction, steps = :steps, best_value = :value,"
                                        + " bound = :bound, gap_percent = :gapPercent, head = :head, variant = :variant,"
                                        + " proof = :proof, lease = null," + TELL + HELD,
                                progress)
                        .param("status", status)
                        .param("at", time(at))
                        .param("error", error)
                        .param("head", head)
                        .param("variant", variant)
                        .param("proof", proof)
                        .param("id", id)
                        .param("lease", lease)
                        .update()
                == 1;
        if (finished) {
            deleteCheckpoint(id);
        }
        return finished;
    }

    /**
     * Ends one whose turn has not come; false when it has changed since it was read. Its checkpoint, from before it was handed
     * back, is no longer needed.
     *
     * @param error why it has no schedule, or null where it has one
     * @param head the present revision from now on
     * @param proof the revision whose bound holds, or null
     */
    @Transactional
    public boolean stopWaiting(
            StoredSchedule seen, Instant at, @Nullable String error, int head, @Nullable Integer proof) {
        boolean ended = jdbc.sql("update schedules set status = 'STOPPED', finished_at = :at, error = :error,"
                                + " stop_requested = true, head = :head, proof = :proof," + TELL
                                + " where id = :id and version = :version and status = 'QUEUED' and lease is null"
                                + " and deleted_at is null")
                        .param("at", time(at))
                        .param("error", error)
                        .param("head", head)
                        .param("proof", proof)
                        .param("id", seen.id())
                        .param("version", seen.version())
                        .update()
                == 1;
        if (ended) {
            deleteCheckpoint(seen.id());
        }
        return ended;
    }

    /** Asks whoever works on it to end. */
    public void requestStop(String id) {
        jdbc.sql("update schedules set stop_requested = true where id = :id and" + OPEN)
                .param("id", id)
                .update();
    }

    /** Whether somebody asked it to end; empty when the lease is lost. */
    public Optional<Boolean> stopRequested(String id, String lease) {
        return jdbc.sql("select stop_requested from schedules" + HELD)
                .param("id", id)
                .param("lease", lease)
                .query((rs, row) -> rs.getBoolean(1))
                .optional();
    }

    /** Gives the lease back: the solve waits for whoever takes it up again. */
    public void release(String id, String lease) {
        jdbc.sql("update schedules set status = 'QUEUED', lease = null," + TELL + HELD)
                .param("id", id)
                .param("lease", lease)
                .update();
    }

    /** The best schedule of a solve that is not over. */
    public Optional<Checkpoint> checkpoint(String id) {
        return jdbc.sql("select event, body from checkpoints where schedule_id = :id")
                .param("id", id)
                .query((rs, row) -> new Checkpoint(rs.getLong(1), rs.getString(2)))
                .optional();
    }

    /** The events that told of checkpoints, by schedule id. */
    public Map<String, Long> checkpointEvents(Collection<String> ids) {
        Map<String, Long> events = new HashMap<>();
        if (!ids.isEmpty()) {
            jdbc.sql("select schedule_id, event from checkpoints where schedule_id in (:ids)")
                    .param("ids", List.copyOf(ids))
                    .query(rs -> {
                        events.put(rs.getString(1), rs.getLong(2));
                    });
        }
        return events;
    }

    private void deleteCheckpoint(String id) {
        jdbc.sql("delete from checkpoints where schedule_id = :id")
                .param("id", id)
                .update();
    }
}
