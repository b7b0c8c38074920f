package dev.yeoju.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class IntervalsTest {
    private static final Instant T0 = Instant.parse("2026-12-07T00:00:00Z");

    @Test
    void anIntervalWithoutLengthIsRefusedWithItsBounds() {
        assertThatThrownBy(() -> new Interval(T0, T0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2026-12-07T00:00:00Z")
                .hasMessageContaining("Maybe they are swapped");
    }

    @Test
    void intervalsAreHalfOpen() {
        Interval hour = hours(0, 1);
        assertThat(hour.contains(T0)).isTrue();
        assertThat(hour.contains(T0.plus(Duration.ofHours(1)))).isFalse();
        assertThat(hour.overlaps(hours(1, 2))).isFalse();
        assertThat(hour.intersection(hours(1, 2))).isNull();
        assertThat(hour.duration()).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void anIntervalContainsItselfAndItsParts() {
        assertThat(hours(0, 4).contains(hours(0, 4))).isTrue();
        assertThat(hours(0, 4).contains(hours(1, 4))).isTrue();
        assertThat(hours(0, 4).contains(hours(3, 5))).isFalse();
    }

    @Test
    void aUnionJoinsWhatOverlapsOrTouches() {
        assertThat(Intervals.union(List.of(hours(5, 6), hours(0, 2), hours(2, 3), hours(1, 2))))
                .containsExactly(hours(0, 3), hours(5, 6));
        assertThat(Intervals.union(List.of(hours(0, 9), hours(1, 2)))).containsExactly(hours(0, 9));
    }

    @Test
    void aDifferenceLeavesBothSidesOfAHole() {
        assertThat(Intervals.difference(List.of(hours(0, 10)), List.of(hours(2, 3), hours(5, 12))))
                .containsExactly(hours(0, 2), hours(3, 5));
        assertThat(Intervals.difference(List.of(hours(0, 2)), List.of(hours(0, 2))))
                .isEmpty();
    }

    /** Every operation against the same one on sets of hours, over random sets. */
    @Test
    void theAlgebraAgreesWithSetsOfHours() {
        for (long seed = 0; seed < 2_000; seed++) {
            Random random = new Random(seed);
            List<Interval> a = randomSet(random);
            List<Interval> b = randomSet(random);
            BitSet union = bits(a);
            union.or(bits(b));
            BitSet intersection = bits(a);
            intersection.and(bits(b));
            BitSet difference = bits(a);
            difference.andNot(bits(b));
            List<Interval> all = new ArrayList<>(a);
            all.addAll(b);
            assertThat(Intervals.union(all)).as("union, seed %d", seed).isEqualTo(canonical(union));
            assertThat(Intervals.intersection(a, b))
                    .as("intersection, seed %d", seed)
                    .isEqualTo(canonical(intersection));
            assertThat(Intervals.difference(a, b))
                    .as("difference, seed %d", seed)
                    .isEqualTo(canonical(difference));
        }
    }

    private static List<Interval> randomSet(Random random) {
        List<Interval> set = new ArrayList<>();
        for (int n = random.nextInt(6); n > 0; n--) {
            int from = random.nextInt(24);
            set.add(hours(from, from + 1 + random.nextInt(6)));
        }
        return set;
    }

    private static BitSet bits(List<Interval> set) {
        BitSet bits = new BitSet();
        for (Interval interval : set) {
            bits.set(hour(interval.start()), hour(interval.end()));
        }
        return bits;
    }

    private static List<Interval> canonical(BitSet bits) {
        List<Interval> runs = new ArrayList<>();
        for (int from = bits.nextSetBit(0); from >= 0; ) {
            int to = bits.nextClearBit(from);
            runs.add(hours(from, to));
            from = bits.nextSetBit(to);
        }
        return runs;
    }

    private static int hour(Instant instant) {
        return (int) Duration.between(T0, instant).toHours();
    }

    private static Interval hours(int from, int to) {
        return new Interval(T0.plus(Duration.ofHours(from)), T0.plus(Duration.ofHours(to)));
    }
}
