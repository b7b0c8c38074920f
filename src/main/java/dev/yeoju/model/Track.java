package dev.yeoju.model;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A pass that a request gets: {@code boa ≤ bot < eot ≤ eoa}.
 *
 * @param id unique in the schedule, {@code KPLO-TM/1#1}
 * @param request id of the request, after expansion
 * @param spacecraft id
 * @param antennas ids of all antennas that it takes
 * @param boa begin of activity: setup starts
 * @param bot begin of track
 * @param eot end of track
 * @param eoa end of activity: teardown is done
 * @param pinned whether the solver must leave it as it is
 */
public record Track(
        String id,
        String request,
        String spacecraft,
        List<String> antennas,
        Instant boa,
        Instant bot,
        Instant eot,
        Instant eoa,
        boolean pinned) {
    public Track {
        antennas = List.copyOf(antennas);
    }

    /** Tracked time. */
    public Duration duration() {
        return Duration.between(bot, eot);
    }

    /** Tracked time, {@code [bot, eot)}. */
    public Interval tracking() {
        return new Interval(bot, eot);
    }

    /** The time that its antennas are taken, {@code [boa, eoa)}. */
    public Interval activity() {
        return new Interval(boa, eoa);
    }
}
