package dev.yeoju.planning;

import java.util.List;

/**
 * Finds where the antennas are free for a request over all of its opportunities at once: it goes along their timelines
 * and looks at opportunities only where there is room, of which a full week has little.
 */
final class RoomScan {
    /** Receives the gaps. */
    interface Found {
        /**
         * A track may lie between the two seconds, as far as free antennas and its mission's other tracks say.
         *
         * @param leastS the shortest track that was asked for
         */
        void gap(PlanRequest request, PlanOpportunity where, int startS, int endS, int leastS);
    }

    private final PlanState state;
    private final Found found;

    /** @param found receives the gaps of each {@link #find} */
    RoomScan(PlanState state, Found found) {
        this.state = state;
        this.found = found;
    }

    /** Finds all gaps of at least the given length; those on the same antennas are found in time. */
    void find(PlanRequest request, int leastS) {
        List<OpportunityGroup> groups = request.opportunityGroups();
        for (int k = 0; k < groups.size(); k++) {
            OpportunityGroup group = groups.get(k);
            int fromS = group.startS() - request.setupS();
            scan(request, group, 0, fromS, group.endS() + request.teardownS(), leastS);
        }
    }

    /** Where the antennas from the given one on are free within a time in which those before it are. */
    private void scan(PlanRequest request, OpportunityGroup group, int antenna, int fromS, int untilS, int leastS) {
        if (antenna == group.antennas().size()) {
            offer(request, group, fromS, untilS, leastS);
            return;
        }
        int needS = request.setupS() + leastS + request.teardownS();
        Timeline line = state.antenna(group.antennas().get(antenna));
        int freeFromS = fromS;
        int at = line.firstReaching(fromS);
        while (at < line.size() && line.startS(at) < untilS) {
            if (line.startS(at) - freeFromS >= needS) {
                scan(request, group, antenna + 1, freeFromS, line.startS(at), leastS);
            }
            freeFromS = Math.max(freeFromS, line.endS(at));
            at++;
        }
        if (untilS - freeFromS >= needS) {
            scan(request, group, antenna + 1, freeFromS, untilS, leastS);
        }
    }

    /** The opportunities within a time in which all antennas are free, setup and teardown included. */
    private void offer(PlanRequest request, OpportunityGroup group, int freeFromS, int freeUntilS, int leastS) {
        int fromS = freeFromS + request.setupS();
        int untilS = freeUntilS - request.teardownS();
        List<PlanOpportunity> opportunities = group.opportunities();
        for (int k = 0; k < opportunities.size(); k++) {
            PlanOpportunity where = opportunities.get(k);
            if (where.startS() + leastS > untilS) {
                return;
            }
            int startS = Math.max(fromS, where.startS());
            int endS = Math.min(untilS, where.endS());
            if (endS - startS >= leastS) {
                offer(request, where, startS, endS, leastS);
            }
        }
    }

    /** What the tracks that the request excludes leave of a gap. */
    private void offer(PlanRequest request, PlanOpportunity where, int startS, int endS, int leastS) {
        Timeline mission = state.mission(request.mission());
        int fromS = startS;
        for (int at = mission.firstReaching(startS); at < mission.size() && mission.startS(at) < endS; at++) {
            if (mission.endS(at) > fromS && request.excludes(state.request(mission.owner(at)))) {
                if (mission.startS(at) - fromS >= leastS) {
                    found.gap(request, where, fromS, mission.startS(at), leastS);
                }
                fromS = mission.endS(at);
            }
        }
        if (endS - fromS >= leastS) {
            found.gap(request, where, fromS, endS, leastS);
        }
    }
}
