package dev.yeoju.service;

import dev.yeoju.bound.Bound;
import dev.yeoju.bound.BoundOptions;
import dev.yeoju.bound.BoundWatch;
import dev.yeoju.check.Gap;
import dev.yeoju.check.ScheduleChecker;
import dev.yeoju.model.Certificate;
import dev.yeoju.model.ProblemInstance;
import dev.yeoju.model.Schedule;
import dev.yeoju.model.SolverOptions;
import dev.yeoju.model.Track;
import dev.yeoju.planning.PassPlanner;
import dev.yeoju.planning.PlanningListener;
import dev.yeoju.planning.PlanningProgress;
import dev.yeoju.planning.PlanningResult;
import dev.yeoju.replan.ScheduleComposer;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One run of the search with the proof of a bound beside it, told of while it runs and checked at its end. */
final class Solve {
    /** The search counts in millionths of a priority-weighted hour: each of these terms may be off by as much. */
    private static final double ROUNDING = 1e-6;

    private static final int TERMS_A_REQUEST = 4;
    /** Of the search, for one round of the proof, where the steps are limited: a short search need not wait long for it. */
    private static final int STEPS_A_ROUND = 25;

    private static final int LEAST_ROUNDS = 200;

    private final ProblemInstance instance;
    private final int searches;
    private final CoreTurns turns;
    private final SolveListener listener;
    private final StopSignal stop;
    /** Whether pins break a rule in the best schedule so far: then the bound is one on something else. */
    private boolean broken;
    /** What it takes to explain and check a schedule, as last measured. */
    private Duration composing = Duration.ZERO;

    private int rehearsals;

    Solve(ProblemInstance instance, int searches, int cores, SolveListener listener, StopSignal stop) {
        this.instance = instance;
        this.searches = searches;
        turns = new CoreTurns(searches, cores);
        this.listener = listener;
        this.stop = stop;
    }

    Schedule run() {
        SolverOptions options = instance.problem().solver();
        BoundOptions effort = new BoundOptions(rounds(options), options.timeLimit());
        try (BoundRun proof = BoundRun.start(instance, effort, stop, turns)) {
            PlanningListener reporter = new PlanningListener() {
                @Override
                public void progressed(PlanningProgress progress) {
                    tell(options, progress, proof.newest());
                }

                @Override
                public Duration timeAfter(PlanningProgress now) {
                    rehearse(options, now);
                    return composing;
                }

                @Override
                public void stepped(int search) {
                    turns.search(search);
                }
            };
            PlanningResult result = new PassPlanner(searches).solve(instance, options, reporter, stop.token());
            turns.searched();
            Schedule schedule = composed(result.tracks(), proof.last());
            requireAgreement(result, schedule);
            return MostCritical.stated(instance, schedule, stopping());
        }
    }

    /** Counted by steps and not by time, so that what repeats does so with its bound. */
    static int rounds(SolverOptions options) {
        int most = BoundOptions.DEFAULT.rounds();
        long steps = options.stepLimit();
        return steps == 0 ? most : (int) Math.max(LEAST_ROUNDS, Math.min(most, steps / STEPS_A_ROUND));
    }

    private BoundWatch stopping() {
        return new BoundWatch() {
            @Override
            public void improved(Bound bound) {}

            @Override
            public boolean stop() {
                return stop.isStopped();
            }
        };
    }

    private void tell(SolverOptions options, PlanningProgress now, @Nullable Bound bound) {
        double elapsedS = now.elapsed().toNanos() / 1e9;
        double fraction = options.stepLimit() > 0
                ? (double) now.steps() / options.stepLimit()
                : elapsedS / (options.timeLimit().toNanos() / 1e9);
        if (now.improved() && !instance.problem().pins().isEmpty()) {
            broken = !ScheduleChecker.evaluate(instance, now.tracks().get()).isValid();
        }
        Double proven = bound == null || broken ? null : bound.value();
        listener.progress(new Progress(
                elapsedS,
                Math.min(1, fraction),
                now.steps(),
                now.value(),
                proven,
                Gap.percent(!broken, now.value(), proven)));
        if (now.improved()) {
            Supplier<List<Track>> tracks = now.tracks();
            listener.improved(() -> composed(tracks.get(), bound));
        }
    }

    /**
     * Composes a schedule that nobody reads, with the first plan and again half-way: the first makes the code warm, the
     * second tells how long the last will take.
     */
    private void rehearse(SolverOptions options, PlanningProgress now) {
        boolean due = rehearsals == 0
                || rehearsals == 1
                        && now.elapsed().compareTo(options.timeLimit().dividedBy(2)) >= 0;
        if (options.stepLimit() == 0 && due) {
            rehearsals++;
            long begin = System.nanoTime();
            composed(now.tracks().get(), null);
            composing = Duration.ofNanos(System.nanoTime() - begin);
        }
    }

    private Schedule composed(List<Track> tracks, @Nullable Bound bound) {
        Certificate certificate = bound == null ? null : bound.certificate();
        return ScheduleComposer.compose(instance, tracks, bound == null ? null : bound.value(), certificate);
    }

    /** The checker shares nothing with the search: where they differ, one of them is wrong. */
    private void requireAgreement(PlanningResult result, Schedule schedule) {
        boolean infeasible = schedule.status() == Schedule.Status.INFEASIBLE;
        if (infeasible != (result.brokenRules() < 0)) {
            throw new IllegalStateException("The search says that rules are " + (result.brokenRules() < 0 ? "" : "not ")
                    + "broken (" + result.brokenRules() + "), the checker finds " + schedule.violations() + ".");
        }
        double tolerance = ROUNDING * (TERMS_A_REQUEST * instance.requests().size() + 10);
        if (!infeasible && Math.abs(result.value() - schedule.value()) > tolerance) {
            throw new IllegalStateException("The search's value (" + result.value() + ") and the checker's ("
                    + schedule.value() + ") differ by more than rounding.");
        }
    }
}
