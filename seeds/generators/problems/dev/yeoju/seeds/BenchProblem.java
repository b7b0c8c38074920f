package dev.yeoju.seeds;

import dev.yeoju.model.Antenna;
import dev.yeoju.model.ArrayOption;
import dev.yeoju.model.ElevationMask;
import dev.yeoju.model.Exclusive;
import dev.yeoju.model.Geometry;
import dev.yeoju.model.GivenViewPeriod;
import dev.yeoju.model.Interval;
import dev.yeoju.model.Objective;
import dev.yeoju.model.Problem;
import dev.yeoju.model.Service;
import dev.yeoju.model.SolverOptions;
import dev.yeoju.model.Spacecraft;
import dev.yeoju.model.Split;
import dev.yeoju.model.TrackRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One generated problem. The same family and seed give the same problem on every machine. */
final class BenchProblem {
    /** Of Goldstone, Canberra and Madrid, and a station of 35 degrees north for the weeks of one antenna. */
    private static final Map<String, PassGeometry.Place> PLACES = places();

    private static final Instant START = Instant.parse("2027-01-04T00:00:00Z");
    private static final int MINUTES_A_STEP = 30;
    private static final int LUNAR_SHARE = 3;
    private static final double LUNAR_DRIFT_DEG_PER_DAY = 13.18;
    private static final int SPLIT_FROM_MINUTES = 360;
    private static final int DAYS_A_WEEK = 7;

    /**
     * A family.
     *
     * @param antennas complex by antenna
     * @param requests a week; 0 for as many as fill {@code ratio}
     * @param ratio hours asked, setup and teardown included, for each hour of antenna; 0 where requests are counted
     */
    record Family(String name, Map<String, String> antennas, int weeks, int spacecraft, int requests, double ratio) {}

    private final Family family;
    private final Random random;
    private final Interval horizon;
    private final Map<String, Map<String, List<Interval>>> passes = new LinkedHashMap<>();
    private final List<String> spacecraft = new ArrayList<>();

    private BenchProblem(Family family, long seed) {
        this.family = family;
        this.random = new Random(seed);
        this.horizon = new Interval(START, START.plus(Duration.ofDays((long) DAYS_A_WEEK * family.weeks())));
    }

    static Problem of(Family family, long seed) {
        return new BenchProblem(family, seed).problem();
    }

    private static Map<String, PassGeometry.Place> places() {
        Map<String, PassGeometry.Place> places = new LinkedHashMap<>();
        places.put("ONE", new PassGeometry.Place(35, 127));
        places.put("GOLDSTONE", new PassGeometry.Place(35.34, -116.88));
        places.put("CANBERRA", new PassGeometry.Place(-35.40, 148.98));
        places.put("MADRID", new PassGeometry.Place(40.43, -4.25));
        return places;
    }

    private Problem problem() {
        for (int i = 0; i < family.spacecraft(); i++) {
            String id = String.format("SC-%02d", i + 1);
            spacecraft.add(id);
            PassGeometry.Sky sky = new PassGeometry.Sky(
                    random.nextInt(51) - 25,
                    random.nextInt(360),
                    i % LUNAR_SHARE == 0 ? LUNAR_DRIFT_DEG_PER_DAY : random.nextInt(11) / 10.0);
            Map<String, List<Interval>> own = new LinkedHashMap<>();
            PLACES.forEach((complex, place) -> own.put(complex, PassGeometry.passes(place, sky, horizon)));
            passes.put(id, own);
        }
        List<TrackRequest> requests = requests();
        return new Problem(
                Problem.SCHEMA_VERSION,
                family.name(),
                description(requests),
                List.of("generated", family.antennas().size() == 1 ? "one-antenna" : "network"),
                horizon,
                Geometry.DEFAULT,
                family.antennas().entrySet().stream()
                        .map(entry -> antenna(entry.getKey(), entry.getValue()))
                        .toList(),
                List.of(),
                spacecraft.stream()
                        .map(id -> new Spacecraft(id, id, id, null, List.of(), List.of()))
                        .toList(),
                requests,
                viewPeriods(),
                List.of(),
                List.of(),
                Objective.Preset.BALANCED.objective(),
                SolverOptions.DEFAULT);
    }

    private String description(List<TrackRequest> requests) {
        return "Generated: " + family.antennas().size() + (family.antennas().size() == 1 ? " antenna, " : " antennas, ")
                + family.weeks() + (family.weeks() == 1 ? " week, " : " weeks, ") + requests.size() + " requests of "
                + family.spacecraft() + " spacecraft"
                + (family.ratio() > 0 ? ", " + (int) family.ratio() + " times what the antenna has." : ".");
    }

