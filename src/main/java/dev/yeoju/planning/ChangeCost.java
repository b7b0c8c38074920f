package dev.yeoju.planning;

import dev.yeoju.model.CheapestPairing;
import dev.yeoju.model.Interval;
import dev.yeoju.model.Objective.ChangeCosts;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What departing from a request's published tracks costs (docs/problem-format.md, Changes): published tracks and tracks
 * are paired so that they cost least; those left over are dropped and added.
 */
final class ChangeCost {
    private final ChangeCosts costs;
    private final Interval horizon;
    private final long epochS;
    private final int toleranceS;
    private final List<PlanTie.Placed> published;
    private final double[] factors;

    /**
     * @param epochS the plan's epoch, Unix time
     * @param horizon of the problem
     * @param published the request's published tracks; may be empty
     */
    ChangeCost(ChangeCosts costs, long epochS, Interval horizon, List<PlanTie.Placed> published) {
        this.costs = costs;
        this.horizon = horizon;
        this.epochS = epochS;
        this.published = List.copyOf(published);
        toleranceS = PlanUnits.secondsDown(costs.tolerance());
        factors = published.stream().mapToDouble(track -> factor(track.botS())).toArray();
    }

    /** The published tracks of the request. */
    List<PlanTie.Placed> published() {
        return published;
    }

    /** What it costs to drop a published track, priority-weighted hours. */
    double dropCost(PlanTie.Placed track) {
        return costs.drop() * factor(track.botS());
    }

    /** What the tracks cost, micro-units. */
    long cost(List<PlanTie.Placed> tracks) {
        if (published.isEmpty() && tracks.isEmpty()) {
            return 0;
        }
        return PlanUnits.micro(
                published.size() + tracks.size() == 1 ? alone(tracks) : CheapestPairing.cost(matrix(tracks)));
    }

    private double alone(List<PlanTie.Placed> tracks) {
        return published.isEmpty() ? added(tracks.get(0)) : dropped(0);
    }

    /** Columns beyond the tracks and rows beyond the published stand for having no partner; two of those cost nothing. */
    private double[][] matrix(List<PlanTie.Placed> tracks) {
        int size = published.size() + tracks.size();
        double[][] matrix = new double[size][size];
        for (int row = 0; row < size; row++) {
            for (int column = 0; column < size; column++) {
                if (row < published.size()) {
                    matrix[row][column] = column < tracks.size() ? paired(row, tracks.get(column)) : dropped(row);
                } else if (column < tracks.size()) {
                    matrix[row][column] = added(tracks.get(column));
                }
            }
        }
        return matrix;
    }

    /** Whether a track departs from no published one by more than the tolerance. */
    boolean isAsPublished(PlanTie.Placed track) {
        for (int old = 0; old < published.size(); old++) {
            if (paired(old, track) == 0) {
                return true;
            }
        }
        return false;
    }

    /** The published track of which this one is a part, no longer and on the same antennas; null when there is none. */
    PlanTie.@Nullable Placed whole(PlanTie.Placed track) {
        for (PlanTie.Placed old : published) {
            boolean inside = track.botS() >= old.botS() && track.eotS() <= old.eotS();
            if (inside && old.antennas().isSameAs(track.antennas())) {
                return old;
            }
        }
        return null;
    }

    private double dropped(int old) {
        return costs.drop() * factors[old];
    }

    private double added(PlanTie.Placed track) {
        return costs.add() * factor(track.botS());
    }

    private double paired(int old, PlanTie.Placed now) {
        PlanTie.Placed was = published.get(old);
        boolean sameAntennas = was.antennas().isSameAs(now.antennas());
        boolean inside = now.botS() >= was.botS() - toleranceS && now.eotS() <= was.eotS() + toleranceS;
        int shorterS = (was.eotS() - was.botS()) - (now.eotS() - now.botS());
        if (sameAntennas && inside && shorterS > toleranceS) {
            return costs.shorten() * factors[old];
        }
        boolean moved = !sameAntennas
                || Math.abs(now.botS() - was.botS()) > toleranceS
                || Math.abs(now.eotS() - was.eotS()) > toleranceS;
        return moved ? costs.move() * factors[old] : 0;
    }

    private double factor(int botS) {
        return costs.factor(Instant.ofEpochSecond(epochS + botS), horizon);
    }
}
