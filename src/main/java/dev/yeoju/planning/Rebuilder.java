package dev.yeoju.planning;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Plans some hours of an antenna anew, or of several one after the other, as well as can be at what time is worth to each
 * request as the plan stands: the best path through the gaps that the other antennas' tracks leave.
 */
final class Rebuilder {
    private static final double SECONDS_PER_HOUR = 3600;
    /** Tracks are placed to within a cell and then stretched. */
    private static final int LONGEST_CELL_S = 600;

    private static final int CELLS_IN_SHORTEST_ACTIVITY = 6;
    private static final int FEWEST_CELLS = 12;
    private static final int MOST_CELLS = 48;
    private static final int DRAWS_BESIDE = 6;

    /** A level above: worth more than all that an antenna can do else in some hours. */
    private static final double CRITICAL = 1000;

    private record Use(PlanRequest request, PlanOpportunity where) {}

    private final PlanState state;
    private final Ruiner ruiner;
    private final SplittableRandom random;
    private final double besideShare;
    private final GapFinder gaps;
    private final AntennaPath path;
    private final int cellS;
    /** Where untied requests can be tracked with the antenna, by the opportunities' begin. */
    private final List<List<Use>> uses = new ArrayList<>();

    /** The longest opportunity of each antenna. */
    private final int[] longestS;

    private final List<Integer> cleared = new ArrayList<>();
    private final double[] missionRates;
    private double noiseHours;

    /**
     * @param besideShare how often other antennas of the request are cleared with the first, 0 to 1
     * @param shortestActivityS the shortest that any request can use
     */
    Rebuilder(PlanState state, Ruiner ruiner, SplittableRandom random, double besideShare, int shortestActivityS) {
        this.state = state;
        this.ruiner = ruiner;
        this.random = random;
        this.besideShare = besideShare;
        gaps = new GapFinder(state);
        cellS = Math.max(1, Math.min(LONGEST_CELL_S, shortestActivityS / CELLS_IN_SHORTEST_ACTIVITY));
        path = new AntennaPath(cellS);
        missionRates = new double[state.model().missions().size()];
        longestS = new int[state.model().antennaCount()];
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
                int antenna = where.antennas().get(k);
                uses.get(antenna).add(new Use(request, where));
                longestS[antenna] = Math.max(longestS[antenna], where.lengthS());
            }
        }
    }

    /** @param hours standard deviation of the noise on a track's worth from now on */
    void noise(double hours) {
        noiseHours = hours;
    }

    /**
     * Clears an antenna, or some of the request's, for some hours around a point inside one of its opportunities, and
     * fills their time one after the other.
     */
    void rebuild(PlanRequest request) {
        PlanOpportunity opportunity = anyOf(request);
        int spanS = cellS * random.nextInt(FEWEST_CELLS, MOST_CELLS + 1);
        int fromS = opportunity.startS() + random.nextInt(Math.max(1, opportunity.lengthS())) - spanS / 2;
        int untilS = fromS + spanS;
        cleared.clear();
        cleared.add(anyOf(opportunity.antennas()));
        if (random.nextDouble() < besideShare) {
            addBeside(request, fromS, untilS);
        }
        ruiner.antennas(cleared, fromS, untilS);
        for (int antenna : cleared) {
            fill(antenna, fromS, untilS);
        }
    }

    private void addBeside(PlanRequest request, int fromS, int untilS) {
        for (int draw = 0; draw < DRAWS_BESIDE; draw++) {
            PlanOpportunity other = anyOf(request);
            if (other.startS() < untilS && other.endS() > fromS) {
                Integer antenna = anyOf(other.antennas());
                if (!cleared.contains(antenna)) {
                    cleared.add(antenna);
                }
            }
        }
    }

    private PlanOpportunity anyOf(PlanRequest request) {
        return request.opportunities()
                .get(random.nextInt(request.opportunities().size()));
    }

    private int anyOf(AntennaSet antennas) {
        return antennas.get(random.nextInt(antennas.size()));
    }

    private void fill(int antenna, int fromS, int untilS) {
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
        List<Use> all = uses.get(antenna);
        for (int k = firstFrom(all, fromS - longestS[antenna]); k < all.size(); k++) {
            Use use = all.get(k);
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

    /** The first position of a use that begins at the second or later. */
    private static int firstFrom(List<Use> all, int second) {
        int low = 0;
        int high = all.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (all.get(middle).where().startS() >= second) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
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
        boolean succeeds = request.satisfied(trackedS + leastS) && !request.satisfied(trackedS);
        double bonus = CRITICAL * critical
                + (succeeds
                        ? request.bonus(trackedS + leastS)
                                + state.completeness().rate(request)
                        : 0);
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
