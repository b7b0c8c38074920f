package dev.yeoju.service;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** The solves that this node works on right now. */
@Component
class RunningSolves {
    private final Map<String, StopSignal> running = new ConcurrentHashMap<>();
    private volatile boolean ending;

    /** A solve begins; its signal is given at once where the node is ending. */
    StopSignal begin(String scheduleId) {
        StopSignal stop = new StopSignal();
        running.put(scheduleId, stop);
        if (ending) {
            stop.stop();
        }
        return stop;
    }

    /** Asks one to end, where this node works on it. */
    void stop(String scheduleId) {
        StopSignal stop = running.get(scheduleId);
        if (stop != null) {
            stop.stop();
        }
    }

    void end(String scheduleId, StopSignal stop) {
        running.remove(scheduleId, stop);
    }

    /** The node is ending: every solve stops here, to go on elsewhere or later. */
    void stopAll() {
        ending = true;
        running.values().forEach(StopSignal::stop);
    }

    boolean isEnding() {
        return ending;
    }

    int count() {
        return running.size();
    }
}
