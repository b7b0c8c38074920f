package dev.yeoju.planning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yeoju.model.Antenna;
import dev.yeoju.model.AntennaComplex;
import dev.yeoju.model.ArrayOption;
import dev.yeoju.model.Band;
import dev.yeoju.model.ElevationMask;
import dev.yeoju.model.Exclusive;
import dev.yeoju.model.Geometry;
import dev.yeoju.model.Interval;
import dev.yeoju.model.Mspa;
import dev.yeoju.model.Objective;
import dev.yeoju.model.PointingTrack;
import dev.yeoju.model.Problem;
import dev.yeoju.model.ProblemInstance;
import dev.yeoju.model.Recurrence;
import dev.yeoju.model.Service;
import dev.yeoju.model.SlewRate;
import dev.yeoju.model.SolverOptions;
import dev.yeoju.model.Spacecraft;
import dev.yeoju.model.Split;
import dev.yeoju.model.Tie;
import dev.yeoju.model.Track;
import dev.yeoju.model.TrackRequest;
import dev.yeoju.model.Unavailability;
import dev.yeoju.model.ViewPeriod;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** Small problems for the tests of this package; times are minutes from T0. */
final class PlanFixtures {
    static final Instant T0 = Instant.parse("2026-12-07T00:00:00Z");

    private PlanFixtures() {}

    /** The first plan that a search makes of a random problem of three antennas. */
    static PlanState constructed(long seed, SplittableRandom random) {
        PassPlan plan = PlanBuilder.build(new RandomProblems(seed).any(3, 25, 48));
        PlanState state = new PlanState(plan.model(), plan.assignments());
        new Proposer(state, random, SearchParameters.DEFAULT).construct();
        state.journal().clear();
        return state;
    }

    /** Requires that each track keeps the rules beside the others, and its request what it prefers at most. */
    static void requireRulesKept(PlanState state, String description) {
        PassFit fit = new PassFit(state);
        for (int assignment = 0; assignment < state.assignmentCount(); assignment++) {
            if (state.isMovable(assignment) && state.isTaken(assignment)) {
                assertThat(fit.fits(state.pass(assignment), assignment))
                        .as("track of %s, %s", state.request(assignment), description)
                        .isTrue();
                requireAlone(state, assignment);
            }
        }
    }

    private static void requireAlone(PlanState state, int assignment) {
        Pass pass = state.pass(assignment);
        PlanRequest request = state.request(assignment);
        assertThat(state.trackedS(request)).isLessThanOrEqualTo(request.preferredS());
        if (!pass.where().isPlain()) {
            return;
        }
        for (int k = 0; k < pass.where().antennas().size(); k++) {
            Timeline line = state.antenna(pass.where().antennas().get(k));
            int at = line.position(pass.boaS(), assignment);
            assertThat(at == 0 || line.reachS(at - 1) <= pass.boaS()).isTrue();
            assertThat(at + 1 == line.size() || line.startS(at + 1) >= pass.eoaS())
                    .isTrue();
        }
    }

    static Instant at(long minute) {
        return T0.plus(Duration.ofMinutes(minute));
    }

    static Interval minutes(long from, long to) {
        return new Interval(at(from), at(to));
    }

    static Antenna antenna(String id, Interval... down) {
        return antenna(id, null, null, down);
    }

    /** An antenna of complex C that takes time to repoint, or whose beam can be shared. */
    static Antenna antenna(String id, @Nullable SlewRate slewRate, @Nullable Mspa mspa, Interval... down) {
        List<Unavailability> unavailable = new ArrayList<>();
        for (Interval interval : down) {
            unavailable.add(new Unavailability(interval, "maintenance", null));
        }
        return new Antenna(
                id,
                id,
                "C",
                null,
                Set.of(),
                ElevationMask.flat(0),
                0,
                90,
                slewRate,
                Double.POSITIVE_INFINITY,
                Map.of(),
                mspa,
                unavailable);
    }

    static Spacecraft spacecraft(String id, String mission) {
        return new Spacecraft(id, id, mission, null, List.of(), List.of());
    }

    static ViewPeriod view(String antenna, String spacecraft, long from, long to) {
        return view(antenna, spacecraft, from, to, null);
    }

    static ViewPeriod view(String antenna, String spacecraft, long from, long to, @Nullable PointingTrack pointing) {
        return new ViewPeriod(
                antenna,
                spacecraft,
                null,
                at(from),
                at(to),
                null,
                null,
                Map.of(),
                null,
                null,
                null,
                null,
                List.of(),
                true,
                pointing,
                Map.of());
    }

    static ProblemInstance instance(
            Objective objective,
            List<Antenna> antennas,
            List<Spacecraft> spacecraft,
            List<TrackRequest> requests,
            List<ViewPeriod> viewPeriods) {
        Problem problem = new Problem(
                Problem.SCHEMA_VERSION,
                "fixture",
                "",
                List.of(),
                minutes(0, 7 * 24 * 60),
                Geometry.DEFAULT,
                antennas,
                List.of(),
                spacecraft,
                requests,
                List.of(),
                List.of(),
                List.of(),
                objective,
                SolverOptions.DEFAULT);
        return new ProblemInstance(problem, requests, viewPeriods, List.of(), List.of());
    }

