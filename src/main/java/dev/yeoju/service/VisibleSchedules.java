package dev.yeoju.service;

import dev.yeoju.store.ScheduleStore;
import dev.yeoju.store.StoredSchedule;
import org.springframework.stereotype.Component;

/** The schedules that somebody may see. */
@Component
class VisibleSchedules {
    private final ScheduleStore schedules;

    VisibleSchedules(ScheduleStore schedules) {
        this.schedules = schedules;
    }

    /** @throws ServiceException NOT_FOUND, also where there is one that the caller may not see */
    StoredSchedule find(Caller caller, String id) {
        StoredSchedule found = schedules.find(id).orElseThrow(() -> notFound(id));
        if (caller.isBound() && !caller.sees(schedules.missions(id))) {
            throw notFound(id);
        }
        return found;
    }

    static ServiceException notFound(String id) {
        return new ServiceException(
                ServiceException.Kind.NOT_FOUND,
                "There is no schedule (" + id + "). Maybe it was deleted; /api/v1/schedules lists those there are.");
    }
}
