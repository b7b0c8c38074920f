package dev.yeoju.replan;

import dev.yeoju.model.Exclusive;
import dev.yeoju.model.Interval;
import dev.yeoju.model.Track;
import dev.yeoju.model.TrackRequest;
import dev.yeoju.replan.FreeRanges.Range;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/** Free stretches chosen for a request's tracks, longest first, as many as it may have. */
record Placement(TrackRequest request, List<Range> chosen) {
    static Placement of(TrackRequest request, List<Range> ranges) {
        List<Range> longest = new ArrayList<>(ranges);
        longest.removeIf(range -> range.range().duration().compareTo(request.minTrackDuration()) < 0);
        longest.sort(Comparator.comparing((Range range) -> range.range().duration())
                .reversed()
                .thenComparing(range -> range.range().start())
                .thenComparing(range -> range.option().antennas().toString()));
        List<Range> chosen = new ArrayList<>();
        for (Range range : longest) {
            if (chosen.size() == request.maxTracks()) {
                break;
            }
            if (chosen.stream().noneMatch(other -> collide(request, range, other))) {
                chosen.add(range);
            }
        }
        return new Placement(request, List.copyOf(chosen));
    }

    private static boolean collide(TrackRequest request, Range a, Range b) {
        boolean shared = !Collections.disjoint(a.option().antennas(), b.option().antennas());
        return (shared && activity(request, a.range()).overlaps(activity(request, b.range())))
                || (request.exclusive() != Exclusive.NONE && a.range().overlaps(b.range()));
    }

    private static Interval activity(TrackRequest request, Interval range) {
        return new Interval(range.start().minus(request.setup()), range.end().plus(request.teardown()));
    }

    /** Most tracked time that the chosen stretches hold. */
    Duration total() {
        return chosen.stream().map(range -> range.range().duration()).reduce(Duration.ZERO, Duration::plus);
    }

    boolean reachesMinimum() {
        return total().compareTo(request.minDuration()) >= 0;
    }

    /**
     * Tracks in the chosen stretches that make up just the given time, at the stretches' begin or end.
     *
     * @return empty when that cannot be had with tracks long enough
     */
    List<Track> tracks(Duration time, boolean atEnd) {
        List<Track> tracks = new ArrayList<>();
        Duration left = time;
        for (Range range : chosen) {
            if (left.compareTo(Duration.ZERO) <= 0) {
                break;
            }
            Duration length = left.compareTo(range.range().duration()) < 0
                    ? left
                    : range.range().duration();
            if (length.compareTo(request.minTrackDuration()) < 0) {
                length = request.minTrackDuration();
            }
            Instant bot =
                    atEnd ? range.range().end().minus(length) : range.range().start();
            tracks.add(new Track(
                    request.id() + "#trial" + (tracks.size() + 1),
                    request.id(),
                    request.spacecraft(),
                    range.option().antennas(),
                    bot.minus(request.setup()),
                    bot,
                    bot.plus(length),
                    bot.plus(length).plus(request.teardown()),
                    false));
            left = left.minus(length);
        }
        return left.compareTo(Duration.ZERO) > 0 ? List.of() : tracks;
    }
}
