package dev.yeoju.visibility;

import dev.yeoju.ephemeris.EphemerisException;
import dev.yeoju.ephemeris.OrekitContext;
import dev.yeoju.model.Antenna;
import dev.yeoju.model.Fault;
import dev.yeoju.model.GivenViewPeriod;
import dev.yeoju.model.Interval;
import dev.yeoju.model.InvalidInputException;
import dev.yeoju.model.Problem;
import dev.yeoju.model.ProblemInstance.Absence;
import dev.yeoju.model.Spacecraft;
import dev.yeoju.model.TrackRequest;
import dev.yeoju.model.ViewPeriod;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The view periods of a whole problem: those given with it, and for every other pair of an antenna with a site and a
 * spacecraft with a trajectory those of geometry. One spacecraft is one task, so that at most as many trajectories are
 * held as there are threads; the result does not depend on their number. Thread-safe.
 */
public final class VisibilityService {
    private final OrekitContext context;
    private final int threads;

    /** Uses as many threads as there are processors. */
    public VisibilityService(OrekitContext context) {
        this(context, Runtime.getRuntime().availableProcessors());
    }

    /** @param threads at least one */
    public VisibilityService(OrekitContext context, int threads) {
        this.context = context;
        this.threads = threads;
    }

    /**
     * Computes all view periods of a problem.
     *
     * @throws InvalidInputException when trajectories cannot be used; it has every fault
     * @throws CancellationException when the listener cancels it
     */
    public Visibility compute(Problem problem, TrajectorySource trajectories, VisibilityListener listener) {
        List<SpacecraftTask> tasks = tasks(problem, trajectories, listener);
        ForkJoinPool pool = new ForkJoinPool(threads);
        try {
            List<ForkJoinTask<SpacecraftResult>> running = new ArrayList<>();
            tasks.forEach(task -> running.add(pool.submit(task::run)));
            List<SpacecraftResult> results = new ArrayList<>();
            running.forEach(task -> results.add(task.join()));
            return merge(problem, results);
        } finally {
            pool.shutdownNow();
        }
    }

    /**
     * Directions in view periods that {@link #compute} found for the problem; one entry each, null for those that were
     * given with it.
     *
     * @param stepS between samples, seconds; positive
     */
    public List<@Nullable ViewSamples> samples(
            Problem problem, TrajectorySource trajectories, List<ViewPeriod> viewPeriods, double stepS) {
        Map<Pair, List<Integer>> byPair = new HashMap<>();
        for (int i = 0; i < viewPeriods.size(); i++) {
            ViewPeriod period = viewPeriods.get(i);
            if (!period.given()) {
                byPair.computeIfAbsent(new Pair(period.antenna(), period.spacecraft()), pair -> new ArrayList<>())
                        .add(i);
            }
        }
        VisibilityCalculator calculator = new VisibilityCalculator(context, problem.horizon(), problem.geometry());
        List<@Nullable ViewSamples> samples = new ArrayList<>(Collections.nCopies(viewPeriods.size(), null));
        for (Spacecraft spacecraft : problem.spacecraft()) {
            VisibilityCalculator.EvaluatedSpacecraft evaluated = null;
            for (Antenna antenna : problem.antennas()) {
                List<Integer> wanted = byPair.getOrDefault(new Pair(antenna.id(), spacecraft.id()), List.of());
                if (wanted.isEmpty()) {
                    continue;
                }
                if (evaluated == null) {
                    evaluated = calculator.evaluate(
                            spacecraft, trajectories.trajectory(spacecraft, calculator.horizon()), 1);
                }
                List<Interval> intervals =
                        wanted.stream().map(i -> viewPeriods.get(i).interval()).toList();
                List<ViewSamples> found = evaluated.samples(antenna, intervals, stepS);
                for (int k = 0; k < wanted.size(); k++) {
                    samples.set(wanted.get(k), found.get(k));
                }
            }
        }
        return samples;
    }

