package dev.yeoju.replan;

import dev.yeoju.check.Evaluation;
import dev.yeoju.check.ScheduleChecker;
import dev.yeoju.model.Place;
import dev.yeoju.model.ProblemInstance;
import dev.yeoju.model.Schedule;
import dev.yeoju.model.SolverOptions;
import dev.yeoju.model.Track;
import dev.yeoju.planning.PassPlanner;
import dev.yeoju.planning.PlanningListener;
import dev.yeoju.planning.StopToken;
import dev.yeoju.service.Pipeline;
import dev.yeoju.service.ProblemFiles;
import dev.yeoju.service.StopSignal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** What an edit of a DSN-sized week (13 antennas, 300 requests, about 300 passes) takes to score. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class WhatIfBenchmark {
    private ProblemInstance instance = prepared();
    private List<Track> edited = List.of();
    private String unserved = "";

    private static ProblemInstance prepared() {
        return Pipeline.over(null)
                .prepare(NetworkWeek.of(300, 1), ProblemFiles.none(), new StopSignal())
                .instance();
    }

    /** A schedule with one track moved by an hour. */
    @Setup
    public void plan() {
        instance = prepared();
        List<Track> tracks = new ArrayList<>(new PassPlanner()
                .solve(
                        instance,
                        new SolverOptions(Duration.ofHours(1), 50_000, 0),
                        PlanningListener.NONE,
                        new StopToken())
                .tracks());
        Track track = tracks.get(tracks.size() / 2);
        Duration hour = Duration.ofHours(1);
        tracks.set(
                tracks.size() / 2,
                new Track(
                        track.id(),
                        track.request(),
                        track.spacecraft(),
                        track.antennas(),
                        track.boa().plus(hour),
                        track.bot().plus(hour),
                        track.eot().plus(hour),
                        track.eoa().plus(hour),
                        false));
        edited = List.copyOf(tracks);
        unserved = instance.requests().stream()
                .map(request -> request.id())
                .filter(id -> edited.stream().noneMatch(other -> other.request().equals(id)))
                .findFirst()
                .orElse(track.request());
        System.out.println(edited.size() + " passes, places for " + unserved);
    }

    /** Value and violations. */
    @Benchmark
    public Evaluation score() {
        return ScheduleChecker.evaluate(instance, edited);
    }

    /** With a reason for every request that lacks time. */
    @Benchmark
    public Schedule scoreWithReasons() {
        return ScheduleComposer.compose(instance, edited, null, null);
    }

    /** Eight ranked places for a request. */
    @Benchmark
    public List<Place> places() {
        return Places.of(instance, edited, unserved, 8);
    }

    /** @throws RunnerException when JMH fails */
    public static void main(String[] args) throws RunnerException {
        new Runner(new OptionsBuilder()
                        .include(WhatIfBenchmark.class.getSimpleName())
                        .build())
                .run();
    }
}
