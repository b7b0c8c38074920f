package dev.yeoju.model;

import java.util.List;

/**
 * A broken rule of a schedule.
 *
 * @param id stable: the same rule broken by the same tracks has the same id
 * @param code the rule, such as {@code ANTENNA_OVERLAP}
 * @param text for a planner: who, where, by how much
 * @param tracks ids of the tracks that break it
 * @param requests ids of the requests concerned
 */
public record Violation(String id, String code, String text, List<String> tracks, List<String> requests) {
    public Violation {
        tracks = List.copyOf(tracks);
        requests = List.copyOf(requests);
    }
}
