package dev.yeoju.replan;

import dev.yeoju.model.Antenna;
import dev.yeoju.model.ArrayOption;
import dev.yeoju.model.Exclusive;
import dev.yeoju.model.Interval;
import dev.yeoju.model.Intervals;
import dev.yeoju.model.Opportunity;
import dev.yeoju.model.Tie;
import dev.yeoju.model.Track;
import dev.yeoju.model.TrackRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Where a request's track could lie beside the other tracks of a schedule. */
final class FreeRanges {
    /** What is in the way. */
    enum Beside {
        /** Nothing: only the request's own opportunities count. */
        NOTHING,
        /** Maintenance and outages. */
        DOWNTIME,
        /** Downtime and the tracks of other requests. */
        TRACKS
    }

    /**
     * A stretch that a track may fill.
     *
     * @param range of the track itself, setup and teardown outside it
     */
    record Range(ArrayOption option, Interval range) {}

    private final Neighbourhood schedule;
    private final Map<String, Antenna> antennas;

    FreeRanges(Neighbourhood schedule) {
        this.schedule = schedule;
        antennas = schedule.instance().antennasById();
    }

    /** The free stretches within an opportunity, in time. */
    List<Range> within(TrackRequest request, Opportunity opportunity, Beside beside) {
        Interval usable = opportunity.usable();
        Instant from = usable.start().minus(request.setup());
        Instant to = usable.end().plus(request.teardown());
        List<Interval> taken = new ArrayList<>();
        List<Interval> exclusive = new ArrayList<>();
        if (beside != Beside.NOTHING) {
            for (String id : opportunity.option().antennas()) {
                Antenna antenna = antennas.get(id);
                if (antenna != null) {
                    taken.addAll(antenna.downWithin(new Interval(from, to)));
                }
            }
        }
        if (beside == Beside.TRACKS) {
            for (Track track : inTheWay(request, opportunity)) {
                if (sharesAntenna(track, opportunity)) {
                    taken.add(track.activity());
                } else {
                    exclusive.add(track.tracking());
                }
            }
        }
        List<Interval> ranges = new ArrayList<>();
        for (Interval free : Intervals.difference(List.of(new Interval(from, to)), taken)) {
            Instant start = free.start().plus(request.setup());
            Instant end = free.end().minus(request.teardown());
            if (end.isAfter(start)) {
                ranges.add(new Interval(start, end));
            }
        }
        return Intervals.difference(ranges, exclusive).stream()
                .map(range -> new Range(opportunity.option(), range))
                .toList();
    }

    /** The tracks that take time away from an opportunity: on its antennas, or of the same spacecraft or mission elsewhere. */
    List<Track> inTheWay(TrackRequest request, Opportunity opportunity) {
        Interval usable = opportunity.usable();
        Map<String, Track> found = new LinkedHashMap<>();
        for (Track track : schedule.during(
                usable.start().minus(request.setup()), usable.end().plus(request.teardown()))) {
            if (track.request().equals(request.id())) {
                continue;
            }
            if (sharesAntenna(track, opportunity)
                    || (track.tracking().overlaps(usable) && exclude(request, schedule.requestOf(track, request)))) {
                found.put(track.id(), track);
            }
        }
        return List.copyOf(found.values());
    }

    private static boolean sharesAntenna(Track track, Opportunity opportunity) {
        return !Collections.disjoint(track.antennas(), opportunity.option().antennas());
    }

    /** Whether two requests may not be tracked at once wherever their antennas are. */
    private boolean exclude(TrackRequest a, TrackRequest b) {
        if (together(a, b) || together(b, a)) {
            return false;
        }
        boolean sameSpacecraft = a.spacecraft().equals(b.spacecraft());
        boolean sameMission = schedule.mission(a.spacecraft()).equals(schedule.mission(b.spacecraft()));
        return (sameSpacecraft && (a.exclusive() != Exclusive.NONE || b.exclusive() != Exclusive.NONE))
                || (sameMission && (a.exclusive() == Exclusive.MISSION || b.exclusive() == Exclusive.MISSION));
    }

    private static boolean together(TrackRequest request, TrackRequest other) {
        return request.ties().stream()
                .anyMatch(tie -> tie.request().equals(other.id())
                        && (tie.type() == Tie.Type.OVERLAP || tie.type() == Tie.Type.SIMULTANEOUS));
    }
}
