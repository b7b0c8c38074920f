package dev.yeoju.planning;

import ai.timefold.solver.core.api.domain.solution.PlanningEntityCollectionProperty;
import ai.timefold.solver.core.api.domain.solution.PlanningScore;
import ai.timefold.solver.core.api.domain.solution.PlanningSolution;
import ai.timefold.solver.core.api.domain.solution.ProblemFactCollectionProperty;
import ai.timefold.solver.core.api.score.buildin.bendablelong.BendableLongScore;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The planning problem and, once searched, its answer. Score levels, earlier ones first: hard rules (seconds or counts
 * broken), then critical requests, value and preferences, in micro-units.
 */
@PlanningSolution
public class PassPlan {
    static final int HARD_LEVELS = 1;
    static final int SOFT_LEVELS = 3;
    private static final int CRITICAL = 0;
    private static final int VALUE = 1;
    private static final int PREFERENCES = 2;

    private @Nullable PlanModel model;

    @ProblemFactCollectionProperty
    private List<PlanMission> missions = List.of();

    @ProblemFactCollectionProperty
    private List<Downtime> downtimes = List.of();

    @ProblemFactCollectionProperty
    private List<PlanTie> ties = List.of();

    @ProblemFactCollectionProperty
    private List<PlanPin> pins = List.of();

    @ProblemFactCollectionProperty
    private List<PlanModel.LostTracks> lost = List.of();

    /** Those that a rule or a term counts even while they have no track. */
    @ProblemFactCollectionProperty
    private List<PlanRequest> countedRequests = List.of();

    @PlanningEntityCollectionProperty
    private List<PassAssignment> assignments = List.of();

    @PlanningScore(bendableHardLevelsSize = HARD_LEVELS, bendableSoftLevelsSize = SOFT_LEVELS)
    private @Nullable BendableLongScore score;

    /** For the solver's cloning alone. */
    public PassPlan() {}

    PassPlan(PlanModel model, List<Downtime> downtimes, List<PassAssignment> assignments) {
        this.model = model;
        this.missions = model.missions();
        this.ties = model.ties().all();
        this.pins = model.pins();
        this.lost = List.of(model.lost());
        this.countedRequests = model.requests().stream()
                .filter(request -> request.changes() != null)
                .toList();
        this.downtimes = downtimes;
        this.assignments = assignments;
    }

    PlanModel model() {
        return Objects.requireNonNull(model);
    }

    List<PassAssignment> assignments() {
        return assignments;
    }

    List<PlanRequest> countedRequests() {
        return countedRequests;
    }

    List<Downtime> downtimes() {
        return downtimes;
    }

    public @Nullable BendableLongScore getScore() {
        return score;
    }

    public void setScore(@Nullable BendableLongScore score) {
        this.score = score;
    }

    static BendableLongScore hard(long amount) {
        return BendableLongScore.ofHard(HARD_LEVELS, SOFT_LEVELS, 0, amount);
    }

    static BendableLongScore critical(long amount) {
        return BendableLongScore.ofSoft(HARD_LEVELS, SOFT_LEVELS, CRITICAL, amount);
    }

    static BendableLongScore value(long amount) {
        return BendableLongScore.ofSoft(HARD_LEVELS, SOFT_LEVELS, VALUE, amount);
    }

    static BendableLongScore preference(long amount) {
        return BendableLongScore.ofSoft(HARD_LEVELS, SOFT_LEVELS, PREFERENCES, amount);
    }

    static long hardOf(BendableLongScore score) {
        return score.hardScore(0);
    }

    static long criticalOf(BendableLongScore score) {
        return score.softScore(CRITICAL);
    }

    static long valueOf(BendableLongScore score) {
        return score.softScore(VALUE);
    }

    static long preferencesOf(BendableLongScore score) {
        return score.softScore(PREFERENCES);
    }
}
