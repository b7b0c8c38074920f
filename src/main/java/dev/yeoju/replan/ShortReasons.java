package dev.yeoju.replan;

import dev.yeoju.check.Rule;
import dev.yeoju.model.Antenna;
import dev.yeoju.model.Interval;
import dev.yeoju.model.Reason;
import dev.yeoju.model.ReasonCode;
import dev.yeoju.model.Track;
import dev.yeoju.model.TrackRequest;
import dev.yeoju.model.Violation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Why a request's tracks are no longer than they are: what breaks when each begins a little earlier or ends a little later. */
final class ShortReasons {
    private static final Duration STEP = Duration.ofSeconds(1);
    private static final List<ReasonCode> WORTH_SAYING_FIRST = List.of(
            ReasonCode.PLACE_FREE,
            ReasonCode.FROZEN,
            ReasonCode.CONTENTION,
            ReasonCode.ANTENNA_DOWN,
            ReasonCode.TIE,
            ReasonCode.COMPLEX_LIMIT);

    private final Neighbourhood schedule;
    private final Map<String, Antenna> antennas;

    ShortReasons(Neighbourhood schedule) {
        this.schedule = schedule;
        antennas = schedule.instance().antennasById();
    }

    /** The kind of reason that a broken rule is. */
    static ReasonCode code(Violation violation) {
        return switch (Rule.valueOf(violation.code())) {
            case ANTENNA_OVERLAP, SPACECRAFT_TWICE, MISSION_TWICE -> ReasonCode.CONTENTION;
            case ANTENNA_DOWN -> ReasonCode.ANTENNA_DOWN;
            case SEPARATION, BEFORE, OVERLAP, SIMULTANEOUS -> ReasonCode.TIE;
            case COMPLEX_TRACKS, COMPLEX_UPLINKS -> ReasonCode.COMPLEX_LIMIT;
            default -> ReasonCode.TOO_SHORT;
        };
    }

    /** @param missing what the request lacks of the time it prefers; positive */
    List<Reason> of(TrackRequest request, Duration missing) {
        String head = "Short by " + Words.length(missing) + ": ";
        List<Track> tracks = schedule.tracksOf(request.id());
        Set<Reason> reasons = new LinkedHashSet<>();
        Duration step = missing.compareTo(STEP) < 0 ? missing : STEP;
        for (Track track : tracks) {
            if (track.pinned()) {
                reasons.add(
                        new Reason(ReasonCode.FROZEN, head + track.id() + " is pinned as it is.", List.of(track.id())));
                continue;
            }
            reasons.add(side(request, track, tracks, step, true, head));
            reasons.add(side(request, track, tracks, step, false, head));
        }
        List<Reason> sorted = new ArrayList<>(reasons);
        sorted.sort(Comparator.comparingInt(reason -> {
            int rank = WORTH_SAYING_FIRST.indexOf(reason.code());
            return rank < 0 ? WORTH_SAYING_FIRST.size() : rank;
        }));
        return List.copyOf(sorted);
    }

    private Reason side(
            TrackRequest request, Track track, List<Track> tracks, Duration step, boolean earlier, String head) {
        Track longer = new Track(
                track.id(),
                track.request(),
                track.spacecraft(),
                track.antennas(),
                earlier ? track.boa().minus(step) : track.boa(),
                earlier ? track.bot().minus(step) : track.bot(),
                earlier ? track.eot() : track.eot().plus(step),
                earlier ? track.eoa() : track.eoa().plus(step),
                false);
        List<Track> instead = new ArrayList<>(tracks);
        instead.replaceAll(other -> other.id().equals(track.id()) ? longer : other);
        List<Violation> broken = schedule.broken(request, instead);
        if (broken.isEmpty()) {
            return new Reason(
                    ReasonCode.PLACE_FREE,
                    head
                            + (earlier
                                    ? "the time before %s (%s) is free; the search ended before it was used."
                                            .formatted(track.id(), Words.time(track.bot()))
                                    : "the time after %s (%s) is free; the search ended before it was used."
                                            .formatted(track.id(), Words.time(track.eot()))),
                    List.of());
        }
        Violation violation = broken.get(0);
        List<String> others =
                violation.tracks().stream().filter(id -> !id.equals(track.id())).toList();
        return new Reason(code(violation), head + cause(request, track, violation, others, earlier), others);
    }

    private String cause(TrackRequest request, Track track, Violation violation, List<String> others, boolean earlier) {
        String on = Words.all(track.antennas());
        return switch (Rule.valueOf(violation.code())) {
            case ANTENNA_OVERLAP -> neighbour(track, others, earlier);
            case SPACECRAFT_TWICE, MISSION_TWICE ->
                "%s %s with %s on another antenna."
                        .formatted(track.spacecraft(), earlier ? "was just" : "goes on at once", Words.all(others));
            case ANTENNA_DOWN -> downtime(track, earlier);
            case NOT_IN_VIEW ->
                "%s %s at %s."
                        .formatted(
                                on,
                                earlier ? "first sees " + track.spacecraft() : "loses " + track.spacecraft(),
                                Words.time(earlier ? track.bot() : track.eot()));
            case NOT_USABLE, NO_UPLINK ->
                "usable time at %s %s %s."
                        .formatted(on, earlier ? "begins" : "ends", Words.time(earlier ? track.bot() : track.eot()));
            case OUTSIDE_WINDOW, OUTSIDE_HORIZON, EXCLUDED_TIME ->
                "the time that %s allows %s %s."
                        .formatted(
                                request.id(),
                                earlier ? "begins" : "ends",
                                Words.time(earlier ? track.bot() : track.eot()));
            default -> violation.text();
        };
    }

    private String neighbour(Track track, List<String> others, boolean earlier) {
        Instant when = earlier ? track.boa() : track.eoa();
        boolean pinned = schedule.during(when.minus(STEP), when.plus(STEP)).stream()
                .anyMatch(other -> others.contains(other.id()) && other.pinned());
        return "%s%s %s %s."
                .formatted(
                        pinned ? "pinned " : "",
                        Words.all(others),
                        earlier ? "holds the antenna until" : "holds the antenna from",
                        Words.time(when));
    }

    private String downtime(Track track, boolean earlier) {
        Instant edge = earlier ? track.boa() : track.eoa();
        Interval beside = earlier ? new Interval(edge.minus(STEP), edge) : new Interval(edge, edge.plus(STEP));
        for (String id : track.antennas()) {
            Antenna antenna = antennas.get(id);
            if (antenna == null) {
                continue;
            }
            for (var unavailable : antenna.unavailable()) {
                for (Interval down : unavailable.within(beside)) {
                    return "%s at %s %s %s."
                            .formatted(
                                    unavailable.reason().isEmpty() ? "downtime" : unavailable.reason(),
                                    id,
                                    earlier ? "until" : "from",
                                    Words.time(earlier ? down.end() : down.start()));
                }
            }
        }
        return "%s is down beside it.".formatted(Words.all(track.antennas()));
    }
}
