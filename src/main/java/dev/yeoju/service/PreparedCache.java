package dev.yeoju.service;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The few problems that were prepared last, by schedule id: trajectories are costly to make again. */
@Component
class PreparedCache {
    private static final int SIZE = 4;

    private final Map<String, Prepared> kept = new LinkedHashMap<>(SIZE * 2, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Prepared> eldest) {
            return size() > SIZE;
        }
    };

    synchronized void put(String scheduleId, Prepared prepared) {
        kept.put(scheduleId, prepared);
    }

    synchronized @Nullable Prepared get(String scheduleId) {
        return kept.get(scheduleId);
    }

    synchronized void remove(String scheduleId) {
        kept.remove(scheduleId);
    }
}
