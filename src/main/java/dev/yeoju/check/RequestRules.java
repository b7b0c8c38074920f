package dev.yeoju.check;

import dev.yeoju.model.Split;
import dev.yeoju.model.Track;
import dev.yeoju.model.TrackRequest;
import java.time.Duration;
import java.util.List;

/** How many tracks serve a request, how long each, how long together. */
final class RequestRules {
    private RequestRules() {}

    static void check(Facts facts, Findings findings) {
        for (TrackRequest request : facts.instance().requests()) {
            List<Track> tracks = facts.tracksOf(request.id());
            if (!tracks.isEmpty()) {
                check(request, tracks, findings);
            }
        }
    }

    private static void check(TrackRequest request, List<Track> tracks, Findings findings) {
        if (tracks.size() > request.maxTracks()) {
            findings.add(
                    Rule.TOO_MANY_TRACKS,
                    request.id(),
                    tracks,
                    "%s has %d tracks; it may have %d.".formatted(request.id(), tracks.size(), request.maxTracks()));
        }
        Split split = request.split();
        if (split != null) {
            for (Track track : tracks) {
                Duration missing = split.minTrackDuration().minus(track.duration());
                if (missing.compareTo(Duration.ZERO) > 0) {
                    findings.add(
                            Rule.TRACK_TOO_SHORT,
                            "",
                            List.of(track),
                            "%s is %s long, %s short of the shortest track that %s may be split into (%s)."
                                    .formatted(
                                            track.id(),
                                            Texts.length(track.duration()),
                                            Texts.length(missing),
                                            request.id(),
                                            Texts.length(split.minTrackDuration())));
                }
            }
        }
        Duration total = tracks.stream().map(Track::duration).reduce(Duration.ZERO, Duration::plus);
        Duration missing = request.minDuration().minus(total);
        if (missing.compareTo(Duration.ZERO) > 0) {
            findings.add(
                    Rule.BELOW_MINIMUM,
                    request.id(),
                    tracks,
                    "%s gets %s, %s short of its minimum (%s)."
                            .formatted(
                                    request.id(),
                                    Texts.length(total),
                                    Texts.length(missing),
                                    Texts.length(request.minDuration())));
        }
    }
}
