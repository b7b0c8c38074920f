package dev.yeoju.service;

import dev.yeoju.store.SolveStore;
import dev.yeoju.store.StoredSchedule;
import java.util.Optional;

/** A solve that this node holds the lease of. Once that is lost, or somebody asks it to, the work stops. */
final class LeasedSolve {
    private final SolveStore store;
    private final StoredSchedule schedule;
    private final String lease;
    private final StopSignal stop;
    private volatile boolean lost;
    private volatile boolean stopRequested;

    /** @param schedule as it was when the lease was taken */
    LeasedSolve(SolveStore store, StoredSchedule schedule, String lease, StopSignal stop) {
        this.store = store;
        this.schedule = schedule;
        this.lease = lease;
        this.stop = stop;
        if (schedule.solve().stopRequested()) {
            stopRequested = true;
            stop.stop();
        }
    }

    StoredSchedule schedule() {
        return schedule;
    }

    String lease() {
        return lease;
    }

    StopSignal stop() {
        return stop;
    }

    boolean isLost() {
        return lost;
    }

    boolean isStopRequested() {
        return stopRequested;
    }

    void progress(Progress progress) {
        keep(store.progress(schedule.id(), lease, StatusViews.stored(progress)));
    }

    void checkpoint(Progress progress, String body) {
        keep(store.checkpoint(schedule.id(), lease, StatusViews.stored(progress), body));
    }

    /** Looks whether it is still this node's, and whether somebody asked it to end. */
    void look() {
        Optional<Boolean> asked = store.stopRequested(schedule.id(), lease);
        keep(asked.isPresent());
        if (asked.orElse(false)) {
            stopRequested = true;
            stop.stop();
        }
    }

    private void keep(boolean held) {
        if (!held) {
            lost = true;
            stop.stop();
        }
    }
}
