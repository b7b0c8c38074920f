package dev.yeoju.planning;

import java.util.concurrent.atomic.AtomicLongArray;
import org.jspecify.annotations.Nullable;

/** What searches tell about themselves while they run: their steps and the best plan so far. Nothing flows back. */
final class IncumbentBoard {
    private final AtomicLongArray steps;
    private @Nullable PlanSnapshot best;

    IncumbentBoard(int searches) {
        steps = new AtomicLongArray(searches);
    }

    void count(int search, long done) {
        steps.set(search, done);
    }

    long steps() {
        long sum = 0;
        for (int search = 0; search < steps.length(); search++) {
            sum += steps.get(search);
        }
        return sum;
    }

    synchronized void offer(PlanSnapshot candidate) {
        if (best == null || candidate.isBetterThan(best)) {
            best = candidate;
        }
    }

    synchronized @Nullable PlanSnapshot best() {
        return best;
    }
}
