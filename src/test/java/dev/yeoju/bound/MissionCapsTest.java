package dev.yeoju.bound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.yeoju.check.ProblemFixture;
import dev.yeoju.model.Exclusive;
import dev.yeoju.model.ProblemInstance;
import dev.yeoju.model.Tie;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MissionCapsTest {
    /** Two antennas that both see one spacecraft for the same five hours. */
    private static ProblemFixture twoAntennas() {
        return new ProblemFixture()
                .antenna("A")
                .antenna("B")
                .view("A", "S", 1, 6)
                .view("B", "S", 1, 6);
    }

    /** Two requests of it for four hours each, one on each antenna. */
    private static ProblemFixture twoAtOnce() {
        ProblemFixture fixture = twoAntennas();
        fixture.request("R1", "S", "A").lasting(1, 4);
        fixture.request("R2", "S", "B").lasting(1, 4);
        return fixture;
    }

    private static double[] caps(ProblemInstance instance) {
        Relaxation relaxation = RelaxationBuilder.build(instance);
        return MissionCaps.of(
                relaxation.requests(),
                relaxation.terms(),
                relaxation.stretches(),
                relaxation.missions().size());
    }

    @Test
    void tracksThatMustNotOverlapShareTheTime() {
        assertThat(caps(twoAtOnce().build())).containsExactly(5);
    }

    @Test
    void setupAndTeardownAreNoTrackedTime() {
        ProblemFixture fixture = new ProblemFixture().antenna("A").view("A", "S", 0, 6);
        fixture.request("R", "S", "A").lasting(1, 9).setup(1, 0.5);
        // Only the track must lie in the view period.
        assertThat(caps(fixture.build())).containsExactly(6);
    }

    @Test
    void aRequestHasNoMoreThanItsLongestTrack() {
        ProblemFixture fixture =
                new ProblemFixture().antenna("A").view("A", "S", 0, 3).view("A", "S", 5, 7);
        fixture.request("R", "S", "A").lasting(1, 9);
        assertThat(caps(fixture.build())).containsExactly(3);
    }

    @Test
    void whatExcludesNothingHasItsTimeBesideOthers() {
        ProblemFixture fixture = twoAntennas();
        fixture.request("R1", "S", "A").lasting(1, 4).exclusive(Exclusive.NONE);
        fixture.request("R2", "S", "B").lasting(1, 4);
        assertThat(caps(fixture.build())).containsExactly(8);
    }

    @Test
    void partnersOfAHandoverMayBeTrackedAtOnce() {
        ProblemFixture fixture = twoAntennas();
        fixture.request("R1", "S", "A").lasting(1, 4).tie(Tie.Type.OVERLAP, "R2", 0.5, null);
        fixture.request("R2", "S", "B").lasting(1, 4);
        assertThat(caps(fixture.build())).containsExactly(8);
    }

    @Test
    void spacecraftOfOneMissionShareTheTimeOnlyWhereTheMissionIsExclusive() {
        for (Exclusive exclusive : List.of(Exclusive.MISSION, Exclusive.SPACECRAFT)) {
            ProblemFixture fixture = new ProblemFixture()
                    .antenna("A")
                    .antenna("B")
                    .spacecraft("S1", "M")
                    .spacecraft("S2", "M")
                    .view("A", "S1", 1, 6)
                    .view("B", "S2", 1, 6);
            fixture.request("R1", "S1", "A").lasting(1, 4).exclusive(exclusive);
            fixture.request("R2", "S2", "B").lasting(1, 4).exclusive(exclusive);
            assertThat(caps(fixture.build())).containsExactly(exclusive == Exclusive.MISSION ? 5 : 8);
        }
    }

    @Test
    void theGreatestFlowIsTheLeastCut() {
        for (long seed = 0; seed < 500; seed++) {
            Random random = new Random(seed);
            long[] wanted = random.longs(1 + random.nextInt(6), 0, 12).toArray();
            Map<BitSet, Long> times = new HashMap<>();
            for (int t = random.nextInt(7); t > 0; t--) {
                BitSet who = BitSet.valueOf(new long[] {1 + random.nextInt((1 << wanted.length) - 1)});
                times.merge(who, (long) random.nextInt(12), Long::sum);
            }
            assertThat(new MissionCaps.Flow(wanted, times).total())
                    .as("seed %d", seed)
                    .isEqualTo(leastCut(wanted, times));
        }
    }

    /** Those of a set have all that any of them could have at most, all others what they want. */
    private static long leastCut(long[] wanted, Map<BitSet, Long> times) {
        long least = Long.MAX_VALUE;
        for (long members = 0; members < 1L << wanted.length; members++) {
            BitSet set = BitSet.valueOf(new long[] {members});
            long cut = 0;
            for (int k = 0; k < wanted.length; k++) {
                cut += set.get(k) ? 0 : wanted[k];
            }
            for (Map.Entry<BitSet, Long> time : times.entrySet()) {
                cut += time.getKey().intersects(set) ? time.getValue() : 0;
            }
            least = Math.min(least, cut);
        }
        return least;
    }

    @Test
    void aMissionThatNobodySeesLongEnoughKeepsTheBoundLow() {
        // The mission has five of its eight hours at most: no prices are needed to know.
        ProblemInstance instance = twoAtOnce().build();
        Relaxation relaxation = RelaxationBuilder.build(instance);
        double[] hours = new double[1];
        relaxation.fairness().surplus(new double[1], hours);
        assertThat(hours[0]).isCloseTo(5, within(1e-9));
    }
}
