package dev.yeoju.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.timefold.solver.core.config.solver.EnvironmentMode;
import dev.yeoju.check.Evaluation;
import dev.yeoju.check.ScheduleChecker;
import dev.yeoju.model.Objective;
import dev.yeoju.model.ProblemInstance;
import dev.yeoju.model.RequestExpansion;
import dev.yeoju.model.SolverOptions;
import dev.yeoju.model.Track;
import dev.yeoju.model.Violation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

class PassPlannerTest {
    private static final Duration LONG = Duration.ofMinutes(10);
    /** Half a micro-unit for each of the terms of these problems. */
    private static final double ROUNDING = 1e-4;

    private final PassPlanner planner = new PassPlanner();

    private static PlanningResult solve(PassPlanner planner, ProblemInstance instance, long steps, long seed) {
        return planner.solve(instance, new SolverOptions(LONG, steps, seed), PlanningListener.NONE, new StopToken());
    }

    @Test
    void findsTheBestScheduleOfSmallProblems() {
        for (long seed = 1; seed <= 60; seed++) {
            ProblemInstance instance = new RandomProblems(seed).enumerable();
            Enumeration.Best best = Enumeration.best(PlanBuilder.model(instance), 30 * 60);
            PlanningResult result = solve(planner, instance, 6_000, seed);
            assertThat(result.brokenRules()).as("seed %d", seed).isZero();
            assertThat(result.critical())
                    .as("critical, seed %d", seed)
                    .isCloseTo(best.criticalMicro() / 1e6, within(1e-9));
            assertThat(result.value()).as("value, seed %d", seed).isCloseTo(best.valueMicro() / 1e6, within(1e-5));
        }
    }

    /**
     * Where tracks of one request may overlap or ties bind a split one, something off the grid can be better than all on
     * it; then it must be a schedule that breaks no rule.
     */
    @Test
    void findsTheBestScheduleOfSmallProblemsWithTies() {
        for (long seed = 1; seed <= 40; seed++) {
            ProblemInstance instance = new RandomProblems(seed).withTies().enumerable();
            Enumeration.Best best = Enumeration.best(PlanBuilder.model(instance), 30 * 60);
            PlanningResult result = solve(planner, instance, 20_000, seed);
            Evaluation evaluation = ScheduleChecker.evaluate(instance, result.tracks());
            assertThat(evaluation.violations()).as("seed %d", seed).isEmpty();
            assertThat(evaluation.value()).as("seed %d", seed).isCloseTo(result.value(), within(ROUNDING));
            assertThat(result.critical())
                    .as("critical, seed %d", seed)
                    .isCloseTo(best.criticalMicro() / 1e6, within(1e-9));
            assertThat(result.value()).as("value, seed %d", seed).isGreaterThan(best.valueMicro() / 1e6 - 1e-5);
        }
    }

    @Test
    void membersOfASeriesKeepTheirSeparation() {
        RequestExpansion series = RequestExpansion.of(List.of(PlanFixtures.request("P", "X")
                .within(0, 5 * 1440)
                .lasting(60, 240)
                .every(1440, 1, 1200)
                .make()));
        ProblemInstance instance = PlanFixtures.instance(
                Objective.Preset.BALANCED.objective(),
                List.of(PlanFixtures.antenna("A")),
                List.of(PlanFixtures.spacecraft("X", "X")),
                series.requests(),
                List.of(PlanFixtures.view("A", "X", 0, 5 * 1440)));
        PlanningResult result = solve(planner, instance, 20_000, 1);
        assertThat(ScheduleChecker.evaluate(instance, result.tracks()).violations())
                .isEmpty();
        List<Track> inTime = result.tracks().stream()
                .sorted(Comparator.comparing(Track::bot))
                .toList();
        assertThat(inTime).hasSize(5);
        for (int k = 1; k < inTime.size(); k++) {
            assertThat(Duration.between(inTime.get(k - 1).eot(), inTime.get(k).bot()))
                    .isGreaterThanOrEqualTo(Duration.ofHours(20));
        }
    }

