package dev.yeoju.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Keeps every state that a schedule was in. Nothing here is ever changed or deleted. */
@Repository
public class RevisionStore {
    private static final String COLUMNS = "revision, created_at, author, reason, body";

    private final JdbcClient jdbc;

    public RevisionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds one and returns its number, from 1. */
    @Transactional
    public int append(String scheduleId, Instant at, String author, String reason, String body) {
        int revision = jdbc.sql("select coalesce(max(revision), 0) + 1 from schedule_revisions where schedule_id = :id")
                .param("id", scheduleId)
                .query(Integer.class)
                .single();
        jdbc.sql("insert into schedule_revisions (schedule_id, " + COLUMNS
                        + ") values (:id, :revision, :at, :author, :reason, :body)")
                .param("id", scheduleId)
                .param("revision", revision)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("author", author)
                .param("reason", reason)
                .param("body", body)
                .update();
        return revision;
    }

    public Optional<StoredRevision> latest(String scheduleId) {
        return jdbc.sql("select " + COLUMNS
                        + " from schedule_revisions where schedule_id = :id order by revision desc limit 1")
                .param("id", scheduleId)
                .query(RevisionStore::row)
                .optional();
    }

    /** All of them, first to last. */
    public List<StoredRevision> all(String scheduleId) {
        return jdbc.sql("select " + COLUMNS + " from schedule_revisions where schedule_id = :id order by revision")
                .param("id", scheduleId)
                .query(RevisionStore::row)
                .list();
    }

    private static StoredRevision row(ResultSet rs, int number) throws SQLException {
        return new StoredRevision(
                rs.getInt("revision"),
                rs.getObject("created_at", OffsetDateTime.class).toInstant(),
                rs.getString("author"),
                rs.getString("reason"),
                rs.getString("body"));
    }
}
