package dev.yeoju.service;

import dev.yeoju.exchange.ScheduleJson;
import dev.yeoju.model.ProblemInstance;
import dev.yeoju.model.Schedule;
import dev.yeoju.model.Track;
import dev.yeoju.store.RevisionStore;
import dev.yeoju.store.StoredSchedule;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Schedules as planners work on them: a revision with its problem and what is proven about it. */
@Component
class Workspaces {
    private record Key(String scheduleId, int revision) {}

    /**
     * A revision to work from.
     *
     * @param instance its problem
     * @param schedule the revision
     * @param proof the revision whose bound holds for every schedule that keeps its pins, or null
     */
    record Workspace(
            ProblemInstance instance,
            Schedule schedule,
            @Nullable Schedule proof) {
        /** The problem with the pins that the revision has, not those that there once were. */
        ProblemInstance pinned() {
            return Instances.pinned(instance, schedule.tracks());
        }

        /** A schedule of other tracks of the same problem, with the bound as far as it still holds. */
        Schedule with(List<Track> tracks) {
            ProblemInstance pinned = Instances.pinned(instance, tracks);
            return Instances.compose(pinned, tracks, proof != null && keepsPins(proof, tracks) ? proof : null);
        }

        /** A bound is of all schedules that keep the pins under which it was proven: taking one away may allow more. */
        private static boolean keepsPins(Schedule proof, List<Track> tracks) {
            Map<String, Track> byId = new HashMap<>();
            tracks.forEach(track -> byId.put(track.id(), track));
            return proof.tracks().stream().filter(Track::pinned).allMatch(pin -> pin.equals(byId.get(pin.id())));
        }
    }

    private final PreparedProblems prepared;
    private final RevisionStore revisions;
    private final Map<Key, Schedule> kept;

    Workspaces(PreparedProblems prepared, RevisionStore revisions, @Value("${yeoju.prepared-problems}") int size) {
        this.prepared = prepared;
        this.revisions = revisions;
        int most = 4 * size;
        this.kept = new LinkedHashMap<>(most * 2, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Key, Schedule> eldest) {
                return size() > most;
            }
        };
    }

    /**
     * The present revision.
     *
     * @throws ServiceException CONFLICT while there is none; BUSY when others compute too
     */
    Workspace of(StoredSchedule stored) {
        Schedule schedule = revision(stored.id(), requireHead(stored));
        Integer proof = stored.proof();
        return new Workspace(
                prepared.of(stored.id(), stored.variant()).instance(),
                schedule,
                proof == null ? null : revision(stored.id(), proof));
    }

    /**
     * The number of the present revision.
     *
     * @throws ServiceException CONFLICT while there is none
     */
    int requireHead(StoredSchedule stored) {
        if (stored.head() == 0) {
            throw new ServiceException(
                    ServiceException.Kind.CONFLICT,
                    "There is nothing scheduled yet: the solve (" + stored.status()
                            + ") has made no revision. Maybe wait for its end.");
        }
        return stored.head();
    }

    /** @throws ServiceException NOT_FOUND */
    Schedule revision(String scheduleId, int revision) {
        Key key = new Key(scheduleId, revision);
        synchronized (kept) {
            Schedule found = kept.get(key);
            if (found != null) {
                return found;
            }
        }
        String body = revisions
                .body(scheduleId, revision)
                .orElseThrow(() -> new ServiceException(
                        ServiceException.Kind.NOT_FOUND,
                        "There is no revision (" + revision + ") of this schedule. Maybe see /api/v1/schedules/"
                                + scheduleId + "/revisions for those there are."));
        return keep(scheduleId, revision, body);
    }

    /** Keeps a revision at hand as it is stored: the next edit is of it. */
    Schedule keep(String scheduleId, int revision, String body) {
        Schedule schedule = ScheduleJson.read(body.getBytes(StandardCharsets.UTF_8));
        synchronized (kept) {
            kept.put(new Key(scheduleId, revision), schedule);
        }
        return schedule;
    }
}
