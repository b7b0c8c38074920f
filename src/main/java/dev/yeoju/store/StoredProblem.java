package dev.yeoju.store;

import java.time.Instant;
import java.util.Set;

/**
 * A problem that was saved.
 *
 * @param id unique, fit for a URL
 * @param createdAt when it was saved, UTC
 * @param owner who saved it
 * @param missions that it is about
 * @param summary what a list shows of it, JSON
 * @param body the problem's JSON as it was posted
 */
public record StoredProblem(
        String id, Instant createdAt, String owner, Set<String> missions, String summary, String body) {
    public StoredProblem {
        missions = Set.copyOf(missions);
    }
}
