package dev.yeoju.planning;

import java.util.ArrayList;
import java.util.List;

/**
 * Whether a pass fits beside those that are taken, by the rules that ask more than free antennas: repointing, shared
 * beams and limits of complexes. An opportunity that none of them touches is plain, and nothing here is asked.
 */
final class PassFit {
    private static final int MOST_ROUNDS = 16;

    private final PlanState state;
    private final PlanModel model;
    private final List<Pass> near = new ArrayList<>();

    PassFit(PlanState state) {
        this.state = state;
        model = state.model();
    }

    /** @param self the assignment that the pass is of, which is not counted */
    boolean fits(Pass pass, int self) {
        PlanOpportunity where = pass.where();
        if (where.isPlain()) {
            return true;
        }
        for (int limit : where.limits()) {
            if (!keeps(model.limits().get(limit), pass, self)) {
                return false;
            }
        }
        for (int k = 0; k < where.antennas().size(); k++) {
            int antenna = where.antennas().get(k);
            if (!model.mounts().get(antenna).isPlain() && !fitsOn(antenna, pass, self)) {
                return false;
            }
        }
        return true;
    }

    private boolean fitsOn(int antenna, Pass pass, int self) {
        Mount mount = model.mounts().get(antenna);
        int reachS = mount.longestSlewS();
        Timeline line = state.antenna(antenna);
        near.clear();
        for (int at = line.firstReaching(pass.boaS() - reachS);
                at < line.size() && line.startS(at) < pass.eoaS() + reachS;
                at++) {
            boolean overlaps = line.endS(at) > pass.boaS() && line.startS(at) < pass.eoaS();
            if (line.owner(at) == Timeline.NOBODY) {
                if (overlaps) {
                    return false;
                }
                continue;
            }
            if (line.owner(at) == self) {
                continue;
            }
            Pass other = state.pass(line.owner(at));
            if (PassRules.areTogether(mount, pass, other)) {
                if (PassRules.bothTransmit(pass, other) || PassRules.areApart(model, antenna, pass, other)) {
                    return false;
                }
            } else if (overlaps || PassRules.slewMissingS(mount, antenna, pass, other) > 0) {
                return false;
            }
            if (overlaps) {
                near.add(other);
            }
        }
        return near.isEmpty() || sharesBeam(mount, antenna, pass);
    }

    /** The beam holds all that overlap, and each pair of them is within the narrowest that is in use. */
    private boolean sharesBeam(Mount mount, int antenna, Pass pass) {
        for (int i = 0; i < near.size(); i++) {
            Pass one = near.get(i);
            for (int k = 0; k < near.size(); k++) {
                Pass other = near.get(k);
                if (i != k && PassRules.isNarrowedApart(model, antenna, pass, one, other)) {
                    return false;
                }
                if (i < k && one.isTrackedWith(other) && PassRules.isNarrowedApart(model, antenna, one, other, pass)) {
                    return false;
                }
            }
        }
        if (countAt(pass.boaS()) >= mount.beamHolds()) {
            return false;
        }
        for (Pass other : near) {
            if (other.boaS() > pass.boaS() && countAt(other.boaS()) >= mount.beamHolds()) {
                return false;
            }
        }
        return true;
    }

    private int countAt(int second) {
        int count = 0;
        for (Pass other : near) {
            if (other.boaS() <= second && second < other.eoaS()) {
                count++;
            }
        }
        return count;
    }

    private boolean keeps(ComplexLimit limit, Pass pass, int self) {
        Timeline line = state.carried(limit);
        int first = line.firstReaching(pass.botS());
        if (countAt(line, first, pass.botS(), self) >= limit.most()) {
            return false;
        }
        for (int at = first; at < line.size() && line.startS(at) < pass.eotS(); at++) {
            if (line.startS(at) > pass.botS()
                    && line.owner(at) != self
                    && countAt(line, first, line.startS(at), self) >= limit.most()) {
                return false;
            }
        }
        return true;
    }

    private static int countAt(Timeline line, int first, int second, int self) {
        int count = 0;
        for (int at = first; at < line.size() && line.startS(at) <= second; at++) {
            if (line.endS(at) > second && line.owner(at) != self) {
                count++;
            }
        }
        return count;
    }

    /** The parts of a time in which no limit of the opportunity's complexes is reached, in order. */
    List<PlanModel.Span> free(PlanOpportunity where, int fromS, int untilS, int self) {
        List<PlanModel.Span> free = List.of(new PlanModel.Span(fromS, untilS));
        for (int limit : where.limits()) {
            free = without(free, full(model.limits().get(limit), fromS, untilS, self));
        }
        return free;
    }

