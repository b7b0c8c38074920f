package dev.yeoju.planning;

import dev.yeoju.model.SolverOptions;

/** When searches end, and how far they are: by steps where those are limited, else by time. */
final class SearchLimits {
    private final long startNanos = System.nanoTime();
    private final long wholeNanos;
    private volatile long limitNanos;
    private final long stepsPerSearch;
    private final PlanningListener listener;
    private final StopToken stop;
    private volatile boolean aborted;

    SearchLimits(SolverOptions options, int searches, PlanningListener listener, StopToken stop) {
        wholeNanos = options.timeLimit().toNanos();
        limitNanos = wholeNanos;
        stepsPerSearch = (options.stepLimit() + searches - 1) / searches;
        this.listener = listener;
        this.stop = stop;
    }

    /** A search has gone some steps. */
    void stepped(int search) {
        listener.stepped(search);
    }

    /** Takes the time that is needed after the search off the limit, so that all of it ends on time. */
    void reserve(long nanos) {
        limitNanos = Math.max(wholeNanos / 2, wholeNanos - nanos);
    }

    long elapsedNanos() {
        return System.nanoTime() - startNanos;
    }

    boolean isOver(long steps) {
        return stepsOver(steps) || timeOver();
    }

    boolean stepsOver(long steps) {
        return stepsPerSearch > 0 && steps >= stepsPerSearch;
    }

    boolean timeOver() {
        return aborted || stop.isStopped() || elapsedNanos() >= limitNanos;
    }

    /** Ends the searches because one of them, or who listens, has failed. */
    void abort() {
        aborted = true;
    }

    /** How much of the search is done, 0 to 1. A time limit beside a step limit only cuts the steps short. */
    double fraction(long steps) {
        return stepsPerSearch > 0 ? (double) steps / stepsPerSearch : (double) elapsedNanos() / limitNanos;
    }
}
