package dev.yeoju.check;

import dev.yeoju.model.Band;
import dev.yeoju.model.Direction;
import dev.yeoju.model.Exclusive;
import dev.yeoju.model.Interval;
import dev.yeoju.model.Objective;
import dev.yeoju.model.ProblemInstance;
import dev.yeoju.model.Tie;
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
        FAIRNESS
    }

    private final Random random;
    private final Set<Feature> features;

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
        return fixture.objective(preset.objective()).build();
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
        fixture.view(antenna, craft, hours(aos), hours(los), usable);
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
