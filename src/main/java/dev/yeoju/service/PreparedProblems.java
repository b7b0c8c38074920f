package dev.yeoju.service;

import dev.yeoju.exchange.Catalogue;
import dev.yeoju.exchange.ChangeReader;
import dev.yeoju.exchange.ProblemReader;
import dev.yeoju.model.ChangeSet;
import dev.yeoju.model.Problem;
import dev.yeoju.model.ProblemInstance;
import dev.yeoju.store.ProblemTextStore;
import dev.yeoju.store.ProblemTexts;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Problems made ready for planning; the ones used last are kept, since trajectories are costly to make again. */
@Component
class PreparedProblems {
    private record Key(String scheduleId, int variant) {}

    private final Engine engine;
    private final ProblemTextStore problems;
    private final EphemerisLibrary ephemerides;
    /** One computation at a time: it takes all cores already. */
    private final Turn turn = new Turn(1, "compute view periods too");

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

    /** For a solve, on its own thread and without waiting for those who ask. */
    Prepared prepare(String scheduleId, int variant, StopSignal stop) {
        Prepared ready = get(scheduleId, variant);
        if (ready != null) {
            return ready;
        }
        ProblemTexts texts =
                problems.find(scheduleId, variant).orElseThrow(() -> VisibleSchedules.notFound(scheduleId));
        Problem problem = ProblemReader.read(texts.body().getBytes(StandardCharsets.UTF_8), Catalogue.bundled());
        Prepared prepared = texts.origin() == null
                ? engine.prepare(problem, ephemerides.files(), stop)
                : changed(scheduleId, texts.origin(), problem, stop);
        put(scheduleId, variant, prepared);
        return prepared;
    }

    /** A new trajectory changes nothing that was seen before it was known: that is known from before the change alone. */
    private Prepared changed(String scheduleId, ProblemTexts.Origin origin, Problem problem, StopSignal stop) {
        ProblemInstance former = prepare(scheduleId, origin.variant(), stop).instance();
        ChangeSet changes = ChangeReader.order(
                        origin.change().getBytes(StandardCharsets.UTF_8), former.problem(), Engine.REPLAN_OPTIONS)
                .changes();
        return engine.prepareChanged(former, problem, changes, ephemerides.files(), stop);
    }

    /**
     * Of a schedule's problem.
     *
     * @throws ServiceException BUSY when others compute too
     */
    Prepared of(String scheduleId, int variant) {
        Prepared ready = get(scheduleId, variant);
        return ready != null ? ready : inTurn(() -> prepare(scheduleId, variant, new StopSignal()));
    }

    /**
     * Computes with all cores, alone.
     *
     * @throws ServiceException BUSY when others compute too
     */
    <T> T inTurn(Supplier<T> work) {
        return turn.take(work);
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
