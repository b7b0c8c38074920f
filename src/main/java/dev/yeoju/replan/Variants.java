package dev.yeoju.replan;

import dev.yeoju.model.Antenna;
import dev.yeoju.model.GivenViewPeriod;
import dev.yeoju.model.Objective;
import dev.yeoju.model.Problem;
import dev.yeoju.model.ProblemInstance;
import dev.yeoju.model.Spacecraft;
import dev.yeoju.model.Track;
import dev.yeoju.model.TrackRequest;
import dev.yeoju.model.ViewPeriod;
import java.time.Duration;
import java.util.List;

/** Instances and requests that differ from given ones in a few respects. */
final class Variants {
    private Variants() {}

    static RequestVariant of(TrackRequest request) {
        return new RequestVariant(request);
    }

    /** The same request with another minimum (and, where it is split, a shortest track no longer than that). */
    static TrackRequest lasting(TrackRequest request, Duration min) {
        return of(request).lasting(min).build();
    }

    /** The same problem with fewer requests and view periods; pins are left out, since most of them are. */
    static ProblemInstance part(ProblemInstance whole, List<TrackRequest> requests, List<ViewPeriod> viewPeriods) {
        Problem p = whole.problem();
        Problem part =
                problem(p, p.antennas(), p.spacecraft(), requests, List.of(), List.of(), List.of(), p.objective());
        return new ProblemInstance(part, requests, viewPeriods, List.of(), List.of());
    }

    /** The instance with one of its requests as it might be. */
    static ProblemInstance with(ProblemInstance instance, TrackRequest request) {
        return with(
                instance,
                instance.requests().stream()
                        .map(other -> other.id().equals(request.id()) ? request : other)
                        .toList());
    }

    /** The instance with other requests after expansion; the problem's own stay as they are. */
    static ProblemInstance with(ProblemInstance instance, List<TrackRequest> requests) {
        return new ProblemInstance(
                instance.problem(), requests, instance.viewPeriods(), instance.absences(), instance.warnings());
    }

    /** The instance of a problem that differs in what changes no view period. */
    static ProblemInstance with(ProblemInstance instance, Problem problem) {
        return new ProblemInstance(
                problem, instance.requests(), instance.viewPeriods(), instance.absences(), instance.warnings());
    }

    static Problem problem(
            Problem p,
            List<Antenna> antennas,
            List<Spacecraft> spacecraft,
            List<TrackRequest> requests,
            List<GivenViewPeriod> viewPeriods,
            List<Track> pins,
            List<Track> published,
            Objective objective) {
        return new Problem(
                p.schemaVersion(),
                p.name(),
                p.description(),
                p.tags(),
                p.horizon(),
                p.geometry(),
                antennas,
                p.complexes(),
                spacecraft,
                requests,
                viewPeriods,
                pins,
                published,
                objective,
                p.solver());
    }

    /** The problem with other pins, another published schedule and another objective. */
    static Problem problem(Problem p, List<Track> pins, List<Track> published, Objective objective) {
        return problem(p, p.antennas(), p.spacecraft(), p.requests(), p.viewPeriods(), pins, published, objective);
    }
}
