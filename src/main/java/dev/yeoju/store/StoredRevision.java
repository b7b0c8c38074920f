package dev.yeoju.store;

import java.time.Instant;

/**
 * One state that a schedule was in.
 *
 * @param revision from 1
 * @param author who made it
 * @param reason why
 * @param body the schedule's JSON
 */
public record StoredRevision(int revision, Instant createdAt, String author, String reason, String body) {}
