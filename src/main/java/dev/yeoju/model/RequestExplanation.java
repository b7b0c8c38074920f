package dev.yeoju.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a request is served as it is, view period by view period, and what could be done.
 *
 * @param hours tracked
 * @param reasons why it has not what it prefers; empty where it has
 * @param periods one entry for each stretch that could serve it, and for each view period that cannot, in time
 * @param relaxations what it could give up to be served; empty where it is
 * @param tracks why its tracks are where they are
 * @param backup where a critical request could go if its place is lost, on another antenna or in another view period; null
 *     where there is none or it is not critical
 */
public record RequestExplanation(
        String request,
        double hours,
        double minHours,
        double preferredHours,
        List<Reason> reasons,
        List<Period> periods,
        List<Relaxation> relaxations,
        List<PlacedTrack> tracks,
        @Nullable Place backup) {
    public RequestExplanation {
        reasons = List.copyOf(reasons);
        periods = List.copyOf(periods);
        relaxations = List.copyOf(relaxations);
        tracks = List.copyOf(tracks);
    }

    /**
     * What one stretch of time means for the request.
     *
     * @param antennas used together
     * @param times in which they see the spacecraft, or could serve the request
     * @param code what blocks it; PLACE_FREE where nothing does
     * @param blockedBy ids of the tracks in the way
     * @param price what the cheapest use of it takes from others by the prices of the bound, priority-weighted hours; null
     *     without those
     * @param place the best place in it, tried out, with what it displaces and costs; null where there is none
     */
    public record Period(
            List<String> antennas,
            Interval times,
            ReasonCode code,
            String text,
            List<String> blockedBy,
            @Nullable Double price,
            @Nullable Place place) {
        public Period {
            antennas = List.copyOf(antennas);
            blockedBy = List.copyOf(blockedBy);
        }
    }

    /**
     * A scheduled track.
     *
     * @param why it is here
     * @param next the best other place, with the value it costs; null where there is none
     */
    public record PlacedTrack(
            Track track, String why, @Nullable Place next) {}
}
