package dev.yeoju.exchange;

import dev.yeoju.model.Antenna;
import dev.yeoju.model.AntennaComplex;
import dev.yeoju.model.ArrayOption;
import dev.yeoju.model.Band;
import dev.yeoju.model.Body;
import dev.yeoju.model.ElevationMask;
import dev.yeoju.model.Exclusive;
import dev.yeoju.model.Geometry;
import dev.yeoju.model.GivenViewPeriod;
import dev.yeoju.model.Interval;
import dev.yeoju.model.LimitAction;
import dev.yeoju.model.LinkRate;
import dev.yeoju.model.Mspa;
import dev.yeoju.model.Objective;
import dev.yeoju.model.Problem;
import dev.yeoju.model.Recurrence;
import dev.yeoju.model.Refraction;
import dev.yeoju.model.Service;
import dev.yeoju.model.Site;
import dev.yeoju.model.SlewRate;
import dev.yeoju.model.SolverOptions;
import dev.yeoju.model.Spacecraft;
import dev.yeoju.model.Split;
import dev.yeoju.model.Tie;
import dev.yeoju.model.Track;
import dev.yeoju.model.TrackRequest;
import dev.yeoju.model.TrajectorySpec;
import dev.yeoju.model.TrajectorySpec.AnomalyKind;
import dev.yeoju.model.TrajectorySpec.Forces;
import dev.yeoju.model.Unavailability;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Valid problems that use every field of the format, drawn from a seed. */
final class RandomProblems {
    private static final Instant START = Instant.parse("2026-12-07T00:00:00Z");
    private static final Interval HORIZON = new Interval(START, START.plus(Duration.ofDays(10)));
    private static final String LINE_1 = "1 25544U 98067A   08264.51782528 -.00002182  00000-0 -11606-4 0  2927";
    private static final String LINE_2 = "2 25544  51.6416 247.4627 0006703 130.5360 325.0288 15.72125391563537";

    private final Random random;

    private RandomProblems(long seed) {
        random = new Random(seed);
    }

    static Problem of(long seed) {
        return new RandomProblems(seed).problem();
    }

    private Problem problem() {
        List<Antenna> antennas = new ArrayList<>();
        for (int i = 0; i <= random.nextInt(4); i++) {
            antennas.add(antenna("DSS-" + i));
        }
        List<Spacecraft> spacecraft = new ArrayList<>();
        for (int i = 0; i <= random.nextInt(6); i++) {
            spacecraft.add(spacecraft("탐사선." + i));
        }
        List<TrackRequest> requests = new ArrayList<>();
        for (int i = 0; i < random.nextInt(6); i++) {
            requests.add(request("R" + i, antennas, spacecraft, requests));
        }
        List<AntennaComplex> complexes = random.nextBoolean()
                ? List.of()
                : List.of(new AntennaComplex(
                        antennas.get(0).complex(), maybe(() -> 1 + random.nextInt(3)), maybe(() -> random.nextInt(2))));
        return new Problem(
                1,
                "problem \"" + random.nextInt(1000) + "\" \\ 여주 🛰",
                random.nextBoolean() ? "" : "line one\nline two\twith a tab",
                random.nextBoolean() ? List.of() : List.of("a", "b"),
                HORIZON,
                new Geometry(
                        random.nextBoolean(),
                        any(Refraction.values()),
                        random.nextBoolean(),
                        any(LimitAction.values()),
                        any(LimitAction.values())),
                antennas,
                complexes,
                spacecraft,
                requests,
                viewPeriods(antennas, spacecraft, requests),
                tracks(requests, antennas, "pin"),
                tracks(requests, antennas, "published"),
                objective(),
                new SolverOptions(
                        Duration.ofMillis(1 + random.nextInt(100_000)), random.nextInt(1000), random.nextLong()));
    }

    private Antenna antenna(String id) {
        return new Antenna(
                id,
                "Antenna " + id,
                random.nextBoolean() ? id : "COMPLEX",
                new Site(real(-90, 90), real(-180, 360), real(-100, 5000)),
                any(List.of(Set.of(), Set.of(Band.S, Band.X), EnumSet.allOf(Band.class))),
                mask(),
                real(0, 20),
                any(List.of(90.0, 88.5)),
                maybe(() -> new SlewRate(real(0.01, 2), real(0.01, 2))),
                random.nextBoolean() ? Double.POSITIVE_INFINITY : real(0.01, 5),
                byBand(20),
                maybe(() -> new Mspa(2 + random.nextInt(3), Map.of(Band.X, real(0.01, 1), Band.KA, real(0.001, 1)))),
                random.nextBoolean()
                        ? List.of()
                        : List.of(
                                new Unavailability(interval(), "reason", maybe(() -> Duration.ofDays(20))),
                                new Unavailability(interval(), "", null)));
    }

