package dev.yeoju.benchmark;

import dev.yeoju.model.ProblemInstance;
import dev.yeoju.model.Track;
import java.time.Duration;
import java.util.List;
import java.util.ServiceLoader;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Another solver, measured beside the planner on the same problems, rules and objective, with the same time and cores.
 * Peers are found by {@link ServiceLoader}; a build without their libraries has none.
 */
public interface Peer {
    /** How it is asked for, such as {@code cp-sat}. */
    String name();

    /** The rules that the problem has and the peer does not model, in words; then it cannot be compared. */
    List<String> unmodelled(ProblemInstance instance);

    /**
     * Searches until its limits, or until told to stop.
     *
     * @param workers threads
     * @param stop asked now and then
     */
    Outcome solve(ProblemInstance instance, Duration timeLimit, int workers, long seed, BooleanSupplier stop);

    /**
     * What a peer found.
     *
     * @param found each schedule better than the one before, in time
     * @param bound what the peer says no value is above, priority-weighted hours, or null where it says nothing
     * @param optimal whether the peer says that the last one is the best there is
     */
    record Outcome(List<Found> found, @Nullable Double bound, boolean optimal) {
        public Outcome {
            found = List.copyOf(found);
        }

        /** The tracks of the best schedule; none where nothing was found. */
        public List<Track> tracks() {
            return found.isEmpty() ? List.of() : found.get(found.size() - 1).tracks();
        }
    }

    /**
     * A schedule on the way.
     *
     * @param elapsedS seconds since the peer began, building its model included
     */
    record Found(double elapsedS, List<Track> tracks) {
        public Found {
            tracks = List.copyOf(tracks);
        }
    }
}
