package dev.yeoju.planning;

import java.time.Duration;

/**
 * Hears how a search goes, a few times a second, in the thread that asked for it. It influences nothing but how far a
 * search limited by time comes.
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

    /**
     * Called many times a second by each search, in its own thread: what waits here slows the search, and changes nothing
     * of what a number of steps finds.
     *
     * @param search its number, from 0
     */
    default void stepped(int search) {}
}
