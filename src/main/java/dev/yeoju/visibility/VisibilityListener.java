package dev.yeoju.visibility;

/** Follows a computation of view periods, and can end it. Called from several threads. */
public interface VisibilityListener {
    /** Follows nothing and never ends it. */
    VisibilityListener NONE = new VisibilityListener() {};

    /**
     * A pair of antenna and spacecraft is done.
     *
     * @param done pairs so far
     * @param total pairs in all
     */
    default void pairDone(int done, int total) {}

    /** Whether to stop; asked before each pair. */
    default boolean cancelled() {
        return false;
    }
}
