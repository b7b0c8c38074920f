package dev.yeoju.planning;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Gives a request a track where others are: those in its way are taken off and look for another place in turn, if need be
 * where others are, and so on for some links. In a full week hardly anything finds a gap, and what is good to move is
 * seldom good to move alone.
 */
final class Ejector {
    private static final double SECONDS_PER_HOUR = 3600;
    private static final int MOST_IN_THE_WAY = 2;

    /** How often, of four, a track is to be enough for its request at once where several might be. */
    private static final int ENOUGH_OF_FOUR = 3;

    private final PlanState state;
    private final SplittableRandom random;
    private final Recreator recreator;
    private final GapFinder gaps;
    private final Deque<PlanRequest> waiting = new ArrayDeque<>();
    /** The requests of the chain, by index. */
    private final IndexSet chain;
    /** Those of them that have had their turn and are not taken off again. */
    private final IndexSet settled;

    private final double[] missionRates;
    private final int[] inTheWay = new int[MOST_IN_THE_WAY];
    private final int[] bestInTheWay = new int[MOST_IN_THE_WAY];
    private int inTheWayCount;
    private int bestInTheWayCount;
    private int bestOpportunity;
    private int bestBotS;
    private double bestWorth;
    private double noiseHours;

    Ejector(PlanState state, SplittableRandom random, Recreator recreator) {
        this.state = state;
        this.random = random;
        this.recreator = recreator;
        gaps = new GapFinder(state);
        chain = new IndexSet(state.model().requests().size());
        settled = new IndexSet(state.model().requests().size());
        missionRates = new double[state.model().missions().size()];
    }

    /** @param hours standard deviation of the noise on what a place costs from now on */
    void noise(double hours) {
        noiseHours = hours;
    }

    /**
     * Plans the request anew, and whoever gives way to it.
     *
     * @param mostLinks how many tracks may be put where others are
     */
    void eject(PlanRequest wanting, int mostLinks) {
        chain.clear();
        settled.clear();
        waiting.clear();
        state.missionRates(missionRates);
        join(wanting);
        int links = mostLinks;
        while (!waiting.isEmpty()) {
            PlanRequest request = waiting.remove();
            boolean first = request == wanting;
            if (!first) {
                recreator.serve(request);
            } else if (state.trackedS(request) > 0 && random.nextBoolean()) {
                state.releaseAll(request);
            }
            settled.add(request.index());
            boolean needy = first || state.trackedS(request) < request.minS();
            if (needy && links > 0 && !request.tied() && place(request)) {
                links--;
                recreator.serve(request);
            }
        }
        // Later links may have left gaps for those before them.
        for (int k = 0; k < chain.size(); k++) {
            PlanRequest request = state.model().requests().get(chain.get(k));
            recreator.serve(request);
            recreator.dropUnlessServed(request);
        }
    }

    private void join(PlanRequest request) {
        if (chain.add(request.index())) {
            waiting.add(request);
        }
    }

    /** Puts a track where it costs least, with what is in its way taken off; says whether it did. */
    private boolean place(PlanRequest request) {
        TrackNeed need = TrackNeed.of(state, request);
        if (need == null) {
            return false;
        }
        int usefulS = need.leastS();
        if (need.missingS() > usefulS && need.missingS() <= need.wantedS() && random.nextInt(4) < ENOUGH_OF_FOUR) {
            usefulS = need.missingS();
        }
        bestWorth = Double.NEGATIVE_INFINITY;
        List<PlanOpportunity> opportunities = request.opportunities();
        for (int k = 0; k < opportunities.size(); k++) {
            consider(request, opportunities.get(k), usefulS);
        }
        if (bestWorth == Double.NEGATIVE_INFINITY) {
            return false;
        }
        for (int k = 0; k < bestInTheWayCount; k++) {
            state.release(bestInTheWay[k]);
            join(state.request(bestInTheWay[k]));
        }
        return take(request, opportunities.get(bestOpportunity), need, usefulS);
    }

