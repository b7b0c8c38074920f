package dev.yeoju.store;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps ephemerides by the SHA-256 of their content: the same content is kept once, and never changes. */
@Repository
public class EphemerisStore {
    /**
     * One ephemeris.
     *
     * @param id SHA-256 of the content, hexadecimal
     * @param owner who sent it first
     * @param summary what it holds, JSON
     */
    public record Entry(String id, Instant createdAt, String owner, String summary) {}

    private final JdbcClient jdbc;

    public EphemerisStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps it; false when it was here already. */
    public boolean insert(Entry entry, String content) {
        try {
            jdbc.sql("insert into ephemerides (id, created_at, owner, summary, content) values (:id, :at, :owner,"
                            + " :summary, :content)")
                    .param("id", entry.id())
                    .param("at", entry.createdAt().atOffset(ZoneOffset.UTC))
                    .param("owner", entry.owner())
                    .param("summary", entry.summary())
                    .param("content", content)
                    .update();
            return true;
        } catch (DuplicateKeyException e) {
            return false;
        }
    }

    public Optional<Entry> find(String id) {
        return jdbc.sql("select id, created_at, owner, summary from ephemerides where id = :id")
                .param("id", id)
                .query((rs, row) -> new Entry(
                        rs.getString("id"),
                        Rows.instant(rs, "created_at"),
                        rs.getString("owner"),
                        rs.getString("summary")))
                .optional();
    }

    public Optional<String> content(String id) {
        List<String> found = jdbc.sql("select content from ephemerides where id = :id")
                .param("id", id)
                .query((rs, row) -> rs.getString(1))
                .list();
        return found.stream().findFirst();
    }
}
