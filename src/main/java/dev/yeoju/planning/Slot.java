package dev.yeoju.planning;

import java.util.ArrayList;
import java.util.List;

/**
 * Where a track lies: an opportunity, and begin and end of track in seconds from the plan's epoch. Immutable; it is the
 * value of a {@link PassAssignment}.
 */
final class Slot {
    private final PlanModel model;
    private final Pass pass;
    private final int assignment;
    private final List<Occupation> antennaOccupations;
    private final List<Occupation> missionOccupations;
    private final List<Occupation> slewOccupations;
    private final List<BeamMember> beamMembers;
    private final List<LimitUse> limitUses;

    private Slot(PlanModel model, int assignment, Pass pass) {
        this.model = model;
        this.pass = pass;
        this.assignment = assignment;
        AntennaSet antennas = pass.where().antennas();
        List<Occupation> onAntennas = new ArrayList<>(2 * antennas.size());
        for (int k = 0; k < antennas.size(); k++) {
            occupy(onAntennas, antennas.get(k), pass.boaS(), pass.eoaS());
        }
        antennaOccupations = List.copyOf(onAntennas);
        List<Occupation> ofMission = new ArrayList<>(2);
        int mission = model.antennaCount() + pass.request().mission().index();
        occupy(ofMission, mission, pass.botS(), pass.eotS());
        missionOccupations = List.copyOf(ofMission);
        boolean plain = pass.where().isPlain();
        slewOccupations = plain ? List.of() : slewing();
        beamMembers = plain ? List.of() : inBeams();
        limitUses = plain
                ? List.of()
                : pass.where().limits().stream()
                        .map(limit -> new LimitUse(model.limits().get(limit), this))
                        .toList();
    }

    /** @param assignment index of the assignment that takes it */
    static Slot of(
            PlanModel model, int assignment, PlanRequest request, PlanOpportunity opportunity, int botS, int eotS) {
        return new Slot(model, assignment, Pass.of(request, opportunity, botS, eotS));
    }

    /** The slot that a pin keeps. */
    static Slot of(PlanModel model, PlanPin pin) {
        return new Slot(model, pin.assignment(), pin.pass());
    }

    private void occupy(List<Occupation> occupations, int resource, int startS, int endS) {
        int firstCell = model.cells().cell(resource, startS);
        int lastCell = model.cells().cell(resource, endS - 1);
        for (int cell = firstCell; cell <= lastCell; cell++) {
            occupations.add(new Occupation(cell, firstCell, resource, this, startS, endS));
        }
    }

    private List<Occupation> slewing() {
        AntennaSet antennas = pass.where().antennas();
        List<Occupation> reached = new ArrayList<>(2 * antennas.size());
        for (int k = 0; k < antennas.size(); k++) {
            Mount mount = model.mounts().get(antennas.get(k));
            if (mount.slewRate() != null) {
                occupy(reached, antennas.get(k), pass.boaS(), pass.eoaS() + mount.longestSlewS());
            }
        }
        return List.copyOf(reached);
    }

    private List<BeamMember> inBeams() {
        AntennaSet antennas = pass.where().antennas();
        List<BeamMember> members = new ArrayList<>(antennas.size());
        for (int k = 0; k < antennas.size(); k++) {
            if (pass.request().mspa() && model.mounts().get(antennas.get(k)).mspa() != null) {
                members.add(new BeamMember(antennas.get(k), this));
            }
        }
        return List.copyOf(members);
    }

    PlanModel model() {
        return model;
    }

    int assignment() {
        return assignment;
    }

    /** The track with its activity. */
    Pass pass() {
        return pass;
    }

    PlanRequest request() {
        return pass.request();
    }

    PlanOpportunity opportunity() {
        return pass.where();
    }

    int botS() {
        return pass.botS();
    }

    int eotS() {
        return pass.eotS();
    }

    int trackedS() {
        return pass.eotS() - pass.botS();
    }

    boolean insideOpportunity() {
        return pass.botS() >= pass.where().startS()
                && pass.eotS() <= pass.where().endS();
    }

    /** The time that each of its antennas is taken, [boa, eoa), by cell. */
    List<Occupation> antennaOccupations() {
        return antennaOccupations;
    }

    /** The time that its mission is tracked, [bot, eot), by cell. */
    List<Occupation> missionOccupations() {
        return missionOccupations;
    }

    /** The time that each of its antennas that take time to repoint is taken and may then be turning, by cell. */
    List<Occupation> slewOccupations() {
        return slewOccupations;
    }

    /** Its parts in beams that can be shared. */
    List<BeamMember> beamMembers() {
        return beamMembers;
    }

    /** The limits of complexes that count it. */
    List<LimitUse> limitUses() {
        return limitUses;
    }

    /** Whether it is the same place in time and on the same antennas. */
    boolean matches(PlanOpportunity otherOpportunity, int otherBotS, int otherEotS) {
        return pass.where() == otherOpportunity && pass.botS() == otherBotS && pass.eotS() == otherEotS;
    }

    @Override
    public String toString() {
        return pass.where().option().antennas() + "[" + pass.botS() + ", " + pass.eotS() + ")";
    }
}
