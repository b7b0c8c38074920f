package dev.yeoju.service;

import dev.yeoju.store.StoredSchedule;
import java.util.Map;

/** What must be so before a schedule is changed. */
final class Preconditions {
    private Preconditions() {}

    /** @throws ServiceException CONFLICT while it is being solved, with the way to stop that */
    static void requireIdle(StoredSchedule schedule) {
        if (!JobStatus.valueOf(schedule.status()).isTerminal()) {
            throw new ServiceException(
                    ServiceException.Kind.CONFLICT,
                    "The schedule is being solved (" + schedule.status()
                            + "), which makes its next revision. Maybe wait"
                            + " for its end, or stop it with POST /api/v1/schedules/" + schedule.id() + "/terminate.",
                    Map.of("stop", "/api/v1/schedules/" + schedule.id() + "/terminate"));
        }
    }

    /** @throws ServiceException STALE when it is not in that version any more */
    static void requireVersion(StoredSchedule schedule, String version) {
        if (!version.equals("*") && !version.equals(ScheduleViews.version(schedule))) {
            throw new ServiceException(
                    ServiceException.Kind.STALE,
                    "The schedule has changed since version (" + version + "): it is at "
                            + ScheduleViews.version(schedule) + " now. Maybe look at it again.",
                    Map.of("version", ScheduleViews.version(schedule)));
        }
    }
}
