package dev.yeoju.service;

import dev.yeoju.exchange.Catalogue;
import dev.yeoju.exchange.ProblemReader;
import dev.yeoju.exchange.ViewPeriodJson;
import dev.yeoju.model.Problem;
import dev.yeoju.model.ProblemInstance;
import dev.yeoju.store.ProblemTextStore;
import dev.yeoju.store.ProblemTexts;
import dev.yeoju.store.StoredSchedule;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Answers for view periods outside a solve. */
@Service
public class ViewPeriodService {
    /** Most samples of one answer: some hundred megabytes. */
    private static final long MOST_SAMPLES = 2_000_000;

    private final Engine engine;
    private final VisibleSchedules visible;
    private final ProblemTextStore problems;
    private final PreparedProblems prepared;
    private final EphemerisLibrary ephemerides;
    private final Submissions submissions;
    private final InstanceJson json;

    ViewPeriodService(
            Engine engine,
            VisibleSchedules visible,
            ProblemTextStore problems,
            PreparedProblems prepared,
            EphemerisLibrary ephemerides,
            Submissions submissions,
            InstanceJson json) {
        this.engine = engine;
        this.visible = visible;
        this.problems = problems;
        this.prepared = prepared;
        this.ephemerides = ephemerides;
        this.submissions = submissions;
        this.json = json;
    }

    /**
     * The view periods and warnings of a problem, JSON.
     *
     * @throws dev.yeoju.model.InvalidInputException with every fault of the problem
     * @throws ServiceException BUSY when others compute too
     */
    public String compute(Caller caller, byte[] body) {
        Problem problem = ProblemReader.read(body, Catalogue.bundled());
        submissions.requireUsable(caller, problem);
        ProblemInstance instance = prepared.inTurn(() -> engine.prepare(problem, ephemerides.files(), new StopSignal()))
                .instance();
        return ViewPeriodJson.write(instance.viewPeriods(), instance.warnings());
    }

    /**
     * The view periods and warnings of a schedule, JSON.
     *
     * @param stepS seconds between samples of the directions, or null for none
     * @throws ServiceException NOT_FOUND; BUSY when others compute too; UNUSABLE when there would be too many samples
     */
    public String ofSchedule(Caller caller, String id, @Nullable Double stepS) {
        StoredSchedule stored = visible.find(caller, id);
        ProblemTexts texts = problems.find(id, stored.variant()).orElseThrow(() -> VisibleSchedules.notFound(id));
        String viewPeriods = texts.viewPeriods();
        if (stepS == null || viewPeriods == null) {
            return "{\"viewPeriods\":" + (viewPeriods == null ? "[]" : viewPeriods) + ",\"warnings\":"
                    + texts.warnings() + "}";
        }
        Prepared ready = prepared.of(id, stored.variant());
        requireFew(ready.instance(), stepS);
        return prepared.inTurn(() -> json.sampled(ready.instance(), ready.samples(stepS), stepS));
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
}
