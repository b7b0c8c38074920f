package dev.yeoju.model;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a mission asks for. In a {@link ProblemInstance} recurring requests are expanded: then {@code recurrence} is null
 * and {@code series} names the request it came from.
 *
 * @param id unique in the problem; a member of a series is {@code KPLO-TM/1}, {@code KPLO-TM/2} … in time
 * @param spacecraft id
 * @param service what it is for
 * @param band band asked, or null for any
 * @param uplink whether it transmits
 * @param antennas the ways to serve it; never empty in an instance
 * @param window bounds of the track
 * @param exclude times in which it must not be tracked
 * @param recurrence how it comes again, or null
 * @param minDuration least tracked time that counts as served, all tracks together
 * @param preferredDuration most tracked time that is of use
 * @param setup antenna time before each track
 * @param teardown antenna time after each track
 * @param split how it may be served in parts, or null for one track
 * @param priority weight of its hours, positive
 * @param critical whether it comes before all that is not critical
 * @param mspa whether it may share a beam
 * @param exclusive what must not be tracked meanwhile
 * @param minElevationDeg elevation its tracks need beside the mask, degrees, or null
 * @param preferredTime begin of track it would like best, or null; of a recurring request the one in its first period
 * @param ties bonds to other requests
 * @param series id of the recurring request it was expanded from, or null
 */
public record TrackRequest(
        String id,
        String spacecraft,
        Service service,
        @Nullable Band band,
        boolean uplink,
        List<ArrayOption> antennas,
        Interval window,
        List<Interval> exclude,
        @Nullable Recurrence recurrence,
        Duration minDuration,
        Duration preferredDuration,
        Duration setup,
        Duration teardown,
        @Nullable Split split,
        double priority,
        boolean critical,
        boolean mspa,
        Exclusive exclusive,
        @Nullable Double minElevationDeg,
        @Nullable Instant preferredTime,
        List<Tie> ties,
        @Nullable String series) {
    public TrackRequest {
        antennas = List.copyOf(antennas);
        exclude = List.copyOf(exclude);
        ties = List.copyOf(ties);
    }

    /** Most tracks that may serve it. */
    public int maxTracks() {
        return split == null ? 1 : split.maxTracks();
    }

    /** Shortest track that may serve it. */
    public Duration minTrackDuration() {
        return split == null ? minDuration : split.minTrackDuration();
    }

    /** Where its tracks may lie as far as the request itself says: the window without the excluded times. */
    public List<Interval> allowed() {
        return Intervals.difference(List.of(window), exclude);
    }

    /** The same request served in other ways. */
    public TrackRequest withAntennas(List<ArrayOption> others) {
        return new TrackRequest(
                id,
                spacecraft,
                service,
                band,
                uplink,
                others,
                window,
                exclude,
                recurrence,
                minDuration,
                preferredDuration,
                setup,
                teardown,
                split,
                priority,
                critical,
                mspa,
                exclusive,
                minElevationDeg,
                preferredTime,
                ties,
                series);
    }

    /** One member of its series: its own id, window, preferred time and ties, no recurrence. */
    public TrackRequest member(
            String memberId, Interval memberWindow, @Nullable Instant memberPreferredTime, List<Tie> memberTies) {
        return new TrackRequest(
                memberId,
                spacecraft,
                service,
                band,
                uplink,
                antennas,
                memberWindow,
                exclude,
                null,
                minDuration,
                preferredDuration,
                setup,
                teardown,
                split,
                priority,
                critical,
                mspa,
                exclusive,
                minElevationDeg,
                memberPreferredTime,
                memberTies,
                id);
    }
}
