package dev.yeoju.check;

import dev.yeoju.model.Antenna;
import dev.yeoju.model.Directions;
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
    private final Map<String, Antenna> antennas;
    private final Map<String, Spacecraft> spacecraft;
    private final Directions directions;
    private final Map<String, List<Track>> byRequest = new HashMap<>();
    private final Map<String, List<Track>> byAntenna = new HashMap<>();

    Facts(ProblemInstance instance, List<Track> unordered) {
        this.instance = instance;
        requests = instance.requestsById();
        antennas = instance.antennasById();
        spacecraft = instance.spacecraftById();
        directions = new Directions(instance);
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
                    .filter(antennas::containsKey)
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
        return antennas.get(id);
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
        return request == null ? null : directions.viewPeriod(request, antenna, track.tracking());
    }

    @Nullable
    Spacecraft spacecraft(String id) {
        return spacecraft.get(id);
    }

    /** The mission whose hours a spacecraft's tracks are. */
    String mission(String spacecraftId) {
        Spacecraft found = spacecraft.get(spacecraftId);
        return found == null ? spacecraftId : found.mission();
    }
}