    private ElevationMask mask() {
        List<ElevationMask.Point> points = new ArrayList<>();
        double azimuth = 0;
        for (int i = 0; i <= random.nextInt(5); i++) {
            azimuth = Math.min(360, azimuth + any(List.of(0.0, real(0, 90))));
            points.add(new ElevationMask.Point(azimuth, real(-5, 30)));
        }
        return new ElevationMask(points);
    }

    private Map<Band, Double> byBand(double most) {
        Map<Band, Double> numbers = new EnumMap<>(Band.class);
        for (Band band : Band.values()) {
            if (random.nextInt(4) == 0) {
                numbers.put(band, real(0.1, most));
            }
        }
        return numbers;
    }

    private Spacecraft spacecraft(String id) {
        return new Spacecraft(
                id,
                "Spacecraft " + id,
                random.nextBoolean() ? id : "MISSION",
                trajectory(),
                random.nextBoolean() ? List.of() : List.of(interval()),
                random.nextBoolean()
                        ? List.of()
                        : List.of(new LinkRate(any(Band.values()), real(1, 1e9), real(0, 90), real(1, 1e9))));
    }

    private TrajectorySpec trajectory() {
        return random.nextInt(9) == 0
                ? new TrajectorySpec.Delayed(new TrajectorySpec.Oem(null, "ascent"), Duration.ofHours(24))
                : undelayed();
    }

    private TrajectorySpec undelayed() {
        switch (random.nextInt(8)) {
            case 0:
                return new TrajectorySpec.Oem("folder/file.oem", null);
            case 1:
                return new TrajectorySpec.Oem(null, "orion-flyby");
            case 2:
                return new TrajectorySpec.Opm("state.opm", null, forces());
            case 3:
                return new TrajectorySpec.Horizons(null, "vectors");
            case 4:
                return new TrajectorySpec.Tle(LINE_1, LINE_2);
            case 5:
                return new TrajectorySpec.Surface(
                        any(List.of(Body.MOON, Body.MARS)), real(-90, 90), real(-180, 360), real(-5000, 5000), mask());
            case 6:
                Map<String, Double> parameters = new LinkedHashMap<>();
                parameters.put("period", real(1, 30));
                parameters.put("amplitudeKm", real(-1e5, 1e5));
                return new TrajectorySpec.Libration(
                        any(TrajectorySpec.LibrationOrbit.values()), parameters, maybe(this::instant));
            default:
                return keplerian();
        }
    }

    private TrajectorySpec keplerian() {
        Forces forces = forces();
        boolean hyperbola = random.nextInt(4) == 0;
        return new TrajectorySpec.Keplerian(
                any(List.of(Body.EARTH, Body.MOON, Body.SUN, Body.MARS)),
                any(TrajectorySpec.Axes.values()),
                instant(),
                new TrajectorySpec.Elements(
                        hyperbola ? -real(1, 1e6) : real(1, 1e9),
                        hyperbola ? real(1.0001, 3) : real(0, 0.9999),
                        real(0, 180),
                        real(-360, 360),
                        real(-360, 360),
                        real(-360, 360),
                        any(AnomalyKind.values()),
                        forces == null ? real(-1, 1) : 0,
                        forces == null ? real(-1, 1) : 0),
                forces);
    }

    private @Nullable Forces forces() {
        return maybe(() -> new Forces(
                any(List.of(Set.of(), Set.of(Body.SUN, Body.MOON), EnumSet.allOf(Body.class))),
                random.nextBoolean(),
                maybe(() -> new TrajectorySpec.SolarRadiation(real(0.001, 1), real(0, 2)))));
    }

    private TrackRequest request(
            String id, List<Antenna> antennas, List<Spacecraft> spacecraft, List<TrackRequest> others) {
        Duration min = Duration.ofSeconds(600 + random.nextInt(7200));
        Recurrence recurrence = maybe(() -> new Recurrence(
                Duration.ofHours(6 + random.nextInt(48)),
                1 + random.nextInt(3),
                maybe(() -> Duration.ofHours(1)),
                random.nextBoolean() ? List.of() : List.of(4)));
        List<ArrayOption> options = new ArrayList<>();
        antennas.forEach(antenna -> options.add(ArrayOption.single(antenna.id())));
        if (antennas.size() > 1) {
            options.add(new ArrayOption(antennas.stream().map(Antenna::id).toList()));
        }
        Service service = any(Service.values());
        return new TrackRequest(
                id,
                any(spacecraft).id(),
                service,
                antennas.stream().anyMatch(antenna -> antenna.serves(Band.X)) ? maybe(() -> Band.X) : null,
                service.needsUplink() || random.nextBoolean(),
                options,
                recurrence != null || random.nextBoolean() ? HORIZON : interval(),
                random.nextBoolean() ? List.of() : List.of(interval(), interval()),
                recurrence,
                min,
                min.plusSeconds(random.nextInt(3600)),
                Duration.ofSeconds(random.nextInt(3600)),
                Duration.ofMinutes(random.nextInt(60)),
                maybe(() -> new Split(1 + random.nextInt(4), Duration.ofSeconds(300))),
                real(0.001, 100),
                random.nextBoolean(),
                false,
                any(Exclusive.values()),
                maybe(() -> real(0, 30)),
                maybe(() -> START.plusSeconds(random.nextInt(86_400))),
                ties(others),
                null);
    }

