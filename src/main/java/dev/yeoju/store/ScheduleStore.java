package dev.yeoju.store;

import static dev.yeoju.store.Rows.instant;
import static dev.yeoju.store.Rows.instantOrNull;
import static dev.yeoju.store.Rows.time;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Keeps schedules. A deleted one is not found any more. */
@Repository
public class ScheduleStore {
    private static final String COLUMNS = "id, problem, owner, status, created_at, started_at, finished_at, error, job,"
            + " time_limit, step_limit, seed, queue_tag, stop_requested, elapsed_s, fraction, steps, best_value,"
            + " bound, gap_percent, version, last_event, variant, head, proof, published";

    private static final String SEEN =
            " and exists (select 1 from schedule_missions m where m.schedule_id = id) and not"
                    + " exists (select 1 from schedule_missions m where m.schedule_id = id and m.mission not in (:missions))";

    private final JdbcClient jdbc;

    public ScheduleStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A new schedule. */
    @Transactional
    public void insert(StoredSchedule schedule, Collection<String> tags, Collection<String> missions) {
        StoredProgress progress = schedule.progress();
        StoredSolve solve = schedule.solve();
        jdbc.sql("insert into schedules (" + COLUMNS
                        + ") values (:id, :problem, :owner, :status, :createdAt, :startedAt,"
                        + " :finishedAt, :error, :job, :timeLimit, :stepLimit, :seed, :queueTag, :stopRequested,"
                        + " :elapsedS, :fraction, :steps, :value, :bound, :gapPercent, :version, :lastEvent, :variant,"
                        + " :head, :proof, :published)")
                .param("id", schedule.id())
                .param("problem", schedule.problem())
                .param("owner", schedule.owner())
                .param("status", schedule.status())
                .param("createdAt", time(schedule.createdAt()))
                .param("startedAt", time(schedule.startedAt()))
                .param("finishedAt", time(schedule.finishedAt()))
                .param("error", schedule.error())
                .param("job", solve.job())
                .param("timeLimit", solve.timeLimit())
                .param("stepLimit", solve.stepLimit())
                .param("seed", solve.seed())
                .param("queueTag", solve.queueTag())
                .param("stopRequested", solve.stopRequested())
                .param("elapsedS", progress.elapsedS())
                .param("fraction", progress.fraction())
                .param("steps", progress.steps())
                .param("value", progress.value())
                .param("bound", progress.bound())
                .param("gapPercent", progress.gapPercent())
                .param("version", schedule.version())
                .param("lastEvent", schedule.lastEvent())
                .param("variant", schedule.variant())
                .param("head", schedule.head())
                .param("proof", schedule.proof())
                .param("published", schedule.published())
                .update();
        for (String tag : new LinkedHashSet<>(tags)) {
            jdbc.sql("insert into schedule_tags (schedule_id, tag) values (:id, :tag)")
                    .param("id", schedule.id())
                    .param("tag", tag)
                    .update();
        }
        for (String mission : new LinkedHashSet<>(missions)) {
            jdbc.sql("insert into schedule_missions (schedule_id, mission) values (:id, :mission)")
                    .param("id", schedule.id())
                    .param("mission", mission)
                    .update();
        }
    }

    public Optional<StoredSchedule> find(String id) {
        return jdbc.sql("select " + COLUMNS + " from schedules where id = :id and deleted_at is null")
                .param("id", id)
                .query(ScheduleStore::row)
                .optional();
    }

    /** Those of these ids that there are, deleted ones among them. */
    public List<StoredSchedule> findAll(Collection<String> ids) {
        return ids.isEmpty()
                ? List.of()
                : jdbc.sql("select " + COLUMNS + " from schedules where id in (:ids)")
                        .param("ids", ids)
                        .query(ScheduleStore::row)
                        .list();
    }

    /** The missions that it is about. */
    public List<String> missions(String id) {
        return jdbc.sql("select mission from schedule_missions where schedule_id = :id order by mission")
                .param("id", id)
                .query((rs, row) -> rs.getString(1))
                .list();
    }

