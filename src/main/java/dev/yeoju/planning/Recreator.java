package dev.yeoju.planning;

import dev.yeoju.model.Tie;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Gives requests tracks: each in the best gap over all of their opportunities, by a worth with noise that cools. */
final class Recreator {
    private static final double SECONDS_PER_HOUR = 3600;
    private static final int NONE = -1;

    private final PlanState state;
    private final GapFinder gaps;
    private final SplittableRandom random;
    private final SearchParameters parameters;
    private final List<Integer> together = new ArrayList<>();
    private final int smallestUseS;
    private double noiseHours;
    private boolean sparing;
    private double shorterChance;
    private int roomS;
    private double bestWorth;
    private int bestOpportunity;
    private int bestBotS;
    private int bestEotS;

    Recreator(PlanState state, SplittableRandom random, SearchParameters parameters) {
        this.state = state;
        this.random = random;
        this.parameters = parameters;
        gaps = new GapFinder(state);
        noiseHours = parameters.startNoiseHours();
        shorterChance = parameters.shorterChance();
        int smallest = Integer.MAX_VALUE;
        for (PlanRequest request : state.model().requests()) {
            if (request.schedulable()) {
                smallest = Math.min(smallest, request.minTrackS() + request.setupS() + request.teardownS());
            }
        }
        smallestUseS = smallest;
    }

    /** @param fraction how much of the search is done, 0 to 1 */
    void progress(double fraction) {
        noiseHours = parameters.startNoiseHours()
                * Math.pow(parameters.endNoiseHours() / parameters.startNoiseHours(), Math.min(1, fraction));
    }

    /** Standard deviation of the noise on a gap's worth, hours. */
    double noiseHours() {
        return noiseHours;
    }

    /** The shortest activity that any request can use. */
    int smallestUseS() {
        return smallestUseS;
    }

    /** @param chance that a track is deliberately made shorter than it could be, from now on */
    void shorten(double chance) {
        shorterChance = chance;
    }

    /** @param least whether requests get no more than their minimum, from now on */
    void spare(boolean least) {
        sparing = least;
    }

    /** Gives the request as many tracks as it can use and get. */
    void serve(PlanRequest request) {
        if (request.tied()) {
            serveTied(request);
            return;
        }
        while (addTrack(request) != NONE && !isEnough(request)) {
            // Each pass takes one more of its assignments.
        }
    }

    /**
     * Gives the request one track that is enough for it, as early as may be; where there is time for two such, no longer
     * than leaves enough for the second. Requests packed in order of their deadlines fill whole nights back to back.
     */
    void pack(PlanRequest request) {
        TrackNeed need = TrackNeed.of(state, request);
        if (need == null) {
            return;
        }
        int leastS = leastUsefulS(request, need);
        bestBotS = Integer.MAX_VALUE;
        List<PlanOpportunity> opportunities = request.opportunities();
        for (int k = 0; k < opportunities.size(); k++) {
            PlanOpportunity opportunity = opportunities.get(k);
            if (opportunity.startS() < bestBotS) {
                int found = gaps.find(request, opportunity, leastS);
                if (found > 0 && gaps.gapStartS(0) < bestBotS) {
                    int gapS = gaps.gapEndS(0) - gaps.gapStartS(0);
                    int mostS = gapS >= 2 * leastS ? gapS - leastS : gapS;
                    int lengthS = Math.min(need.wantedS(), mostS);
                    if (gaps.fits(request, opportunity, gaps.gapStartS(0), gaps.gapStartS(0) + lengthS)) {
                        bestOpportunity = k;
                        bestBotS = gaps.gapStartS(0);
                        bestEotS = bestBotS + lengthS;
                    }
                }
            }
        }
        if (bestBotS < Integer.MAX_VALUE) {
            state.take(need.assignment(), opportunities.get(bestOpportunity), bestBotS, bestEotS);
        }
    }

