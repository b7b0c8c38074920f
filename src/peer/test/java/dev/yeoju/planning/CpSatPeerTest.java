package dev.yeoju.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.yeoju.benchmark.Peer;
import dev.yeoju.benchmark.Peers;
import dev.yeoju.check.Evaluation;
import dev.yeoju.check.ScheduleChecker;
import dev.yeoju.model.Band;
import dev.yeoju.model.Mspa;
import dev.yeoju.model.Objective;
import dev.yeoju.model.PointingFixtures;
import dev.yeoju.model.ProblemInstance;
import dev.yeoju.model.SlewRate;
import dev.yeoju.model.Track;
import dev.yeoju.model.ViewPeriod;
import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.Assumptions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** CP-SAT plays by the same rules and for the same objective: on small problems it finds the enumerated optimum. */
class CpSatPeerTest {
    private static final Duration LONG = Duration.ofMinutes(2);
    /** Tangents and whole units take that much off, hours. */
    private static final double TOLERANCE = 2e-3;

    private final Peer peer = Peers.find("cp-sat");

    @Test
    void smallProblemsAreSolvedToTheEnumeratedOptimum() {
        for (long seed = 0; seed < 60; seed++) {
            assertOptimum(seed, new RandomProblems(seed).enumerable());
        }
    }

    @Test
    void smallProblemsWithTiesAlike() {
        for (long seed = 1000; seed < 1060; seed++) {
            assertOptimum(seed, new RandomProblems(seed).withTies().enumerable());
        }
    }

    private void assertOptimum(long seed, ProblemInstance instance) {
        Enumeration.Best best = Enumeration.best(PlanBuilder.model(instance), 30 * 60);
        Peer.Outcome outcome = peer.solve(instance, LONG, 2, seed, () -> false);
        Evaluation evaluation = ScheduleChecker.evaluate(instance, outcome.tracks());

        assertThat(outcome.optimal()).as("seed %d", seed).isTrue();
        assertThat(evaluation.violations()).as("seed %d", seed).isEmpty();
        assertThat(evaluation.criticalPriority())
                .as("seed %d", seed)
                .isCloseTo(best.criticalMicro() / PlanUnits.MICRO_PER_HOUR, within(1e-6));
        assertThat(evaluation.value())
                .as("seed %d", seed)
                .isCloseTo(best.valueMicro() / PlanUnits.MICRO_PER_HOUR, within(TOLERANCE));
        if (outcome.bound() != null) {
            assertThat(outcome.bound()).as("seed %d", seed).isGreaterThan(evaluation.value() - TOLERANCE);
        }
    }

    @Test
    void twoPassesHaveTimeToRepoint() {
        assertThat(served(slowly(130))).isEqualTo(2);
        assertThat(served(slowly(129))).isEqualTo(1);
    }

    /** One hour each of two spacecraft which the antenna needs ten minutes to turn between. */
    private static ProblemInstance slowly(long minutes) {
        return still(minutes, 59.95, new SlewRate(0.1, 0.1), null, hour("R0", "X1"), hour("R1", "Y"));
    }

    @Test
    void passesShareABeamThatHoldsThem() {
        Mspa beam = new Mspa(2, Map.of(Band.S, 0.4, Band.X, 0.2));

        PlanFixtures.RequestMaker one = sharing("R0", "X1", Band.S);
        PlanFixtures.RequestMaker other = sharing("R1", "Y", Band.S);

        assertThat(servedTogether(beam, one, other)).isEqualTo(2);
        assertThat(servedTogether(null, one, other)).isEqualTo(1);
        assertThat(servedTogether(beam, one, hour("R1", "Y"))).isEqualTo(1);
        assertThat(servedTogether(beam, one, sharing("R1", "Y", Band.X))).isEqualTo(1);
        assertThat(servedTogether(beam, one, other, sharing("R2", "X2", Band.S)))
                .isEqualTo(2);
        assertThat(servedTogether(beam, one.transmitting(), other)).isEqualTo(2);
        assertThat(servedTogether(beam, one, other.transmitting())).isEqualTo(1);
    }

    /** How many are served in the one hour in which all are in view, Y 0.3 degrees beside the others. */
    private int servedTogether(@Nullable Mspa mspa, PlanFixtures.RequestMaker... asked) {
        return served(still(60, 0.3, null, mspa, asked));
    }

