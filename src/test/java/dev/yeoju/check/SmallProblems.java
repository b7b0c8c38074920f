package dev.yeoju.check;

import dev.yeoju.model.Band;
import dev.yeoju.model.Direction;
import dev.yeoju.model.Exclusive;
import dev.yeoju.model.Interval;
import dev.yeoju.model.Mspa;
import dev.yeoju.model.Objective;
import dev.yeoju.model.Pointing;
import dev.yeoju.model.PointingFixtures;
import dev.yeoju.model.PointingTrack;
import dev.yeoju.model.ProblemInstance;
import dev.yeoju.model.Tie;
import dev.yeoju.model.Track;
import dev.yeoju.model.TrackRequest;
import dev.yeoju.model.UsableKey;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Seeded random problems small enough to enumerate. Every time and length is a multiple of {@link #GRID}. */
public final class SmallProblems {
    public static final Duration GRID = Duration.ofMinutes(30);
    private static final int CELLS = 12;

    /** What a problem may contain beyond requests for single antennas. */
    public enum Feature {
        TWO_ANTENNAS,
        ARRAYS,
        SPLITS,
        DOWNTIME,
        TRANSMIT,
        EXCLUSIVE,
        TIES,
        COMPLEX_LIMITS,
        CRITICAL,
        FAIRNESS,
        /** Repointing of a cell's length between some directions, none between others. */
        SLEW,
        /** Two spacecraft in one beam, all the time or some. */
        MSPA,
        MIN_ELEVATION,
        /** Tracks that are kept, fine by themselves; together with ties there may be no schedule that keeps them. */
        PINS,
        PUBLISHED,
        PREFERENCES
    }

    /** What the relaxation leaves out. */
    private static final Set<Feature> RELAXED =
            Set.of(Feature.TIES, Feature.COMPLEX_LIMITS, Feature.SLEW, Feature.MSPA, Feature.PINS);

    /** Wider than the crossing on the grid by less than what a spacecraft moves in a second. */
    private static final double BEAM_DEG = 0.07 + 1e-6;

    private static final double DEG_PER_CELL = 5;

    private final Random random;
    private final Set<Feature> features;
    private boolean still;
    private boolean beams;
    private double beamCell;

    private SmallProblems(long seed, Set<Feature> features) {
        this.random = new Random(seed);
        this.features = features;
    }

    /** The problem of a seed with any of the given features. */
    public static ProblemInstance of(long seed, Set<Feature> features) {
        return new SmallProblems(seed, features).build();
    }

    /** The problem of a seed with any feature. */
    public static ProblemInstance of(long seed) {
        return of(seed, EnumSet.allOf(Feature.class));
    }

    /** All features but those that the bound's relaxation leaves out. */
    public static EnumSet<Feature> priced() {
        return EnumSet.complementOf(EnumSet.copyOf(RELAXED));
    }

    private boolean sometimes(Feature feature) {
        return features.contains(feature) && random.nextInt(3) == 0;
    }

    private static double hours(int cells) {
        return cells / 2.0;
    }

    private ProblemInstance build() {
        ProblemFixture fixture = new ProblemFixture().horizon(0, hours(CELLS));
        boolean two = features.contains(Feature.TWO_ANTENNAS) && random.nextInt(3) > 0;
        List<String> antennas = two ? List.of("A", "B") : List.of("A");
        boolean limited = sometimes(Feature.COMPLEX_LIMITS);
        for (String antenna : antennas) {
            if (sometimes(Feature.DOWNTIME)) {
                int from = random.nextInt(CELLS - 1);
                fixture.antenna(
                        antenna,
                        "COMPLEX",
                        Set.of(Band.X),
                        ProblemFixture.down(hours(from), hours(from + 1 + random.nextInt(3))));
            } else {
                fixture.antenna(antenna, "COMPLEX", Set.of(Band.X));
            }
        }
        if (limited) {
            fixture.complex("COMPLEX", 1 + random.nextInt(2), random.nextInt(2));
        }
        equip(fixture, antennas);
        List<String> craft = List.of("S", "T", "U");
        fixture.spacecraft("S", "M").spacecraft("T", "M").spacecraft("U", "N");
        for (String antenna : antennas) {
            craft.forEach(c -> views(fixture, antenna, c));
        }
        int requests = 2 + random.nextInt(3);
        for (int i = 0; i < requests; i++) {
            request(fixture, i, craft.get(random.nextInt(craft.size())), antennas);
        }
        Objective.Preset preset = features.contains(Feature.FAIRNESS)
                ? Objective.Preset.values()[random.nextInt(3)]
                : Objective.Preset.THROUGHPUT;
        fixture.objective(preset.objective());
        return withTracks(fixture, preset.objective());
    }

    private void equip(ProblemFixture fixture, List<String> antennas) {
        boolean slews = sometimes(Feature.SLEW);
        beams = features.contains(Feature.MSPA) && random.nextBoolean();
        still = slews || !features.contains(Feature.MIN_ELEVATION);
        beamCell = random.nextInt(CELLS);
        for (String antenna : antennas) {
            fixture.equip(
                    antenna,
                    slews && random.nextInt(3) > 0 ? 0.05 : null,
                    beams ? new Mspa(2 + random.nextInt(2), Map.of(Band.X, BEAM_DEG)) : null);
        }
    }

    /**
     * S and T are near each other, U is a quarter of the sky away: a cell's time to repoint. Where they move, they rise by
     * {@value #DEG_PER_CELL} degrees a cell, and T passes through S's beam.
     */
    private PointingTrack pointing(String craft) {
        if (still) {
            return ProblemFixture.still(craft.equals("U") ? 189.99 : 100, 40);
        }
        return PointingFixtures.track(ProblemFixture.T0, CELLS * 1800, 1800, t -> {
            double cell = t / 1800;
            double off = craft.equals("T") ? 0.035 * (cell - beamCell) : 0;
            return new Pointing(craft.equals("U") ? 190 : 100, 10 + DEG_PER_CELL * cell + off);
        });
    }

    /** Adds pins and a published schedule. */
    private ProblemInstance withTracks(ProblemFixture fixture, Objective objective) {
        ProblemInstance plain = fixture.build();
        if (sometimes(Feature.PUBLISHED)) {
            Objective.ChangeCosts costs = new Objective.ChangeCosts(
                    random.nextInt(4) / 2.0,
                    random.nextInt(3) / 4.0,
                    random.nextInt(3) / 4.0,
                    random.nextInt(5) / 2.0,
                    1 + random.nextInt(3),
                    random.nextBoolean() ? null : ProblemFixture.at(random.nextInt(6)),
                    ProblemFixture.duration(1 + random.nextInt(6)),
                    Duration.ZERO);
            fixture.objective(new Objective(
                    objective.preset(),
                    objective.satisfiedBonusHours(),
                    objective.fairnessWeight(),
                    objective.fairnessWeighting(),
                    objective.worstMissionWeight(),
                    costs));
            for (TrackRequest request : plain.requests()) {
                for (int number = 1; number <= request.maxTracks() && random.nextInt(3) > 0; number++) {
                    fixture.published(anyTrack(plain, request, number, false));
                }
            }
        }
        if (sometimes(Feature.PINS)) {
            TrackRequest request =
                    plain.requests().get(random.nextInt(plain.requests().size()));
            for (int tries = 0; tries < 20; tries++) {
                Track pin = anyTrack(plain, request, 1, true);
                if (Enumeration.fineAlone(plain, pin)) {
                    fixture.pin(pin);
                    break;
                }
            }
        }
        return fixture.build();
    }

    private Track anyTrack(ProblemInstance plain, TrackRequest request, int number, boolean pinned) {
        int least = (int) request.minTrackDuration().dividedBy(GRID);
        int most = (int) request.preferredDuration().dividedBy(GRID);
        int length = least + random.nextInt(Math.max(1, most - least + 1));
        int from = random.nextInt(CELLS - length + 1);
        List<String> on = request.antennas()
                .get(random.nextInt(request.antennas().size()))
                .antennas();
        Track track = ProblemFixture.track(plain, request.id(), number, on, hours(from), hours(from + length));
        return new Track(
                track.id(),
                track.request(),
                track.spacecraft(),
                track.antennas(),
                track.boa(),
                track.bot(),
                track.eot(),
                track.eoa(),
                pinned);
    }

    private void views(ProblemFixture fixture, String antenna, String craft) {
        int aos = random.nextInt(4);
        int los = CELLS - random.nextInt(4);
        if (random.nextInt(3) > 0) {
            view(fixture, antenna, craft, aos, los);
        } else {
            int middle = aos + 2 + random.nextInt(3);
            view(fixture, antenna, craft, aos, middle);
            view(fixture, antenna, craft, middle + random.nextInt(2), los);
        }
    }

    private void view(ProblemFixture fixture, String antenna, String craft, int aos, int los) {
        Map<UsableKey, List<Interval>> usable = new HashMap<>();
        if (sometimes(Feature.TRANSMIT)) {
            usable.put(
                    new UsableKey(Band.X, Direction.TRANSMIT),
                    los - aos > 2 ? List.of(ProblemFixture.hours(hours(aos + 1), hours(los - 1))) : List.of());
        }
        fixture.view(antenna, craft, hours(aos), hours(los), usable, pointing(craft));
    }

    private void request(ProblemFixture fixture, int index, String craft, List<String> antennas) {
        boolean array = antennas.size() > 1 && sometimes(Feature.ARRAYS);
        String[] singles = array && random.nextBoolean()
                ? new String[0]
                : antennas.size() > 1 && random.nextInt(3) > 0
                        ? antennas.toArray(String[]::new)
                        : new String[] {antennas.get(random.nextInt(antennas.size()))};
        ProblemFixture.Request request = fixture.request("R" + index, craft, singles);
        if (array) {
            request.array("A", "B");
        }
        int min = 1 + random.nextInt(3);
        int preferred = min + random.nextInt(4);
        request.lasting(hours(min), hours(preferred));
        request.setup(hours(random.nextInt(2)), hours(random.nextInt(2)));
        request.priority(1 + random.nextInt(3));
        if (random.nextInt(3) == 0) {
            int from = random.nextInt(4);
            request.window(hours(from), hours(Math.min(CELLS, from + 5 + random.nextInt(5))));
        }
        if (random.nextInt(5) == 0) {
            int from = random.nextInt(CELLS - 1);
            request.exclude(hours(from), hours(from + 1));
        }
        if (sometimes(Feature.TRANSMIT)) {
            request.uplink();
        }
        if (min > 1 && sometimes(Feature.SPLITS)) {
            request.split(2, hours(1 + random.nextInt(min - 1)));
        }
        if (beams && random.nextInt(3) > 0) {
            request.mspa();
        }
        // T's elevation has its way through the beam in it, and would cross off the grid.
        if (!still && !craft.equals("T") && sometimes(Feature.MIN_ELEVATION)) {
            request.minElevation(10 + DEG_PER_CELL * random.nextInt(8) - 0.0005);
        }
        if (sometimes(Feature.PREFERENCES)) {
            request.preferredTime(hours(random.nextInt(CELLS)));
        }
        if (sometimes(Feature.CRITICAL)) {
            request.critical();
        }
        if (sometimes(Feature.EXCLUSIVE)) {
            request.exclusive(random.nextBoolean() ? Exclusive.MISSION : Exclusive.NONE);
        }
        if (index > 0 && sometimes(Feature.TIES)) {
            Tie.Type type = Tie.Type.values()[random.nextInt(4)];
            double least = hours(random.nextInt(3));
            request.tie(
                    type,
                    "R" + (index - 1),
                    random.nextBoolean() ? least : null,
                    random.nextBoolean() && type != Tie.Type.OVERLAP ? least + hours(4) : null);
        }
    }
}
