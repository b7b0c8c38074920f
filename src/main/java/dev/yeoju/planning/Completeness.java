package dev.yeoju.planning;

import java.util.List;

/**
 * What the search adds to a plan's worth for requests that are satisfied, beyond what the objective pays for them. Where
 * nearly all can be, those that are left out are hard to bring in again, and a search that gives them up as lightly as the
 * objective does loses more of them than it need. Where many cannot be, which to leave out is the question itself: there it
 * adds next to nothing, for it grows with a high power of the share that is satisfied.
 */
final class Completeness {
    /** By request, 0 for those that nothing can serve or for which the objective pays nothing. */
    private final long[] weight;

    private final long allWeight;
    /** What a request is worth on average when all have all that they ask for, a unit of weight. */
    private final double meanWorth;
    /** In units of that: what the last request adds where all are satisfied. */
    private double most;

    private long satisfiedWeight;
    private double share;

    Completeness(PlanModel model) {
        List<PlanRequest> requests = model.requests();
        weight = new long[requests.size()];
        long all = 0;
        long possible = 0;
        for (PlanRequest request : requests) {
            long priority = PlanUnits.micro(request.source().priority());
            all += priority;
            boolean mayBe = request.schedulable() || request.pinnedTracks() > 0;
            if (mayBe && request.bonus(request.preferredS()) > 0) {
                weight[request.index()] = priority;
                possible += priority;
            }
        }
        allWeight = possible;
        meanWorth = all == 0 ? 0 : model.worthOfAll() / all;
    }

    /** @param units what the last request adds where all are satisfied, in units of what a request is worth on average */
    void most(double units) {
        most = units;
    }

    /** Counts a request that became satisfied, or no longer is. */
    void count(PlanRequest request, boolean satisfied) {
        satisfiedWeight += satisfied ? weight[request.index()] : -weight[request.index()];
        share = allWeight == 0 ? 0 : (double) satisfiedWeight / allWeight;
    }

    /** What those that are satisfied are worth together, micro-units: the integral of what each adds. */
    long worth() {
        return Math.round(most * meanWorth * allWeight * eighth() * share / 9);
    }

    /** What one request more or less makes of it as the plan stands, micro-units. */
    double rate(PlanRequest request) {
        return most * meanWorth * weight[request.index()] * eighth();
    }

    private double eighth() {
        double square = share * share;
        double fourth = square * square;
        return fourth * fourth;
    }
}
