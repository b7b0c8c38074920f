package dev.yeoju.replan;

import dev.yeoju.model.Track;
import dev.yeoju.model.TrackRequest;
import java.time.Instant;
import java.util.List;

/** Makes tracks as their requests ask. */
final class Tracks {
    private Tracks() {}

    /** Not pinned, with the request's setup and teardown around it. */
    static Track of(String id, TrackRequest request, List<String> antennas, Instant bot, Instant eot) {
        return new Track(
                id,
                request.id(),
                request.spacecraft(),
                antennas,
                bot.minus(request.setup()),
                bot,
                eot,
                eot.plus(request.teardown()),
                false);
    }
}
