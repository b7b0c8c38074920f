package dev.yeoju.planning;

import dev.yeoju.model.Tie;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** Tries every plan of a small problem on a grid in time, and keeps the best critical level and value. */
final class Enumeration {
    private record Candidate(PlanRequest request, PlanOpportunity where, int botS, int eotS) {
        Pass pass() {
            return Pass.of(request, where, botS, eotS);
        }
    }

    private final PlanModel model;
    private final int gridS;
    private final long[] trackedS;
    private final List<Candidate> taken = new ArrayList<>();
    private long bestCritical = Long.MIN_VALUE;
    private long bestValue = Long.MIN_VALUE;

    private Enumeration(PlanModel model, int gridS) {
        this.model = model;
        this.gridS = gridS;
        trackedS = new long[model.requests().size()];
    }

    /** @param criticalMicro and valueMicro of the best plan */
    record Best(long criticalMicro, long valueMicro) {}

    static Best best(PlanModel model, int gridS) {
        Enumeration enumeration = new Enumeration(model, gridS);
        enumeration.decide(0, 0, null);
        return new Best(enumeration.bestCritical, enumeration.bestValue);
    }

    /** Decides on the request's next track, which comes after its last one in the order of candidates. */
    private void decide(int request, int tracks, @Nullable Candidate last) {
        if (request == model.requests().size()) {
            score();
            return;
        }
        PlanRequest asked = model.requests().get(request);
        long given = trackedS[request];
        if (given == 0 || given >= asked.minS()) {
            decide(request + 1, 0, null);
        }
        if (tracks == asked.source().maxTracks()) {
            return;
        }
        for (Candidate candidate : candidates(asked)) {
            boolean inOrder = last == null || candidate.botS() >= last.botS();
            if (inOrder && given + candidate.eotS() - candidate.botS() <= asked.preferredS() && fits(candidate)) {
                taken.add(candidate);
                trackedS[request] += candidate.eotS() - candidate.botS();
                decide(request, tracks + 1, candidate);
                trackedS[request] -= candidate.eotS() - candidate.botS();
                taken.remove(taken.size() - 1);
            }
        }
    }

    private List<Candidate> candidates(PlanRequest request) {
        List<Candidate> candidates = new ArrayList<>();
        for (PlanOpportunity where : request.opportunities()) {
            for (int botS = where.startS(); botS < where.endS(); botS += gridS) {
                for (int eotS = botS + request.minTrackS();
                        eotS <= Math.min(where.endS(), botS + request.preferredS());
                        eotS += gridS) {
                    candidates.add(new Candidate(request, where, botS, eotS));
                }
            }
        }
        return candidates;
    }

    private boolean fits(Candidate candidate) {
        int boaS = candidate.botS() - candidate.request().setupS();
        int eoaS = candidate.eotS() + candidate.request().teardownS();
        for (int k = 0; k < candidate.where().antennas().size(); k++) {
            for (PlanModel.Span down :
                    model.down().get(candidate.where().antennas().get(k))) {
                if (boaS < down.endS() && down.startS() < eoaS) {
                    return false;
                }
            }
        }
        Pass own = candidate.pass();
        for (Candidate other : taken) {
            Pass others = other.pass();
            boolean together = candidate.botS() < other.eotS() && other.botS() < candidate.eotS();
            if (together && candidate.request().excludes(other.request())) {
                return false;
            }
            boolean activities = boaS < other.eotS() + other.request().teardownS()
                    && other.botS() - other.request().setupS() < eoaS;
            for (int k = 0; k < candidate.where().antennas().size(); k++) {
                int antenna = candidate.where().antennas().get(k);
                if (other.where().antennas().isApartFrom(new AntennaSet(antenna))) {
                    continue;
                }
                Mount mount = model.mounts().get(antenna);
                boolean inBeam = PassRules.areTogether(mount, own, others);
                if (inBeam
                        && (PassRules.bothTransmit(own, others) || PassRules.areApart(model, antenna, own, others))) {
                    return false;
                }
                if (!inBeam && (activities || PassRules.slewMissingS(mount, antenna, own, others) > 0)) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean keepsLimits() {
        for (ComplexLimit limit : model.limits()) {
            List<Candidate> counted = taken.stream()
                    .filter(candidate -> candidate.where().limits().contains(limit.index()))
                    .toList();
            if (most(counted, Candidate::botS, Candidate::eotS) > limit.most()) {
                return false;
            }
        }
        for (int antenna = 0; antenna < model.antennaCount(); antenna++) {
            AntennaSet alone = new AntennaSet(antenna);
            Mount mount = model.mounts().get(antenna);
            List<Candidate> members = taken.stream()
                    .filter(candidate -> mount.mspa() != null
                            && candidate.request().mspa()
                            && !candidate.where().antennas().isApartFrom(alone))
                    .toList();
            int most = most(
                    members,
                    candidate -> candidate.pass().boaS(),
                    candidate -> candidate.pass().eoaS());
            if (most > mount.beamHolds() || isNarrowed(antenna, members)) {
                return false;
            }
        }
        return true;
    }

    private boolean isNarrowed(int antenna, List<Candidate> members) {
        for (Candidate one : members) {
            for (Candidate other : members) {
                for (Candidate third : members) {
                    if (one != other
                            && third != one
                            && third != other
                            && PassRules.isNarrowedApart(model, antenna, one.pass(), other.pass(), third.pass())) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private static int most(List<Candidate> candidates, ToIntFunction<Candidate> start, ToIntFunction<Candidate> end) {
        int most = 0;
        for (Candidate one : candidates) {
            int second = start.applyAsInt(one);
            int count = (int) candidates.stream()
                    .filter(other -> start.applyAsInt(other) <= second && second < end.applyAsInt(other))
                    .count();
            most = Math.max(most, count);
        }
        return most;
    }

    private boolean keepsTies() {
        for (PlanTie tie : model.ties().all()) {
            List<PlanTie.Placed> firsts = placed(tie.first());
            List<PlanTie.Placed> seconds = placed(tie.second());
            if (firsts.isEmpty() || seconds.isEmpty()) {
                if (tie.is(Tie.Type.SIMULTANEOUS) && firsts.isEmpty() != seconds.isEmpty()) {
                    return false;
                }
            } else if (tie.brokenS(firsts, seconds) > 0) {
                return false;
            }
        }
        return true;
    }

    private List<PlanTie.Placed> placed(PlanRequest request) {
        return taken.stream()
                .filter(candidate -> candidate.request() == request)
                .map(candidate -> new PlanTie.Placed(
                        candidate.botS(), candidate.eotS(), candidate.where().antennas()))
                .toList();
    }

    private void score() {
        if (!keepsTies() || !keepsLimits()) {
            return;
        }
        long critical = 0;
        long value = 0;
        long[] missionS = new long[model.missions().size()];
        for (PlanRequest request : model.requests()) {
            long given = trackedS[request.index()];
            critical += request.criticalWeight(given);
            value += request.hours(given) + request.bonus(given);
            missionS[request.mission().index()] += request.countedS(given);
        }
        long worst = Long.MAX_VALUE;
        for (PlanMission mission : model.missions()) {
            value += mission.fairness(missionS[mission.index()]);
            worst = Math.min(worst, mission.worst(missionS[mission.index()]));
        }
        value += worst;
        if (critical > bestCritical || (critical == bestCritical && value > bestValue)) {
            bestCritical = critical;
            bestValue = value;
        }
    }
}