    /** Now and then a request that may be split stops at its minimum, to leave room. */
    private boolean isEnough(PlanRequest request) {
        return request.maxTracks() > 1
                && state.trackedS(request) >= request.minS()
                && (sparing || random.nextDouble() < shorterChance);
    }

    /** Each track is followed by those that must have the same times, and taken back when one of them finds no place. */
    private void serveTied(PlanRequest request) {
        together.clear();
        do {
            if (!follow(request)) {
                together.forEach(state::release);
                return;
            }
            together.clear();
        } while (takeTogether(request));
    }

    private boolean takeTogether(PlanRequest request) {
        int assignment = addTrack(request);
        if (assignment == NONE) {
            return false;
        }
        together.add(assignment);
        return true;
    }

    /** Gives the requests simultaneous with this one, and those with them, the tracks that it has and they have not. */
    private boolean follow(PlanRequest request) {
        for (PlanTie tie : state.model().ties().of(request)) {
            PlanRequest other = tie.other(request);
            while (tie.is(Tie.Type.SIMULTANEOUS) && state.trackCount(other) < state.trackCount(request)) {
                if (!takeTogether(other) || !follow(other)) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Takes all tracks from a request that has less than its minimum. */
    void dropUnlessServed(PlanRequest request) {
        long trackedS = state.trackedS(request);
        if (trackedS == 0 || trackedS >= request.minS()) {
            return;
        }
        state.releaseAll(request);
    }

    /** Stretches a track into the idle time beside it, as far as its request wants. */
    void stretch(int assignment) {
        PlanOpportunity where = state.opportunity(assignment);
        if (where == null) {
            return;
        }
        int wantedS = (int) state.wantedS(state.request(assignment));
        if (wantedS <= 0) {
            return;
        }
        ChangeCost changes = state.request(assignment).changes();
        PlanTie.Placed whole = null;
        if (changes != null) {
            PlanTie.Placed placed = state.placed(assignment);
            if (changes.isAsPublished(placed)) {
                return;
            }
            whole = changes.whole(placed);
        }
        gaps.around(assignment, wantedS);
        int botS = state.botS(assignment);
        int eotS = state.eotS(assignment);
        int earliestS = gaps.gapStartS(0);
        int latestS = gaps.gapEndS(0);
        if (whole != null && random.nextBoolean()) {
            // Beyond what was published it would count as moved, not as shortened.
            earliestS = Math.max(earliestS, whole.botS());
            latestS = Math.min(latestS, whole.eotS());
        }
        int beforeS = Math.min(wantedS, botS - earliestS);
        int afterS = Math.min(wantedS, latestS - eotS);
        if (beforeS + afterS > wantedS) {
            if (random.nextBoolean()) {
                beforeS = wantedS - afterS;
            } else {
                afterS = wantedS - beforeS;
            }
        }
        if (beforeS + afterS > 0) {
            state.retime(assignment, where, botS - beforeS, eotS + afterS);
        }
    }

    /** The assignment that took a track, or {@link #NONE}. */
    private int addTrack(PlanRequest request) {
        TrackNeed need = TrackNeed.of(state, request);
        if (need == null) {
            return NONE;
        }
        bestWorth = Double.NEGATIVE_INFINITY;
        int mostS = mostS(request, need);
        int found = gaps.find(request, need.leastS());
        for (int gap = 0; gap < found; gap++) {
            consider(request, gaps.gapWhere(gap), gap, need, mostS);
        }
        if (bestWorth == Double.NEGATIVE_INFINITY) {
            return NONE;
        }
        state.take(need.assignment(), request.opportunities().get(bestOpportunity), bestBotS, bestEotS);
        return need.assignment();
    }

    private void consider(PlanRequest request, PlanOpportunity opportunity, int gap, TrackNeed need, int mostS) {
        int gapS = gaps.gapEndS(gap) - gaps.gapStartS(gap);
        int lengthS = need.lengthS(request, gapS, mostInS(gapS, mostS));
        TieWindows.Window window = gaps.gapWindow(gap);
        int earliestS = Math.max(gaps.gapStartS(gap), window.eotAtLeastS() - lengthS);
        int latestS = Math.min(gaps.gapEndS(gap) - lengthS, window.botAtMostS());
        if (lengthS == 0 || earliestS > latestS) {
            return;
        }
        double worth = worth(opportunity, lengthS, gapS - lengthS);
        if (worth > bestWorth) {
            int botS = random.nextBoolean() ? earliestS : latestS;
            if (!gaps.fits(request, opportunity, botS, botS + lengthS)) {
                botS = earliestS + latestS - botS;
            }
            if (gaps.fits(request, opportunity, botS, botS + lengthS)) {
                bestWorth = worth;
                bestOpportunity = opportunity.index();
                bestBotS = botS;
                bestEotS = botS + lengthS;
            }
        }
        ChangeCost changes = request.changes();
        if (changes != null) {
            considerPublished(request, opportunity, gap, need, changes);
        }
    }

    /** What is published is tried as it is, and where the gap is smaller, what that leaves of it. */
    private void considerPublished(
            PlanRequest request, PlanOpportunity opportunity, int gap, TrackNeed need, ChangeCost changes) {
        TieWindows.Window window = gaps.gapWindow(gap);
        for (PlanTie.Placed published : changes.published()) {
            int botS = Math.max(published.botS(), gaps.gapStartS(gap));
            int eotS = Math.min(published.eotS(), gaps.gapEndS(gap));
            boolean tiesKept = botS <= window.botAtMostS() && eotS >= window.eotAtLeastS();
            boolean useful = eotS > botS && need.lengthS(request, eotS - botS, need.wantedS()) == eotS - botS;
            if (!tiesKept || !useful || !opportunity.antennas().isSameAs(published.antennas())) {
                continue;
            }
            double worth = worth(opportunity, eotS - botS, 0) + request.hoursWorth(changes.dropCost(published));
            if (worth > bestWorth && gaps.fits(request, opportunity, botS, eotS)) {
                bestWorth = worth;
                bestOpportunity = opportunity.index();
                bestBotS = botS;
                bestEotS = eotS;
            }
        }
    }

    /** The longest track to try: mostly all that is wanted, now and then deliberately less, to leave room or to split. */
    private int mostS(PlanRequest request, TrackNeed need) {
        roomS = 0;
        if (sparing) {
            return leastUsefulS(request, need);
        }
        if (need.wantedS() == need.leastS() || random.nextDouble() >= shorterChance) {
            return need.wantedS();
        }
        int lowS = leastUsefulS(request, need);
        switch (random.nextInt(5)) {
            case 0:
                return lowS;
            case 1:
                return lowS + random.nextInt(need.wantedS() - lowS + 1);
            case 2:
                return need.leastS();
            case 3:
                return need.leastS() + random.nextInt(need.wantedS() - need.leastS() + 1);
            default:
                roomS = request.minS();
                return need.wantedS();
        }
    }

    private static int leastUsefulS(PlanRequest request, TrackNeed need) {
        return Math.max(need.leastS(), Math.min(need.wantedS(), request.minS()));
    }

    /** As long as may be, less the room that is to be left for another such request where there is enough for both. */
    private int mostInS(int gapS, int mostS) {
        return roomS > 0 && gapS >= 2 * roomS ? Math.min(mostS, gapS - roomS) : mostS;
    }

    private double worth(PlanOpportunity opportunity, int lengthS, int leftS) {
        double hours = lengthS / SECONDS_PER_HOUR;
        double worth =
                hours - parameters.arrayPenalty() * (opportunity.antennas().size() - 1) * hours;
        if (leftS < smallestUseS) {
            worth += parameters.tightBonusHours();
        }
        return worth + noiseHours * random.nextGaussian();
    }
}
