package dev.yeoju.service;

import dev.yeoju.exchange.Catalogue;
import dev.yeoju.exchange.ProblemReader;
import dev.yeoju.exchange.ViewPeriodJson;
import dev.yeoju.model.Problem;
import dev.yeoju.model.ProblemInstance;
import dev.yeoju.model.ViewPeriod;
import dev.yeoju.store.ProblemTextStore;
import dev.yeoju.store.ProblemTexts;
import dev.yeoju.store.StoredSchedule;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Answers for view periods outside a solve. */
@Service
public class ViewPeriodService {
    /** Most samples of one answer: some hundred megabytes. */
    private static final long MOST_SAMPLES = 2_000_000;

    /**
     * What to say of the directions in view periods.
     *
     * @param stepS seconds between samples, positive
     * @param sky whether to say where Sun and Moon are too
     * @param antenna whose view periods are wanted, or null for all
     * @param spacecraft whose view periods are wanted, or null for all
     */
    public record Sampling(
            double stepS,
            boolean sky,
            @Nullable String antenna,
            @Nullable String spacecraft) {
        boolean wants(ViewPeriod period) {
            return (antenna == null || antenna.equals(period.antenna()))
                    && (spacecraft == null || spacecraft.equals(period.spacecraft()));
        }
    }

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
     * @param sampling what to say of the directions, or null for nothing
     * @throws ServiceException NOT_FOUND; BUSY when others compute too; UNUSABLE when there would be too many samples
     */
    public String ofSchedule(Caller caller, String id, @Nullable Sampling sampling) {
        StoredSchedule stored = visible.find(caller, id);
        ProblemTexts texts = problems.find(id, stored.variant()).orElseThrow(() -> VisibleSchedules.notFound(id));
        String viewPeriods = texts.viewPeriods();
        if (sampling == null || viewPeriods == null) {
            return "{\"viewPeriods\":" + (viewPeriods == null ? "[]" : viewPeriods) + ",\"warnings\":"
                    + texts.warnings() + "}";
        }
        Prepared ready = prepared.of(id, stored.variant());
        List<ViewPeriod> wanted =
                ready.instance().viewPeriods().stream().filter(sampling::wants).toList();
        double stepS = sampling.stepS();
        requireFew(wanted, stepS);
        return prepared.inTurn(() -> json.sampled(
                wanted,
                ready.samples(wanted, stepS),
                stepS,
                sampling.sky(),
                ready.instance().warnings()));
    }

    private static void requireFew(List<ViewPeriod> viewPeriods, double stepS) {
        double samples = viewPeriods.stream()
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
