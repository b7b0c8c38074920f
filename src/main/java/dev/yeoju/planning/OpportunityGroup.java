package dev.yeoju.planning;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A request's opportunities on the same antennas, in order of their begin.
 *
 * @param opportunities at least one
 * @param endS when the last of them ends
 */
record OpportunityGroup(AntennaSet antennas, List<PlanOpportunity> opportunities, int endS) {
    private static OpportunityGroup of(AntennaSet antennas, List<PlanOpportunity> unordered) {
        List<PlanOpportunity> ordered = unordered.stream()
                .sorted(Comparator.comparingInt(PlanOpportunity::startS))
                .toList();
        int endS = ordered.stream().mapToInt(PlanOpportunity::endS).max().orElseThrow();
        return new OpportunityGroup(antennas, ordered, endS);
    }

    /** A request's opportunities by their antennas, in the order in which these come first. */
    static List<OpportunityGroup> of(List<PlanOpportunity> opportunities) {
        Map<AntennaSet, List<PlanOpportunity>> byAntennas = new LinkedHashMap<>();
        for (PlanOpportunity opportunity : opportunities) {
            byAntennas
                    .computeIfAbsent(opportunity.antennas(), antennas -> new ArrayList<>())
                    .add(opportunity);
        }
        return byAntennas.entrySet().stream()
                .map(entry -> of(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** When the first of them begins. */
    int startS() {
        return opportunities.get(0).startS();
    }
}
