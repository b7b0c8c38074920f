package dev.yeoju.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yeoju.bound.BoundWatch;
import dev.yeoju.check.ProblemFixture;
import dev.yeoju.model.ProblemInstance;
import dev.yeoju.model.Schedule;
import dev.yeoju.model.Track;
import dev.yeoju.replan.ScheduleComposer;
import java.util.List;
import org.junit.jupiter.api.Test;

class MostCriticalTest {
    private static Schedule.Critical stated(ProblemInstance instance, Track... tracks) {
        Schedule schedule = ScheduleComposer.compose(instance, List.of(tracks), null, null);
        return MostCritical.stated(instance, schedule, BoundWatch.NONE).critical();
    }

    /** Two critical requests of which one antenna can serve one, and one that is not critical. */
    private static ProblemInstance contested() {
        ProblemFixture fixture = new ProblemFixture()
                .antenna("A")
                .view("A", "S", 0, 3)
                .view("A", "T", 0, 3)
                .view("A", "U", 0, 24);
        fixture.request("R", "S", "A").lasting(2, 3).critical();
        fixture.request("Q", "T", "A").lasting(2, 3).critical().priority(9);
        fixture.request("P", "U", "A").lasting(1, 20);
        return fixture.build();
    }

    @Test
    void allOfThemAreTheMostThatIsPossible() {
        ProblemFixture fixture = new ProblemFixture().antenna("A").view("A", "S", 0, 24);
        fixture.request("R", "S", "A").critical();
        ProblemInstance instance = fixture.build();
        assertThat(stated(instance, ProblemFixture.track(instance, "R", "A", 1, 2)))
                .isEqualTo(new Schedule.Critical(1, 1, 1));
    }

    @Test
    void fewerAreTheMostWhereTheBoundSaysSo() {
        ProblemInstance instance = contested();
        assertThat(stated(instance, ProblemFixture.track(instance, "R", "A", 0, 2)))
                .isEqualTo(new Schedule.Critical(1, 2, 1));
    }

    @Test
    void whereMoreMayBePossibleNothingIsSaid() {
        assertThat(stated(contested())).isEqualTo(new Schedule.Critical(0, 2, null));
    }

    @Test
    void withoutCriticalRequestsNothingIsSaid() {
        ProblemFixture fixture = new ProblemFixture().antenna("A").view("A", "S", 0, 24);
        fixture.request("R", "S", "A");
        assertThat(stated(fixture.build())).isEqualTo(new Schedule.Critical(0, 0, null));
    }
}
