package dev.yeoju.planning;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Plans some hours of one antenna anew, as well as can be at what time is worth to each request as the plan stands: the
 * best path through the gaps that the other antennas' tracks leave.
 */
final class Rebuilder {
    private static final double SECONDS_PER_HOUR = 3600;
    /** Tracks are placed to within a cell and then stretched. */
    private static final int LONGEST_CELL_S = 300;

    private static final int CELLS_IN_SHORTEST_ACTIVITY = 6;
    private static final int FEWEST_CELLS = 24;
    private static final int MOST_CELLS = 96;

    /** A level above: worth more than all that an antenna can do else in some hours. */
    private static final double CRITICAL = 1000;

    private record Use(PlanRequest request, PlanOpportunity where) {}

    private final PlanState state;
    private final Ruiner ruiner;
    private final SplittableRandom random;
    private final GapFinder gaps;
    private final AntennaPath path;
    private final int cellS;
    /** Where untied requests can be tracked with the antenna, by the opportunities' begin. */
    private final List<List<Use>> uses = new ArrayList<>();

    private final double[] missionRates;
    private double noiseHours;

    Rebuilder(PlanState state, Ruiner ruiner, SplittableRandom random, int shortestActivityS) {
        this.state = state;
        this.ruiner = ruiner;
        this.random = random;
        gaps = new GapFinder(state);
        cellS = Math.max(1, Math.min(LONGEST_CELL_S, shortestActivityS / CELLS_IN_SHORTEST_ACTIVITY));
        path = new AntennaPath(cellS);
        missionRates = new double[state.model().missions().size()];
        for (int antenna = 0; antenna < state.model().antennaCount(); antenna++) {
            uses.add(new ArrayList<>());
        }
        state.model().requests().stream()
                .filter(request -> request.schedulable() && !request.tied())
                .forEach(this::addUses);
        uses.forEach(
                list -> list.sort(Comparator.comparingInt(use -> use.where().startS())));
    }

    private void addUses(PlanRequest request) {
        for (PlanOpportunity where : request.opportunities()) {
            for (int k = 0; k < where.antennas().size(); k++) {
                uses.get(where.antennas().get(k)).add(new Use(request, where));
            }
        }
    }

    /** @param hours standard deviation of the noise on a track's worth from now on */
    void noise(double hours) {
        noiseHours = hours;
    }

    /** Clears an antenna for some hours around a point inside one of the request's opportunities, and fills the time. */
    void rebuild(PlanRequest request) {
        List<PlanOpportunity> opportunities = request.opportunities();
        PlanOpportunity opportunity = opportunities.get(random.nextInt(opportunities.size()));
        AntennaSet antennas = opportunity.antennas();
        int antenna = antennas.get(random.nextInt(antennas.size()));
        int spanS = cellS * random.nextInt(FEWEST_CELLS, MOST_CELLS + 1);
        int fromS = opportunity.startS() + random.nextInt(Math.max(1, opportunity.lengthS())) - spanS / 2;
        int untilS = fromS + spanS;
        ruiner.antenna(antenna, fromS, untilS);
        Timeline line = state.antenna(antenna);
        int before = line.firstReaching(fromS) - 1;
        int after = line.firstStarting(untilS);
        int reachS = cellS * MOST_CELLS;
        path.clear();
        collect(
                antenna,
                before < 0 ? fromS - reachS : Math.max(fromS - reachS, line.reachS(before)),
                after == line.size() ? untilS + reachS : Math.min(untilS + reachS, line.startS(after)));
        path.fill(this::take);
    }

    private void collect(int antenna, int fromS, int untilS) {
        state.missionRates(missionRates);
        for (Use use : uses.get(antenna)) {
            PlanOpportunity where = use.where();
            if (where.startS() >= untilS) {
                return;
            }
            TrackNeed need = where.endS() <= fromS ? null : TrackNeed.of(state, use.request());
            if (need != null) {
                offer(use.request(), where, need, fromS, untilS);
            }
        }
    }

    private void offer(PlanRequest request, PlanOpportunity where, TrackNeed need, int fromS, int untilS) {
        int leastS = Math.max(need.leastS(), need.missingS());
        if (leastS > need.wantedS()) {
            return;
        }
        int found = gaps.find(request, where, leastS);
        double rate = request.weightPerSecond() + missionRates[request.mission().index()];
        long trackedS = state.trackedS(request);
        long critical = request.criticalWeight(trackedS + leastS) - request.criticalWeight(trackedS);
        double bonus = request.bonus(trackedS + leastS) - request.bonus(trackedS) + CRITICAL * critical;
        int overheadS = request.setupS() + request.teardownS();
        for (int gap = 0; gap < found; gap++) {
            int beginS = Math.max(fromS, gaps.gapStartS(gap) - request.setupS());
            int endS = Math.min(untilS, gaps.gapEndS(gap) + request.teardownS());
            if (endS - beginS >= leastS + overheadS) {
                double noise = noiseHours * SECONDS_PER_HOUR * rate * random.nextGaussian();
                path.add(new AntennaPath.Span(
                        request, where, beginS, endS, overheadS, leastS, need.wantedS(), rate, bonus + noise));
            }
        }
    }

    /** Takes the track, unless the path has it a second time or what moved beside it is now in its way. */
    private void take(AntennaPath.Span span, int fromS, int toS) {
        PlanRequest request = span.request();
        TrackNeed need = TrackNeed.of(state, request);
        if (need == null) {
            return;
        }
        int roomS = toS - fromS - span.overheadS();
        int lengthS = need.lengthS(request, roomS, need.wantedS());
        int botS = fromS + request.setupS() + (random.nextBoolean() ? roomS - lengthS : 0);
        if (lengthS > 0 && gaps.fits(request, span.where(), botS, botS + lengthS)) {
            state.take(need.assignment(), span.where(), botS, botS + lengthS);
        }
    }
}