    private List<SpacecraftTask> tasks(Problem problem, TrajectorySource trajectories, VisibilityListener listener) {
        Set<Pair> given = new HashSet<>();
        for (GivenViewPeriod period : problem.viewPeriods()) {
            if (period.spacecraft() != null) {
                given.add(new Pair(period.antenna(), period.spacecraft()));
            }
        }
        Set<String> directed = problem.requests().stream()
                .filter(request -> request.minElevationDeg() != null)
                .map(TrackRequest::spacecraft)
                .collect(Collectors.toSet());
        VisibilityCalculator calculator =
                new VisibilityCalculator(context, problem.horizon(), problem.geometry(), directed);
        List<SpacecraftTask> tasks = new ArrayList<>();
        Progress progress = new Progress(listener);
        for (int index = 0; index < problem.spacecraft().size(); index++) {
            Spacecraft spacecraft = problem.spacecraft().get(index);
            List<Antenna> antennas = new ArrayList<>();
            if (spacecraft.trajectory() != null) {
                for (Antenna antenna : problem.antennas()) {
                    if (antenna.site() != null && !given.contains(new Pair(antenna.id(), spacecraft.id()))) {
                        antennas.add(antenna);
                    }
                }
            }
            if (!antennas.isEmpty()) {
                progress.total += antennas.size();
                tasks.add(new SpacecraftTask(calculator, spacecraft, index, antennas, trajectories, progress));
            }
        }
        return tasks;
    }

    private static Visibility merge(Problem problem, List<SpacecraftResult> results) {
        List<Fault> faults = new ArrayList<>();
        results.forEach(result -> {
            if (result.fault() != null) {
                faults.add(result.fault());
            }
        });
        if (!faults.isEmpty()) {
            throw new InvalidInputException(InvalidInputException.Kind.INVALID, faults);
        }
        List<ViewPeriod> periods = new ArrayList<>();
        Map<Pair, List<ViewPeriod>> given = GivenViewPeriods.byPair(problem);
        List<Absence> absences = new ArrayList<>();
        for (Antenna antenna : problem.antennas()) {
            given.getOrDefault(new Pair(antenna.id(), null), List.of()).forEach(periods::add);
            for (Spacecraft spacecraft : problem.spacecraft()) {
                periods.addAll(given.getOrDefault(new Pair(antenna.id(), spacecraft.id()), List.of()));
                for (SpacecraftResult result : results) {
                    if (result.spacecraft().equals(spacecraft.id())) {
                        Visibility found = result.byAntenna().get(antenna.id());
                        if (found != null) {
                            periods.addAll(found.viewPeriods());
                            absences.addAll(found.absences());
                        }
                    }
                }
            }
        }
        Set<String> warnings = new LinkedHashSet<>();
        results.forEach(result -> warnings.addAll(result.warnings()));
        return new Visibility(periods, absences, List.copyOf(warnings));
    }

    /** @param spacecraft null where a period is given for one request */
    record Pair(String antenna, @Nullable String spacecraft) {}

    private record SpacecraftResult(
            String spacecraft,
            Map<String, Visibility> byAntenna,
            List<String> warnings,
            @Nullable Fault fault) {}

    private static final class Progress {
        private final VisibilityListener listener;
        private final AtomicInteger done = new AtomicInteger();
        private int total;

        Progress(VisibilityListener listener) {
            this.listener = listener;
        }

        void pairDone() {
            listener.pairDone(done.incrementAndGet(), total);
        }

        void stopIfCancelled() {
            if (listener.cancelled()) {
                throw new CancellationException("The computation of view periods was cancelled.");
            }
        }
    }

    private record SpacecraftTask(
            VisibilityCalculator calculator,
            Spacecraft spacecraft,
            int index,
            List<Antenna> antennas,
            TrajectorySource trajectories,
            Progress progress) {
        SpacecraftResult run() {
            progress.stopIfCancelled();
            try {
                VisibilityCalculator.EvaluatedSpacecraft evaluated = calculator.evaluate(
                        spacecraft, trajectories.trajectory(spacecraft, calculator.horizon()), antennas.size());
                List<ForkJoinTask<Visibility>> pairs = new ArrayList<>();
                for (Antenna antenna : antennas) {
                    pairs.add(ForkJoinTask.adapt(() -> {
                                progress.stopIfCancelled();
                                Visibility found = evaluated.viewPeriods(antenna);
                                progress.pairDone();
                                return found;
                            })
                            .fork());
                }
                Map<String, Visibility> byAntenna = new HashMap<>();
                for (int i = pairs.size() - 1; i >= 0; i--) {
                    byAntenna.put(antennas.get(i).id(), pairs.get(i).join());
                }
                return new SpacecraftResult(spacecraft.id(), byAntenna, evaluated.warnings(), null);
            } catch (EphemerisException e) {
                return new SpacecraftResult(spacecraft.id(), Map.of(), List.of(), fault(e));
            }
        }

        private Fault fault(EphemerisException e) {
            Fault fault = e.fault();
            String where = "/spacecraft/" + index + "/trajectory";
            String file = fault.pointer().isEmpty() || fault.pointer().startsWith("/") ? "" : fault.pointer() + ": ";
            return new Fault(where, fault.value(), file + fault.message());
        }
    }
}