    /** Whether any schedule is about a mission. */
    public boolean isAbout(String mission) {
        return jdbc.sql("select count(*) from schedule_missions m join schedules s on s.id = m.schedule_id"
                                + " where m.mission = :mission and s.deleted_at is null")
                        .param("mission", mission)
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** Schedules about a mission that are published, those published last first. */
    public List<StoredSchedule> published(String mission) {
        return jdbc.sql("select " + COLUMNS + " from schedules where published is not null and deleted_at is null"
                        + " and exists (select 1 from schedule_missions m where m.schedule_id = id"
                        + " and m.mission = :mission) order by (select max(p.created_at) from publications p"
                        + " where p.schedule_id = id) desc, id")
                .param("mission", mission)
                .query(ScheduleStore::row)
                .list();
    }

    /** Schedules in any of these states, oldest first. */
    public List<StoredSchedule> inStates(Collection<String> states) {
        return jdbc.sql("select " + COLUMNS
                        + " from schedules where status in (:states) and deleted_at is null order by created_at, id")
                .param("states", states)
                .query(ScheduleStore::row)
                .list();
    }

    /** Whether no schedule was ever made. */
    public boolean isEmpty() {
        return jdbc.sql("select count(*) from schedules").query(Long.class).single() == 0;
    }

    /**
     * A page, newest first.
     *
     * @param status only these, or null for all
     * @param tag only those with it, or null for all
     * @param missions only those about none but these, or null for all
     * @param cursor where the page before ended, or null for the first page
     * @return empty when the cursor is none that was given out
     */
    public Optional<SchedulePage> page(
            @Nullable String status,
            @Nullable String tag,
            @Nullable Collection<String> missions,
            @Nullable String cursor,
            int size) {
        Optional<Cursor> after = cursor == null ? Optional.empty() : Cursor.decode(cursor);
        if (cursor != null && after.isEmpty()) {
            return Optional.empty();
        }
        StringBuilder sql = new StringBuilder("select " + COLUMNS + " from schedules where deleted_at is null");
        if (status != null) {
            sql.append(" and status = :status");
        }
        if (tag != null) {
            sql.append(" and exists (select 1 from schedule_tags t where t.schedule_id = id and t.tag = :tag)");
        }
        if (missions != null) {
            sql.append(SEEN);
        }
        if (after.isPresent()) {
            sql.append(" and (created_at < :createdAt or (created_at = :createdAt and id < :after))");
        }
        sql.append(" order by created_at desc, id desc limit :size");
        JdbcClient.StatementSpec query = jdbc.sql(sql.toString()).param("size", size + 1);
        if (status != null) {
            query = query.param("status", status);
        }
        if (tag != null) {
            query = query.param("tag", tag);
        }
        if (missions != null) {
            query = query.param("missions", missions);
        }
        if (after.isPresent()) {
            query = query.param("createdAt", time(after.get().createdAt()))
                    .param("after", after.get().id());
        }
        List<StoredSchedule> found = query.query(ScheduleStore::row).list();
        if (found.size() <= size) {
            return Optional.of(new SchedulePage(found, null));
        }
        List<StoredSchedule> items = found.subList(0, size);
        StoredSchedule last = items.get(size - 1);
        return Optional.of(new SchedulePage(items, new Cursor(last.createdAt(), last.id()).encoded()));
    }

    /**
     * Makes a revision the present one; false when the schedule has changed since it was read.
     *
     * @param seen the schedule as it was read
     * @param progress that a list shows of it from now on
     */
    public boolean moveHead(
            StoredSchedule seen, int head, int variant, @Nullable Integer proof, StoredProgress progress) {
        return jdbc.sql("update schedules set head = :head, variant = :variant, proof = :proof, best_value = :value,"
                                + " bound = :bound, gap_percent = :gapPercent, version = version + 1,"
                                + " last_event = last_event + 1 where id = :id and version = :version"
                                + " and deleted_at is null")
                        .param("head", head)
                        .param("variant", variant)
                        .param("proof", proof)
                        .param("value", progress.value())
                        .param("bound", progress.bound())
                        .param("gapPercent", progress.gapPercent())
                        .param("id", seen.id())
                        .param("version", seen.version())
                        .update()
                == 1;
    }

    /** Makes a revision the published one; false when the schedule has changed since it was read. */
    public boolean publish(StoredSchedule seen, int revision) {
        return jdbc.sql("update schedules set published = :revision, version = version + 1 where id = :id"
                                + " and version = :version and deleted_at is null")
                        .param("revision", revision)
                        .param("id", seen.id())
                        .param("version", seen.version())
                        .update()
                == 1;
    }

    /** Marks it deleted; false when there is none such. */
    public boolean delete(String id, Instant at) {
        return jdbc.sql("update schedules set deleted_at = :at, stop_requested = true, version = version + 1"
                                + " where id = :id and deleted_at is null")
                        .param("at", time(at))
                        .param("id", id)
                        .update()
                == 1;
    }

    static StoredSchedule row(ResultSet rs, int number) throws SQLException {
        return new StoredSchedule(
                rs.getString("id"),
                rs.getString("problem"),
                rs.getString("owner"),
                rs.getString("status"),
                instant(rs, "created_at"),
                instantOrNull(rs, "started_at"),
                instantOrNull(rs, "finished_at"),
                rs.getString("error"),
                new StoredSolve(
                        rs.getInt("job"),
                        rs.getString("time_limit"),
                        rs.getObject("step_limit", Long.class),
                        rs.getObject("seed", Long.class),
                        rs.getLong("queue_tag"),
                        rs.getBoolean("stop_requested")),
                new StoredProgress(
                        rs.getDouble("elapsed_s"),
                        rs.getDouble("fraction"),
                        rs.getLong("steps"),
                        rs.getObject("best_value", Double.class),
                        rs.getObject("bound", Double.class),
                        rs.getObject("gap_percent", Double.class)),
                rs.getLong("version"),
                rs.getLong("last_event"),
                rs.getInt("variant"),
                rs.getInt("head"),
                rs.getObject("proof", Integer.class),
                rs.getObject("published", Integer.class));
    }
}
