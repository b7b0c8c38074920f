package dev.yeoju.service;

import dev.yeoju.benchmark.BenchmarkReport;
import dev.yeoju.benchmark.BenchmarkRun;
import dev.yeoju.benchmark.MemoryPeak;
import dev.yeoju.benchmark.Peer;
import dev.yeoju.benchmark.Peers;
import dev.yeoju.benchmark.ReportPage;
import dev.yeoju.benchmark.ReportTables;
import dev.yeoju.check.Evaluation;
import dev.yeoju.check.Gap;
import dev.yeoju.check.ScheduleChecker;
import dev.yeoju.model.Figures;
import dev.yeoju.model.Objective;
import dev.yeoju.model.Problem;
import dev.yeoju.model.ProblemInstance;
import dev.yeoju.model.Schedule;
import dev.yeoju.model.SolverOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Solves problems in several ways with several seeds, one after the other, and reports; a peer beside them when asked.
 * Every schedule, the peer's too, has been checked from the rules alone.
 */
public final class Benchmark {
    /** What a benchmark gives to read. */
    public record Texts(String html, String markdown, String json) {}

    /**
     * One way to solve every problem.
     *
     * @param name in tables and plots
     * @param timeLimit of each run
     * @param stepLimit of each run, or 0 for none
     * @param searches side by side
     * @param preset the objective, or null for each problem's own
     */
    public record Way(
            String name, Duration timeLimit, long stepLimit, int searches, Objective.@Nullable Preset preset) {}

    private final Engine engine;
    private final List<Way> configurations;
    private final @Nullable Peer peer;
    private final StopSignal stop;
    private final List<BenchmarkRun> runs = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    /** The least proven bound by problem and objective. */
    private final Map<String, Double> proven = new HashMap<>();

    /**
     * @param configurations at least one
     * @param peer name of the peer to measure beside each of them, or null for none
     * @param stop when it is stopped, the run that is under way counts no more
     * @throws dev.yeoju.model.InvalidInputException when this build has no such peer
     */
    public Benchmark(Engine engine, List<Way> configurations, @Nullable String peer, StopSignal stop) {
        this.engine = engine;
        this.configurations = List.copyOf(configurations);
        this.peer = peer == null ? null : Peers.find(peer);
        this.stop = stop;
    }

    /**
     * Solves one problem once for each configuration and seed.
     *
     * @param done is called after each run, with a line for a person; the report has the run then
     */
    public void run(Problem problem, ProblemFiles files, List<Long> seeds, Consumer<String> done) {
        ProblemInstance prepared = engine.prepare(problem, files, stop).instance();
        for (Way configuration : configurations) {
            for (long seed : seeds) {
                ProblemInstance instance = instance(prepared, configuration, seed);
                add(own(instance, configuration, seed), done);
            }
        }
        if (peer != null) {
            for (Way configuration : configurations) {
                peer(peer, prepared, configuration, seeds, done);
            }
        }
    }

    private static ProblemInstance instance(ProblemInstance prepared, Way configuration, long seed) {
        Problem problem = prepared.problem()
                .withSolver(new SolverOptions(configuration.timeLimit(), configuration.stepLimit(), seed));
        if (configuration.preset() != null) {
            problem = problem.withObjective(configuration.preset().objective());
        }
        return new ProblemInstance(
                problem, prepared.requests(), prepared.viewPeriods(), prepared.absences(), prepared.warnings());
    }

    private void add(@Nullable BenchmarkRun run, Consumer<String> done) {
        if (run == null) {
            return;
        }
        runs.add(run);
        done.accept(String.format(
                Locale.ROOT,
                "%s, %s, seed %d: value %.3f, gap %s",
                run.problem(),
                run.configuration(),
                run.seed(),
                run.value(),
                run.gapPercent() == null ? "-" : String.format(Locale.ROOT, "%.2f %%", run.gapPercent())));
    }

    private @Nullable BenchmarkRun own(ProblemInstance instance, Way configuration, long seed) {
        if (stop.isStopped()) {
            return null;
        }
        BenchmarkWatch watch = new BenchmarkWatch();
        MemoryPeak memory = MemoryPeak.watch();
        long begin = System.nanoTime();
        Schedule schedule = engine.solve(instance, configuration.searches(), watch, stop);
        double elapsedS = (System.nanoTime() - begin) / 1e9;
        if (stop.isStopped()) {
            return null;
        }
        double peak = memory.mib();
        Double bound = schedule.bound();
        String key = key(instance, configuration);
        if (bound != null) {
            proven.merge(key, bound, Math::min);
        }
        return run(
                instance,
                configuration.name(),
                seed,
                elapsedS,
                watch.steps(),
                ScheduleChecker.evaluate(instance, schedule.tracks()),
                bound,
                bound != null && schedule.value() >= bound,
                proven.get(key),
                peak,
                watch.curve(),
                watch.marks(schedule, elapsedS));
    }

