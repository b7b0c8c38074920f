package dev.yeoju.exchange;

import dev.yeoju.model.Track;
import dev.yeoju.model.TrackRequest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Tracks that a problem brings along: {@code pins} and {@code published}. */
final class TrackRules {
    private final Known known;
    private final KnownRequests requests;

    TrackRules(Known known, KnownRequests requests) {
        this.known = known;
        this.requests = requests;
    }

    /** @param pinned what an absent {@code pinned} means */
    List<Track> read(Value field, boolean pinned) {
        List<Track> tracks = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (Value item : field.items()) {
            Track track = TrackReader.read(item, pinned);
            if (track == null) {
                continue;
            }
            tracks.add(track);
            if (!ids.add(track.id())) {
                item.field("id").fault("is the id of two tracks. Maybe \"" + track.request() + "#2\".");
            }
            checkReferences(item, track);
        }
        return tracks;
    }

    private void checkReferences(Value item, Track track) {
        if (requests.check(item.field("request"), track.request(), false)) {
            TrackRequest request = requests.origin(track.request());
            if (request != null && !request.spacecraft().equals(track.spacecraft())) {
                item.field("spacecraft")
                        .fault("is not the spacecraft of request " + track.request() + ". Maybe \""
                                + request.spacecraft() + "\".");
            }
        }
        for (Value antenna : item.field("antennas").items()) {
            if (antenna.json() instanceof Json.Str) {
                CommonReader.reference(antenna, known.antennaIds(), "antenna");
            }
        }
    }
}
