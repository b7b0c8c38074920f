package dev.yeoju.replan;

import dev.yeoju.check.ScheduleChecker;
import dev.yeoju.model.Band;
import dev.yeoju.model.Change;
import dev.yeoju.model.ChangeSet;
import dev.yeoju.model.Exclusive;
import dev.yeoju.model.Interval;
import dev.yeoju.model.Problem;
import dev.yeoju.model.ProblemInstance;
import dev.yeoju.model.Replan;
import dev.yeoju.model.Schedule;
import dev.yeoju.model.Service;
import dev.yeoju.model.SolverOptions;
import dev.yeoju.model.Track;
import dev.yeoju.model.TrackRequest;
import dev.yeoju.planning.PassPlanner;
import dev.yeoju.planning.PlanningListener;
import dev.yeoju.planning.StopToken;
import dev.yeoju.service.Engine;
import dev.yeoju.service.Pipeline;
import dev.yeoju.service.Prepared;
import dev.yeoju.service.ProblemFiles;
import dev.yeoju.service.StopSignal;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Measures answers to changes of a DSN-sized week (13 antennas, 300 requests) beside solving the changed problem anew, and
 * prints a table. Run by hand; benchmarks/RESULTS.md has the command.
 */
public final class ReplanTrial {
    private static final long PUBLISHED_STEPS = 200_000;

    private ReplanTrial() {}

    /** @param args unused */
    public static void main(String[] args) {
        Engine engine = Pipeline.over(null);
        Problem problem = NetworkWeek.of(300, 1);
        Prepared prepared = engine.prepare(problem, ProblemFiles.none(), new StopSignal());
        List<Track> published = planned(prepared.instance(), PUBLISHED_STEPS);
        double worth = ScheduleChecker.evaluate(prepared.instance(), published).value();
        System.out.printf(Locale.ROOT, "published: %d tracks, value %.1f%n", published.size(), worth);
        System.out.println("| change | seconds | value | of a full re-solve | changes | of a full re-solve | valid |");
        System.out.println("|---|---|---|---|---|---|---|");
        for (Map.Entry<String, ChangeSet> change : changes(problem).entrySet()) {
            // The first run warms the virtual machine up.
            engine.replan(
                    prepared.instance(),
                    ProblemFiles.none(),
                    published,
                    change.getValue(),
                    0,
                    Engine.REPLAN_OPTIONS,
                    new StopSignal());
            long start = System.nanoTime();
            Replan replan = engine.replan(
                            prepared.instance(),
                            ProblemFiles.none(),
                            published,
                            change.getValue(),
                            0,
                            Engine.REPLAN_OPTIONS,
                            new StopSignal())
                    .replan();
            double seconds = (System.nanoTime() - start) / 1e9;
            Replan.Answer answer = replan.answers().get(0);
            Schedule schedule = answer.schedule();
            ProblemInstance anew = Variants.with(
                    answer.instance(),
                    Variants.problem(
                            answer.instance().problem(),
                            List.of(),
                            List.of(),
                            answer.instance().problem().objective()));
            List<Track> resolved = planned(anew, PUBLISHED_STEPS);
            double full = ScheduleChecker.evaluate(anew, resolved).value();
            int fullChanges =
                    DiffBuilder.between(answer.instance(), published, resolved).changes();
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %.2f | %.1f | %.1f %% | %d | %.1f %% of %d | %s |%n",
                    change.getKey(),
                    seconds,
                    answer.worth(),
                    100 * answer.worth() / full,
                    answer.diff().changes(),
                    100.0 * answer.diff().changes() / fullChanges,
                    fullChanges,
                    schedule.violations().isEmpty() ? "yes" : "no");
        }
    }

    private static List<Track> planned(ProblemInstance instance, long steps) {
        return new PassPlanner()
                .solve(
                        instance,
                        new SolverOptions(Duration.ofHours(1), steps, 0),
                        PlanningListener.NONE,
                        new StopToken())
                .tracks();
    }

    static Map<String, ChangeSet> changes(Problem problem) {
        Instant at = NetworkWeek.START.plus(Duration.ofHours(30));
        Instant outage = NetworkWeek.START.plus(Duration.ofHours(60));
        Map<String, ChangeSet> changes = new LinkedHashMap<>();
        Change slip = new Change.Slip("SC-7", Duration.ofHours(24));
        Change down = new Change.Outage("DSS-43", new Interval(outage, outage.plus(Duration.ofHours(12))), "drive");
        Change late = new Change.AddRequest(critical(problem, at));
        changes.put("24 h slip", new ChangeSet(at, at.plus(Duration.ofHours(6)), List.of(slip)));
        changes.put("12 h outage", new ChangeSet(at, at.plus(Duration.ofHours(6)), List.of(down)));
        changes.put("late critical request", new ChangeSet(at, at.plus(Duration.ofHours(6)), List.of(late)));
        changes.put("all three", new ChangeSet(at, at.plus(Duration.ofHours(6)), List.of(slip, down, late)));
        return changes;
    }

    private static TrackRequest critical(Problem problem, Instant at) {
        return new TrackRequest(
                "EMERGENCY",
                "SC-3",
                Service.TELEMETRY,
                Band.X,
                false,
                problem.requests().get(0).antennas(),
                new Interval(at.plus(Duration.ofHours(8)), at.plus(Duration.ofHours(32))),
                List.of(),
                null,
                Duration.ofHours(4),
                Duration.ofHours(6),
                Duration.ofMinutes(60),
                Duration.ofMinutes(15),
                null,
                5,
                true,
                false,
                Exclusive.SPACECRAFT,
                null,
                null,
                List.of(),
                null);
    }
}
