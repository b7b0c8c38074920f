package dev.yeoju.planning;

import org.jspecify.annotations.Nullable;

/**
 * Where searches meet after the same number of steps each and learn the best plan of them all. What they learn depends on
 * their steps alone, never on who came first.
 */
final class SearchExchange {
    private static final long WAIT_MILLIS = 50;

    private final SearchLimits limits;
    private final @Nullable PlanSnapshot[] brought;
    private int searches;
    private int arrived;
    private long round;
    private @Nullable PlanSnapshot best;

    SearchExchange(int searches, SearchLimits limits) {
        this.searches = searches;
        this.limits = limits;
        brought = new PlanSnapshot[searches];
    }

    /** Waits for the others and gives the best plan of all; null when the time is over before they came. */
    synchronized @Nullable PlanSnapshot meet(int search, PlanSnapshot own) throws InterruptedException {
        brought[search] = own;
        arrived++;
        long mine = round;
        if (arrived == searches) {
            close();
        }
        while (round == mine) {
            if (limits.timeOver()) {
                return null;
            }
            wait(WAIT_MILLIS);
        }
        return best;
    }

    /** Says that a search has ended, so that nobody waits for it. */
    synchronized void leave() {
        searches--;
        if (searches > 0 && arrived >= searches) {
            close();
        }
    }

    private void close() {
        best = null;
        for (PlanSnapshot each : brought) {
            if (each != null && (best == null || each.isBetterThan(best))) {
                best = each;
            }
        }
        arrived = 0;
        round++;
        notifyAll();
    }
}
