package dev.yeoju.replan;

import dev.yeoju.check.Evaluation;
import dev.yeoju.check.TrialChecker;
import dev.yeoju.model.Antenna;
import dev.yeoju.model.AntennaComplex;
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
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A schedule that tracks can be tried in. What a trial breaks is found by the checker among the tracks that could be
 * concerned: those of the same request, of one tied to it, or at the same time on its antennas, of its mission or at a
 * complex with limits.
 */
final class Neighbourhood {
    /**
     * What a schedule lies in, whatever its tracks.
     *
     * @param requests by id
     * @param missions by spacecraft
     * @param tied ids of the requests tied to one, from either side
     * @param limited the complex of each antenna that has a limit on what it does at once
     * @param margin no repointing takes longer
     */
    private record Setting(
            ProblemInstance instance,
            Map<String, TrackRequest> requests,
            Map<String, String> missions,
            Map<String, Set<String>> tied,
            Map<String, List<ViewPeriod>> periodsBySubject,
            Map<String, String> limited,
            TrialChecker checker,
            Duration margin) {
        static Setting of(ProblemInstance instance) {
            Map<String, String> missions = new HashMap<>();
            for (Spacecraft craft : instance.problem().spacecraft()) {
                missions.put(craft.id(), craft.mission());
            }
            Map<String, Set<String>> tied = new HashMap<>();
            for (TrackRequest request : instance.requests()) {
                for (Tie tie : request.ties()) {
                    tied.computeIfAbsent(request.id(), k -> new LinkedHashSet<>())
                            .add(tie.request());
                    tied.computeIfAbsent(tie.request(), k -> new LinkedHashSet<>())
                            .add(request.id());
                }
            }
            Map<String, List<ViewPeriod>> periods = new HashMap<>();
            for (ViewPeriod period : instance.viewPeriods()) {
                String only = period.request();
                String craft = period.spacecraft();
                String subject = only != null ? "request " + only : "spacecraft " + craft;
                periods.computeIfAbsent(subject, k -> new ArrayList<>()).add(period);
            }
            Map<String, String> limited = new HashMap<>();
            for (AntennaComplex complex : instance.problem().complexes()) {
                if (complex.maxSimultaneousTracks() != null || complex.maxSimultaneousUplinks() != null) {
                    instance.problem().antennas().stream()
                            .filter(antenna -> antenna.complex().equals(complex.id()))
                            .forEach(antenna -> limited.put(antenna.id(), complex.id()));
                }
            }
            return new Setting(
                    instance,
                    instance.requestsById(),
                    missions,
                    tied,
                    periods,
                    limited,
                    new TrialChecker(instance),
                    longestSlew(instance));
        }

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
    }

    private final Setting setting;
    private final Map<String, List<Track>> byRequest = new HashMap<>();
    private final List<Track> byBoa;
    private final Duration longestActivity;

    Neighbourhood(ProblemInstance instance, List<Track> tracks) {
        this(Setting.of(instance), tracks);
    }

    private Neighbourhood(Setting setting, List<Track> tracks) {
        this.setting = setting;
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
        return new Neighbourhood(setting, tracks);
    }

    /** All tracks, by begin of activity. */
    List<Track> tracks() {
        return byBoa;
    }

    ProblemInstance instance() {
        return setting.instance();
    }

    /** The request's tracks, by begin. */
    List<Track> tracksOf(String request) {
        return byRequest.getOrDefault(request, List.of());
    }

    String mission(String spacecraft) {
        return setting.missions().getOrDefault(spacecraft, spacecraft);
    }

    TrackRequest requestOf(Track track, TrackRequest otherwise) {
        return setting.requests().getOrDefault(track.request(), otherwise);
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
        List<ViewPeriod> periods = new ArrayList<>(
                setting.periodsBySubject().getOrDefault("spacecraft " + request.spacecraft(), List.of()));
        Set<String> names = new LinkedHashSet<>(List.of(request.id()));
        if (request.series() != null) {
            names.add(request.series());
        }
        names.forEach(name -> periods.addAll(setting.periodsBySubject().getOrDefault("request " + name, List.of())));
        return periods;
    }

    /**
     * The rules that are broken with the tracks in place of the request's own and were not broken before.
     *
     * @param request the request as it is tried, with its minimum changed perhaps
     * @param instead all its tracks
     */
    List<Violation> broken(TrackRequest request, List<Track> instead) {
        Set<String> tied = setting.tied().getOrDefault(request.id(), Set.of());
        // Beside what it had, too: a limit that others break with its old tracks may be broken without them.
        Map<String, Track> near = near(
                request,
                Stream.concat(tracksOf(request.id()).stream(), instead.stream()).toList());
        tracksOf(request.id()).forEach(t -> near.put(t.id(), t));
        tied.forEach(other -> tracksOf(other).forEach(t -> near.put(t.id(), t)));
        Map<String, TrackRequest> asked = new LinkedHashMap<>();
        Stream.concat(near.values().stream().map(Track::request), tied.stream()).forEach(id -> {
            TrackRequest of = setting.requests().get(id);
            if (of != null) {
                asked.put(id, of);
            }
        });
        asked.put(request.id(), request);
        ProblemInstance whole = setting.instance();
        ProblemInstance part = Variants.part(whole, List.copyOf(asked.values()), whole.viewPeriods());
        List<Track> after = new ArrayList<>(near.values());
        after.removeIf(track -> track.request().equals(request.id()));
        after.addAll(instead);
        List<Violation> broken = setting.checker().violations(part, after);
        if (broken.isEmpty()) {
            return broken;
        }
        Set<String> before = new HashSet<>();
        setting.checker().violations(part, List.copyOf(near.values())).forEach(v -> before.add(v.id()));
        return broken.stream().filter(v -> !before.contains(v.id())).toList();
    }

    /**
     * What a schedule of these tracks is worth and which rules it breaks, as a whole.
     *
     * @param judged the instance, or one with requests that differ from its own
     */
    Evaluation evaluate(ProblemInstance judged, List<Track> tracks) {
        return setting.checker().evaluate(judged, tracks);
    }

    /** The tracks that may be in the way of given ones of a request, by id. */
    private Map<String, Track> near(TrackRequest request, List<Track> tracks) {
        String mission = mission(request.spacecraft());
        Map<String, Track> near = new LinkedHashMap<>();
        for (Track track : tracks) {
            Set<String> complexes = complexes(track);
            for (Track other :
                    during(track.boa().minus(setting.margin()), track.eoa().plus(setting.margin()))) {
                TrackRequest of = setting.requests().get(other.request());
                if (!Collections.disjoint(other.antennas(), track.antennas())
                        || (of != null && mission(of.spacecraft()).equals(mission))
                        || !Collections.disjoint(complexes(other), complexes)) {
                    near.put(other.id(), other);
                }
            }
        }
        return near;
    }

    /** The complexes with limits that a track's antennas are at. */
    private Set<String> complexes(Track track) {
        Set<String> complexes = new HashSet<>();
        if (!setting.limited().isEmpty()) {
            for (String antenna : track.antennas()) {
                String complex = setting.limited().get(antenna);
                if (complex != null) {
                    complexes.add(complex);
                }
            }
        }
        return complexes;
    }
}
