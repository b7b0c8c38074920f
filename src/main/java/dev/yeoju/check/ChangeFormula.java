package dev.yeoju.check;

import dev.yeoju.model.CheapestPairing;
import dev.yeoju.model.Interval;
import dev.yeoju.model.Objective.ChangeCosts;
import dev.yeoju.model.ProblemInstance;
import dev.yeoju.model.Track;
import dev.yeoju.model.TrackChange;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What departing from the published schedule costs, in priority-weighted hours: a request's published tracks and its own
 * are paired so that they cost least, as docs/problem-format.md has it.
 */
final class ChangeFormula {
    private final ChangeCosts costs;
    private final Interval horizon;

    ChangeFormula(ProblemInstance instance) {
        costs = instance.problem().objective().change();
        horizon = instance.problem().horizon();
    }

    /** Zero without a published schedule. */
    static double cost(Facts facts) {
        List<Track> published = facts.instance().problem().published();
        if (published.isEmpty()) {
            return 0;
        }
        ChangeFormula formula = new ChangeFormula(facts.instance());
        Map<String, List<Track>> before = new LinkedHashMap<>();
        facts.instance().requests().forEach(request -> before.put(request.id(), new ArrayList<>()));
        published.forEach(track ->
                before.computeIfAbsent(track.request(), k -> new ArrayList<>()).add(track));
        double total = 0;
        for (Map.Entry<String, List<Track>> entry : before.entrySet()) {
            for (TrackChange change : formula.changes(entry.getValue(), facts.tracksOf(entry.getKey()))) {
                total += change.cost();
            }
        }
        return total;
    }

    /** What became of a request's tracks, paired so that it costs least: those before in their order, then what is added. */
    List<TrackChange> changes(List<Track> before, List<Track> after) {
        int size = before.size() + after.size();
        TrackChange[][] pairs = new TrackChange[size][size];
        double[][] matrix = new double[size][size];
        for (int row = 0; row < size; row++) {
            for (int column = 0; column < size; column++) {
                TrackChange change = change(
                        row < before.size() ? before.get(row) : null, column < after.size() ? after.get(column) : null);
                pairs[row][column] = change;
                matrix[row][column] = change == null ? 0 : change.cost();
            }
        }
        int[] columns = CheapestPairing.columns(matrix);
        List<TrackChange> changes = new ArrayList<>();
        for (int row = 0; row < size; row++) {
            TrackChange change = pairs[row][columns[row]];
            if (change != null) {
                changes.add(change);
            }
        }
        return changes;
    }

    private @Nullable TrackChange change(@Nullable Track before, @Nullable Track after) {
        if (before != null && after != null) {
            return pair(before, after);
        }
        if (before != null) {
            return new TrackChange(before, null, TrackChange.Kind.GONE, costs.drop() * factor(before.bot()));
        }
        return after == null
                ? null
                : new TrackChange(null, after, TrackChange.Kind.ADDED, costs.add() * factor(after.bot()));
    }

    private TrackChange pair(Track before, Track after) {
        boolean sameAntennas = new HashSet<>(before.antennas()).equals(new HashSet<>(after.antennas()));
        boolean within = !after.bot().isBefore(before.bot().minus(costs.tolerance()))
                && !after.eot().isAfter(before.eot().plus(costs.tolerance()));
        if (sameAntennas && within && isShorter(before, after)) {
            return new TrackChange(before, after, TrackChange.Kind.SHORTENED, costs.shorten() * factor(before.bot()));
        }
        boolean kept = sameAntennas && !beyond(before.bot(), after.bot()) && !beyond(before.eot(), after.eot());
        return kept
                ? new TrackChange(before, after, TrackChange.Kind.KEPT, 0)
                : new TrackChange(before, after, TrackChange.Kind.MOVED, costs.move() * factor(before.bot()));
    }

    private boolean isShorter(Track before, Track after) {
        return before.duration().minus(after.duration()).compareTo(costs.tolerance()) > 0;
    }

    private boolean beyond(Instant before, Instant after) {
        return Duration.between(before, after).abs().compareTo(costs.tolerance()) > 0;
    }

    private double factor(Instant bot) {
        return costs.factor(bot, horizon);
    }
}
