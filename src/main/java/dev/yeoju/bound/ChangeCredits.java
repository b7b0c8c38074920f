package dev.yeoju.bound;

import dev.yeoju.model.Interval;
import dev.yeoju.model.Objective.ChangeCosts;
import dev.yeoju.model.ProblemInstance;
import dev.yeoju.model.Track;
import dev.yeoju.model.TrackRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/**
 * The cost of changes as the relaxation sees it: every published track is taken for dropped, and a track that stands for
 * one is credited with what that saves. A stretch becomes several: where a published track is kept, where it is shortened,
 * and all of it for one that moves or is new. Each track takes the greatest credit that any pairing could give it, so that
 * together they never have less than the best pairing gives.
 */
final class ChangeCredits {
    private final ChangeCosts costs;
    private final Interval horizon;
    private final Map<String, List<Track>> published = new HashMap<>();
    private final double dropped;

    ChangeCredits(ProblemInstance instance) {
        costs = instance.problem().objective().change();
        horizon = instance.problem().horizon();
        double total = 0;
        for (Track track : instance.problem().published()) {
            published.computeIfAbsent(track.request(), k -> new ArrayList<>()).add(track);
            total += costs.drop() * costs.factor(track.bot(), horizon);
        }
        dropped = total;
    }

    /** What it costs to drop all published tracks, priority-weighted hours. */
    double dropped() {
        return dropped;
    }

    /** A stretch in time, before it counts in seconds. */
    record Part(Interval activity, Duration shortest, double credit, String suffix) {}

    /**
     * The parts of a stretch that differ in credit; one where nothing is published.
     *
     * @param activity times that the activity can have
     */
    List<Part> parts(TrackRequest request, List<String> antennas, Interval activity) {
        if (published.isEmpty()) {
            return List.of(new Part(activity, request.minTrackDuration(), 0, ""));
        }
        Interval begins = new Interval(activity.start().plus(request.setup()), activity.end());
        double added =
                costs.add() * Math.min(costs.factor(begins.start(), horizon), costs.factor(begins.end(), horizon));
        double anywhere = -added;
        List<Track> own = published.getOrDefault(request.id(), List.of());
        for (Track track : own) {
            anywhere = Math.max(anywhere, credit(track, costs.move()));
        }
        List<Part> parts = new ArrayList<>();
        parts.add(new Part(activity, request.minTrackDuration(), anywhere, ""));
        int number = 0;
        for (Track track : own) {
            Interval near = new Interval(
                            track.bot().minus(costs.tolerance()).minus(request.setup()),
                            track.eot().plus(costs.tolerance()).plus(request.teardown()))
                    .intersection(activity);
            if (near != null && new HashSet<>(track.antennas()).equals(new HashSet<>(antennas))) {
                Duration kept = track.duration().minus(costs.tolerance().multipliedBy(2));
                add(parts, near, request, request.minTrackDuration(), credit(track, costs.shorten()), ":s" + number);
                add(parts, near, request, kept, credit(track, 0), ":k" + number);
            }
            number++;
        }
        return parts;
    }

    private double credit(Track track, double cost) {
        return (costs.drop() - cost) * costs.factor(track.bot(), horizon);
    }

    private static void add(
            List<Part> parts, Interval activity, TrackRequest request, Duration least, double credit, String suffix) {
        Duration shortest = least.compareTo(request.minTrackDuration()) > 0 ? least : request.minTrackDuration();
        Duration whole = shortest.plus(request.setup()).plus(request.teardown());
        if (credit > parts.get(0).credit() && activity.duration().compareTo(whole) >= 0) {
            parts.add(new Part(activity, shortest, credit, suffix));
        }
    }
}
