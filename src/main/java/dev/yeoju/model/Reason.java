package dev.yeoju.model;

import java.util.List;

/**
 * Why a request is not, or not fully, scheduled.
 *
 * @param text for a planner
 * @param blockedBy ids of the tracks in its way
 */
public record Reason(ReasonCode code, String text, List<String> blockedBy) {
    public Reason {
        blockedBy = List.copyOf(blockedBy);
    }
}
