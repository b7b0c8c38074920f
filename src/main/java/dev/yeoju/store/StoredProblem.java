package dev.yeoju.store;

import java.time.Instant;

/**
 * A problem that was saved.
 *
 * @param id unique, fit for a URL
 * @param createdAt when it was saved, UTC
 * @param summary what a list shows of it, JSON
 * @param body the problem's JSON as it was posted
 */
public record StoredProblem(String id, Instant createdAt, String summary, String body) {}
