package dev.yeoju.check;

import dev.yeoju.model.CheapestPairing;
import dev.yeoju.model.Interval;
import dev.yeoju.model.Objective.ChangeCosts;
import dev.yeoju.model.Track;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What departing from the published schedule costs, in priority-weighted hours: a request's published tracks and its own
 * are paired so that they cost least, as docs/problem-format.md has it.
 */
final class ChangeFormula {
    private final Facts facts;
    private final ChangeCosts costs;
    private final Interval horizon;

    ChangeFormula(Facts facts) {
        this.facts = facts;
        costs = facts.instance().problem().objective().change();
        horizon = facts.instance().problem().horizon();
    }

    /** Zero without a published schedule. */
    double cost() {
        List<Track> published = facts.instance().problem().published();
        if (published.isEmpty()) {
            return 0;
        }
        Map<String, List<Track>> before = new LinkedHashMap<>();
        facts.instance().requests().forEach(request -> before.put(request.id(), new ArrayList<>()));
        published.forEach(track ->
                before.computeIfAbsent(track.request(), k -> new ArrayList<>()).add(track));
        double total = 0;
        for (Map.Entry<String, List<Track>> entry : before.entrySet()) {
            total += cost(entry.getValue(), facts.tracksOf(entry.getKey()));
        }
        return total;
    }

    private double cost(List<Track> before, List<Track> after) {
        int size = before.size() + after.size();
        double[][] matrix = new double[size][size];
        for (int row = 0; row < size; row++) {
            for (int column = 0; column < size; column++) {
                matrix[row][column] = row < before.size()
                        ? column < after.size()
                                ? pair(before.get(row), after.get(column))
                                : costs.drop() * factor(before.get(row).bot())
                        : column < after.size()
                                ? costs.add() * factor(after.get(column).bot())
                                : 0;
            }
        }
        return CheapestPairing.cost(matrix);
    }

    private double pair(Track before, Track after) {
        boolean sameAntennas = new HashSet<>(before.antennas()).equals(new HashSet<>(after.antennas()));
        boolean within = !after.bot().isBefore(before.bot().minus(costs.tolerance()))
                && !after.eot().isAfter(before.eot().plus(costs.tolerance()));
        if (sameAntennas && within && isShorter(before, after)) {
            return costs.shorten() * factor(before.bot());
        }
        boolean kept = sameAntennas && !beyond(before.bot(), after.bot()) && !beyond(before.eot(), after.eot());
        return kept ? 0 : costs.move() * factor(before.bot());
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
