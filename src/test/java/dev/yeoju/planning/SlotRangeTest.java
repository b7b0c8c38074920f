package dev.yeoju.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.yeoju.model.Objective;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SlotRangeTest {
    /** Opportunities of 3 and 2 minutes for tracks of 1 to 2 minutes. */
    private static SlotRange range() {
        PlanModel model = PlanBuilder.model(PlanFixtures.instance(
                Objective.Preset.BALANCED.objective(),
                List.of(PlanFixtures.antenna("A"), PlanFixtures.antenna("B")),
                List.of(PlanFixtures.spacecraft("X", "X")),
                List.of(PlanFixtures.request("P", "X")
                        .on("A", "B")
                        .lasting(1, 2)
                        .make()),
                List.of(PlanFixtures.view("A", "X", 10, 13), PlanFixtures.view("B", "X", 20, 22))));
        return new SlotRange(model, 0, model.requests().get(0));
    }

    @Test
    void hasEverySlotOnce() {
        SlotRange range = range();
        Set<String> seen = new HashSet<>();
        Iterator<Slot> all = range.createOriginalIterator();
        long count = 0;
        while (all.hasNext()) {
            Slot slot = all.next();
            assertThat(range.contains(slot)).as("%s", slot).isTrue();
            seen.add(slot.toString());
            count++;
        }
        // Lengths of 60 to 120 s; 180 s hold 121 down to 61 begins, 120 s hold 61 down to 1.
        assertThat(count).isEqualTo((121 + 61) * 61 / 2 + (61 + 1) * 61 / 2);
        assertThat(range.getSize()).isEqualTo(count);
        assertThat(seen).hasSize((int) count);
    }

    @Test
    void drawsOnlySlotsThatItHas() {
        SlotRange range = range();
        Iterator<Slot> random = range.createRandomIterator(new Random(1));
        for (int draw = 0; draw < 1_000; draw++) {
            assertThat(range.contains(random.next())).isTrue();
        }
    }

    @Test
    void hasNoSlotBeyondItsLast() {
        SlotRange range = range();
        assertThatThrownBy(() -> range.get(range.getSize())).isInstanceOf(IndexOutOfBoundsException.class);
    }
}
