package dev.yeoju.planning;

import java.time.Duration;

/**
 * Hears how a search goes, a few times a second, in the thread that asked for it. It influences nothing but when a search
 * limited by time ends.
 */
@FunctionalInterface
public interface PlanningListener {
    PlanningListener NONE = progress -> {};

    void progressed(PlanningProgress progress);

    /**
     * What the listener needs after the search to finish within the time limit; asked for with every report of a running
     * search.
     *
     * @param now what it was told last
     */
    default Duration timeAfter(PlanningProgress now) {
        return Duration.ZERO;
    }
}