    /** The instance with limits of complex C, null where it has none. */
    static ProblemInstance limited(ProblemInstance instance, @Nullable Integer tracks, @Nullable Integer uplinks) {
        return with(instance, List.of(new AntennaComplex("C", tracks, uplinks)), List.of(), List.of());
    }

    /** The instance with pinned and published tracks. */
    static ProblemInstance with(ProblemInstance instance, List<Track> pins, List<Track> published) {
        return with(instance, instance.problem().complexes(), pins, published);
    }

    private static ProblemInstance with(
            ProblemInstance instance, List<AntennaComplex> complexes, List<Track> pins, List<Track> published) {
        Problem p = instance.problem();
        Problem problem = new Problem(
                p.schemaVersion(),
                p.name(),
                p.description(),
                p.tags(),
                p.horizon(),
                p.geometry(),
                p.antennas(),
                complexes,
                p.spacecraft(),
                p.requests(),
                p.viewPeriods(),
                pins,
                published,
                p.objective(),
                p.solver());
        return new ProblemInstance(
                problem, instance.requests(), instance.viewPeriods(), instance.absences(), instance.warnings());
    }

    /** A track without setup and teardown, minutes from T0. */
    static Track track(String id, String request, String spacecraft, String antenna, long fromMinute, long toMinute) {
        return new Track(
                id,
                request,
                spacecraft,
                List.of(antenna.split("\\+")),
                at(fromMinute),
                at(fromMinute),
                at(toMinute),
                at(toMinute),
                false);
    }

    static RequestMaker request(String id, String spacecraft) {
        return new RequestMaker(id, spacecraft);
    }

    /** A request with everything defaulted but id and spacecraft: one track of 60 minutes on antenna A in the whole horizon. */
    static final class RequestMaker {
        private final String id;
        private final String spacecraft;
        private List<ArrayOption> antennas = List.of(ArrayOption.single("A"));
        private Interval window = minutes(0, 7 * 24 * 60);
        private long minMinutes = 60;
        private long preferredMinutes = 60;
        private long setupMinutes;
        private long teardownMinutes;
        private @Nullable Split split;
        private final List<Tie> ties = new ArrayList<>();
        private @Nullable Recurrence recurrence;
        private double priority = 1;
        private boolean critical;
        private boolean mspa;
        private boolean uplink;
        private @Nullable Band band;
        private @Nullable Double minElevationDeg;
        private @Nullable Instant preferredTime;
        private @Nullable String series;
        private Exclusive exclusive = Exclusive.SPACECRAFT;

        private RequestMaker(String id, String spacecraft) {
            this.id = id;
            this.spacecraft = spacecraft;
        }

        RequestMaker on(String... options) {
            antennas = new ArrayList<>();
            for (String option : options) {
                antennas.add(new ArrayOption(List.of(option.split("\\+"))));
            }
            return this;
        }

        RequestMaker within(long from, long to) {
            window = minutes(from, to);
            return this;
        }

        RequestMaker lasting(long min, long preferred) {
            minMinutes = min;
            preferredMinutes = preferred;
            return this;
        }

        RequestMaker with(long setup, long teardown) {
            setupMinutes = setup;
            teardownMinutes = teardown;
            return this;
        }

        RequestMaker splitting(int maxTracks, long minTrack) {
            split = new Split(maxTracks, Duration.ofMinutes(minTrack));
            return this;
        }

        RequestMaker tied(Tie.Type type, String other, @Nullable Long min, @Nullable Long max) {
            ties.add(new Tie(
                    type,
                    other,
                    min == null ? null : Duration.ofMinutes(min),
                    max == null ? null : Duration.ofMinutes(max)));
            return this;
        }

        RequestMaker every(long period, int count, long minSeparation) {
            recurrence = new Recurrence(Duration.ofMinutes(period), count, Duration.ofMinutes(minSeparation));
            return this;
        }

        RequestMaker weighing(double weight) {
            priority = weight;
            return this;
        }

        RequestMaker critical() {
            critical = true;
            return this;
        }

        RequestMaker excluding(Exclusive what) {
            exclusive = what;
            return this;
        }

        RequestMaker sharing() {
            mspa = true;
            return this;
        }

        RequestMaker transmitting() {
            uplink = true;
            return this;
        }

        RequestMaker in(Band asked) {
            band = asked;
            return this;
        }

        RequestMaker above(double elevationDeg) {
            minElevationDeg = elevationDeg;
            return this;
        }

        RequestMaker preferring(long minute) {
            preferredTime = at(minute);
            return this;
        }

        RequestMaker of(String itsSeries) {
            series = itsSeries;
            return this;
        }

        TrackRequest make() {
            return new TrackRequest(
                    id,
                    spacecraft,
                    Service.TELEMETRY,
                    band,
                    uplink,
                    antennas,
                    window,
                    List.of(),
                    recurrence,
                    Duration.ofMinutes(minMinutes),
                    Duration.ofMinutes(preferredMinutes),
                    Duration.ofMinutes(setupMinutes),
                    Duration.ofMinutes(teardownMinutes),
                    split,
                    priority,
                    critical,
                    mspa,
                    exclusive,
                    minElevationDeg,
                    preferredTime,
                    ties,
                    series);
        }
    }
}