    private List<Tie> ties(List<TrackRequest> others) {
        List<Tie> ties = new ArrayList<>();
        for (TrackRequest other : others) {
            String member = other.recurrence() == null ? other.id() : other.id() + "/1";
            switch (random.nextInt(5)) {
                case 0:
                    ties.add(new Tie(
                            Tie.Type.SEPARATION, member, Duration.ofHours(1), maybe(() -> Duration.ofHours(9))));
                    break;
                case 1:
                    ties.add(new Tie(Tie.Type.BEFORE, member, null, maybe(() -> Duration.ofHours(9))));
                    break;
                case 2:
                    ties.add(new Tie(Tie.Type.OVERLAP, member, Duration.ofMinutes(10), null));
                    break;
                case 3:
                    ties.add(new Tie(Tie.Type.SIMULTANEOUS, member, null, null));
                    break;
                default:
                    break;
            }
        }
        return ties;
    }

    private List<GivenViewPeriod> viewPeriods(
            List<Antenna> antennas, List<Spacecraft> spacecraft, List<TrackRequest> requests) {
        List<GivenViewPeriod> periods = new ArrayList<>();
        // How high a spacecraft stands in a given period is not known.
        if (requests.stream().anyMatch(request -> request.minElevationDeg() != null)) {
            return periods;
        }
        for (int i = 0; i < random.nextInt(4); i++) {
            Instant aos = instant();
            Instant los = aos.plusMillis(60_000 + random.nextInt(10_000_000));
            boolean transmits = random.nextBoolean();
            boolean own = !requests.isEmpty() && random.nextBoolean();
            periods.add(new GivenViewPeriod(
                    any(antennas).id(),
                    own ? null : any(spacecraft).id(),
                    own ? any(requests).id() : null,
                    aos,
                    los,
                    transmits ? aos.plusNanos(1) : null,
                    transmits ? los : null));
        }
        return periods;
    }

    private List<Track> tracks(List<TrackRequest> requests, List<Antenna> antennas, String prefix) {
        List<Track> tracks = new ArrayList<>();
        for (TrackRequest request : requests) {
            if (random.nextBoolean()) {
                Interval track = interval();
                tracks.add(new Track(
                        prefix + "#" + tracks.size(),
                        request.recurrence() == null ? request.id() : request.id() + "/1",
                        request.spacecraft(),
                        antennas.stream().map(Antenna::id).toList(),
                        track.start().minusSeconds(random.nextInt(100)),
                        track.start(),
                        track.end(),
                        track.end().plusSeconds(random.nextInt(100)),
                        random.nextBoolean()));
            }
        }
        return tracks;
    }

    private Objective objective() {
        return new Objective(
                any(Objective.Preset.values()),
                real(0, 5),
                real(0, 5),
                any(Objective.FairnessWeighting.values()),
                real(0, 5),
                random.nextBoolean()
                        ? Objective.ChangeCosts.DEFAULT
                        : new Objective.ChangeCosts(
                                real(0, 2),
                                real(0, 2),
                                real(0, 2),
                                real(0, 2),
                                real(0, 9),
                                maybe(this::instant),
                                Duration.ofSeconds(1 + random.nextInt(900_000)),
                                Duration.ofSeconds(90)));
    }

    /** Within the horizon, whole seconds, at least three hours. */
    private Interval interval() {
        Instant start = START.plusSeconds(random.nextInt(8 * 86_400));
        return new Interval(start, start.plusSeconds(3 * 3600 + random.nextInt(36_000)));
    }

    private Instant instant() {
        return START.plusNanos(
                Math.floorMod(random.nextLong(), Duration.ofDays(8).toNanos()));
    }

    /** Now and then a round number. */
    private double real(double from, double to) {
        double value = from + (to - from) * random.nextDouble();
        return random.nextInt(4) == 0 && Math.rint(value) > from && Math.rint(value) <= to
                ? Math.rint(value) + 0.0
                : value;
    }

    private <T> @Nullable T maybe(Supplier<T> value) {
        return random.nextBoolean() ? value.get() : null;
    }

    private <T> T any(List<T> items) {
        return items.get(random.nextInt(items.size()));
    }

    private <T> T any(T[] items) {
        return items[random.nextInt(items.length)];
    }
}
