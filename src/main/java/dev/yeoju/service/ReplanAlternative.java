package dev.yeoju.service;

import dev.yeoju.model.Replan;
import dev.yeoju.model.Schedule;
import dev.yeoju.model.ScheduleDiff;
import dev.yeoju.model.Track;
import dev.yeoju.model.TrackChange;
import dev.yeoju.model.Violation;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is said of one answer to changes; values in priority-weighted hours.
 *
 * @param n from 1; the first weighs changes as the problem does
 * @param status of its schedule
 * @param value of its schedule, the cost of changes taken off
 * @param worth the value before that is taken off
 * @param valueDelta worth, against that of the revision that the change was made to
 * @param tracksChanged how many tracks are not as they were
 * @param bound proven: no schedule that answers the change has a higher value; null when a rule is broken
 * @param gapPercent of value and bound, or null
 * @param diff against the revision that the change was made to
 * @param changes every track that is not as it was, and why
 * @param drifted ids of the tracks that could not be kept, since what they stood on moved away
 */
public record ReplanAlternative(
        int n,
        Schedule.Status status,
        double value,
        double worth,
        double valueDelta,
        double changeCost,
        int tracksChanged,
        @Nullable Double bound,
        @Nullable Double gapPercent,
        RevisionDiff diff,
        List<Changed> changes,
        List<String> drifted,
        List<Violation> violations) {
    /**
     * A track that is not as it was.
     *
     * @param pass its id
     * @param why a planner's sentence; empty where nothing is to be said
     */
    public record Changed(
            TrackChange.Kind kind, String request, String pass, boolean drifted, double cost, String why) {}

    public ReplanAlternative {
        changes = List.copyOf(changes);
        drifted = List.copyOf(drifted);
        violations = List.copyOf(violations);
    }

    /**
     * @param base the revision that the change was made to, and what it is worth, no cost of changes taken off
     */
    static ReplanAlternative of(int n, Replan.Answer answer, int baseRevision, Schedule base, double baseWorth) {
        Schedule schedule = answer.schedule();
        List<ScheduleDiff.Entry> entries = answer.diff().entries().stream()
                .filter(ScheduleDiff.Entry::isChange)
                .toList();
        return new ReplanAlternative(
                n,
                schedule.status(),
                schedule.value(),
                answer.worth(),
                answer.worth() - baseWorth,
                answer.changeCost(),
                entries.size(),
                schedule.bound(),
                schedule.gapPercent(),
                RevisionDiff.of(baseRevision, base, baseRevision + 1, schedule),
                entries.stream().map(ReplanAlternative::changed).toList(),
                entries.stream()
                        .filter(ScheduleDiff.Entry::drifted)
                        .map(entry -> track(entry).id())
                        .toList(),
                schedule.violations());
    }

    private static Changed changed(ScheduleDiff.Entry entry) {
        return new Changed(
                entry.kind(), entry.request(), track(entry).id(), entry.drifted(), entry.cost(), entry.why());
    }

    private static Track track(ScheduleDiff.Entry entry) {
        Track before = entry.before();
        return before == null ? Objects.requireNonNull(entry.after()) : before;
    }
}
