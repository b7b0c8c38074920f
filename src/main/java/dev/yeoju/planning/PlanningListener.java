package dev.yeoju.planning;

/** Hears how a search goes, a few times a second, in the thread that asked for it. It cannot influence the search. */
@FunctionalInterface
public interface PlanningListener {
    PlanningListener NONE = progress -> {};

    void progressed(PlanningProgress progress);
}
