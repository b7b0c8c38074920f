package dev.yeoju.replan;

import dev.yeoju.check.Evaluation;
import dev.yeoju.check.Gap;
import dev.yeoju.check.ScheduleChecker;
import dev.yeoju.model.Certificate;
import dev.yeoju.model.Problem;
import dev.yeoju.model.ProblemInstance;
import dev.yeoju.model.Reason;
import dev.yeoju.model.Schedule;
import dev.yeoju.model.Track;
import dev.yeoju.model.TrackRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes a schedule of tracks: everything it says of itself is what the checker finds. */
public final class ScheduleComposer {
    private static final double NANOS_PER_HOUR = 3.6e12;
    /** A value may be above its bound by rounding, of the greater of 1 and the value. */
    private static final double ROUNDING = 1e-6;

    private ScheduleComposer() {}

    /** With a reason for every request that lacks time. */
    public static Schedule compose(
            ProblemInstance instance, List<Track> tracks, @Nullable Double bound, @Nullable Certificate certificate) {
        return compose(
                instance,
                tracks,
                ScheduleChecker.evaluate(instance, tracks),
                bound,
                certificate,
                Explainer.explain(instance, tracks));
    }

    /**
     * @param tracks ids unique; written by begin of activity and id
     * @param evaluation the checker's, of the same tracks
     * @param bound proven upper bound, or null; dropped with its certificate when a rule is broken by pins, since it
     *     then bounds something else
     * @param reasons by request id; a request that lacks time and is not in it gets none
     * @throws IllegalStateException when the value is above the bound by more than rounding
     */
    public static Schedule compose(
            ProblemInstance instance,
            List<Track> tracks,
            Evaluation evaluation,
            @Nullable Double bound,
            @Nullable Certificate certificate,
            Map<String, List<Reason>> reasons) {
        double value = evaluation.value();
        Double proven = evaluation.isValid() && bound != null ? (Double) proven(value, bound) : null;
        List<Schedule.Unscheduled> unscheduled = new ArrayList<>();
        List<Schedule.ShortRequest> shorter = new ArrayList<>();
        for (TrackRequest request : instance.requests()) {
            Duration tracked = evaluation.tracked().getOrDefault(request.id(), Duration.ZERO);
            List<Reason> why = reasons.getOrDefault(request.id(), List.of());
            if (tracked.isZero()) {
                unscheduled.add(new Schedule.Unscheduled(request.id(), why));
            } else if (tracked.compareTo(request.preferredDuration()) < 0) {
                shorter.add(new Schedule.ShortRequest(
                        request.id(), hours(tracked), hours(request.preferredDuration()), why));
            }
        }
        return new Schedule(
                Problem.SCHEMA_VERSION,
                instance.problem().name(),
                evaluation.status(),
                value,
                proven,
                Gap.percent(evaluation.isValid(), value, proven),
                evaluation.critical(),
                evaluation.figures(),
                tracks.stream()
                        .sorted(Comparator.comparing(Track::boa).thenComparing(Track::id))
                        .toList(),
                unscheduled,
                shorter,
                evaluation.violations(),
                proven == null ? null : certificate);
    }

    /**
     * A schedule with a bound that was proven after it was made; as it is when it breaks a rule.
     *
     * @throws IllegalStateException when the value is above the bound by more than rounding
     */
    public static Schedule bounded(Schedule schedule, double bound, Certificate certificate) {
        if (!schedule.violations().isEmpty()) {
            return schedule;
        }
        double proven = proven(schedule.value(), bound);
        return schedule.withBound(proven, Gap.percent(true, schedule.value(), proven), certificate);
    }

    private static double proven(double value, double bound) {
        if (value > bound + ROUNDING * Math.max(1, Math.abs(value))) {
            throw new IllegalStateException("The schedule's value (" + value + ") is above its proven bound (" + bound
                    + "): the bound or the checker is wrong.");
        }
        return Math.max(bound, value);
    }

    private static double hours(Duration duration) {
        return duration.toNanos() / NANOS_PER_HOUR;
    }
}