    /** When a limit is reached by others, in order; parts that touch stay apart. */
    private List<PlanModel.Span> full(ComplexLimit limit, int fromS, int untilS, int self) {
        Timeline line = state.carried(limit);
        int first = line.firstReaching(fromS);
        List<PlanModel.Span> full = new ArrayList<>();
        // The count rises only where a track begins: from there the limit is reached until the first of them ends.
        int atS = fromS;
        int next = first;
        while (atS < untilS) {
            int count = 0;
            int endS = Integer.MAX_VALUE;
            for (int at = first; at < line.size() && line.startS(at) <= atS; at++) {
                if (line.endS(at) > atS && line.owner(at) != self) {
                    count++;
                    endS = Math.min(endS, line.endS(at));
                }
            }
            while (next < line.size() && line.startS(next) <= atS) {
                next++;
            }
            int nextS = next < line.size() ? line.startS(next) : untilS;
            if (count >= limit.most()) {
                int stepS = Math.min(endS, Math.min(nextS, untilS));
                full.add(new PlanModel.Span(atS, stepS));
                atS = stepS;
            } else {
                atS = Math.min(nextS, untilS);
            }
        }
        return full;
    }

    private static List<PlanModel.Span> without(List<PlanModel.Span> free, List<PlanModel.Span> full) {
        List<PlanModel.Span> left = new ArrayList<>();
        for (PlanModel.Span span : free) {
            int atS = span.startS();
            for (PlanModel.Span taken : full) {
                if (taken.endS() <= atS || taken.startS() >= span.endS()) {
                    continue;
                }
                if (taken.startS() > atS) {
                    left.add(new PlanModel.Span(atS, taken.startS()));
                }
                atS = taken.endS();
            }
            if (atS < span.endS()) {
                left.add(new PlanModel.Span(atS, span.endS()));
            }
        }
        return left;
    }

    /**
     * The begin of track from which on there is time to repoint from those before. It moves with the direction, which is
     * why it is looked for round by round; where that does not settle, {@link #fits} says no.
     */
    int earliestBotS(PlanRequest request, PlanOpportunity where, int fromS, int untilS, int self) {
        int botS = fromS;
        for (int round = 0; round < MOST_ROUNDS && botS < untilS; round++) {
            int neededS = botS;
            for (int k = 0; k < where.antennas().size(); k++) {
                int antenna = where.antennas().get(k);
                Mount mount = model.mounts().get(antenna);
                int boaS = botS - request.setupS();
                Timeline line = state.antenna(antenna);
                for (int at = line.firstReaching(boaS - mount.longestSlewS());
                        mount.slewRate() != null && at < line.size() && line.startS(at) < boaS;
                        at++) {
                    if (line.endS(at) <= boaS && line.owner(at) != self && line.owner(at) != Timeline.NOBODY) {
                        int slewS = mount.slewS(
                                state.pass(line.owner(at)).aimAtEot(antenna),
                                where.aims().at(k, botS));
                        neededS = Math.max(neededS, line.endS(at) + slewS + request.setupS());
                    }
                }
            }
            if (neededS == botS) {
                return botS;
            }
            botS = neededS;
        }
        return botS;
    }

    /** The end of track until which there is time to repoint to those after; see {@link #earliestBotS}. */
    int latestEotS(PlanRequest request, PlanOpportunity where, int fromS, int untilS, int self) {
        int eotS = untilS;
        for (int round = 0; round < MOST_ROUNDS && eotS > fromS; round++) {
            int neededS = eotS;
            for (int k = 0; k < where.antennas().size(); k++) {
                int antenna = where.antennas().get(k);
                Mount mount = model.mounts().get(antenna);
                int eoaS = eotS + request.teardownS();
                Timeline line = state.antenna(antenna);
                for (int at = line.firstStarting(eoaS);
                        mount.slewRate() != null && at < line.size() && line.startS(at) < eoaS + mount.longestSlewS();
                        at++) {
                    if (line.owner(at) != self && line.owner(at) != Timeline.NOBODY) {
                        int slewS = mount.slewS(
                                where.aims().at(k, eotS),
                                state.pass(line.owner(at)).aimAtBot(antenna));
                        neededS = Math.min(neededS, line.startS(at) - slewS - request.teardownS());
                    }
                }
            }
            if (neededS == eotS) {
                return eotS;
            }
            eotS = neededS;
        }
        return eotS;
    }
}
