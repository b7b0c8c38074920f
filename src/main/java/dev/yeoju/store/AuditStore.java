package dev.yeoju.store;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps who changed what. Nothing here is ever changed or deleted. */
@Repository
public class AuditStore {
    /**
     * One change.
     *
     * @param id rises with time
     * @param actor who
     * @param action what was done, such as {@code schedule.publish}
     * @param subject id of what it was done to
     * @param detail for a reader; may be empty
     */
    public record Entry(long id, Instant createdAt, String actor, String action, String subject, String detail) {}

    private final JdbcClient jdbc;

    public AuditStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void append(Instant at, String actor, String action, String subject, String detail) {
        jdbc.sql(
                        "insert into audit (created_at, actor, action, subject, detail) values (:at, :actor, :action, :subject,"
                                + " :detail)")
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("actor", actor)
                .param("action", action)
                .param("subject", subject)
                .param("detail", detail)
                .update();
    }

    /**
     * The newest first.
     *
     * @param subject of these alone, or null for all
     * @param before only those with lower ids
     */
    public List<Entry> page(@Nullable String subject, long before, int size) {
        JdbcClient.StatementSpec query = jdbc.sql("select id, created_at, actor, action, subject, detail from audit"
                        + " where id < :before" + (subject == null ? "" : " and subject = :subject")
                        + " order by id desc limit :size")
                .param("before", before)
                .param("size", size);
        if (subject != null) {
            query = query.param("subject", subject);
        }
        return query.query((rs, row) -> new Entry(
                        rs.getLong("id"),
                        Rows.instant(rs, "created_at"),
                        rs.getString("actor"),
                        rs.getString("action"),
                        rs.getString("subject"),
                        rs.getString("detail")))
                .list();
    }
}
