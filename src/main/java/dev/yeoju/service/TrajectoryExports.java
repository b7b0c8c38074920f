package dev.yeoju.service;

import dev.yeoju.model.Problem;
import dev.yeoju.store.StoredSchedule;
import org.springframework.stereotype.Service;

/** Gives the trajectories behind a schedule out as files. */
@Service
public class TrajectoryExports {
    private final VisibleSchedules visible;
    private final PreparedProblems prepared;
    private final EphemerisLibrary ephemerides;
    private final Engine engine;

    TrajectoryExports(
            VisibleSchedules visible, PreparedProblems prepared, EphemerisLibrary ephemerides, Engine engine) {
        this.visible = visible;
        this.prepared = prepared;
        this.ephemerides = ephemerides;
        this.engine = engine;
    }

    /**
     * A spacecraft's trajectory over the horizon as a CCSDS OEM (KVN). It is dated by the schedule, so that the same
     * schedule gives the same file.
     *
     * @throws dev.yeoju.model.InvalidInputException when the problem has no such spacecraft or no trajectory of it
     * @throws ServiceException NOT_FOUND; BUSY when others compute too
     */
    public Exports.File oem(Caller caller, String id, String spacecraft) {
        StoredSchedule stored = visible.find(caller, id);
        Problem problem = prepared.of(id, stored.variant()).instance().problem();
        String content =
                prepared.inTurn(() -> engine.oem(problem, ephemerides.files(), spacecraft, stored.createdAt()));
        return new Exports.File(
                ProblemLibrary.slug(stored.problem() + "-" + spacecraft) + ".oem", "text/plain", content);
    }
}
