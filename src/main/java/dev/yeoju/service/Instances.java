package dev.yeoju.service;

import dev.yeoju.check.Evaluation;
import dev.yeoju.check.ScheduleChecker;
import dev.yeoju.model.Problem;
import dev.yeoju.model.ProblemInstance;
import dev.yeoju.model.RequestExpansion;
import dev.yeoju.model.Schedule;
import dev.yeoju.model.SolverOptions;
import dev.yeoju.model.Track;
import dev.yeoju.replan.Explainer;
import dev.yeoju.replan.ScheduleComposer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Instances that differ from prepared ones in what planners change, and the schedules of them. */
final class Instances {
    private Instances() {}

    /** With other pins and limits: what is pinned now, not what once was. */
    static ProblemInstance with(ProblemInstance instance, List<Track> pins, SolverOptions solver) {
        Problem problem = instance.problem().withPins(pins).withSolver(solver);
        return new ProblemInstance(
                problem, instance.requests(), instance.viewPeriods(), instance.absences(), instance.warnings());
    }

    /** Without view periods: for what needs a problem's requests alone. */
    static ProblemInstance unseen(Problem problem) {
        return new ProblemInstance(
                problem, RequestExpansion.of(problem.requests()).requests(), List.of(), List.of(), List.of());
    }

    /** Whose pins are the tracks that are pinned in it. */
    static ProblemInstance pinned(ProblemInstance instance, List<Track> tracks) {
        return with(
                instance,
                tracks.stream().filter(Track::pinned).toList(),
                instance.problem().solver());
    }

    /**
     * A schedule of these tracks, with its reasons.
     *
     * @param proof one whose bound holds for these tracks too, or null
     */
    static Schedule compose(ProblemInstance instance, List<Track> tracks, @Nullable Schedule proof) {
        Evaluation evaluation = ScheduleChecker.evaluate(instance, tracks);
        return ScheduleComposer.compose(
                instance,
                tracks,
                evaluation,
                proof == null ? null : proof.bound(),
                proof == null ? null : proof.certificate(),
                Explainer.explain(instance, tracks));
    }
}
