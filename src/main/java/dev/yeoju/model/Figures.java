package dev.yeoju.model;

import java.util.List;

/**
 * The field's figures of a schedule.
 *
 * @param trackedHours T_S: tracked hours, a request's counted up to what it prefers
 * @param requestedHours preferred hours of all requests
 * @param satisfied requests with at least their minimum
 * @param requests all requests
 * @param uRms root mean square of the missions' unsatisfied fractions
 * @param uMax the greatest of them
 * @param missions each mission's own, by id
 */
public record Figures(
        double trackedHours,
        double requestedHours,
        int satisfied,
        int requests,
        double uRms,
        double uMax,
        List<MissionFigures> missions) {
    public Figures {
        missions = List.copyOf(missions);
    }

    /**
     * @param unsatisfiedFraction 1 − tracked / requested hours
     */
    public record MissionFigures(
            String mission,
            double trackedHours,
            double requestedHours,
            int satisfied,
            int requests,
            double unsatisfiedFraction) {}
}
