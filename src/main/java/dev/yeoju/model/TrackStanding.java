package dev.yeoju.model;

/**
 * How a published track stands after changes.
 *
 * @param why a planner's sentence without a subject, such as {@code its view period moved away (…)}; empty where it stands
 */
public record TrackStanding(Track track, Standing standing, String why) {
    /** What the changes left of a track. */
    public enum Standing {
        /** It began, or lies in the freeze window: it stays. */
        FROZEN,
        /** It is pinned: it stays. */
        PINNED,
        /** It could stay, and may be moved at a cost. */
        STANDS,
        /** Its view period, or its request's window, moved away under it. */
        DRIFTED,
        /** An antenna of it is down. */
        ANTENNA_DOWN,
        /** Nobody asks for it any more. */
        WITHDRAWN;

        /** Whether the track as it is can be part of an answer. */
        public boolean isPossible() {
            return this == FROZEN || this == PINNED || this == STANDS;
        }
    }
}
