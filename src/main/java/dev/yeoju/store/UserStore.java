package dev.yeoju.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps users and their tokens; secrets are kept as digests alone. */
@Repository
public class UserStore {
    /**
     * A user.
     *
     * @param passwordHash null for one who has tokens alone
     * @param role as the service names it
     * @param missions JSON array of those that the user is bound to; empty is all
     */
    public record User(
            String name,
            @Nullable String passwordHash,
            String role,
            String missions,
            boolean enabled,
            Instant createdAt) {}

    /**
     * A token.
     *
     * @param label for its user to know it by
     * @param scope what it opens
     * @param expiresAt null for never
     */
    public record Token(
            String id,
            String user,
            String label,
            String scope,
            Instant createdAt,
            @Nullable Instant expiresAt) {}

    private static final String TOKEN = "id, user_name, label, scope, created_at, expires_at";

    private final JdbcClient jdbc;

    public UserStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds one; false when the name is taken. */
    public boolean insert(User user) {
        try {
            jdbc.sql(
                            "insert into users (name, password_hash, role, missions, enabled, created_at) values (:name, :hash,"
                                    + " :role, :missions, :enabled, :at)")
                    .param("name", user.name())
                    .param("hash", user.passwordHash())
                    .param("role", user.role())
                    .param("missions", user.missions())
                    .param("enabled", user.enabled())
                    .param("at", Rows.time(user.createdAt()))
                    .update();
            return true;
        } catch (DuplicateKeyException e) {
            return false;
        }
    }

    public void update(User user) {
        jdbc.sql("update users set password_hash = :hash, role = :role, missions = :missions, enabled = :enabled"
                        + " where name = :name")
                .param("name", user.name())
                .param("hash", user.passwordHash())
                .param("role", user.role())
                .param("missions", user.missions())
                .param("enabled", user.enabled())
                .update();
    }

    public Optional<User> find(String name) {
        return jdbc.sql("select name, password_hash, role, missions, enabled, created_at from users where name = :name")
                .param("name", name)
                .query((rs, row) -> user(rs))
                .optional();
    }

    /** All of them, by name. */
    public List<User> all() {
        return jdbc.sql("select name, password_hash, role, missions, enabled, created_at from users order by name")
                .query((rs, row) -> user(rs))
                .list();
    }

    private static User user(ResultSet rs) throws SQLException {
        return new User(
                rs.getString("name"),
                rs.getString("password_hash"),
                rs.getString("role"),
                rs.getString("missions"),
                rs.getBoolean("enabled"),
                Rows.instant(rs, "created_at"));
    }

    /** @param hash SHA-256 of the secret, hexadecimal */
    public void insertToken(Token token, String hash) {
        jdbc.sql("insert into tokens (id, user_name, label, hash, scope, created_at, expires_at) values (:id, :user,"
                        + " :label, :hash, :scope, :at, :expires)")
                .param("id", token.id())
                .param("user", token.user())
                .param("label", token.label())
                .param("hash", hash)
                .param("scope", token.scope())
                .param("at", Rows.time(token.createdAt()))
                .param("expires", Rows.time(token.expiresAt()))
                .update();
    }

    /** The token of a secret, unless it is revoked or expired. */
    public Optional<Token> validToken(String hash, Instant now) {
        return jdbc.sql("select " + TOKEN + " from tokens where hash = :hash and revoked_at is null"
                        + " and (expires_at is null or expires_at > :now)")
                .param("hash", hash)
                .param("now", Rows.time(now))
                .query((rs, row) -> token(rs))
                .optional();
    }

    /** A user's tokens that are still valid, newest first. */
    public List<Token> tokens(String user, Instant now) {
        return jdbc.sql("select " + TOKEN + " from tokens where user_name = :user and revoked_at is null"
                        + " and (expires_at is null or expires_at > :now) order by created_at desc, id")
                .param("user", user)
                .param("now", Rows.time(now))
                .query((rs, row) -> token(rs))
                .list();
    }

    /** Revokes a user's token; false when there is none such. */
    public boolean revoke(String user, String id, Instant at) {
        return jdbc.sql(
                                "update tokens set revoked_at = :at where id = :id and user_name = :user and revoked_at is null")
                        .param("at", Rows.time(at))
                        .param("id", id)
                        .param("user", user)
                        .update()
                == 1;
    }

    /** Revokes all tokens of a user. */
    public void revokeAll(String user, Instant at) {
        jdbc.sql("update tokens set revoked_at = :at where user_name = :user and revoked_at is null")
                .param("at", Rows.time(at))
                .param("user", user)
                .update();
    }

    private static Token token(ResultSet rs) throws SQLException {
        return new Token(
                rs.getString("id"),
                rs.getString("user_name"),
                rs.getString("label"),
                rs.getString("scope"),
                Rows.instant(rs, "created_at"),
                Rows.instantOrNull(rs, "expires_at"));
    }
}
