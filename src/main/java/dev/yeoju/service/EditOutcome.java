package dev.yeoju.service;

import dev.yeoju.model.Schedule;
import dev.yeoju.model.Track;
import dev.yeoju.model.Violation;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What an edit makes of a schedule.
 *
 * @param revision that it made; null where nothing was saved
 * @param version of the schedule now, for the next edit; null where nothing was saved
 * @param status of the schedule with the edit
 * @param value with the edit, priority-weighted hours
 * @param valueDelta against before
 * @param bound proven upper bound with the edit, or null where none is known
 * @param gapPercent of the two, or null
 * @param criticalDelta critical requests satisfied, against before
 * @param pass that the last edit made or changed, or null
 * @param violations all that there are with the edit
 * @param newViolations those of them that were not there before
 * @param goneViolations ids of those that were there before and are not now
 * @param schedule with the edit, JSON
 */
public record EditOutcome(
        @Nullable Integer revision,
        @Nullable String version,
        Schedule.Status status,
        double value,
        double valueDelta,
        @Nullable Double bound,
        @Nullable Double gapPercent,
        int criticalDelta,
        @Nullable Track pass,
        List<Violation> violations,
        List<Violation> newViolations,
        List<String> goneViolations,
        String schedule) {
    public EditOutcome {
        violations = List.copyOf(violations);
        newViolations = List.copyOf(newViolations);
        goneViolations = List.copyOf(goneViolations);
    }

    static EditOutcome of(Schedule before, Schedule after, @Nullable Track pass, String json) {
        Set<String> old = before.violations().stream().map(Violation::id).collect(Collectors.toSet());
        Set<String> gone = new HashSet<>(old);
        after.violations().forEach(violation -> gone.remove(violation.id()));
        return new EditOutcome(
                null,
                null,
                after.status(),
                after.value(),
                after.value() - before.value(),
                after.bound(),
                after.gapPercent(),
                after.critical().satisfied() - before.critical().satisfied(),
                pass,
                after.violations(),
                after.violations().stream()
                        .filter(violation -> !old.contains(violation.id()))
                        .toList(),
                gone.stream().sorted().toList(),
                json);
    }

    EditOutcome saved(int newRevision, String newVersion) {
        return new EditOutcome(
                newRevision,
                newVersion,
                status,
                value,
                valueDelta,
                bound,
                gapPercent,
                criticalDelta,
                pass,
                violations,
                newViolations,
                goneViolations,
                schedule);
    }
}