    private void peer(
            Peer other, ProblemInstance prepared, Way configuration, List<Long> seeds, Consumer<String> done) {
        String name = configurations.size() == 1 ? other.name() : other.name() + ", " + configuration.name();
        for (long seed : seeds) {
            ProblemInstance instance = instance(prepared, configuration, seed);
            List<String> missing = other.unmodelled(instance);
            if (!missing.isEmpty()) {
                String note = instance.problem().name() + ": " + other.name() + " does not model "
                        + String.join(" and ", missing) + ", and is left out.";
                notes.add(note);
                done.accept(note);
                return;
            }
            if (stop.isStopped()) {
                return;
            }
            MemoryPeak memory = MemoryPeak.watch();
            long begin = System.nanoTime();
            Peer.Outcome outcome =
                    other.solve(instance, configuration.timeLimit(), configuration.searches(), seed, stop::isStopped);
            double elapsedS = (System.nanoTime() - begin) / 1e9;
            if (stop.isStopped()) {
                return;
            }
            double peak = memory.mib();
            List<BenchmarkRun.Point> curve = outcome.found().stream()
                    .map(found -> new BenchmarkRun.Point(
                            found.elapsedS(),
                            ScheduleChecker.evaluate(instance, found.tracks()).value(),
                            null))
                    .toList();
            Evaluation evaluation = ScheduleChecker.evaluate(instance, outcome.tracks());
            if (!evaluation.isValid()) {
                throw new IllegalStateException(
                        other.name() + " gave a schedule that breaks rules: " + evaluation.violations());
            }
            add(
                    run(
                            instance,
                            name,
                            seed,
                            elapsedS,
                            null,
                            evaluation,
                            outcome.bound(),
                            outcome.optimal(),
                            proven.get(key(instance, configuration)),
                            peak,
                            curve,
                            List.of()),
                    done);
        }
    }

    private static String key(ProblemInstance instance, Way configuration) {
        return instance.problem().name() + "\n" + configuration.preset();
    }

    private static BenchmarkRun run(
            ProblemInstance instance,
            String configuration,
            long seed,
            double elapsedS,
            @Nullable Long steps,
            Evaluation evaluation,
            @Nullable Double bound,
            boolean optimal,
            @Nullable Double referenceBound,
            double peakMib,
            List<BenchmarkRun.Point> curve,
            List<BenchmarkRun.Mark> marks) {
        Figures figures = evaluation.figures();
        Double first = curve.stream()
                .filter(point -> point.value() > 0)
                .map(BenchmarkRun.Point::elapsedS)
                .findFirst()
                .orElse(null);
        return new BenchmarkRun(
                instance.problem().name(),
                instance.problem().tags(),
                configuration,
                seed,
                elapsedS,
                steps,
                evaluation.critical().satisfied(),
                evaluation.critical().requests(),
                evaluation.value(),
                evaluation.preferences(),
                bound,
                Gap.percent(evaluation.isValid(), evaluation.value(), bound),
                optimal,
                referenceBound,
                figures.trackedHours(),
                figures.requestedHours(),
                figures.satisfied(),
                figures.requests(),
                figures.uRms(),
                figures.uMax(),
                first,
                BenchmarkRun.within(curve, 0.05, referenceBound),
                BenchmarkRun.within(curve, 0.01, referenceBound),
                peakMib,
                curve,
                marks);
    }

    /** The report on all runs so far. */
    public Texts texts() {
        String protocol = "One run at a time on " + Runtime.getRuntime().availableProcessors() + " cores, Java "
                + Runtime.version().feature() + ". " + String.join(" ", configurationsInWords())
                + " Every schedule was checked from the rules alone. 5 % and 1 %: seconds until the value was as near to the"
                + " least proven bound of the problem; progress is looked at five times a second."
                + (notes.isEmpty() ? "" : " " + String.join(" ", notes));
        BenchmarkReport report = new BenchmarkReport(protocol, runs);
        return new Texts(new ReportPage(report).html(), new ReportTables(report).markdown(), report.json());
    }

    private List<String> configurationsInWords() {
        return configurations.stream()
                .map(one -> one.name() + ": time limit " + one.timeLimit()
                        + (one.stepLimit() > 0 ? ", step limit " + one.stepLimit() : "") + ", " + one.searches()
                        + " searches" + (peer == null ? "" : " and " + one.searches() + " workers of " + peer.name())
                        + ", objective "
                        + (one.preset() == null ? "the problem's" : one.preset().label()) + ".")
                .toList();
    }
}
