package dev.yeoju.model;

import java.time.Instant;
import java.util.List;

/**
 * What changed after a schedule was published.
 *
 * @param at when the changes are known: tracks whose activity began before stay
 * @param freezeUntil tracks whose activity begins before stay too, and none is put there; {@code at} or later
 * @param changes in the order given
 */
public record ChangeSet(Instant at, Instant freezeUntil, List<Change> changes) {
    public ChangeSet {
        changes = List.copyOf(changes);
    }
}
