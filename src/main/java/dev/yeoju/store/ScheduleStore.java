package dev.yeoju.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Keeps schedules with their problems, and how far their solves came. A deleted one is not found any more. */
@Repository
public class ScheduleStore {
    private static final String COLUMNS = "id, problem, status, created_at, started_at, finished_at, error, time_limit,"
            + " elapsed_s, fraction, steps, best_value, bound, gap_percent, version, last_event";

    private final JdbcClient jdbc;

    public ScheduleStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A new schedule. */
    @Transactional
    public void insert(StoredSchedule schedule, Collection<String> tags, ScheduleTexts texts) {
        StoredProgress progress = schedule.progress();
        jdbc.sql("insert into schedules (" + COLUMNS
                        + ", body, resolved, requests, view_periods, warnings) values (:id, :problem, :status, :createdAt, :startedAt,"
                        + " :finishedAt, :error, :timeLimit, :elapsedS, :fraction, :steps, :value, :bound, :gapPercent,"
                        + " :version, :lastEvent, :body, :resolved, :requests, :viewPeriods, :warnings)")
                .param("id", schedule.id())
                .param("problem", schedule.problem())
                .param("status", schedule.status())
                .param("createdAt", time(schedule.createdAt()))
                .param("startedAt", time(schedule.startedAt()))
                .param("finishedAt", time(schedule.finishedAt()))
                .param("error", schedule.error())
                .param("timeLimit", schedule.timeLimit())
                .param("elapsedS", progress.elapsedS())
                .param("fraction", progress.fraction())
                .param("steps", progress.steps())
                .param("value", progress.value())
                .param("bound", progress.bound())
                .param("gapPercent", progress.gapPercent())
                .param("version", schedule.version())
                .param("lastEvent", schedule.lastEvent())
                .param("body", texts.body())
                .param("resolved", texts.resolved())
                .param("requests", texts.requests())
                .param("viewPeriods", texts.viewPeriods())
                .param("warnings", texts.warnings())
                .update();
        for (String tag : new LinkedHashSet<>(tags)) {
            jdbc.sql("insert into schedule_tags (schedule_id, tag) values (:id, :tag)")
                    .param("id", schedule.id())
                    .param("tag", tag)
                    .update();
        }
    }

    /** Its status changes while it is worked on. */
    public void start(String id, String status, Instant at) {
        jdbc.sql("update schedules set status = :status, started_at = :at, version = version + 1 where id = :id")
                .param("status", status)
                .param("at", time(at))
                .param("id", id)
                .update();
    }

    /** Its view periods and warnings, JSON, are known now. */
    public void prepare(String id, String status, String viewPeriods, String warnings) {
        jdbc.sql("update schedules set status = :status, view_periods = :viewPeriods, warnings = :warnings,"
                        + " version = version + 1 where id = :id")
                .param("status", status)
                .param("viewPeriods", viewPeriods)
                .param("warnings", warnings)
                .param("id", id)
                .update();
    }

    /** The best schedule so far, JSON, in place of the one before. */
    public void checkpoint(String id, StoredProgress progress, String schedule) {
        progressUpdate(", checkpoint = :checkpoint", id, progress)
                .param("checkpoint", schedule)
                .update();
    }

    /** It is over; a checkpoint is no longer needed. */
    public void finish(
            String id, String status, Instant at, @Nullable String error, StoredProgress progress, long event) {
        progressUpdate(
                        ", status = :status, finished_at = :at, error = :error, last_event = :event, checkpoint = null",
                        id,
                        progress)
                .param("status", status)
                .param("at", time(at))
                .param("error", error)
                .param("event", event)
                .update();
    }

    private JdbcClient.StatementSpec progressUpdate(String more, String id, StoredProgress progress) {
        return jdbc.sql("update schedules set elapsed_s = :elapsedS, fraction = :fraction, steps = :steps,"
                        + " best_value = :value, bound = :bound, gap_percent = :gapPercent, version = version + 1"
                        + more
                        + " where id = :id")
                .param("id", id)
                .param("elapsedS", progress.elapsedS())
                .param("fraction", progress.fraction())
                .param("steps", progress.steps())
                .param("value", progress.value())
                .param("bound", progress.bound())
                .param("gapPercent", progress.gapPercent());
    }

    public Optional<StoredSchedule> find(String id) {
        return jdbc.sql("select " + COLUMNS + " from schedules where id = :id and deleted_at is null")
                .param("id", id)
                .query(ScheduleStore::row)
                .optional();
    }

    public Optional<ScheduleTexts> texts(String id) {
        return jdbc.sql("select body, resolved, requests, view_periods, warnings from schedules"
                        + " where id = :id and deleted_at is null")
                .param("id", id)
                .query((rs, row) -> new ScheduleTexts(
                        rs.getString("body"),
                        rs.getString("resolved"),
                        rs.getString("requests"),
                        rs.getString("view_periods"),
                        rs.getString("warnings")))
                .optional();
    }

    /** What a planner should know of it, a JSON array. */
    public Optional<String> warnings(String id) {
        return text("warnings", id);
    }

    /** The best schedule of an unfinished solve, JSON. */
    public Optional<String> checkpoint(String id) {
        return text("checkpoint", id);
    }

    private Optional<String> text(String column, String id) {
        List<String> found = jdbc.sql("select " + column + " from schedules where id = :id and deleted_at is null and "
                        + column + " is not null")
                .param("id", id)
                .query((rs, row) -> rs.getString(1))
                .list();
        return found.stream().findFirst();
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
     * @param cursor where the page before ended, or null for the first page
     * @return empty when the cursor is none that was given out
     */
    public Optional<SchedulePage> page(
            @Nullable String status, @Nullable String tag, @Nullable String cursor, int size) {
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

    /** Marks it deleted; false when there is none such. */
    public boolean delete(String id, Instant at) {
        return jdbc.sql("update schedules set deleted_at = :at, version = version + 1"
                                + " where id = :id and deleted_at is null")
                        .param("at", time(at))
                        .param("id", id)
                        .update()
                == 1;
    }

    private static StoredSchedule row(ResultSet rs, int number) throws SQLException {
        return new StoredSchedule(
                rs.getString("id"),
                rs.getString("problem"),
                rs.getString("status"),
                rs.getObject("created_at", OffsetDateTime.class).toInstant(),
                instant(rs, "started_at"),
                instant(rs, "finished_at"),
                rs.getString("error"),
                rs.getString("time_limit"),
                new StoredProgress(
                        rs.getDouble("elapsed_s"),
                        rs.getDouble("fraction"),
                        rs.getLong("steps"),
                        rs.getObject("best_value", Double.class),
                        rs.getObject("bound", Double.class),
                        rs.getObject("gap_percent", Double.class)),
                rs.getLong("version"),
                rs.getLong("last_event"));
    }

    private static @Nullable Instant instant(ResultSet rs, String column) throws SQLException {
        OffsetDateTime time = rs.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static @Nullable OffsetDateTime time(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