    @Test
    void theCheckerFindsNothingBrokenAndTheSameValue() {
        for (long seed = 1; seed <= 60; seed++) {
            ProblemInstance instance =
                    new RandomProblems(seed).withTies().withPublished().any(3, 25, 48);
            PlanningResult result = solve(planner, instance, 600, seed);
            Evaluation evaluation = ScheduleChecker.evaluate(instance, result.tracks());
            assertThat(evaluation.violations()).as("seed %d", seed).isEmpty();
            assertThat(evaluation.value()).as("seed %d", seed).isCloseTo(result.value(), within(ROUNDING));
            assertThat(evaluation.criticalPriority()).as("seed %d", seed).isCloseTo(result.critical(), within(1e-9));
        }
    }

    @Test
    void pinsAreKeptAndTheRestBreaksNothingThatTheyDoNotBreakAlone() {
        for (long seed = 1; seed <= 60; seed++) {
            ProblemInstance instance =
                    new RandomProblems(seed).withTies().withPins().any(3, 25, 48);
            List<Track> pins = instance.problem().pins();
            PlanningResult result = solve(planner, instance, 600, seed);
            Evaluation alone = ScheduleChecker.evaluate(instance, pins);
            Evaluation evaluation = ScheduleChecker.evaluate(instance, result.tracks());
            assertThat(result.tracks().stream().filter(Track::pinned).map(Track::id))
                    .as("pins, seed %d", seed)
                    .containsExactlyInAnyOrderElementsOf(
                            pins.stream().map(Track::id).toList());
            assertThat(evaluation.violations().stream().map(Violation::id))
                    .as("violations, seed %d", seed)
                    .isSubsetOf(alone.violations().stream().map(Violation::id).toList());
            assertThat(result.brokenRules() < 0).as("broken, seed %d", seed).isEqualTo(!evaluation.isValid());
            assertThat(evaluation.value()).as("seed %d", seed).isCloseTo(result.value(), within(ROUNDING));
        }
    }

    @Test
    void aPublishedScheduleIsKeptUnlessSomethingIsWorthTheChange() {
        // Both may be anywhere in the day; the published hours are no better than others but for what leaving them
        // costs.
        ProblemInstance instance = PlanFixtures.with(
                PlanFixtures.instance(
                        Objective.Preset.BALANCED.objective(),
                        List.of(PlanFixtures.antenna("A", PlanFixtures.minutes(615, 650))),
                        List.of(PlanFixtures.spacecraft("X", "X"), PlanFixtures.spacecraft("Y", "Y")),
                        List.of(
                                PlanFixtures.request("P", "X").make(),
                                PlanFixtures.request("Q", "Y").make()),
                        List.of(PlanFixtures.view("A", "X", 0, 1440), PlanFixtures.view("A", "Y", 0, 1440))),
                List.of(),
                List.of(
                        PlanFixtures.track("P#1", "P", "X", "A", 317, 377),
                        PlanFixtures.track("Q#1", "Q", "Y", "A", 600, 660)));
        PlanningResult result = solve(planner, instance, 5_000, 1);
        assertThat(result.tracks()).hasSize(2);
        assertThat(result.tracks().get(0).bot()).isEqualTo(PlanFixtures.at(317));
        // Two hours, two bonuses, and fairness 2; an outage moves Q: 0.5 · (1 + (1 − 600 / 10080)).
        assertThat(result.value()).isCloseTo(2 + 2 + 2 - 0.5 * (2 - 600.0 / 10080), within(1e-5));
    }

