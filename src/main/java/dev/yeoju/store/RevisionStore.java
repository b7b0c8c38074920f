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

/** Keeps every state that a schedule was in. Nothing here is ever changed or deleted. */
@Repository
public class RevisionStore {
    private static final String SELECT = "select revision, created_at, author, reason, kind, variant, status,"
            + " schedule_value, (select n.name from revision_names n where n.schedule_id = r.schedule_id"
            + " and n.revision = r.revision order by n.number desc limit 1) as given_name from schedule_revisions r";

    private final JdbcClient jdbc;

    public RevisionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Adds one.
     *
     * @throws org.springframework.dao.DuplicateKeyException when that revision is there already
     */
    public void append(String scheduleId, StoredRevision revision, String body) {
        jdbc.sql("insert into schedule_revisions (schedule_id, revision, created_at, author, reason, kind, variant,"
                        + " status, schedule_value, body) values (:id, :revision, :at, :author, :reason, :kind, :variant,"
                        + " :status, :value, :body)")
                .param("id", scheduleId)
                .param("revision", revision.revision())
                .param("at", revision.createdAt().atOffset(ZoneOffset.UTC))
                .param("author", revision.author())
                .param("reason", revision.reason())
                .param("kind", revision.kind())
                .param("variant", revision.variant())
                .param("status", revision.status())
                .param("value", revision.value())
                .param("body", body)
                .update();
    }

    public Optional<StoredRevision> find(String scheduleId, int revision) {
        return jdbc.sql(SELECT + " where schedule_id = :id and revision = :revision")
                .param("id", scheduleId)
                .param("revision", revision)
                .query(RevisionStore::row)
                .optional();
    }

    /** The schedule's JSON as it was then. */
    public Optional<String> body(String scheduleId, int revision) {
        return jdbc.sql("select body from schedule_revisions where schedule_id = :id and revision = :revision")
                .param("id", scheduleId)
                .param("revision", revision)
                .query((rs, row) -> rs.getString(1))
                .optional();
    }

    /** All of them, first to last. */
    public List<StoredRevision> all(String scheduleId) {
        return jdbc.sql(SELECT + " where schedule_id = :id order by revision")
                .param("id", scheduleId)
                .query(RevisionStore::row)
                .list();
    }

    /** Gives one a name; the newest name counts. */
    public void name(String scheduleId, int revision, String name, String author, Instant at) {
        jdbc.sql("insert into revision_names (schedule_id, revision, number, name, author, created_at) values (:id,"
                        + " :revision, (select coalesce(max(n.number), 0) + 1 from revision_names n"
                        + " where n.schedule_id = :id and n.revision = :revision), :name, :author, :at)")
                .param("id", scheduleId)
                .param("revision", revision)
                .param("name", name)
                .param("author", author)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Writes down that one was published. */
    public void publish(String scheduleId, int revision, String author, Instant at) {
        jdbc.sql("insert into publications (schedule_id, number, revision, author, created_at) values (:id,"
                        + " (select coalesce(max(p.number), 0) + 1 from publications p where p.schedule_id = :id),"
                        + " :revision, :author, :at)")
                .param("id", scheduleId)
                .param("revision", revision)
                .param("author", author)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static StoredRevision row(ResultSet rs, int number) throws SQLException {
        return new StoredRevision(
                rs.getInt("revision"),
                rs.getObject("created_at", OffsetDateTime.class).toInstant(),
                rs.getString("author"),
                rs.getString("reason"),
                rs.getString("kind"),
                rs.getInt("variant"),
                rs.getString("status"),
                rs.getObject("schedule_value", Double.class),
                rs.getString("given_name"));
    }
}
