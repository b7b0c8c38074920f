package dev.yeoju.replan;

import dev.yeoju.check.ScheduleChecker;
import dev.yeoju.model.Antenna;
import dev.yeoju.model.ProblemInstance;
import dev.yeoju.model.SlewRate;
import dev.yeoju.model.Spacecraft;
import dev.yeoju.model.Tie;
import dev.yeoju.model.Track;
import dev.yeoju.model.TrackRequest;
import dev.yeoju.model.ViewPeriod;
import dev.yeoju.model.Violation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A schedule that tracks can be tried in. What a trial breaks is found by the checker among the tracks that could be
 * concerned: those at the same time, of the same request, or of one tied to it.
 */
final class Neighbourhood {
    private final ProblemInstance instance;
    private final Map<String, TrackRequest> requests;
    private final Map<String, String> missions;
    private final Map<String, List<Track>> byRequest = new HashMap<>();
    private final Map<String, Set<String>> tied;
    private final Map<String, List<ViewPeriod>> periodsBySubject;
    private final Duration margin;
    private final List<Track> byBoa;
    private final Duration longestActivity;

    Neighbourhood(ProblemInstance instance, List<Track> tracks) {
        this(
                instance,
                instance.requestsById(),
                new HashMap<>(),
                new HashMap<>(),
                new HashMap<>(),
                longestSlew(instance),
                tracks);
        for (Spacecraft craft : instance.problem().spacecraft()) {
            missions.put(craft.id(), craft.mission());
        }
        for (TrackRequest request : instance.requests()) {
            for (Tie tie : request.ties()) {
                tied.computeIfAbsent(request.id(), k -> new LinkedHashSet<>()).add(tie.request());
                tied.computeIfAbsent(tie.request(), k -> new LinkedHashSet<>()).add(request.id());
            }
        }
        for (ViewPeriod period : instance.viewPeriods()) {
            String only = period.request();
            String craft = period.spacecraft();
            String subject = only != null ? "request " + only : "spacecraft " + craft;
            periodsBySubject.computeIfAbsent(subject, k -> new ArrayList<>()).add(period);
        }
    }

    private Neighbourhood(
            ProblemInstance instance,
            Map<String, TrackRequest> requests,
            Map<String, String> missions,
            Map<String, Set<String>> tied,
            Map<String, List<ViewPeriod>> periodsBySubject,
            Duration margin,
            List<Track> tracks) {
        this.instance = instance;
        this.requests = requests;
        this.missions = missions;
        this.tied = tied;
        this.periodsBySubject = periodsBySubject;
        this.margin = margin;
        byBoa = tracks.stream()
                .filter(track -> track.bot().isBefore(track.eot()))
                .sorted(Comparator.comparing(Track::boa).thenComparing(Track::id))
                .toList();
        byBoa.forEach(track -> byRequest
                .computeIfAbsent(track.request(), k -> new ArrayList<>())
                .add(track));
        longestActivity = byBoa.stream()
                .map(track -> Duration.between(track.boa(), track.eoa()))
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }

    /** The same instance with other tracks. */
    Neighbourhood with(List<Track> tracks) {
        return new Neighbourhood(instance, requests, missions, tied, periodsBySubject, margin, tracks);
    }

    /** No repointing takes longer. */
    private static Duration longestSlew(ProblemInstance instance) {
        double longestS = 0;
        for (Antenna antenna : instance.problem().antennas()) {
            SlewRate rate = antenna.slewRate();
            if (rate != null) {
                longestS = Math.max(longestS, Math.max(180 / rate.azimuthDegPerS(), 90 / rate.elevationDegPerS()));
            }
        }
        return Duration.ofSeconds((long) Math.ceil(longestS));
    }

    /** All tracks, by begin of activity. */
    List<Track> tracks() {
        return byBoa;
    }

    ProblemInstance instance() {
        return instance;
    }

    /** The request's tracks, by begin. */
    List<Track> tracksOf(String request) {
        return byRequest.getOrDefault(request, List.of());
    }

    String mission(String spacecraft) {
        return missions.getOrDefault(spacecraft, spacecraft);
    }

    TrackRequest requestOf(Track track, TrackRequest otherwise) {
        return requests.getOrDefault(track.request(), otherwise);
    }

    /** The tracks whose activity overlaps the given time, by begin of activity. */
    List<Track> during(Instant from, Instant to) {
        Instant earliest = from.minus(longestActivity);
        int low = 0;
        int high = byBoa.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (byBoa.get(middle).boa().isBefore(earliest)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        List<Track> found = new ArrayList<>();
        for (int i = low; i < byBoa.size() && byBoa.get(i).boa().isBefore(to); i++) {
            if (byBoa.get(i).eoa().isAfter(from)) {
                found.add(byBoa.get(i));
            }
        }
        return found;
    }

    /** The view periods that a request may use, of all antennas. */
    List<ViewPeriod> periods(TrackRequest request) {
        return periods(List.of(request));
    }

    private List<ViewPeriod> periods(Collection<TrackRequest> of) {
        Set<String> subjects = new LinkedHashSet<>();
        for (TrackRequest request : of) {
            subjects.add("spacecraft " + request.spacecraft());
            subjects.add("request " + request.id());
            if (request.series() != null) {
                subjects.add("request " + request.series());
            }
        }
        List<ViewPeriod> periods = new ArrayList<>();
        subjects.forEach(subject -> periods.addAll(periodsBySubject.getOrDefault(subject, List.of())));
        return periods;
    }

    /**
     * The rules that are broken with the tracks in place of the request's own and were not broken before.
     *
     * @param request the request as it is tried, with its minimum changed perhaps
     * @param instead all its tracks
     */
    List<Violation> broken(TrackRequest request, List<Track> instead) {
        Map<String, Track> near = new LinkedHashMap<>();
        for (Track track : instead) {
            during(track.boa().minus(margin), track.eoa().plus(margin)).forEach(t -> near.put(t.id(), t));
        }
        tracksOf(request.id()).forEach(t -> near.put(t.id(), t));
        for (String other : tied.getOrDefault(request.id(), Set.of())) {
            tracksOf(other).forEach(t -> near.put(t.id(), t));
        }
        Map<String, TrackRequest> asked = new LinkedHashMap<>();
        near.values().forEach(t -> {
            TrackRequest of = requests.get(t.request());
            if (of != null) {
                asked.put(of.id(), of);
            }
        });
        for (String other : tied.getOrDefault(request.id(), Set.of())) {
            TrackRequest of = requests.get(other);
            if (of != null) {
                asked.put(other, of);
            }
        }
        asked.put(request.id(), request);
        ProblemInstance part = Variants.part(instance, List.copyOf(asked.values()), periods(asked.values()));
        Set<String> before = new HashSet<>();
        ScheduleChecker.evaluate(part, List.copyOf(near.values())).violations().forEach(v -> before.add(v.id()));
        List<Track> after = new ArrayList<>(near.values());
        after.removeIf(track -> track.request().equals(request.id()));
        after.addAll(instead);
        return ScheduleChecker.evaluate(part, after).violations().stream()
                .filter(v -> !before.contains(v.id()))
                .toList();
    }
}
