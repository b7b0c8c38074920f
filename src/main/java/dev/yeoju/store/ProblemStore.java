package dev.yeoju.store;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps saved problems. */
@Repository
public class ProblemStore {
    private final JdbcClient jdbc;

    public ProblemStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Saves it; false when the id is taken already. */
    public boolean insert(StoredProblem problem) {
        try {
            jdbc.sql("insert into problems (id, created_at, summary, body) values (:id, :createdAt, :summary, :body)")
                    .param("id", problem.id())
                    .param("createdAt", problem.createdAt().atOffset(ZoneOffset.UTC))
                    .param("summary", problem.summary())
                    .param("body", problem.body())
                    .update();
            return true;
        } catch (DuplicateKeyException e) {
            return false;
        }
    }

    /** The summaries of all of them, oldest first. */
    public List<String> summaries() {
        return jdbc.sql("select summary from problems order by created_at, id")
                .query((rs, row) -> rs.getString(1))
                .list();
    }

    public Optional<String> body(String id) {
        return jdbc.sql("select body from problems where id = :id")
                .param("id", id)
                .query((rs, row) -> rs.getString(1))
                .optional();
    }
}
