package dev.yeoju.check;

import dev.yeoju.model.ProblemInstance;
import dev.yeoju.model.Track;
import dev.yeoju.model.Violation;
import java.util.List;

/**
 * Checks one trial after the other by the rules of {@link ScheduleChecker}: what the trials have in common is looked up
 * once. For one thread at a time.
 */
public final class TrialChecker {
    private final Lookup lookup;

    public TrialChecker(ProblemInstance instance) {
        lookup = Lookup.of(instance);
    }

    /**
     * The violations that {@link ScheduleChecker#evaluate} finds.
     *
     * @param part the instance with fewer of its requests, pins and published tracks, or with requests that differ from
     *     its own but for their ids, spacecraft and series
     */
    public List<Violation> violations(ProblemInstance part, List<Track> tracks) {
        return ScheduleChecker.violations(new Facts(part, lookup, tracks));
    }

    /**
     * What {@link ScheduleChecker#evaluate} says of the tracks.
     *
     * @param part as in {@link #violations}
     */
    public Evaluation evaluate(ProblemInstance part, List<Track> tracks) {
        return ScheduleChecker.evaluate(new Facts(part, lookup, tracks));
    }
}
