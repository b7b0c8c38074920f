package dev.yeoju.service;

import dev.yeoju.exchange.Catalogue;
import dev.yeoju.exchange.ProblemReader;
import dev.yeoju.exchange.ViewPeriodJson;
import dev.yeoju.model.Problem;
import dev.yeoju.model.ProblemInstance;
import dev.yeoju.store.ScheduleStore;
import dev.yeoju.store.ScheduleTexts;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Answers for view periods outside a solve. */
@Service
public class ViewPeriodService {
    /** Most samples of one answer: some hundred megabytes. */
    private static final long MOST_SAMPLES = 2_000_000;

    private static final long WAIT_S = 20;

    private final Engine engine;
    private final ScheduleStore schedules;
    private final PreparedCache cache;
    private final InstanceJson json;
    /** One computation at a time: it takes all cores already. */
    private final Semaphore turn = new Semaphore(1, true);

    ViewPeriodService(Engine engine, ScheduleStore schedules, PreparedCache cache, InstanceJson json) {
        this.engine = engine;
        this.schedules = schedules;
        this.cache = cache;
        this.json = json;
    }

    /**
     * The view periods and warnings of a problem, JSON.
     *
     * @throws dev.yeoju.model.InvalidInputException with every fault of the problem
     * @throws ServiceException BUSY when others compute too
     */
    public String compute(byte[] body) {
        Problem problem = ProblemReader.read(body, Catalogue.bundled());
        ServerFiles.requireNone(problem);
        ProblemInstance instance = inTurn(() -> engine.prepare(problem, ProblemFiles.none(), new StopSignal()))
                .instance();
        return ViewPeriodJson.write(instance.viewPeriods(), instance.warnings());
    }

    /**
     * The view periods and warnings of a schedule, JSON.
     *
     * @param stepS seconds between samples of the directions, or null for none
     * @throws ServiceException NOT_FOUND; BUSY when others compute too; UNUSABLE when there would be too many samples
     */
    public String ofSchedule(String id, @Nullable Double stepS) {
        ScheduleTexts texts = schedules
                .texts(id)
                .orElseThrow(() -> new ServiceException(
                        ServiceException.Kind.NOT_FOUND,
                        "There is no schedule (" + id
                                + "). Maybe it was deleted; /api/v1/schedules lists those there are."));
        String viewPeriods = texts.viewPeriods();
        if (stepS == null || viewPeriods == null) {
            return "{\"viewPeriods\":" + (viewPeriods == null ? "[]" : viewPeriods) + ",\"warnings\":"
                    + texts.warnings() + "}";
        }
        Prepared prepared = cache.get(id);
        if (prepared == null) {
            Problem problem = ProblemReader.read(texts.body().getBytes(StandardCharsets.UTF_8), Catalogue.bundled());
            prepared = inTurn(() -> engine.prepare(problem, ProblemFiles.none(), new StopSignal()));
            cache.put(id, prepared);
        }
        requireFew(prepared.instance(), stepS);
        Prepared ready = prepared;
        return inTurn(() -> json.sampled(ready.instance(), ready.samples(stepS), stepS));
    }

    private static void requireFew(ProblemInstance instance, double stepS) {
        double samples = instance.viewPeriods().stream()
                .mapToDouble(period -> period.interval().duration().toSeconds() / stepS + 2)
                .sum();
        if (samples > MOST_SAMPLES) {
            throw new ServiceException(
                    ServiceException.Kind.UNUSABLE,
                    "A step of (" + stepS + ") seconds makes " + Math.round(samples) + " samples, and at most "
                            + MOST_SAMPLES + " are given at once. Maybe a step of "
                            + (long) Math.ceil(stepS * samples / MOST_SAMPLES * 1.1) + " seconds.");
        }
    }

    private <T> T inTurn(Supplier<T> work) {
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
}
