package dev.yeoju.replan;

import dev.yeoju.model.ArrayOption;
import dev.yeoju.model.Band;
import dev.yeoju.model.Interval;
import dev.yeoju.model.Recurrence;
import dev.yeoju.model.Split;
import dev.yeoju.model.Tie;
import dev.yeoju.model.TrackRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A request that differs from a given one in what is set. */
final class RequestVariant {
    private final TrackRequest from;
    private @Nullable Band band;
    private List<ArrayOption> antennas;
    private Interval window;
    private List<Interval> exclude;
    private @Nullable Recurrence recurrence;
    private Duration minDuration;
    private @Nullable Split split;
    private @Nullable Double minElevationDeg;
    private @Nullable Instant preferredTime;
    private List<Tie> ties;

    RequestVariant(TrackRequest from) {
        this.from = from;
        band = from.band();
        antennas = from.antennas();
        window = from.window();
        exclude = from.exclude();
        recurrence = from.recurrence();
        minDuration = from.minDuration();
        split = from.split();
        minElevationDeg = from.minElevationDeg();
        preferredTime = from.preferredTime();
        ties = from.ties();
    }

    RequestVariant band(@Nullable Band other) {
        band = other;
        return this;
    }

    RequestVariant antennas(List<ArrayOption> other) {
        antennas = other;
        return this;
    }

    RequestVariant window(Interval other) {
        window = other;
        return this;
    }

    RequestVariant exclude(List<Interval> other) {
        exclude = other;
        return this;
    }

    RequestVariant recurrence(@Nullable Recurrence other) {
        recurrence = other;
        return this;
    }

    RequestVariant minElevationDeg(@Nullable Double other) {
        minElevationDeg = other;
        return this;
    }

    RequestVariant preferredTime(@Nullable Instant other) {
        preferredTime = other;
        return this;
    }

    RequestVariant ties(List<Tie> other) {
        ties = other;
        return this;
    }

    /** Another minimum, and where it is split a shortest track no longer than that. */
    RequestVariant lasting(Duration min) {
        minDuration = min;
        if (split != null && split.minTrackDuration().compareTo(min) > 0) {
            split = new Split(split.maxTracks(), min);
        }
        return this;
    }

    TrackRequest build() {
        return new TrackRequest(
                from.id(),
                from.spacecraft(),
                from.service(),
                band,
                from.uplink(),
                antennas,
                window,
                exclude,
                recurrence,
                minDuration,
                from.preferredDuration(),
                from.setup(),
                from.teardown(),
                split,
                from.priority(),
                from.critical(),
                from.mspa(),
                from.exclusive(),
                minElevationDeg,
                preferredTime,
                ties,
                from.series());
    }
}
