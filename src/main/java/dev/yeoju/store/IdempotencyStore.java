package dev.yeoju.store;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Remembers which schedule a client's key made, so that a repeated post makes no second one. */
@Repository
public class IdempotencyStore {
    /**
     * @param bodySha256 of what was posted, hexadecimal
     * @param scheduleId what it made
     */
    public record Entry(String bodySha256, String scheduleId) {}

    private final JdbcClient jdbc;

    public IdempotencyStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<Entry> find(String key) {
        return jdbc.sql("select body_sha256, schedule_id from idempotency_keys where idempotency_key = :key")
                .param("key", key)
                .query((rs, row) -> new Entry(rs.getString(1), rs.getString(2)))
                .optional();
    }

    public void insert(String key, Entry entry, Instant at) {
        jdbc.sql("insert into idempotency_keys (idempotency_key, body_sha256, schedule_id, created_at)"
                        + " values (:key, :hash, :id, :at)")
                .param("key", key)
                .param("hash", entry.bodySha256())
                .param("id", entry.scheduleId())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Forgets keys given before an instant. */
    public void deleteBefore(Instant at) {
        jdbc.sql("delete from idempotency_keys where created_at < :at")
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }
}