    /** Takes a track in the gap that there now is; none where repointing or a limit leaves too little of it. */
    private boolean take(PlanRequest request, PlanOpportunity where, TrackNeed need, int usefulS) {
        int found = gaps.find(request, where, usefulS);
        for (int gap = 0; gap < found; gap++) {
            int fromS = gaps.gapStartS(gap);
            int untilS = gaps.gapEndS(gap);
            if (fromS <= bestBotS && untilS >= bestBotS + usefulS) {
                int mostS = random.nextBoolean() ? need.wantedS() : usefulS;
                int lengthS = need.lengthS(request, untilS - fromS, mostS);
                int botS = random.nextBoolean() ? fromS : untilS - lengthS;
                if (lengthS > 0 && gaps.fits(request, where, botS, botS + lengthS)) {
                    state.take(need.assignment(), where, botS, botS + lengthS);
                    return true;
                }
            }
        }
        return false;
    }

    /** At the opportunity's ends, and beside each track that is there. */
    private void consider(PlanRequest request, PlanOpportunity where, int usefulS) {
        if (where.lengthS() < usefulS) {
            return;
        }
        Timeline line = state.antenna(where.antennas().get(0));
        int untilS = where.endS() + request.teardownS();
        int at = line.firstReaching(where.startS() - request.setupS());
        weigh(request, where, where.startS(), usefulS, at);
        while (at < line.size() && line.startS(at) < untilS) {
            weigh(request, where, line.endS(at) + request.setupS(), usefulS, at);
            weigh(request, where, line.startS(at) - request.teardownS() - usefulS, usefulS, at);
            at++;
        }
        weigh(request, where, where.endS() - usefulS, usefulS, at);
    }

    /** @param near a position near it on the first antenna's timeline */
    private void weigh(PlanRequest request, PlanOpportunity where, int botS, int usefulS, int near) {
        int eotS = botS + usefulS;
        if (botS < where.startS() || eotS > where.endS()) {
            return;
        }
        inTheWayCount = 0;
        double worth = noiseHours * SECONDS_PER_HOUR * request.weightPerSecond() * random.nextGaussian();
        AntennaSet antennas = where.antennas();
        for (int k = 0; k < antennas.size(); k++) {
            Timeline line = state.antenna(antennas.get(k));
            int untilS = eotS + request.teardownS();
            int fromS = botS - request.setupS();
            for (int at = k == 0 ? line.firstReaching(fromS, near) : line.firstReaching(fromS);
                    at < line.size() && line.startS(at) < untilS;
                    at++) {
                int owner = line.owner(at);
                if (isInTheWay(owner)) {
                    continue;
                }
                if (inTheWayCount == MOST_IN_THE_WAY || !mayGiveWay(owner, request)) {
                    return;
                }
                inTheWay[inTheWayCount++] = owner;
                worth -= loss(owner);
                if (worth <= bestWorth) {
                    return;
                }
            }
        }
        if (worth > bestWorth && !excluded(request, botS, eotS)) {
            bestWorth = worth;
            bestOpportunity = where.index();
            bestBotS = botS;
            bestInTheWayCount = inTheWayCount;
            System.arraycopy(inTheWay, 0, bestInTheWay, 0, inTheWayCount);
        }
    }

    private boolean mayGiveWay(int owner, PlanRequest to) {
        if (!state.isMovable(owner)) {
            return false;
        }
        PlanRequest request = state.request(owner);
        return !request.tied() && !settled.contains(request.index()) && (!request.critical() || to.critical());
    }

    /** What is lost with a track that finds no other place, micro-units. */
    private double loss(int assignment) {
        PlanRequest request = state.request(assignment);
        int lostS = state.eotS(assignment) - state.botS(assignment);
        long trackedS = state.trackedS(request);
        double loss = lostS
                * (request.weightPerSecond() + missionRates[request.mission().index()]);
        boolean fails = request.satisfied(trackedS) && !request.satisfied(trackedS - lostS);
        return fails ? loss + request.bonus(trackedS) + state.completeness().rate(request) : loss;
    }

    /** Whether something is tracked then, beside what is in the way, that the request must not be tracked with. */
    private boolean excluded(PlanRequest request, int botS, int eotS) {
        Timeline mission = state.mission(request.mission());
        for (int at = mission.firstReaching(botS); at < mission.size() && mission.startS(at) < eotS; at++) {
            int owner = mission.owner(at);
            if (!isInTheWay(owner) && request.excludes(state.request(owner))) {
                return true;
            }
        }
        return false;
    }

    private boolean isInTheWay(int owner) {
        for (int k = 0; k < inTheWayCount; k++) {
            if (inTheWay[k] == owner) {
                return true;
            }
        }
        return false;
    }
}
