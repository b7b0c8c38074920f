package dev.yeoju.service;

import dev.yeoju.benchmark.BenchmarkReport;
import dev.yeoju.benchmark.BenchmarkRun;
import dev.yeoju.model.Problem;
import dev.yeoju.model.ProblemInstance;
import dev.yeoju.model.Schedule;
import dev.yeoju.model.SolverOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Solves problems with several seeds, one after the other, and reports. Each schedule has been checked. */
public final class Benchmark {
    /** What a benchmark gives to read. */
    public record Texts(String markdown, String json) {}

    private final Engine engine;
    private final Duration timeLimit;
    private final List<BenchmarkRun> runs = new ArrayList<>();

    /** @param timeLimit of each solve */
    public Benchmark(Engine engine, Duration timeLimit) {
        this.engine = engine;
        this.timeLimit = timeLimit;
    }

    /**
     * Solves one problem once for each seed.
     *
     * @param done is told one line after each solve
     */
    public void run(Problem problem, ProblemFiles files, List<Long> seeds, Consumer<String> done) {
        ProblemInstance prepared =
                engine.prepare(problem, files, new StopSignal()).instance();
        for (long seed : seeds) {
            ProblemInstance instance = new ProblemInstance(
                    problem.withSolver(new SolverOptions(timeLimit, 0, seed)),
                    prepared.requests(),
                    prepared.viewPeriods(),
                    prepared.absences(),
                    prepared.warnings());
            long begin = System.nanoTime();
            Schedule schedule = engine.solve(instance, Pipeline.SEARCHES, new Silent(), new StopSignal());
            BenchmarkRun run = BenchmarkRun.of(schedule, seed, (System.nanoTime() - begin) / 1e9);
            runs.add(run);
            done.accept(String.format(
                    Locale.ROOT,
                    "%s, seed %d: value %.3f, gap %s",
                    problem.name(),
                    seed,
                    run.value(),
                    run.gapPercent() == null ? "-" : String.format(Locale.ROOT, "%.2f %%", run.gapPercent())));
        }
    }

    /** The report on all runs so far. */
    public Texts texts() {
        String protocol = "Time limit " + timeLimit + " a run, " + Pipeline.SEARCHES + " searches side by side, "
                + Runtime.getRuntime().availableProcessors() + " cores, Java "
                + Runtime.version().feature()
                + ". Every schedule was checked from the rules alone.";
        BenchmarkReport report = new BenchmarkReport(protocol, runs);
        return new Texts(report.markdown(), report.json());
    }

    private static final class Silent implements SolveListener {
        @Override
        public void progress(Progress progress) {
            // The report counts the end alone.
        }

        @Override
        public void improved(Supplier<Schedule> best) {
            // The report counts the end alone.
        }
    }
}
