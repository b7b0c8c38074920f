package dev.yeoju.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CoreTurnsTest {
    @Test
    void asManyThreadsWorkAtAnyTimeAsThereAreCoresAndAllEquallyOften() {
        for (int threads = 1; threads <= 9; threads++) {
            for (int cores = 1; cores <= threads; cores++) {
                int[] worked = new int[threads];
                for (long slot = -threads; slot < threads; slot++) {
                    int working = 0;
                    for (int thread = 0; thread < threads; thread++) {
                        if (CoreTurns.restNanos(thread, threads, cores, slot * CoreTurns.SLOT_NANOS) == 0) {
                            worked[thread]++;
                            working++;
                        }
                    }
                    assertThat(working).isEqualTo(cores);
                }
                assertThat(IntStream.of(worked).distinct()).containsExactly(2 * cores);
            }
        }
    }

    @Test
    void nobodyRestsWhereThereAreCoresForAll() {
        for (int thread = 0; thread < 3; thread++) {
            assertThat(CoreTurns.restNanos(thread, 3, 4, 12_345)).isZero();
        }
    }

    @Test
    void aRestLastsUntilTheEndOfItsSlot() {
        long now = 7 * CoreTurns.SLOT_NANOS + 5;

        assertThat(CoreTurns.restNanos(0, 2, 1, now)).isEqualTo(CoreTurns.SLOT_NANOS - 5);
        assertThat(CoreTurns.restNanos(1, 2, 1, now)).isZero();
    }
}