    private static PlanFixtures.RequestMaker hour(String id, String spacecraft) {
        return PlanFixtures.request(id, spacecraft).on("A").within(0, 300).lasting(60, 60);
    }

    private static PlanFixtures.RequestMaker sharing(String id, String spacecraft, Band band) {
        return hour(id, spacecraft).sharing().in(band);
    }

    /** One antenna that sees all for some minutes: X1 and X2 in one place, Y as many degrees beside them. */
    private static ProblemInstance still(
            long minutes,
            double apartDeg,
            @Nullable SlewRate slewRate,
            @Nullable Mspa mspa,
            PlanFixtures.RequestMaker... asked) {
        List<ViewPeriod> views = Stream.of("X1", "X2", "Y")
                .map(id -> PlanFixtures.view(
                        "A",
                        id,
                        0,
                        minutes,
                        PointingFixtures.still(
                                PlanFixtures.T0, (int) minutes * 60, id.equals("Y") ? 100 + apartDeg : 100, 0)))
                .toList();
        return PlanFixtures.instance(
                Objective.Preset.BALANCED.objective(),
                List.of(PlanFixtures.antenna("A", slewRate, mspa)),
                List.of(
                        PlanFixtures.spacecraft("X1", "X"),
                        PlanFixtures.spacecraft("X2", "Z"),
                        PlanFixtures.spacecraft("Y", "Y")),
                Stream.of(asked).map(PlanFixtures.RequestMaker::make).toList(),
                views);
    }

    private int served(ProblemInstance instance) {
        Peer.Outcome outcome = peer.solve(instance, LONG, 2, 0, () -> false);
        Evaluation evaluation = ScheduleChecker.evaluate(instance, outcome.tracks());
        assertThat(evaluation.violations()).isEmpty();
        assertThat(outcome.optimal()).isTrue();
        return evaluation.figures().satisfied();
    }

    @Test
    void problemsWithSlowAntennasSharedBeamsAndLimitsKeepTheRules() {
        int together = 0;
        for (long seed = 0; seed < 60; seed++) {
            ProblemInstance instance =
                    new RandomProblems(seed).withTies().withMountsAndLimits().any(2, 8, 24);
            Peer.Outcome outcome = peer.solve(instance, Duration.ofSeconds(2), 2, seed, () -> false);

            assertThat(peer.unmodelled(instance)).isEmpty();
            assertThat(outcome.found()).as("seed %d", seed).isNotEmpty();
            for (Peer.Found found : outcome.found()) {
                assertThat(ScheduleChecker.evaluate(instance, found.tracks()).violations())
                        .as("seed %d", seed)
                        .isEmpty();
            }
            together += overlaps(outcome.tracks());
        }
        assertThat(together).as("tracks in one beam").isPositive();
    }

    private static int overlaps(List<Track> tracks) {
        int overlaps = 0;
        for (Track one : tracks) {
            for (Track other : tracks) {
                if (one != other
                        && one.tracking().overlaps(other.tracking())
                        && !Collections.disjoint(one.antennas(), other.antennas())) {
                    overlaps++;
                }
            }
        }
        return overlaps;
    }

    @Test
    void largerProblemsWithEverythingKeepTheRules() {
        for (long seed = 0; seed < 5; seed++) {
            ProblemInstance instance = new RandomProblems(seed).withTies().any(3, 15, 48);
            Peer.Outcome outcome = peer.solve(instance, Duration.ofSeconds(5), 2, seed, () -> false);

            assertThat(outcome.found()).isNotEmpty();
            for (Peer.Found found : outcome.found()) {
                assertThat(ScheduleChecker.evaluate(instance, found.tracks()).violations())
                        .as("seed %d", seed)
                        .isEmpty();
            }
        }
    }

    @Test
    void aSatNetWeekKeepsTheRules() throws IOException {
        Assumptions.assumeThat(SatNetWeek.isPresent()).as("SatNet weeks").isTrue();
        ProblemInstance instance = SatNetWeek.read("W10_2018", Objective.Preset.FAIR.objective());

        Peer.Outcome outcome = peer.solve(instance, Duration.ofSeconds(20), 2, 0, () -> false);

        assertThat(peer.unmodelled(instance)).isEmpty();
        assertThat(outcome.tracks()).isNotEmpty();
        assertThat(ScheduleChecker.evaluate(instance, outcome.tracks()).violations())
                .isEmpty();
    }
}
