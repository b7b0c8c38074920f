package dev.yeoju.check;

import static dev.yeoju.check.ProblemFixture.T0;
import static dev.yeoju.check.ProblemFixture.still;
import static dev.yeoju.check.ProblemFixture.track;
import static org.assertj.core.api.Assertions.assertThat;

import dev.yeoju.model.Pointing;
import dev.yeoju.model.PointingFixtures;
import dev.yeoju.model.ProblemInstance;
import dev.yeoju.model.Track;
import dev.yeoju.model.Violation;
import java.util.List;
import org.junit.jupiter.api.Test;

class SlewRulesTest {
    private static final double SECOND = 1 / 3600.0;

    private static List<Violation> found(ProblemInstance instance, Track... tracks) {
        return ScheduleChecker.evaluate(instance, List.of(tracks)).violations();
    }

    private static List<String> codes(ProblemInstance instance, Track... tracks) {
        return found(instance, tracks).stream().map(Violation::code).toList();
    }

    @Test
    void repointingTakesItsTimeBeforeTheNextSetupToTheSecond() {
        // 39.9 degrees at half a degree a second: 80 s.
        ProblemFixture fixture = new ProblemFixture()
                .antenna("A")
                .equip("A", 0.5, null)
                .view("A", "S", 0, 24, still(100, 40))
                .view("A", "T", 0, 24, still(139.9, 20));
        fixture.request("R", "S", "A").setup(0.5, 0.25);
        fixture.request("Q", "T", "A").setup(0.5, 0.25);
        ProblemInstance instance = fixture.build();
        Track first = track(instance, "R", "A", 1, 2);
        assertThat(codes(instance, first, track(instance, "Q", "A", 2.75 + 80 * SECOND, 4)))
                .isEmpty();
        Track early = track(instance, "Q", "A", 2.75 + 79 * SECOND, 4);
        assertThat(found(instance, first, early)).singleElement().satisfies(violation -> {
            assertThat(violation.code()).isEqualTo("SLEW");
            assertThat(violation.text())
                    .isEqualTo("A: from the end of R#1 (2026-12-07 02:15:00 with teardown) to the setup of Q#1"
                            + " (2026-12-07 02:16:19) repointing takes 80 s, 1 s more than there is.");
        });
    }

    @Test
    void directionsAreThoseOfEndAndBeginOfTrack() {
        // Drifts 15 degrees an hour; from its 115 degrees at 1 h to 100 at half a degree a second: 30 s.
        ProblemFixture fixture = new ProblemFixture()
                .antenna("A")
                .equip("A", 0.5, null)
                .view("A", "S", 0, 6, PointingFixtures.track(T0, 21_600, 60, t -> new Pointing(100.01 + t / 240, 40)))
                .view("A", "T", 0, 6, still(100, 40));
        fixture.request("R", "S", "A");
        fixture.request("Q", "T", "A");
        ProblemInstance instance = fixture.build();
        Track first = track(instance, "R", "A", 0, 1);
        assertThat(codes(instance, first, track(instance, "Q", "A", 1 + 31 * SECOND, 3)))
                .isEmpty();
        assertThat(codes(instance, first, track(instance, "Q", "A", 1 + 30 * SECOND, 3)))
                .containsExactly("SLEW");
    }

    @Test
    void eachMemberOfAnArrayRepointsForItself() {
        ProblemFixture fixture = new ProblemFixture()
                .antenna("A")
                .antenna("B")
                .equip("B", 0.5, null)
                .view("A", "S", 0, 24, still(100, 40))
                .view("B", "S", 0, 24, still(100, 40))
                .view("A", "T", 0, 24, still(140, 40))
                .view("B", "T", 0, 24, still(139.9, 40));
        fixture.request("R", "S").array("A", "B");
        fixture.request("Q", "T", "A", "B");
        ProblemInstance instance = fixture.build();
        Track array = track(instance, "R", 1, List.of("A", "B"), 1, 2);
        assertThat(codes(instance, array, track(instance, "Q", "A", 2, 3))).isEmpty();
        assertThat(codes(instance, array, track(instance, "Q", "B", 2 + 80 * SECOND, 4)))
                .isEmpty();
        assertThat(codes(instance, array, track(instance, "Q", "B", 2 + 79 * SECOND, 4)))
                .containsExactly("SLEW");
    }

    @Test
    void withoutSlewRateOrDirectionsNoTimeIsNeeded() {
        ProblemFixture fixture = new ProblemFixture()
                .antenna("A")
                .equip("A", 0.5, null)
                .view("A", "S", 0, 24, still(100, 40))
                .view("A", "T", 0, 24);
        fixture.request("R", "S", "A");
        fixture.request("Q", "T", "A");
        ProblemInstance instance = fixture.build();
        assertThat(codes(instance, track(instance, "R", "A", 1, 2), track(instance, "Q", "A", 2, 3)))
                .isEmpty();
    }

    @Test
    void aRequestsOwnLowestElevationIsKeptThroughoutTheTrack() {
        // Rises a degree in two minutes: 20 degrees at 40 minutes.
        ProblemFixture fixture = new ProblemFixture()
                .antenna("A")
                .view("A", "S", 0, 3, PointingFixtures.track(T0, 10_800, 60, t -> new Pointing(100, t / 120 + 1e-4)));
        fixture.request("R", "S", "A").minElevation(20);
        ProblemInstance instance = fixture.build();
        assertThat(codes(instance, track(instance, "R", "A", 2 / 3.0, 2))).isEmpty();
        assertThat(codes(instance, track(instance, "R", "A", 2 / 3.0 - SECOND, 2)))
                .containsExactly("TOO_LOW");
    }
}
