package dev.yeoju.check;

import dev.yeoju.model.Antenna;
import dev.yeoju.model.AntennaComplex;
import dev.yeoju.model.ArrayOption;
import dev.yeoju.model.Band;
import dev.yeoju.model.Direction;
import dev.yeoju.model.ElevationMask;
import dev.yeoju.model.Exclusive;
import dev.yeoju.model.Geometry;
import dev.yeoju.model.Interval;
import dev.yeoju.model.Mspa;
import dev.yeoju.model.Objective;
import dev.yeoju.model.PointingFixtures;
import dev.yeoju.model.PointingTrack;
import dev.yeoju.model.Problem;
import dev.yeoju.model.ProblemInstance;
import dev.yeoju.model.Service;
import dev.yeoju.model.SlewRate;
import dev.yeoju.model.SolverOptions;
import dev.yeoju.model.Spacecraft;
import dev.yeoju.model.Split;
import dev.yeoju.model.Tie;
import dev.yeoju.model.Track;
import dev.yeoju.model.TrackRequest;
import dev.yeoju.model.Unavailability;
import dev.yeoju.model.UsableKey;
import dev.yeoju.model.ViewPeriod;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Builds small instances by hand. Times are hours after {@link #T0}. */
public final class ProblemFixture {
    public static final Instant T0 = Instant.parse("2026-12-07T00:00:00Z");

    private final Map<String, Antenna> antennas = new LinkedHashMap<>();
    private final List<AntennaComplex> complexes = new ArrayList<>();
    private final Map<String, Spacecraft> spacecraft = new LinkedHashMap<>();
    private final List<Request> requests = new ArrayList<>();
    private final List<ViewPeriod> viewPeriods = new ArrayList<>();
    private final List<ProblemInstance.Absence> absences = new ArrayList<>();
    private final List<Track> published = new ArrayList<>();
    private final List<Track> pins = new ArrayList<>();
    private Objective objective = Objective.Preset.BALANCED.objective();
    private Interval horizon = hours(0, 24);

    public static Instant at(double hours) {
        return T0.plusMillis(Math.round(hours * 3_600_000));
    }

    public static Interval hours(double from, double to) {
        return new Interval(at(from), at(to));
    }

    public static Duration duration(double hours) {
        return Duration.ofMillis(Math.round(hours * 3_600_000));
    }

    public ProblemFixture horizon(double from, double to) {
        horizon = hours(from, to);
        return this;
    }

    public ProblemFixture objective(Objective other) {
        objective = other;
        return this;
    }

    public ProblemFixture antenna(String id, Unavailability... unavailable) {
        return antenna(id, id, Set.of(Band.S, Band.X), unavailable);
    }

    public ProblemFixture antenna(String id, String complex, Set<Band> bands, Unavailability... unavailable) {
        antennas.put(
                id,
                new Antenna(
                        id,
                        id,
                        complex,
                        null,
                        bands,
                        ElevationMask.flat(10),
                        10,
                        90,
                        null,
                        Double.POSITIVE_INFINITY,
                        Map.of(),
                        null,
                        List.of(unavailable)));
        return this;
    }

    public static Unavailability down(double from, double to) {
        return new Unavailability(hours(from, to), "maintenance", null);
    }

    public ProblemFixture complex(String id, @Nullable Integer tracks, @Nullable Integer uplinks) {
        complexes.add(new AntennaComplex(id, tracks, uplinks));
        return this;
    }

    public ProblemFixture spacecraft(String id, String mission) {
        spacecraft.put(id, new Spacecraft(id, id, mission, null, List.of(), List.of()));
        return this;
    }

    /** A given view period of a spacecraft, all of it usable both ways. */
    public ProblemFixture view(String antenna, String craft, double aos, double los) {
        return view(antenna, craft, aos, los, Map.of());
    }

    public ProblemFixture view(
            String antenna, String craft, double aos, double los, Map<UsableKey, List<Interval>> usable) {
        viewPeriods.add(new ViewPeriod(
                antenna, craft, null, at(aos), at(los), null, null, usable, null, null, null, null, List.of(), true));
        return this;
    }

    /** A view period in which X band cannot be received, and the flag that says why. */
    public ProblemFixture viewLimitedBy(String flag, String antenna, String craft, double aos, double los) {
        viewPeriods.add(new ViewPeriod(
                antenna,
                craft,
                null,
                at(aos),
                at(los),
                null,
                null,
                Map.of(new UsableKey(Band.X, Direction.RECEIVE), List.of()),
                null,
                null,
                null,
                null,
                List.of(flag),
                false));
        return this;
    }

    /** A given view period of a single request (or series). */
    public ProblemFixture viewOfRequest(String antenna, String request, double aos, double los) {
        viewPeriods.add(new ViewPeriod(
                antenna, null, request, at(aos), at(los), null, null, Map.of(), null, null, null, null, List.of(),
                true));
        return this;
    }

    /** A view period with directions. */
    public ProblemFixture view(String antenna, String craft, double aos, double los, PointingTrack pointing) {
        return view(antenna, craft, aos, los, Map.of(), pointing);
    }

    public ProblemFixture view(
            String antenna,
            String craft,
            double aos,
            double los,
            Map<UsableKey, List<Interval>> usable,
            @Nullable PointingTrack pointing) {
        viewPeriods.add(new ViewPeriod(
                antenna, craft, null, at(aos), at(los), at(aos), at(los), usable, null, null, null, null, List.of(),
                false, pointing, Map.of()));
        return this;
    }

    /** Always the same direction, for the first day. */
    public static PointingTrack still(double azimuthDeg, double elevationDeg) {
        return PointingFixtures.still(T0, 86_400, azimuthDeg, elevationDeg);
    }

    /** Gives an antenna a slew rate (the same on both axes) or null, and a beam or null. */
    public ProblemFixture equip(String antenna, @Nullable Double slewDegPerS, @Nullable Mspa mspa) {
        Antenna old = Objects.requireNonNull(antennas.get(antenna), antenna);
        antennas.put(
                antenna,
                new Antenna(
                        old.id(),
                        old.name(),
                        old.complex(),
                        old.site(),
                        old.bands(),
                        old.elevationMask(),
                        old.uplinkMinElevationDeg(),
                        old.keyholeElevationDeg(),
                        slewDegPerS == null ? null : new SlewRate(slewDegPerS, slewDegPerS),
                        old.trackingRateDegPerS(),
                        old.minSepDeg(),
                        mspa,
                        old.unavailable()));
        return this;
    }

    /** A track of the published schedule. */
    public ProblemFixture published(Track track) {
        published.add(track);
        return this;
    }

    public ProblemFixture absence(ProblemInstance.Absence absence) {
        absences.add(absence);
        return this;
    }

    public ProblemFixture pin(Track track) {
        pins.add(track);
        return this;
    }

    /** Adds a request: one hour at least, two preferred, no setup, the whole horizon; change it with the result. */
    public Request request(String id, String craft, String... antennaIds) {
        if (!spacecraft.containsKey(craft)) {
            spacecraft(craft, craft);
        }
        Request request = new Request(id, craft);
        Arrays.stream(antennaIds).forEach(a -> request.options.add(ArrayOption.single(a)));
        requests.add(request);
        return request;
    }

    public ProblemInstance build() {
        List<TrackRequest> built = requests.stream().map(r -> r.build(horizon)).toList();
        Problem problem = new Problem(
                1,
                "fixture",
                "",
                List.of(),
                horizon,
                Geometry.DEFAULT,
                List.copyOf(antennas.values()),
                complexes,
                List.copyOf(spacecraft.values()),
                built,
                List.of(),
                pins,
                published,
                objective,
                SolverOptions.DEFAULT);
        return new ProblemInstance(problem, built, viewPeriods, absences, List.of());
    }

    /** The track of a request that it names, with the request's own setup and teardown; id {@code REQUEST#number}. */
    public static Track track(
            ProblemInstance instance, String request, int number, List<String> on, double bot, double eot) {
        TrackRequest asked = Objects.requireNonNull(instance.requestsById().get(request), request);
        return new Track(
                request + "#" + number,
                request,
                asked.spacecraft(),
                on,
                at(bot).minus(asked.setup()),
                at(bot),
                at(eot),
                at(eot).plus(asked.teardown()),
                false);
    }

    public static Track track(ProblemInstance instance, String request, String on, double bot, double eot) {
        return track(instance, request, 1, List.of(on), bot, eot);
    }

    /** A request while it is being described. */
    public static final class Request {
        private final String id;
        private final String craft;
        private final List<ArrayOption> options = new ArrayList<>();
        private final List<Interval> exclude = new ArrayList<>();
        private final List<Tie> ties = new ArrayList<>();
        private @Nullable Interval window;
        private @Nullable Band band = Band.X;
        private boolean uplink;
        private Duration min = Duration.ofHours(1);
        private Duration preferred = Duration.ofHours(2);
        private Duration setup = Duration.ZERO;
        private Duration teardown = Duration.ZERO;
        private @Nullable Split split;
        private double priority = 1;
        private boolean critical;
        private Exclusive exclusive = Exclusive.SPACECRAFT;
        private boolean mspa;
        private @Nullable Double minElevationDeg;
        private @Nullable Instant preferredTime;
        private @Nullable String series;

        private Request(String id, String craft) {
            this.id = id;
            this.craft = craft;
        }

        public Request array(String... members) {
            options.add(new ArrayOption(List.of(members)));
            return this;
        }

        public Request window(double from, double to) {
            window = hours(from, to);
            return this;
        }

        public Request exclude(double from, double to) {
            exclude.add(hours(from, to));
            return this;
        }

        public Request band(@Nullable Band other) {
            band = other;
            return this;
        }

        public Request uplink() {
            uplink = true;
            return this;
        }

        public Request lasting(double minHours, double preferredHours) {
            min = duration(minHours);
            preferred = duration(preferredHours);
            return this;
        }

        public Request setup(double setupHours, double teardownHours) {
            setup = duration(setupHours);
            teardown = duration(teardownHours);
            return this;
        }

        public Request split(int maxTracks, double minTrackHours) {
            split = new Split(maxTracks, duration(minTrackHours));
            return this;
        }

        public Request priority(double weight) {
            priority = weight;
            return this;
        }

        public Request critical() {
            critical = true;
            return this;
        }

        public Request exclusive(Exclusive other) {
            exclusive = other;
            return this;
        }

        public Request tie(Tie.Type type, String other, @Nullable Double minHours, @Nullable Double maxHours) {
            ties.add(new Tie(
                    type,
                    other,
                    minHours == null ? null : duration(minHours),
                    maxHours == null ? null : duration(maxHours)));
            return this;
        }

        public Request mspa() {
            mspa = true;
            return this;
        }

        public Request minElevation(double degrees) {
            minElevationDeg = degrees;
            return this;
        }

        public Request preferredTime(double hours) {
            preferredTime = at(hours);
            return this;
        }

        public Request series(String id) {
            series = id;
            return this;
        }

        private TrackRequest build(Interval horizon) {
            return new TrackRequest(
                    id,
                    craft,
                    Service.TELEMETRY,
                    band,
                    uplink,
                    options,
                    window == null ? horizon : window,
                    exclude,
                    null,
                    min,
                    preferred,
                    setup,
                    teardown,
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
