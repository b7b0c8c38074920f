package dev.yeoju.store;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Keeps saved problems. */
@Repository
public class ProblemStore {
    /** A saved problem as a list shows it, JSON, and what it is about. */
    public record Entry(String summary, List<String> missions) {
        public Entry {
            missions = List.copyOf(missions);
        }
    }

    private final JdbcClient jdbc;

    public ProblemStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Saves it.
     *
     * @throws DuplicateKeyException when the id is taken already
     */
    @Transactional
    public void insert(StoredProblem problem) {
        jdbc.sql("insert into problems (id, created_at, owner, summary, body) values (:id, :createdAt, :owner,"
                        + " :summary, :body)")
                .param("id", problem.id())
                .param("createdAt", problem.createdAt().atOffset(ZoneOffset.UTC))
                .param("owner", problem.owner())
                .param("summary", problem.summary())
                .param("body", problem.body())
                .update();
        for (String mission : new TreeSet<>(problem.missions())) {
            jdbc.sql("insert into problem_missions (problem_id, mission) values (:id, :mission)")
                    .param("id", problem.id())
                    .param("mission", mission)
                    .update();
        }
    }

    /** All of them, oldest first. */
    public List<Entry> entries() {
        return jdbc.sql("select id, summary from problems order by created_at, id")
                .query((rs, row) -> new Entry(rs.getString("summary"), missions(rs.getString("id"))))
                .list();
    }

    /** The missions that one is about. */
    public List<String> missions(String id) {
        return jdbc.sql("select mission from problem_missions where problem_id = :id order by mission")
                .param("id", id)
                .query((rs, row) -> rs.getString(1))
                .list();
    }

    public boolean exists(String id) {
        return jdbc.sql("select count(*) from problems where id = :id")
                        .param("id", id)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    public Optional<String> body(String id) {
        return jdbc.sql("select body from problems where id = :id")
                .param("id", id)
                .query((rs, row) -> rs.getString(1))
                .optional();
    }
}
