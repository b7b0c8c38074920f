package dev.yeoju.planning;

import dev.yeoju.model.Tie;
import java.util.List;
import java.util.SplittableRandom;

/** Takes tracks away: those in the way of a request, a few at random, a share of one mission's, or some hours of one. */
final class Ruiner {
    private static final int SHORTEST_SPAN_S = 3600;
    private static final int LONGEST_SPAN_S = 7 * 3600;
    private static final int SHORTEST_MISSION_SPAN_S = 4 * 3600;
    private static final int LONGEST_MISSION_SPAN_S = 16 * 3600;
    private static final int LONGEST_REACH_S = 4 * 24 * 3600;
    private static final int MOST_AT_RANDOM = 4;
    private static final int MISSION_NEIGHBOURHOOD = 24;

    private final PlanState state;
    private final SplittableRandom random;
    private final IndexSet removed;

    Ruiner(PlanState state, SplittableRandom random) {
        this.state = state;
        this.random = random;
        removed = new IndexSet(state.assignmentCount());
    }

    /** The assignments that lost their slots in the last ruin. */
    IndexSet removed() {
        return removed;
    }

    void begin() {
        removed.clear();
    }

    /** All tracks of an opportunity's antennas within some hours of a point inside it. */
    void around(PlanRequest request) {
        List<PlanOpportunity> opportunities = request.opportunities();
        PlanOpportunity opportunity = opportunities.get(random.nextInt(opportunities.size()));
        int centreS = opportunity.startS() + random.nextInt(Math.max(1, opportunity.lengthS()));
        int spanS = random.nextInt(SHORTEST_SPAN_S, LONGEST_SPAN_S + 1);
        clear(opportunity.antennas(), centreS - spanS / 2, centreS - spanS / 2 + spanS);
        releaseAll();
    }

    /**
     * The tracks of the request's mission within some hours of a point inside one of its opportunities, and what is in
     * their way on that one's antennas, now and then on those of another beside it.
     */
    void missionAround(PlanRequest request) {
        List<PlanOpportunity> opportunities = request.opportunities();
        PlanOpportunity opportunity = opportunities.get(random.nextInt(opportunities.size()));
        int centreS = opportunity.startS() + random.nextInt(Math.max(1, opportunity.lengthS()));
        int spanS = random.nextInt(SHORTEST_MISSION_SPAN_S, LONGEST_MISSION_SPAN_S);
        int fromS = centreS - spanS / 2;
        int untilS = fromS + spanS;
        add(state.mission(request.mission()), fromS, untilS);
        clear(opportunity.antennas(), fromS, untilS);
        if (random.nextBoolean()) {
            PlanOpportunity other = opportunities.get(random.nextInt(opportunities.size()));
            if (other.startS() < untilS && other.endS() > fromS) {
                clear(other.antennas(), fromS, untilS);
            }
        }
        releaseAll();
    }

    /**
     * All tracks of the request's mission within some days of one of its opportunities, and what is in the way during
     * that opportunity on its antennas, now and then on those of another beside it.
     */
    void missionNights(PlanRequest request, PlanOpportunity night) {
        List<PlanOpportunity> opportunities = request.opportunities();
        int reachS = random.nextInt(LONGEST_REACH_S);
        add(state.mission(request.mission()), night.startS() - reachS, night.endS() + reachS);
        clear(night.antennas(), night.startS() - request.setupS(), night.endS() + request.teardownS());
        if (random.nextBoolean()) {
            PlanOpportunity other = opportunities.get(random.nextInt(opportunities.size()));
            if (other.startS() < night.endS() && other.endS() > night.startS()) {
                clear(other.antennas(), night.startS() - request.setupS(), night.endS() + request.teardownS());
            }
        }
        releaseAll();
    }

    /** All tracks of the antennas at some time of the interval. */
    void antennas(List<Integer> antennas, int fromS, int untilS) {
        for (int antenna : antennas) {
            add(state.antenna(antenna), fromS, untilS);
        }
        releaseAll();
    }

    private void clear(AntennaSet antennas, int fromS, int untilS) {
        for (int k = 0; k < antennas.size(); k++) {
            add(state.antenna(antennas.get(k)), fromS, untilS);
        }
    }

    private void add(Timeline line, int fromS, int untilS) {
        for (int at = line.firstReaching(fromS); at < line.size() && line.startS(at) < untilS; at++) {
            if (state.isMovable(line.owner(at)) && line.endS(at) > fromS) {
                removed.add(line.owner(at));
            }
        }
    }

    /** One to four tracks anywhere. */
    void anywhere() {
        IndexSet taken = state.taken();
        int count = Math.min(taken.size(), 1 + random.nextInt(MOST_AT_RANDOM));
        for (int k = 0; k < count; k++) {
            removed.add(taken.get(random.nextInt(taken.size())));
        }
        releaseAll();
    }

    /** About a third of a mission's tracks, of those near each other in time when it has many. */
    void mission(PlanMission mission) {
        Timeline line = state.mission(mission);
        int first = line.size() <= MISSION_NEIGHBOURHOOD ? 0 : random.nextInt(line.size() - MISSION_NEIGHBOURHOOD);
        int last = Math.min(line.size(), first + MISSION_NEIGHBOURHOOD);
        for (int at = first; at < last; at++) {
            if (random.nextInt(3) == 0 && state.isMovable(line.owner(at))) {
                removed.add(line.owner(at));
            }
        }
        releaseAll();
    }

    /** What must keep the same times can only move together. */
    private void addSimultaneous(PlanRequest request) {
        if (!request.tied()) {
            return;
        }
        for (PlanTie tie : state.model().ties().of(request)) {
            PlanRequest other = tie.other(request);
            if (tie.is(Tie.Type.SIMULTANEOUS) && state.trackedS(other) > 0) {
                int first = state.firstAssignment(other);
                for (int assignment = first; assignment < first + other.maxTracks(); assignment++) {
                    if (state.isTaken(assignment)) {
                        removed.add(assignment);
                    }
                }
            }
        }
    }

    private void releaseAll() {
        for (int k = 0; k < removed.size(); k++) {
            addSimultaneous(state.request(removed.get(k)));
        }
        for (int k = 0; k < removed.size(); k++) {
            state.release(removed.get(k));
        }
    }
}
