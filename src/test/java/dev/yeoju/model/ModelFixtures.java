package dev.yeoju.model;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Small model values for the tests of this package. */
final class ModelFixtures {
    static final Instant T0 = Instant.parse("2026-12-07T00:00:00Z");

    private ModelFixtures() {}

    static Instant at(double hours) {
        return T0.plusMillis(Math.round(hours * 3_600_000));
    }

    static Interval hours(double from, double to) {
        return new Interval(at(from), at(to));
    }

    static Antenna antenna(String id, Set<Band> bands) {
        return new Antenna(
                id,
                id,
                id,
                new Site(37.2, 127.6, 145),
                bands,
                ElevationMask.flat(10),
                10,
                90,
                null,
                Double.POSITIVE_INFINITY,
                Map.of(),
                null,
                List.of());
    }

    static TrackRequest request(
            String id, Interval window, Duration min, @Nullable Recurrence recurrence, List<ArrayOption> antennas) {
        return new TrackRequest(
                id,
                "KPLO",
                Service.TELEMETRY,
                Band.X,
                false,
                antennas,
                window,
                List.of(),
                recurrence,
                min,
                min,
                Duration.ZERO,
                Duration.ZERO,
                null,
                1,
                false,
                false,
                Exclusive.SPACECRAFT,
                null,
                null,
                List.of(),
                null);
    }

    static ViewPeriod period(String antenna, @Nullable String request, Interval times) {
        return new ViewPeriod(
                antenna,
                request == null ? "KPLO" : null,
                request,
                times.start(),
                times.end(),
                null,
                null,
                Map.of(),
                null,
                null,
                null,
                null,
                List.of(),
                request != null);
    }

    static ProblemInstance instance(List<Antenna> antennas, List<TrackRequest> requests, List<ViewPeriod> viewPeriods) {
        Problem problem = new Problem(
                1,
                "fixture",
                "",
                List.of(),
                hours(0, 168),
                Geometry.DEFAULT,
                antennas,
                List.of(),
                List.of(new Spacecraft("KPLO", "Danuri", "KPLO", null, List.of(), List.of())),
                requests,
                List.of(),
                List.of(),
                List.of(),
                Objective.Preset.BALANCED.objective(),
                SolverOptions.DEFAULT);
        return new ProblemInstance(problem, requests, viewPeriods, List.of(), List.of());
    }
}