    /** Off the grid a track may begin as soon as the antenna has turned, which can be better than all on it. */
    @Test
    void withMountsAndLimitsNothingOnTheGridIsBetter() {
        for (long seed = 1; seed <= 60; seed++) {
            ProblemInstance instance =
                    new RandomProblems(seed).withMountsAndLimits().enumerable();
            Enumeration.Best best = Enumeration.best(PlanBuilder.model(instance), 30 * 60);
            PlanningResult result = solve(planner, instance, 10_000, seed);
            Evaluation evaluation = ScheduleChecker.evaluate(instance, result.tracks());
            assertThat(evaluation.violations()).as("seed %d", seed).isEmpty();
            assertThat(evaluation.value()).as("seed %d", seed).isCloseTo(result.value(), within(ROUNDING));
            assertThat(result.critical())
                    .as("critical, seed %d", seed)
                    .isGreaterThan(best.criticalMicro() / 1e6 - 1e-9);
            if (result.critical() < best.criticalMicro() / 1e6 + 1e-9) {
                assertThat(result.value()).as("value, seed %d", seed).isGreaterThan(best.valueMicro() / 1e6 - 1e-5);
            }
        }
    }

    @Test
    void withEveryFeatureTheCheckerAndTheSearchAgree() {
        for (long seed = 1; seed <= 60; seed++) {
            ProblemInstance instance = new RandomProblems(seed)
                    .withTies()
                    .withPins()
                    .withPublished()
                    .withMountsAndLimits()
                    .any(3, 25, 48);
            PlanningResult result = solve(planner, instance, 600, seed);
            Evaluation alone =
                    ScheduleChecker.evaluate(instance, instance.problem().pins());
            Evaluation evaluation = ScheduleChecker.evaluate(instance, result.tracks());
            assertThat(evaluation.violations().stream().map(Violation::id))
                    .as("violations, seed %d", seed)
                    .isSubsetOf(alone.violations().stream().map(Violation::id).toList());
            assertThat(result.brokenRules() < 0).as("broken, seed %d", seed).isEqualTo(!evaluation.isValid());
            assertThat(evaluation.value()).as("seed %d", seed).isCloseTo(result.value(), within(ROUNDING));
            assertThat(evaluation.criticalPriority()).as("seed %d", seed).isCloseTo(result.critical(), within(1e-9));
            assertThat(evaluation.preferences()).as("seed %d", seed).isCloseTo(result.preferences(), within(ROUNDING));
        }
    }

    @Test
    void amongSchedulesOfOneValueThePreferredOneIsFound() {
        // The track may be anywhere in the day; it would begin at 700 minutes, but the antenna is down from 690 to 800.
        ProblemInstance instance = PlanFixtures.instance(
                Objective.Preset.BALANCED.objective(),
                List.of(PlanFixtures.antenna("A", PlanFixtures.minutes(690, 800))),
                List.of(PlanFixtures.spacecraft("X", "X")),
                List.of(PlanFixtures.request("P", "X").preferring(700).make()),
                List.of(PlanFixtures.view("A", "X", 0, 1440)));
        PlanningResult result = solve(planner, instance, 2_000, 1);
        assertThat(result.tracks().get(0).bot()).isEqualTo(PlanFixtures.at(630));
        assertThat(result.preferences()).isCloseTo(1 - 70.0 / 720, within(1e-6));
    }

    @Test
    void theEngineAssertsEveryMove() {
        PassPlanner asserting =
                new PassPlanner(1, SearchParameters.DEFAULT.withStepsBetweenPlans(1), EnvironmentMode.FULL_ASSERT);
        for (long seed = 1; seed <= 5; seed++) {
            PlanningResult result = solve(
                    asserting,
                    new RandomProblems(seed)
                            .withTies()
                            .withPins()
                            .withPublished()
                            .withMountsAndLimits()
                            .any(3, 15, 48),
                    150,
                    seed);
            assertThat(result.tracks()).as("seed %d", seed).isNotEmpty();
        }
    }

