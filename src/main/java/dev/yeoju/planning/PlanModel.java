package dev.yeoju.planning;

import java.time.Instant;
import java.util.List;

/**
 * All of a plan that does not change while it is searched: requests, missions, antennas and their downtime. Shared by
 * every search of one problem.
 *
 * @param epochS the second that the plan counts from, Unix time
 * @param antennas ids by index
 * @param down times in which each antenna is down, sorted and disjoint, by antenna index
 * @param mounts what each antenna asks beyond being free, by antenna index
 * @param limits of complexes
 * @param beamTimes when opportunities lie within one beam
 * @param missions those with requests
 * @param requests all, served or not
 * @param ties between requests
 * @param pins tracks that stay as they are
 * @param lost published tracks that nothing can keep
 * @param cells of antennas first, then of missions
 */
record PlanModel(
        long epochS,
        List<String> antennas,
        List<List<Span>> down,
        List<Mount> mounts,
        List<ComplexLimit> limits,
        BeamTimes beamTimes,
        List<PlanMission> missions,
        List<PlanRequest> requests,
        PlanTies ties,
        List<PlanPin> pins,
        LostTracks lost,
        CellGrid cells) {
    /** Seconds from the epoch, [start, end). */
    record Span(int startS, int endS) {}

    /**
     * Published tracks of requests that the problem no longer has.
     *
     * @param cost of dropping them, micro-units
     */
    record LostTracks(int tracks, long cost) {}

    PlanModel {
        antennas = List.copyOf(antennas);
        down = List.copyOf(down);
        mounts = List.copyOf(mounts);
        limits = List.copyOf(limits);
        missions = List.copyOf(missions);
        requests = List.copyOf(requests);
        pins = List.copyOf(pins);
    }

    /** Whether there is a published schedule to start from. */
    boolean isPublished() {
        return requests.stream().anyMatch(request -> request.changes() != null);
    }

    /** Whether anything is preferred among plans of one value that moving tracks can give. */
    boolean hasWishes() {
        return requests.stream().anyMatch(request -> request.wishes().areMany());
    }

    /** The value when every request has all that it asks for, micro-units; the costs of changes left out. */
    double worthOfAll() {
        double worth = 0;
        for (PlanRequest request : requests) {
            worth += request.hours(request.preferredS()) + request.bonus(request.preferredS());
        }
        long worst = 0;
        for (PlanMission mission : missions) {
            worth += mission.fairness(mission.requestedS());
            worst = mission.worst(mission.requestedS());
        }
        return worth + worst;
    }

    int antennaCount() {
        return antennas.size();
    }

    Instant instant(int second) {
        return Instant.ofEpochSecond(epochS + second);
    }

    int second(Instant wholeSecond) {
        return Math.toIntExact(wholeSecond.getEpochSecond() - epochS);
    }
}
