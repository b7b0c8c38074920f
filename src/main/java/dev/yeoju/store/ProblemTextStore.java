package dev.yeoju.store;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps the problems that schedules answer, in as many variants as changes made of them. */
@Repository
public class ProblemTextStore {
    private final JdbcClient jdbc;

    public ProblemTextStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void insert(String scheduleId, int variant, ProblemTexts texts) {
        ProblemTexts.Origin origin = texts.origin();
        jdbc.sql(
                        "insert into schedule_problems (schedule_id, variant, body, resolved, requests, view_periods, warnings,"
                                + " base_variant, change_set) values (:id, :variant, :body, :resolved, :requests,"
                                + " :viewPeriods, :warnings, :baseVariant, :change)")
                .param("id", scheduleId)
                .param("variant", variant)
                .param("body", texts.body())
                .param("resolved", texts.resolved())
                .param("requests", texts.requests())
                .param("viewPeriods", texts.viewPeriods())
                .param("warnings", texts.warnings())
                .param("baseVariant", origin == null ? null : origin.variant())
                .param("change", origin == null ? null : origin.change())
                .update();
    }

    /** The view periods and warnings, JSON, are known now. */
    public void prepare(String scheduleId, int variant, String viewPeriods, String warnings) {
        jdbc.sql("update schedule_problems set view_periods = :viewPeriods, warnings = :warnings"
                        + " where schedule_id = :id and variant = :variant")
                .param("id", scheduleId)
                .param("variant", variant)
                .param("viewPeriods", viewPeriods)
                .param("warnings", warnings)
                .update();
    }

    public Optional<ProblemTexts> find(String scheduleId, int variant) {
        return jdbc.sql(
                        "select body, resolved, requests, view_periods, warnings, base_variant, change_set from schedule_problems"
                                + " where schedule_id = :id and variant = :variant")
                .param("id", scheduleId)
                .param("variant", variant)
                .query((rs, row) -> new ProblemTexts(
                        rs.getString("body"),
                        rs.getString("resolved"),
                        rs.getString("requests"),
                        rs.getString("view_periods"),
                        rs.getString("warnings"),
                        origin(rs.getObject("base_variant", Integer.class), rs.getString("change_set"))))
                .optional();
    }

    private static ProblemTexts.@Nullable Origin origin(@Nullable Integer variant, @Nullable String change) {
        return variant == null || change == null ? null : new ProblemTexts.Origin(variant, change);
    }

    /** What a planner should know of it, a JSON array. */
    public Optional<String> warnings(String scheduleId, int variant) {
        List<String> found = jdbc.sql(
                        "select warnings from schedule_problems where schedule_id = :id and variant = :variant")
                .param("id", scheduleId)
                .param("variant", variant)
                .query((rs, row) -> rs.getString(1))
                .list();
        return found.stream().findFirst();
    }

    /** The number for one more variant. */
    public int nextVariant(String scheduleId) {
        return jdbc.sql("select coalesce(max(variant), 0) + 1 from schedule_problems where schedule_id = :id")
                .param("id", scheduleId)
                .query(Integer.class)
                .single();
    }
}
