package dev.yeoju.replan;

import static dev.yeoju.check.ProblemFixture.track;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.yeoju.check.ProblemFixture;
import dev.yeoju.check.ScheduleChecker;
import dev.yeoju.model.Fault;
import dev.yeoju.model.Figures;
import dev.yeoju.model.ProblemInstance;
import dev.yeoju.model.Schedule;
import dev.yeoju.model.Track;
import dev.yeoju.model.Violation;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScheduleComposerTest {
    private static ProblemInstance instance() {
        ProblemFixture fixture = new ProblemFixture().antenna("A").view("A", "S", 0, 12);
        fixture.request("R", "S", "A").lasting(1, 4).critical();
        fixture.request("Q", "S", "A").lasting(1, 4);
        fixture.request("P", "S", "A").window(20, 22);
        return fixture.build();
    }

    private static List<Track> tracks(ProblemInstance instance) {
        return List.of(track(instance, "R", "A", 0, 4), track(instance, "Q", "A", 6, 9));
    }

    @Test
    void whatAComposedScheduleClaimsIsTrue() {
        ProblemInstance instance = instance();
        double value = ScheduleChecker.evaluate(instance, tracks(instance)).value();
        Schedule schedule = ScheduleComposer.compose(instance, tracks(instance), value * 1.25, null);
        assertThat(schedule.status()).isEqualTo(Schedule.Status.FEASIBLE);
        assertThat(schedule.gapPercent()).isCloseTo(20.0, within(1e-9));
        assertThat(schedule.unscheduled())
                .extracting(Schedule.Unscheduled::request)
                .containsExactly("P");
        assertThat(schedule.shortRequests())
                .extracting(Schedule.ShortRequest::request)
                .containsExactly("Q");
        assertThat(schedule.unscheduled().get(0).reasons()).isNotEmpty();
        assertThat(schedule.shortRequests().get(0).reasons()).isNotEmpty();
        assertThat(ScheduleChecker.compare(instance, schedule)).isEmpty();
    }

    @Test
    void noTracksAreAnEmptyScheduleWithAWholeGap() {
        Schedule schedule = ScheduleComposer.compose(instance(), List.of(), 10.0, null);
        assertThat(schedule.status()).isEqualTo(Schedule.Status.EMPTY);
        assertThat(schedule.gapPercent()).isEqualTo(100);
        assertThat(ScheduleComposer.compose(instance(), List.of(), 0.0, null).gapPercent())
                .isZero();
        assertThat(ScheduleComposer.compose(instance(), List.of(), null, null).gapPercent())
                .isNull();
    }

    @Test
    void aBrokenRuleMeansInfeasibleAndNoGap() {
        ProblemInstance instance = instance();
        List<Track> overlapping = List.of(track(instance, "R", "A", 0, 4), track(instance, "Q", "A", 3, 5));
        Schedule schedule = ScheduleComposer.compose(instance, overlapping, 100.0, null);
        assertThat(schedule.status()).isEqualTo(Schedule.Status.INFEASIBLE);
        assertThat(schedule.violations()).isNotEmpty();
        assertThat(schedule.bound()).isNull();
        assertThat(schedule.gapPercent()).isNull();
        assertThat(ScheduleChecker.compare(instance, schedule)).isEmpty();
    }

    @Test
    void aValueAboveItsBoundIsAnInternalError() {
        ProblemInstance instance = instance();
        double value = ScheduleChecker.evaluate(instance, tracks(instance)).value();
        assertThatThrownBy(() -> ScheduleComposer.compose(instance, tracks(instance), value - 0.01, null))
                .isInstanceOf(IllegalStateException.class);
        assertThat(ScheduleComposer.compose(instance, tracks(instance), value - 1e-9, null)
                        .gapPercent())
                .isZero();
    }

    @Test
    void everyFalseClaimIsListed() {
        ProblemInstance instance = instance();
        Schedule s = ScheduleComposer.compose(instance, tracks(instance), 100.0, null);
        Figures f = s.figures();
        Schedule lies = new Schedule(
                1,
                "another",
                Schedule.Status.EMPTY,
                s.value() + 0.001,
                s.bound(),
                0.1,
                new Schedule.Critical(0, 2, 5),
                new Figures(
                        f.trackedHours() + 1,
                        f.requestedHours() + 1,
                        f.satisfied() + 1,
                        f.requests() + 1,
                        f.uRms() / 2,
                        f.uMax() / 2,
                        List.of(new Figures.MissionFigures("NONE", 0, 0, 0, 0, 0))),
                s.tracks(),
                List.of(new Schedule.Unscheduled("R", List.of())),
                List.of(new Schedule.ShortRequest("Q", 1, 4, List.of())),
                List.of(new Violation("X", "X", "", List.of(), List.of())),
                null);
        assertThat(ScheduleChecker.compare(instance, lies))
                .extracting(Fault::pointer)
                .containsExactly(
                        "/problem",
                        "/status",
                        "/value",
                        "/gapPercent",
                        "/critical/satisfied",
                        "/critical/requests",
                        "/critical/most",
                        "/figures/trackedHours",
                        "/figures/requestedHours",
                        "/figures/satisfied",
                        "/figures/requests",
                        "/figures/uRms",
                        "/figures/uMax",
                        "/figures/missions/0/mission",
                        "/figures/missions",
                        "/unscheduled/0/request",
                        "/unscheduled",
                        "/short/0/hours",
                        "/violations/0/id");
    }

    @Test
    void aBoundBelowTheValueIsRefused() {
        ProblemInstance instance = instance();
        Schedule s = ScheduleComposer.compose(instance, tracks(instance), 100.0, null);
        Schedule lies = new Schedule(
                1,
                s.problem(),
                s.status(),
                s.value(),
                s.value() / 2,
                0.0,
                s.critical(),
                s.figures(),
                s.tracks(),
                s.unscheduled(),
                s.shortRequests(),
                s.violations(),
                null);
        assertThat(ScheduleChecker.compare(instance, lies))
                .extracting(Fault::pointer)
                .containsExactly("/bound");
    }
}
