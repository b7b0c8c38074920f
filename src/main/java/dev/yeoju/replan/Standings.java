package dev.yeoju.replan;

import dev.yeoju.check.Rule;
import dev.yeoju.check.ScheduleChecker;
import dev.yeoju.model.ChangeSet;
import dev.yeoju.model.ProblemInstance;
import dev.yeoju.model.Track;
import dev.yeoju.model.TrackRequest;
import dev.yeoju.model.TrackStanding;
import dev.yeoju.model.TrackStanding.Standing;
import dev.yeoju.model.Violation;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Sorts a published schedule's tracks by what changes left of them. Nothing that moved away is taken to stand. */
final class Standings {
    private static final Set<Rule> MOVED_AWAY = EnumSet.of(
            Rule.NOT_IN_VIEW,
            Rule.NOT_USABLE,
            Rule.NO_UPLINK,
            Rule.TOO_LOW,
            Rule.OUTSIDE_HORIZON,
            Rule.OUTSIDE_WINDOW,
            Rule.EXCLUDED_TIME);

    private Standings() {}

    /**
     * @param instance after the changes
     * @param published the tracks before them
     */
    static List<TrackStanding> of(ProblemInstance instance, List<Track> published, ChangeSet changes) {
        Map<String, Violation> away = new HashMap<>();
        Map<String, Violation> down = new HashMap<>();
        for (Violation violation : ScheduleChecker.evaluate(instance, published).violations()) {
            Rule rule = Rule.valueOf(violation.code());
            if (MOVED_AWAY.contains(rule)) {
                violation.tracks().forEach(id -> away.putIfAbsent(id, violation));
            } else if (rule == Rule.ANTENNA_DOWN) {
                violation.tracks().forEach(id -> down.putIfAbsent(id, violation));
            }
        }
        Set<String> pinned = new HashSet<>();
        instance.problem().pins().forEach(pin -> pinned.add(pin.id()));
        Map<String, TrackRequest> requests = instance.requestsById();
        List<TrackStanding> standings = new ArrayList<>();
        for (Track track : published) {
            TrackStanding standing;
            if (!requests.containsKey(track.request())) {
                standing = new TrackStanding(track, Standing.WITHDRAWN, track.request() + " is no longer asked");
            } else if (away.containsKey(track.id())) {
                standing = new TrackStanding(track, Standing.DRIFTED, drifted(track, away.get(track.id())));
            } else if (down.containsKey(track.id())) {
                standing = new TrackStanding(
                        track, Standing.ANTENNA_DOWN, Words.all(track.antennas()) + " is down at its time");
            } else if (track.boa().isBefore(changes.at())) {
                standing = new TrackStanding(
                        track, Standing.FROZEN, "it had begun by " + Words.time(changes.at()) + " and stays");
            } else if (track.boa().isBefore(changes.freezeUntil())) {
                standing = new TrackStanding(
                        track, Standing.FROZEN, "it lies before " + Words.time(changes.freezeUntil()) + " and stays");
            } else if (track.pinned() || pinned.contains(track.id())) {
                standing = new TrackStanding(track, Standing.PINNED, "it is pinned");
            } else {
                standing = new TrackStanding(track, Standing.STANDS, "");
            }
            standings.add(standing);
        }
        return standings;
    }

    private static String drifted(Track track, Violation violation) {
        return switch (Rule.valueOf(violation.code())) {
            case OUTSIDE_WINDOW, EXCLUDED_TIME -> "the time that " + track.request() + " allows moved away";
            case OUTSIDE_HORIZON -> "it lies outside the horizon";
            default -> "the view period of " + track.spacecraft() + " moved away under it";
        };
    }
}
