package dev.yeoju.service;

import dev.yeoju.bound.BoundOptions;
import dev.yeoju.bound.BoundSolver;
import dev.yeoju.bound.BoundWatch;
import dev.yeoju.model.Objective;
import dev.yeoju.model.ProblemInstance;
import dev.yeoju.model.Schedule;
import dev.yeoju.model.TrackRequest;
import java.time.Duration;
import java.util.List;

/**
 * Whether a schedule satisfies as many critical requests as any could. The bound answers it: on the critical requests
 * alone, each worth so much by its minimum that hours do not matter beside it, it bounds their number.
 */
final class MostCritical {
    private static final double WORTH_HOURS = 1e4;
    private static final double ROOM = 1e-6;
    private static final int ROUNDS = 200;
    private static final Duration LONGEST = Duration.ofSeconds(10);
    /** What a run by the clock may take after its limit. */
    private static final Duration SHORT = Duration.ofMillis(250);

    private MostCritical() {}

    /** The schedule, with the most that is possible where that is known. */
    static Schedule stated(ProblemInstance instance, Schedule schedule, BoundWatch watch) {
        int requests = schedule.critical().requests();
        int satisfied = schedule.critical().satisfied();
        if (requests == 0 || schedule.status() == Schedule.Status.INFEASIBLE) {
            return schedule;
        }
        boolean most = satisfied == requests || satisfied >= bound(instance, requests, watch);
        return most ? schedule.withMostCritical(satisfied) : schedule;
    }

    private static int bound(ProblemInstance instance, int requests, BoundWatch watch) {
        List<TrackRequest> critical = instance.requests().stream()
                .filter(TrackRequest::critical)
                .map(MostCritical::plain)
                .toList();
        Objective preset = Objective.Preset.THROUGHPUT.objective();
        Objective count = new Objective(
                preset.preset(),
                WORTH_HOURS,
                0,
                preset.fairnessWeighting(),
                0,
                new Objective.ChangeCosts(0, 0, 0, 0, 1, null, Duration.ofDays(1), Duration.ZERO));
        ProblemInstance alone = new ProblemInstance(
                instance.problem().withObjective(count),
                critical,
                instance.viewPeriods(),
                instance.absences(),
                List.of());
        Duration limit = instance.problem().solver().stepLimit() > 0 ? LONGEST : SHORT;
        double value =
                BoundSolver.solve(alone, new BoundOptions(ROUNDS, limit), watch).value();
        return (int) Math.min(requests, Math.floor(value / WORTH_HOURS + ROOM));
    }

    /** The request with all priorities alike and no more hours than it needs. */
    private static TrackRequest plain(TrackRequest request) {
        return new TrackRequest(
                request.id(),
                request.spacecraft(),
                request.service(),
                request.band(),
                request.uplink(),
                request.antennas(),
                request.window(),
                request.exclude(),
                null,
                request.minDuration(),
                request.minDuration(),
                request.setup(),
                request.teardown(),
                request.split(),
                1,
                true,
                request.mspa(),
                request.exclusive(),
                request.minElevationDeg(),
                null,
                request.ties(),
                request.series());
    }
}
