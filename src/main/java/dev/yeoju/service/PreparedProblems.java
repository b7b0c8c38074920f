package dev.yeoju.service;

import dev.yeoju.exchange.Catalogue;
import dev.yeoju.exchange.ProblemReader;
import dev.yeoju.model.Problem;
import dev.yeoju.store.ProblemTextStore;
import dev.yeoju.store.ProblemTexts;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Problems made ready for planning; the ones used last are kept, since trajectories are costly to make again. */
@Component
class PreparedProblems {
    private static final long WAIT_S = 20;

    private record Key(String scheduleId, int variant) {}

    private final Engine engine;
    private final ProblemTextStore problems;
    private final EphemerisLibrary ephemerides;
    /** One computation at a time: it takes all cores already. */
    private final Semaphore turn = new Semaphore(1, true);

    private final Map<Key, Prepared> kept;

    PreparedProblems(
            Engine engine,
            ProblemTextStore problems,
            EphemerisLibrary ephemerides,
            @Value("${yeoju.prepared-problems}") int size) {
        this.engine = engine;
        this.problems = problems;
        this.ephemerides = ephemerides;
        this.kept = new LinkedHashMap<>(size * 2, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Key, Prepared> eldest) {
                return size() > size;
            }
        };
    }

    /** Of a solve, on its own thread and without waiting for those who ask. */
    Prepared prepare(String scheduleId, int variant, Problem problem, StopSignal stop) {
        Prepared ready = get(scheduleId, variant);
        if (ready != null) {
            return ready;
        }
        Prepared prepared = engine.prepare(problem, ephemerides.files(), stop);
        put(scheduleId, variant, prepared);
        return prepared;
    }

    /**
     * Of a schedule's problem.
     *
     * @throws ServiceException BUSY when others compute too
     */
    Prepared of(String scheduleId, int variant) {
        Prepared ready = get(scheduleId, variant);
        return ready != null
                ? ready
                : inTurn(() -> {
                    Prepared meanwhile = get(scheduleId, variant);
                    if (meanwhile != null) {
                        return meanwhile;
                    }
                    ProblemTexts texts =
                            problems.find(scheduleId, variant).orElseThrow(() -> VisibleSchedules.notFound(scheduleId));
                    Problem problem =
                            ProblemReader.read(texts.body().getBytes(StandardCharsets.UTF_8), Catalogue.bundled());
                    Prepared prepared = engine.prepare(problem, ephemerides.files(), new StopSignal());
                    put(scheduleId, variant, prepared);
                    return prepared;
                });
    }

    /**
     * Computes with all cores, alone.
     *
     * @throws ServiceException BUSY when others compute too
     */
    <T> T inTurn(Supplier<T> work) {
        try {
            if (!turn.tryAcquire(WAIT_S, TimeUnit.SECONDS)) {
                throw new ServiceException(
                        ServiceException.Kind.BUSY, "Others compute view periods too. Maybe try again in a moment.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServiceException(ServiceException.Kind.BUSY, "The service is ending. Maybe try again later.");
        }
        try {
            return work.get();
        } finally {
            turn.release();
        }
    }

    private void put(String scheduleId, int variant, Prepared prepared) {
        synchronized (kept) {
            kept.put(new Key(scheduleId, variant), prepared);
        }
    }

    private @Nullable Prepared get(String scheduleId, int variant) {
        synchronized (kept) {
            return kept.get(new Key(scheduleId, variant));
        }
    }

    void remove(String scheduleId) {
        synchronized (kept) {
            kept.keySet().removeIf(key -> key.scheduleId().equals(scheduleId));
        }
    }
}
