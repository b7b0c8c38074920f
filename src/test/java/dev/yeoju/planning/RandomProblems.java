package dev.yeoju.planning;

import dev.yeoju.model.Antenna;
import dev.yeoju.model.ArrayOption;
import dev.yeoju.model.Band;
import dev.yeoju.model.Exclusive;
import dev.yeoju.model.Interval;
import dev.yeoju.model.Mspa;
import dev.yeoju.model.Objective;
import dev.yeoju.model.Pointing;
import dev.yeoju.model.PointingFixtures;
import dev.yeoju.model.PointingTrack;
import dev.yeoju.model.ProblemInstance;
import dev.yeoju.model.SlewRate;
import dev.yeoju.model.Spacecraft;
import dev.yeoju.model.Tie;
import dev.yeoju.model.Track;
import dev.yeoju.model.TrackRequest;
import dev.yeoju.model.ViewPeriod;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Problems drawn at random, the same for the same seed. All times are multiples of half an hour. */
public final class RandomProblems {
    private static final int STEP_MINUTES = 30;

    private final Random random;
    private boolean ties;
    private boolean pins;
    private boolean published;
    private boolean mounts;

    public RandomProblems(long seed) {
        random = new Random(seed);
    }

    /** Ties some of the requests from now on. */
    public RandomProblems withTies() {
        ties = true;
        return this;
    }

    /** Pins some tracks from now on, wherever they may lie. */
    public RandomProblems withPins() {
        pins = true;
        return this;
    }

    /** Antennas that turn slowly and share beams, and a complex with limits, from now on. */
    public RandomProblems withMountsAndLimits() {
        mounts = true;
        return this;
    }

    /** Publishes some tracks from now on. */
    public RandomProblems withPublished() {
        published = true;
        return this;
    }

    /**
     * A problem whose best schedule can be found by trying all on a grid of half hours: durations are fixed, or the
     * objective is linear in them, so that one of the best lies on the grid.
     */
    ProblemInstance enumerable() {
        boolean flexible = random.nextBoolean();
        Objective.Preset preset = flexible
                ? Objective.Preset.THROUGHPUT
                : Objective.Preset.values()[random.nextInt(Objective.Preset.values().length)];
        return problem(preset.objective(), 2, 2 + random.nextInt(2), 12, flexible);
    }

    /** A problem of the given size with everything that requests can ask. */
    public ProblemInstance any(int antennas, int requests, int halfHours) {
        Objective.Preset preset = Objective.Preset.values()[random.nextInt(Objective.Preset.values().length)];
        return problem(preset.objective(), antennas, requests, halfHours, true);
    }

    private ProblemInstance problem(Objective objective, int antennas, int requests, int halfHours, boolean flexible) {
        List<Antenna> stations = new ArrayList<>();
        for (int k = 0; k < antennas; k++) {
            String id = name(k);
            int from = random.nextInt(halfHours);
            Interval[] down = random.nextInt(3) == 0
                    ? new Interval[] {times(from, from + 1 + random.nextInt(2))}
                    : new Interval[0];
            stations.add(mounts ? PlanFixtures.antenna(id, slewRate(), mspa(), down) : PlanFixtures.antenna(id, down));
        }
        List<Spacecraft> spacecraft = List.of(
                PlanFixtures.spacecraft("X1", "X"),
                PlanFixtures.spacecraft("X2", "X"),
                PlanFixtures.spacecraft("Y", "Y"));
        List<ViewPeriod> views = new ArrayList<>();
        for (Antenna antenna : stations) {
            for (Spacecraft craft : spacecraft) {
                int from = random.nextInt(halfHours / 3);
                int to = Math.min(halfHours, from + halfHours / 3 + random.nextInt(halfHours / 2));
                views.add(PlanFixtures.view(
                        antenna.id(),
                        craft.id(),
                        (long) from * STEP_MINUTES,
                        (long) to * STEP_MINUTES,
                        mounts ? pointing(craft.id(), from, to) : null));
            }
        }
        List<TrackRequest> asked = new ArrayList<>();
        for (int k = 0; k < requests; k++) {
            asked.add(request(k, spacecraft.get(random.nextInt(3)).id(), antennas, halfHours, flexible));
        }
        ProblemInstance instance = PlanFixtures.instance(objective, stations, spacecraft, asked, views);
        if (mounts) {
            instance = PlanFixtures.limited(
                    instance,
                    random.nextInt(3) == 0 ? null : 1 + random.nextInt(antennas + 1),
                    random.nextInt(3) == 0 ? null : 1 + random.nextInt(2));
        }
        if (!pins && !published) {
            return instance;
        }
        return PlanFixtures.with(
                instance,
                pins ? tracks(asked, "PIN", 1 + random.nextInt(3), halfHours) : List.of(),
                published ? tracks(asked, "PUB", 1 + random.nextInt(requests), halfHours) : List.of());
    }

