package dev.yeoju.planning;

import dev.yeoju.model.Pointing;
import dev.yeoju.model.PointingTrack;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Where each antenna of an opportunity points, as far as that is known. Immutable. */
final class Aims {
    static final Aims UNKNOWN = new Aims(0, new PointingTrack[0]);

    private final long epochS;
    private final @Nullable PointingTrack[] tracks;

    /**
     * @param epochS the plan's epoch, Unix time
     * @param tracks one for each antenna, null where it is not known
     */
    Aims(long epochS, @Nullable PointingTrack[] tracks) {
        this.epochS = epochS;
        this.tracks = tracks.clone();
    }

    @Nullable
    PointingTrack track(int position) {
        return position < tracks.length ? tracks[position] : null;
    }

    /** The direction of the antenna at a position in the opportunity's set; null where it is not known. */
    @Nullable
    Pointing at(int position, int second) {
        PointingTrack track = track(position);
        return track == null ? null : track.at(Instant.ofEpochSecond(epochS + second));
    }
}
