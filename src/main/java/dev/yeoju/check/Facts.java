package dev.yeoju.check;

import dev.yeoju.model.Antenna;
import dev.yeoju.model.PointingTrack;
import dev.yeoju.model.ProblemInstance;
import dev.yeoju.model.Spacecraft;
import dev.yeoju.model.Track;
import dev.yeoju.model.TrackRequest;
import dev.yeoju.model.ViewPeriod;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An instance and the tracks to check against it, with what the rules look up again and again. */
final class Facts {
    private final ProblemInstance instance;
    private final List<Track> tracks;
    private final Map<String, TrackRequest> requests;
    private final Lookup lookup;
    private final Map<String, List<Track>> byRequest = new HashMap<>();
    private final Map<String, List<Track>> byAntenna = new HashMap<>();

    /** @param lookup of the instance, or of one with the same antennas, spacecraft and view periods */
    Facts(ProblemInstance instance, Lookup lookup, List<Track> unordered) {
        this.instance = instance;
        this.lookup = lookup;
        requests = instance.requestsById();
        List<Track> sorted = new ArrayList<>(unordered);
        sorted.sort(Comparator.comparing(Track::bot).thenComparing(Track::id));
        tracks = List.copyOf(sorted);
        for (Track track : tracks) {
            if (!inOrder(track)) {
                continue;
            }
            if (requests.containsKey(track.request())) {
                byRequest
                        .computeIfAbsent(track.request(), k -> new ArrayList<>())
                        .add(track);
            }
            track.antennas().stream()
                    .distinct()
                    .filter(lookup.antennas()::containsKey)
                    .forEach(a ->
                            byAntenna.computeIfAbsent(a, k -> new ArrayList<>()).add(track));
        }
    }

    /** Whether the track's times are ones: the other rules leave tracks alone whose times run backwards. */
    static boolean inOrder(Track track) {
        return !track.boa().isAfter(track.bot())
                && track.bot().isBefore(track.eot())
                && !track.eot().isAfter(track.eoa());
    }

    ProblemInstance instance() {
        return instance;
    }

    /** All tracks, by begin of track and id. */
    List<Track> tracks() {
        return tracks;
    }

    @Nullable
    TrackRequest request(String id) {
        return requests.get(id);
    }

    @Nullable
    Antenna antenna(String id) {
        return lookup.antennas().get(id);
    }

    /** The tracks of a request whose times are in order, by begin of track. */
    List<Track> tracksOf(String request) {
        return byRequest.getOrDefault(request, List.of());
    }

    /** The tracks that take an antenna and whose times are in order, by begin of track. */
    List<Track> tracksOn(String antenna) {
        return byAntenna.getOrDefault(antenna, List.of());
    }

    /** Where an antenna points during a track; null where it is not known. */
    @Nullable
    PointingTrack pointing(Track track, String antenna) {
        ViewPeriod period = viewPeriod(track, antenna);
        return period == null ? null : period.pointing();
    }

    /** The view period of an antenna that a track of a known request lies in, or null. */
    @Nullable
    ViewPeriod viewPeriod(Track track, String antenna) {
        TrackRequest request = requests.get(track.request());
        return request == null ? null : lookup.directions().viewPeriod(request, antenna, track.tracking());
    }

    ViewIndex views() {
        return lookup.views();
    }

    @Nullable
    Spacecraft spacecraft(String id) {
        return lookup.spacecraft().get(id);
    }

    /** The mission whose hours a spacecraft's tracks are. */
    String mission(String spacecraftId) {
        Spacecraft found = lookup.spacecraft().get(spacecraftId);
        return found == null ? spacecraftId : found.mission();
    }
}