    private List<Track> tracks(List<TrackRequest> asked, String name, int count, int halfHours) {
        List<Track> tracks = new ArrayList<>();
        for (int k = 0; k < count; k++) {
            TrackRequest request = asked.get(random.nextInt(asked.size()));
            ArrayOption option =
                    request.antennas().get(random.nextInt(request.antennas().size()));
            Instant bot = PlanFixtures.at((long) random.nextInt(halfHours) * STEP_MINUTES);
            Instant eot =
                    bot.plus(request.minDuration()).plus(Duration.ofMinutes((long) random.nextInt(2) * STEP_MINUTES));
            tracks.add(new Track(
                    name + k,
                    request.id(),
                    request.spacecraft(),
                    option.antennas(),
                    bot.minus(request.setup()),
                    bot,
                    eot,
                    eot.plus(request.teardown()),
                    false));
        }
        return tracks;
    }

    private TrackRequest request(int number, String spacecraft, int antennas, int halfHours, boolean flexible) {
        int min = 1 + random.nextInt(4);
        int preferred = flexible ? min + random.nextInt(4) : min;
        int from = random.nextInt(3) == 0 ? random.nextInt(halfHours / 2) : 0;
        PlanFixtures.RequestMaker maker = PlanFixtures.request("R" + number, spacecraft)
                .on(options(antennas))
                .within((long) from * STEP_MINUTES, (long) halfHours * STEP_MINUTES)
                .lasting((long) min * STEP_MINUTES, (long) preferred * STEP_MINUTES)
                .with((long) random.nextInt(2) * STEP_MINUTES, (long) random.nextInt(2) * STEP_MINUTES)
                .weighing(1 + random.nextInt(3))
                .excluding(Exclusive.values()[random.nextInt(Exclusive.values().length)]);
        if (min > 1 && random.nextInt(3) == 0) {
            maker.splitting(2, (long) (min / 2) * STEP_MINUTES);
        }
        if (random.nextInt(5) == 0) {
            maker.critical();
        }
        if (mounts) {
            ask(maker);
        }
        if (ties && number > 0 && random.nextInt(2) == 0) {
            tie(maker, "R" + random.nextInt(number));
        }
        return maker.make();
    }

    private void ask(PlanFixtures.RequestMaker maker) {
        if (random.nextInt(3) == 0) {
            maker.preferring(random.nextInt(1000));
        }
        if (random.nextInt(3) > 0) {
            maker.sharing();
        }
        if (random.nextInt(3) == 0) {
            maker.transmitting();
        }
        if (random.nextBoolean()) {
            maker.in(random.nextBoolean() ? Band.S : Band.X);
        }
        if (random.nextInt(4) == 0) {
            maker.above(random.nextDouble() * 60);
        }
    }

    private void tie(PlanFixtures.RequestMaker maker, String other) {
        Tie.Type type = Tie.Type.values()[random.nextInt(Tie.Type.values().length)];
        Long min = random.nextBoolean() ? null : (long) random.nextInt(4) * STEP_MINUTES;
        boolean limited = type != Tie.Type.OVERLAP && type != Tie.Type.SIMULTANEOUS && random.nextBoolean();
        Long max = limited ? (min == null ? 0 : min) + (long) random.nextInt(4) * STEP_MINUTES : null;
        maker.tied(type, other, min, max);
    }

    private String[] options(int antennas) {
        List<String> options = new ArrayList<>();
        options.add(name(random.nextInt(antennas)));
        for (int k = 0; k < antennas; k++) {
            if (!options.contains(name(k)) && random.nextBoolean()) {
                options.add(name(k));
            }
        }
        if (antennas > 1 && random.nextInt(4) == 0) {
            options.add("A+B");
        }
        return options.toArray(new String[0]);
    }

    private @Nullable SlewRate slewRate() {
        return random.nextInt(3) == 0
                ? null
                : new SlewRate(0.01 + random.nextDouble() / 5, 0.01 + random.nextDouble() / 5);
    }

    private @Nullable Mspa mspa() {
        return random.nextInt(3) == 0
                ? null
                : new Mspa(
                        2 + random.nextInt(2),
                        Map.of(Band.S, 0.5 + random.nextDouble(), Band.X, 0.2 + random.nextDouble()));
    }

    /** All three move across the sky at the Earth's rate; X1 and X2 drift past each other, Y is far away. */
    private PointingTrack pointing(String spacecraft, int from, int to) {
        double startDeg = spacecraft.equals("Y") ? 200 : 100;
        double driftDeg = spacecraft.equals("X2") ? (random.nextDouble() - 0.5) / 5 : 0;
        double offsetDeg = spacecraft.equals("X2") ? random.nextDouble() - 0.5 : 0;
        double elevationDeg = spacecraft.equals("Y") ? 30 : 50;
        Instant start = PlanFixtures.at((long) from * STEP_MINUTES);
        return PointingFixtures.track(start, (to - from) * STEP_MINUTES * 60, 600, t -> {
            double hours = (double) from * STEP_MINUTES / 60 + t / 3600;
            return new Pointing((startDeg + 15 * hours + offsetDeg + driftDeg * hours) % 360, elevationDeg + hours / 4);
        });
    }

    private static Interval times(int from, int to) {
        return PlanFixtures.minutes((long) from * STEP_MINUTES, (long) to * STEP_MINUTES);
    }

    private static String name(int antenna) {
        return String.valueOf((char) ('A' + antenna));
    }
}
