package dev.yeoju.model;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A planner's change to one pass of a schedule. Setup and teardown follow from the request. */
public sealed interface PassEdit {
    /** Places a request by hand. */
    record Add(String request, List<String> antennas, Instant bot, Instant eot, boolean pinned) implements PassEdit {
        public Add {
            antennas = List.copyOf(antennas);
        }
    }

    /** Moves, resizes, pins or unpins a pass; what is null stays as it is. */
    record Change(
            String pass,
            @Nullable List<String> antennas,
            @Nullable Instant bot,
            @Nullable Instant eot,
            @Nullable Boolean pinned)
            implements PassEdit {
        public Change {
            antennas = antennas == null ? null : List.copyOf(antennas);
        }
    }

    /** Takes a pass out. */
    record Remove(String pass) implements PassEdit {}
}