    private static Antenna antenna(String id, String complex) {
        return new Antenna(
                id,
                id,
                complex,
                null,
                Set.of(),
                ElevationMask.flat(10),
                10,
                90,
                null,
                Double.POSITIVE_INFINITY,
                Map.of(),
                null,
                List.of());
    }

    private List<GivenViewPeriod> viewPeriods() {
        List<GivenViewPeriod> periods = new ArrayList<>();
        family.antennas()
                .forEach((antenna, complex) -> passes.forEach((id, own) -> own.getOrDefault(complex, List.of())
                        .forEach(pass -> periods.add(
                                new GivenViewPeriod(antenna, id, null, pass.start(), pass.end(), null, null)))));
        return periods;
    }

    private List<TrackRequest> requests() {
        List<TrackRequest> requests = new ArrayList<>();
        double thereS =
                (double) horizon.duration().toSeconds() * family.antennas().size();
        double askedS = 0;
        int count = family.requests() * family.weeks();
        while (count > 0 ? requests.size() < count : askedS < family.ratio() * thereS) {
            TrackRequest request = request(requests.size() + 1);
            if (request != null) {
                requests.add(request);
                askedS += request.preferredDuration()
                        .plus(request.setup())
                        .plus(request.teardown())
                        .toSeconds();
            }
        }
        return requests;
    }

    /** A request that could be served were it alone; null where the dice gave none. */
    private @Nullable TrackRequest request(int number) {
        String id = spacecraft.get(random.nextInt(spacecraft.size()));
        int preferred = MINUTES_A_STEP * (2 + random.nextInt(13));
        int least =
                Math.max(MINUTES_A_STEP, preferred * (10 + random.nextInt(11)) / 20 / MINUTES_A_STEP * MINUTES_A_STEP);
        List<ArrayOption> options = options();
        int days = 1 + random.nextInt(3);
        int lastDay = DAYS_A_WEEK * family.weeks() - days;
        Instant from = START.plus(Duration.ofDays(random.nextInt(lastDay + 1)));
        Interval window = new Interval(from, from.plus(Duration.ofDays(days)));
        Split split = preferred >= SPLIT_FROM_MINUTES
                ? new Split(2, Duration.ofMinutes(Math.min(least, SPLIT_FROM_MINUTES / 3)))
                : null;
        Duration setup = Duration.ofMinutes(15L * (2 + random.nextInt(3)));
        int priority = 1 + random.nextInt(5);
        if (options.stream().noneMatch(option -> fits(id, option, window, Duration.ofMinutes(least)))) {
            return null;
        }
        return new TrackRequest(
                String.format("R-%04d", number),
                id,
                Service.TELEMETRY,
                null,
                false,
                options,
                window,
                List.of(),
                null,
                Duration.ofMinutes(least),
                Duration.ofMinutes(preferred),
                setup,
                Duration.ofMinutes(15),
                split,
                priority,
                false,
                false,
                Exclusive.SPACECRAFT,
                null,
                null,
                List.of(),
                null);
    }

    /** Any antenna, those of one complex, or, one in ten, two of one complex together. */
    private List<ArrayOption> options() {
        List<String> all = List.copyOf(family.antennas().keySet());
        if (all.size() == 1) {
            return List.of(ArrayOption.single(all.get(0)));
        }
        int kind = random.nextInt(10);
        String first = all.get(random.nextInt(all.size()));
        List<String> complex = all.stream()
                .filter(id -> complexOf(id).equals(complexOf(first)))
                .toList();
        if (kind == 0) {
            String second = complex.get((complex.indexOf(first) + 1) % complex.size());
            return List.of(new ArrayOption(List.of(first, second)));
        }
        return (kind < 4 ? complex : all).stream().map(ArrayOption::single).toList();
    }

    private String complexOf(String antenna) {
        return family.antennas().getOrDefault(antenna, "");
    }

    private boolean fits(String id, ArrayOption option, Interval window, Duration least) {
        Map<String, List<Interval>> own = passes.getOrDefault(id, Map.of());
        String complex = complexOf(option.antennas().get(0));
        return own.getOrDefault(complex, List.of()).stream().anyMatch(pass -> {
            Interval part = pass.intersection(window);
            return part != null && part.duration().compareTo(least) >= 0;
        });
    }
}
