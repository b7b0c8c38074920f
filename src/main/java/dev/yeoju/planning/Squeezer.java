package dev.yeoju.planning;

import java.util.List;
import java.util.SplittableRandom;

/**
 * Makes room for a request without taking anything away: the tracks beside one place are trimmed on the sides that face
 * it, no further than their requests' minimum.
 */
final class Squeezer {
    private final PlanState state;
    private final SplittableRandom random;

    Squeezer(PlanState state, SplittableRandom random) {
        this.state = state;
        this.random = random;
    }

    /**
     * Trims what follows or precedes one of the request's tracks, drawn at random.
     *
     * @return the request's track that has got room, or −1 when it has no track that the search may change
     */
    int beside(PlanRequest request) {
        int first = state.firstAssignment(request);
        int drawn = -1;
        int taken = 0;
        for (int assignment = first; assignment < first + request.maxTracks(); assignment++) {
            if (state.isTaken(assignment) && random.nextInt(++taken) == 0) {
                drawn = assignment;
            }
        }
        PlanOpportunity where = drawn < 0 ? null : state.opportunity(drawn);
        if (where == null) {
            return -1;
        }
        boolean after = random.nextBoolean();
        AntennaSet antennas = where.antennas();
        for (int k = 0; k < antennas.size(); k++) {
            Timeline line = state.antenna(antennas.get(k));
            int at = line.position(state.botS(drawn) - request.setupS(), drawn);
            trim(line, after ? at + 1 : at - 1, after);
        }
        return drawn;
    }

    /** Trims the two tracks on either side of a point inside one of the request's opportunities. */
    void inside(PlanRequest request) {
        List<PlanOpportunity> opportunities = request.opportunities();
        PlanOpportunity opportunity = opportunities.get(random.nextInt(opportunities.size()));
        int pointS = opportunity.startS() + random.nextInt(Math.max(1, opportunity.lengthS()));
        AntennaSet antennas = opportunity.antennas();
        for (int k = 0; k < antennas.size(); k++) {
            Timeline line = state.antenna(antennas.get(k));
            int at = line.firstStarting(pointS);
            trim(line, at - 1, false);
            trim(line, at, true);
        }
    }

    private void trim(Timeline line, int at, boolean itsBegin) {
        if (at < 0 || at >= line.size() || !state.isMovable(line.owner(at))) {
            return;
        }
        int assignment = line.owner(at);
        PlanOpportunity where = state.opportunity(assignment);
        PlanRequest request = state.request(assignment);
        int botS = state.botS(assignment);
        int eotS = state.eotS(assignment);
        long spareS = Math.min(state.trackedS(request) - request.minS(), (long) eotS - botS - request.minTrackS());
        if (where == null || spareS <= 0) {
            return;
        }
        int cutS = random.nextBoolean() ? (int) spareS : 1 + random.nextInt((int) spareS);
        state.retime(assignment, where, itsBegin ? botS + cutS : botS, itsBegin ? eotS : eotS - cutS);
    }
}
