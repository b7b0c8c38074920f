package dev.yeoju.service;

import dev.yeoju.bound.Bound;
import dev.yeoju.bound.BoundOptions;
import dev.yeoju.bound.BoundSolver;
import dev.yeoju.bound.BoundWatch;
import dev.yeoju.model.ProblemInstance;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/**
 * The proof of a bound in a thread of its own, beside the search. Its rounds are counted, so that without a time limit
 * the same problem has the same bound; a time limit and a request to stop cut it short.
 */
final class BoundRun implements BoundWatch, AutoCloseable {
    private final StopSignal stop;
    private final CoreTurns turns;
    private final CompletableFuture<Bound> end = new CompletableFuture<>();
    private volatile @Nullable Bound newest;
    private volatile boolean closed;

    private BoundRun(StopSignal stop, CoreTurns turns) {
        this.stop = stop;
        this.turns = turns;
    }

    /** @param turns that the proof takes with the searches beside it */
    static BoundRun start(ProblemInstance instance, BoundOptions effort, StopSignal stop, CoreTurns turns) {
        BoundRun run = new BoundRun(stop, turns);
        Thread thread = new Thread(
                () -> {
                    try {
                        run.end.complete(BoundSolver.solve(instance, effort, run));
                    } catch (RuntimeException | Error e) {
                        run.end.completeExceptionally(e);
                    } finally {
                        turns.proven();
                    }
                },
                "bound");
        thread.setDaemon(true);
        thread.start();
        return run;
    }

    /** The best bound so far, or null while there is none. */
    @Nullable
    Bound newest() {
        return newest;
    }

    /** Waits for its end. */
    Bound last() {
        try {
            return end.join();
        } catch (CompletionException e) {
            throw new IllegalStateException("The proof of a bound ended with an error.", e.getCause());
        }
    }

    @Override
    public void improved(Bound bound) {
        newest = bound;
    }

    @Override
    public boolean stop() {
        turns.prove();
        return closed || stop.isStopped();
    }

    /** Ends it where it is not wanted any more. */
    @Override
    public void close() {
        closed = true;
    }
}