    @Test
    void howOftenTheEngineIsToldChangesNothing() {
        PassPlanner chatty =
                new PassPlanner(2, SearchParameters.DEFAULT.withStepsBetweenPlans(1), EnvironmentMode.NO_ASSERT);
        for (long seed = 1; seed <= 5; seed++) {
            ProblemInstance instance = new RandomProblems(seed).any(3, 25, 48);
            assertThat(solve(chatty, instance, 2_000, seed).tracks())
                    .as("seed %d", seed)
                    .isEqualTo(solve(planner, instance, 2_000, seed).tracks());
        }
    }

    @Test
    void theSameSeedAndStepLimitGiveTheSameTracks() {
        ProblemInstance instance = new RandomProblems(7).any(4, 40, 96);
        PlanningResult first = solve(planner, instance, 50_000, 3);
        PlanningResult second = solve(planner, instance, 50_000, 3);
        assertThat(second.tracks()).isEqualTo(first.tracks());
        assertThat(second.steps()).isEqualTo(first.steps());
    }

    @Test
    void aListenerChangesNothing() {
        ProblemInstance instance = new RandomProblems(7).any(4, 40, 96);
        PlanningResult alone = solve(planner, instance, 20_000, 3);
        List<PlanningProgress> heard = new ArrayList<>();
        PlanningResult watched =
                planner.solve(instance, new SolverOptions(LONG, 20_000, 3), heard::add, new StopToken());
        assertThat(watched.tracks()).isEqualTo(alone.tracks());
        PlanningProgress last = heard.get(heard.size() - 1);
        assertThat(last.value()).isEqualTo(watched.value());
        assertThat(last.tracks().get()).isEqualTo(watched.tracks());
        assertThat(last.steps()).isEqualTo(watched.steps());
    }

    @Test
    void aStoppedSearchKeepsItsBest() {
        ProblemInstance instance = new RandomProblems(9).any(4, 40, 96);
        StopToken stop = new StopToken();
        PlanningResult result = planner.solve(instance, new SolverOptions(LONG, 0, 1), progress -> stop.stop(), stop);
        assertThat(result.tracks()).isNotEmpty();
        assertThat(ScheduleChecker.evaluate(instance, result.tracks()).violations())
                .isEmpty();
    }

    @Test
    void aSearchThatIsStoppedBeforeItBeginsGivesAFirstSchedule() {
        ProblemInstance instance = new RandomProblems(9).any(4, 40, 96);
        StopToken stop = new StopToken();
        stop.stop();
        PlanningResult result = planner.solve(instance, new SolverOptions(LONG, 0, 1), PlanningListener.NONE, stop);
        assertThat(result.tracks()).isNotEmpty();
    }

    @Test
    void aTimeLimitEndsASearchWithoutStepLimit() {
        ProblemInstance instance = new RandomProblems(9).any(4, 40, 96);
        PlanningResult result = planner.solve(
                instance, new SolverOptions(Duration.ofMillis(300), 0, 1), PlanningListener.NONE, new StopToken());
        assertThat(ScheduleChecker.evaluate(instance, result.tracks()).violations())
                .isEmpty();
        assertThat(result.steps()).isPositive();
    }

    @Test
    void aProblemThatNothingCanServeHasNoTracks() {
        ProblemInstance instance = PlanFixtures.instance(
                Objective.Preset.BALANCED.objective(),
                List.of(PlanFixtures.antenna("A")),
                List.of(PlanFixtures.spacecraft("X", "X")),
                List.of(PlanFixtures.request("P", "X").make()),
                List.of());
        PlanningResult result = solve(planner, instance, 100, 0);
        assertThat(result.tracks()).isEmpty();
        assertThat(result.value()).isZero();
    }

    @Test
    void aListenerThatFailsEndsTheSearch() {
        ProblemInstance instance = new RandomProblems(9).any(4, 40, 96);
        assertThatThrownBy(() -> planner.solve(
                        instance,
                        new SolverOptions(LONG, 0, 1),
                        progress -> {
                            throw new IllegalArgumentException("enough");
                        },
                        new StopToken()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("enough");
    }
}
