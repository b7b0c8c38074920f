package dev.yeoju.check;

import static dev.yeoju.check.ProblemFixture.T0;
import static dev.yeoju.check.ProblemFixture.still;
import static dev.yeoju.check.ProblemFixture.track;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.yeoju.model.Pointing;
import dev.yeoju.model.PointingFixtures;
import dev.yeoju.model.ProblemInstance;
import dev.yeoju.model.Track;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class PreferenceFormulaTest {
    private static final Offset<Double> CLOSE = within(1e-6);

    private static double points(ProblemInstance instance, Track... tracks) {
        return ScheduleChecker.evaluate(instance, List.of(tracks)).preferences();
    }

    @Test
    void nearThePreferredTimeIsBetterByPriority() {
        ProblemFixture fixture = new ProblemFixture().antenna("A").view("A", "S", 0, 24);
        fixture.request("R", "S", "A").preferredTime(6).priority(2);
        ProblemInstance instance = fixture.build();
        assertThat(points(instance)).isZero();
        assertThat(points(instance, track(instance, "R", "A", 6, 7))).isCloseTo(2, CLOSE);
        assertThat(points(instance, track(instance, "R", "A", 3, 4))).isCloseTo(2 * 0.75, CLOSE);
        assertThat(points(instance, track(instance, "R", "A", 12, 13))).isCloseTo(2 * 0.5, CLOSE);
        assertThat(points(instance, track(instance, "R", "A", 19, 20))).isCloseTo(0, CLOSE);
    }

    @Test
    void higherIsBetterByTheMiddleOfTheTrackAndTheMeanOfAnArray() {
        ProblemFixture fixture = new ProblemFixture()
                .antenna("A")
                .antenna("B")
                .view("A", "S", 0, 6, PointingFixtures.track(T0, 21_600, 60, t -> new Pointing(100, t / 360)))
                .view("B", "S", 0, 6, still(100, 45));
        fixture.request("R", "S", "A").array("A", "B").lasting(1, 4).split(2, 1);
        ProblemInstance instance = fixture.build();
        // 30 degrees at 3 h.
        assertThat(points(instance, track(instance, "R", "A", 2, 4))).isCloseTo(30 / 90.0, CLOSE);
        assertThat(points(instance, track(instance, "R", 1, List.of("A", "B"), 2, 4)))
                .isCloseTo((30 / 90.0 + 45 / 90.0) / 2, CLOSE);
        // One hour at 5 degrees, three at 35; and a split more.
        assertThat(points(
                        instance,
                        track(instance, "R", 1, List.of("A"), 0, 1),
                        track(instance, "R", 2, List.of("A"), 2, 5)))
                .isCloseTo((5 + 3 * 35) / 4.0 / 90 - 1, CLOSE);
    }
}
