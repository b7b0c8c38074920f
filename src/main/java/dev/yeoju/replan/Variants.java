package dev.yeoju.replan;

import dev.yeoju.model.Problem;
import dev.yeoju.model.ProblemInstance;
import dev.yeoju.model.Split;
import dev.yeoju.model.TrackRequest;
import dev.yeoju.model.ViewPeriod;
import java.time.Duration;
import java.util.List;

/** Instances and requests that differ from given ones in a single respect. */
final class Variants {
    private Variants() {}

    /** The same request with another minimum (and, where it is split, a shortest track no longer than that). */
    static TrackRequest lasting(TrackRequest r, Duration min) {
        Split split = r.split();
        if (split != null && split.minTrackDuration().compareTo(min) > 0) {
            split = new Split(split.maxTracks(), min);
        }
        return new TrackRequest(
                r.id(),
                r.spacecraft(),
                r.service(),
                r.band(),
                r.uplink(),
                r.antennas(),
                r.window(),
                r.exclude(),
                r.recurrence(),
                min,
                r.preferredDuration(),
                r.setup(),
                r.teardown(),
                split,
                r.priority(),
                r.critical(),
                r.mspa(),
                r.exclusive(),
                r.minElevationDeg(),
                r.preferredTime(),
                r.ties(),
                r.series());
    }

    /** The same problem with fewer requests and view periods; pins are left out, since most of them are. */
    static ProblemInstance part(ProblemInstance whole, List<TrackRequest> requests, List<ViewPeriod> viewPeriods) {
        Problem p = whole.problem();
        Problem part = new Problem(
                p.schemaVersion(),
                p.name(),
                p.description(),
                p.tags(),
                p.horizon(),
                p.geometry(),
                p.antennas(),
                p.complexes(),
                p.spacecraft(),
                requests,
                List.of(),
                List.of(),
                p.published(),
                p.objective(),
                p.solver());
        return new ProblemInstance(part, requests, viewPeriods, List.of(), List.of());
    }
}
