package dev.yeoju.planning;

import java.util.ArrayList;
import java.util.List;

/**
 * Where a track lies: an opportunity, and begin and end of track in seconds from the plan's epoch. Immutable; it is the
 * value of a {@link PassAssignment}.
 */
final class Slot {
    private final PlanRequest request;
    private final PlanOpportunity opportunity;
    private final int boaS;
    private final int botS;
    private final int eotS;
    private final int eoaS;
    private final List<Occupation> antennaOccupations;
    private final List<Occupation> missionOccupations;

    private Slot(
            PlanRequest request,
            PlanOpportunity opportunity,
            int boaS,
            int botS,
            int eotS,
            int eoaS,
            List<Occupation> antennaOccupations,
            List<Occupation> missionOccupations) {
        this.request = request;
        this.opportunity = opportunity;
        this.boaS = boaS;
        this.botS = botS;
        this.eotS = eotS;
        this.eoaS = eoaS;
        this.antennaOccupations = antennaOccupations;
        this.missionOccupations = missionOccupations;
    }

    /** @param assignment index of the assignment that takes it */
    static Slot of(
            PlanModel model, int assignment, PlanRequest request, PlanOpportunity opportunity, int botS, int eotS) {
        int boaS = botS - request.setupS();
        int eoaS = eotS + request.teardownS();
        return of(model, assignment, request, opportunity, boaS, botS, eotS, eoaS);
    }

    /** The slot that a pin keeps. */
    static Slot of(PlanModel model, PlanPin pin) {
        return of(model, pin.assignment(), pin.request(), pin.where(), pin.boaS(), pin.botS(), pin.eotS(), pin.eoaS());
    }

    private static Slot of(
            PlanModel model,
            int assignment,
            PlanRequest request,
            PlanOpportunity opportunity,
            int boaS,
            int botS,
            int eotS,
            int eoaS) {
        CellGrid cells = model.cells();
        AntennaSet antennas = opportunity.antennas();
        List<Occupation> onAntennas = new ArrayList<>(2 * antennas.size());
        for (int k = 0; k < antennas.size(); k++) {
            occupy(onAntennas, cells, antennas.get(k), assignment, request, boaS, eoaS);
        }
        List<Occupation> ofMission = new ArrayList<>(2);
        occupy(ofMission, cells, model.antennaCount() + request.mission().index(), assignment, request, botS, eotS);
        return new Slot(request, opportunity, boaS, botS, eotS, eoaS, List.copyOf(onAntennas), List.copyOf(ofMission));
    }

    private static void occupy(
            List<Occupation> occupations,
            CellGrid cells,
            int resource,
            int assignment,
            PlanRequest request,
            int startS,
            int endS) {
        int firstCell = cells.cell(resource, startS);
        int lastCell = cells.cell(resource, endS - 1);
        for (int cell = firstCell; cell <= lastCell; cell++) {
            occupations.add(new Occupation(cell, firstCell, assignment, request, startS, endS));
        }
    }

    PlanRequest request() {
        return request;
    }

    PlanOpportunity opportunity() {
        return opportunity;
    }

    int botS() {
        return botS;
    }

    int eotS() {
        return eotS;
    }

    int boaS() {
        return boaS;
    }

    int eoaS() {
        return eoaS;
    }

    int trackedS() {
        return eotS - botS;
    }

    boolean insideOpportunity() {
        return botS >= opportunity.startS() && eotS <= opportunity.endS();
    }

    /** The time that each of its antennas is taken, [boa, eoa), by cell. */
    List<Occupation> antennaOccupations() {
        return antennaOccupations;
    }

    /** The time that its mission is tracked, [bot, eot), by cell. */
    List<Occupation> missionOccupations() {
        return missionOccupations;
    }

    /** Whether it is the same place in time and on the same antennas. */
    boolean matches(PlanOpportunity otherOpportunity, int otherBotS, int otherEotS) {
        return opportunity == otherOpportunity && botS == otherBotS && eotS == otherEotS;
    }

    @Override
    public String toString() {
        return opportunity.option().antennas() + "[" + botS + ", " + eotS + ")";
    }
}
