package dev.yeoju.store;

import static dev.yeoju.store.Rows.time;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Keeps answers to changes until they are accepted or dropped. */
@Repository
public class ReplanStore {
    private static final String COLUMNS =
            "id, schedule_id, created_at, owner, base_revision, base_variant, state, error, change_set, notes";

    private final JdbcClient jdbc;

    public ReplanStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A new one, without answers yet. */
    public void insert(StoredReplan replan) {
        jdbc.sql("insert into replans (id, schedule_id, created_at, owner, base_revision, base_variant, state,"
                        + " change_set) values (:id, :schedule, :at, :owner, :revision, :variant, :state, :change)")
                .param("id", replan.id())
                .param("schedule", replan.scheduleId())
                .param("at", time(replan.createdAt()))
                .param("owner", replan.owner())
                .param("revision", replan.baseRevision())
                .param("variant", replan.baseVariant())
                .param("state", replan.state())
                .param("change", replan.change())
                .update();
    }

    public Optional<StoredReplan> find(String id) {
        return jdbc.sql("select " + COLUMNS + " from replans where id = :id")
                .param("id", id)
                .query(ReplanStore::row)
                .optional();
    }

    /** The answers, first to last. */
    public List<StoredReplan.Alternative> alternatives(String id) {
        return jdbc.sql("select number, summary, body from replan_alternatives where replan_id = :id order by number")
                .param("id", id)
                .query((rs, row) -> new StoredReplan.Alternative(
                        rs.getInt("number"), rs.getString("summary"), rs.getString("body")))
                .list();
    }

    /** The changed problem; empty until the answers are there. */
    public Optional<ProblemTexts> problem(String id) {
        return jdbc.sql("select base_variant, change_set, body, requests, view_periods, warnings from replans"
                        + " where id = :id and body is not null")
                .param("id", id)
                .query((rs, row) -> new ProblemTexts(
                        rs.getString("body"),
                        rs.getString("body"),
                        rs.getString("requests"),
                        rs.getString("view_periods"),
                        rs.getString("warnings"),
                        new ProblemTexts.Origin(rs.getInt("base_variant"), rs.getString("change_set"))))
                .optional();
    }

    /** How many of an owner are worked on, or wait for that. */
    public int running(String owner) {
        return jdbc.sql("select count(*) from replans where state = 'RUNNING' and owner = :owner")
                .param("owner", owner)
                .query(Integer.class)
                .single();
    }

    /** Shows the first answer while others are searched for; without effect when it is not wanted any more. */
    @Transactional
    public void propose(String id, StoredReplan.Alternative first) {
        boolean running = jdbc.sql("update replans set state = state where id = :id and state = 'RUNNING'")
                        .param("id", id)
                        .update()
                == 1;
        if (running) {
            replace(id, List.of(first));
        }
    }

    private void replace(String id, List<StoredReplan.Alternative> alternatives) {
        jdbc.sql("delete from replan_alternatives where replan_id = :id")
                .param("id", id)
                .update();
        for (StoredReplan.Alternative alternative : alternatives) {
            jdbc.sql("insert into replan_alternatives (replan_id, number, summary, body) values (:id, :number,"
                            + " :summary, :body)")
                    .param("id", id)
                    .param("number", alternative.number())
                    .param("summary", alternative.summary())
                    .param("body", alternative.body())
                    .update();
        }
    }

    /** Keeps the answers; without effect when they are not wanted any more, or there already. */
    @Transactional
    public void finish(String id, StoredReplan.Result result) {
        ProblemTexts problem = result.problem();
        boolean running = jdbc.sql("update replans set state = 'DONE', body = :body, requests = :requests,"
                                + " view_periods = :viewPeriods, warnings = :warnings, notes = :notes"
                                + " where id = :id and state = 'RUNNING'")
                        .param("body", problem.body())
                        .param("requests", problem.requests())
                        .param("viewPeriods", problem.viewPeriods())
                        .param("warnings", problem.warnings())
                        .param("notes", result.notes())
                        .param("id", id)
                        .update()
                == 1;
        if (running) {
            replace(id, result.alternatives());
        }
    }

    /** It has no answer; without effect when it is not wanted any more. */
    public void fail(String id, String error) {
        jdbc.sql("update replans set state = 'FAILED', error = :error where id = :id and state = 'RUNNING'")
                .param("error", error)
                .param("id", id)
                .update();
    }

    /** Deletes one with its answers. */
    public void delete(String id) {
        jdbc.sql("delete from replans where id = :id").param("id", id).update();
    }

    /** Those of a schedule, newest first. */
    public List<String> ids(String scheduleId) {
        return jdbc.sql("select id from replans where schedule_id = :id order by created_at desc, id")
                .param("id", scheduleId)
                .query((rs, row) -> rs.getString(1))
                .list();
    }

    /** Those of a schedule that are done or have failed, newest first. */
    public List<String> over(String scheduleId) {
        return jdbc.sql("select id from replans where schedule_id = :id and state <> 'RUNNING'"
                        + " order by created_at desc, id")
                .param("id", scheduleId)
                .query((rs, row) -> rs.getString(1))
                .list();
    }

    private static StoredReplan row(ResultSet rs, int number) throws SQLException {
        return new StoredReplan(
                rs.getString("id"),
                rs.getString("schedule_id"),
                Rows.instant(rs, "created_at"),
                rs.getString("owner"),
                rs.getInt("base_revision"),
                rs.getInt("base_variant"),
                rs.getString("state"),
                rs.getString("error"),
                rs.getString("change_set"),
                rs.getString("notes"));
    }
}
