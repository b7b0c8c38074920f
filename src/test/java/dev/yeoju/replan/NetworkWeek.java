package dev.yeoju.replan;

import dev.yeoju.model.Antenna;
import dev.yeoju.model.ArrayOption;
import dev.yeoju.model.Band;
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
import dev.yeoju.model.Unavailability;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * A week of a network as large as the Deep Space Network: 13 antennas at three complexes, 30 spacecraft that each complex
 * sees for some nine hours a day, requests of two to eight hours that ask for more than there is. View periods are given.
 */
public final class NetworkWeek {
    public static final Instant START = Instant.parse("2026-12-07T00:00:00Z");

    private static final List<List<String>> COMPLEXES = List.of(
            List.of("DSS-14", "DSS-24", "DSS-25", "DSS-26"),
            List.of("DSS-34", "DSS-35", "DSS-36", "DSS-43"),
            List.of("DSS-53", "DSS-54", "DSS-55", "DSS-56", "DSS-63"));
    private static final int SPACECRAFT = 30;

    private NetworkWeek() {}

    /** The same problem for the same seed and number of requests. */
    public static Problem of(int requests, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Interval horizon = new Interval(START, START.plus(Duration.ofDays(7)));
        List<Antenna> antennas = new ArrayList<>();
        for (int complex = 0; complex < COMPLEXES.size(); complex++) {
            for (String id : COMPLEXES.get(complex)) {
                Instant down = START.plus(Duration.ofHours(random.nextInt(150)));
                antennas.add(new Antenna(
                        id,
                        id,
                        "COMPLEX-" + complex,
                        null,
                        Set.of(Band.S, Band.X),
                        ElevationMask.flat(10),
                        10,
                        90,
                        null,
                        Double.POSITIVE_INFINITY,
                        java.util.Map.of(),
                        null,
                        List.of(new Unavailability(
                                new Interval(down, down.plus(Duration.ofHours(8))), "maintenance", null))));
            }
        }
        List<Spacecraft> spacecraft = new ArrayList<>();
        List<GivenViewPeriod> periods = new ArrayList<>();
        for (int k = 0; k < SPACECRAFT; k++) {
            String id = "SC-" + (k + 1);
            spacecraft.add(new Spacecraft(id, id, "MISSION-" + (k / 2 + 1), null, List.of(), List.of()));
            periods.addAll(periods(id, random));
        }
        List<TrackRequest> asked = new ArrayList<>();
        for (int k = 0; k < requests; k++) {
            asked.add(request(
                    "R-" + (k + 1), spacecraft.get(random.nextInt(SPACECRAFT)).id(), random));
        }
        return new Problem(
                1,
                "network week",
                "",
                List.of(),
                horizon,
                Geometry.DEFAULT,
                antennas,
                List.of(),
                spacecraft,
                asked,
                periods,
                List.of(),
                List.of(),
                Objective.Preset.BALANCED.objective(),
                SolverOptions.DEFAULT);
    }

    private static List<GivenViewPeriod> periods(String spacecraft, SplittableRandom random) {
        List<GivenViewPeriod> periods = new ArrayList<>();
        int firstRiseS = random.nextInt(86_400);
        for (int complex = 0; complex < COMPLEXES.size(); complex++) {
            for (int day = -1; day < 8; day++) {
                Instant aos = START.plusSeconds(firstRiseS + complex * 28_800L + day * 86_160L);
                Instant los = aos.plusSeconds(32_400 + random.nextInt(1800));
                if (los.isAfter(START) && aos.isBefore(START.plus(Duration.ofDays(7)))) {
                    for (String antenna : COMPLEXES.get(complex)) {
                        periods.add(new GivenViewPeriod(antenna, spacecraft, null, aos, los, null, null));
                    }
                }
            }
        }
        return periods;
    }

    private static TrackRequest request(String id, String spacecraft, SplittableRandom random) {
        List<ArrayOption> options = new ArrayList<>();
        for (List<String> complex : COMPLEXES) {
            complex.stream()
                    .filter(antenna -> random.nextInt(3) > 0)
                    .forEach(antenna -> options.add(ArrayOption.single(antenna)));
        }
        if (options.isEmpty()) {
            options.add(ArrayOption.single("DSS-14"));
        }
        Duration preferred = Duration.ofMinutes(120 + 30L * random.nextInt(13));
        Duration min = preferred.dividedBy(2);
        Instant start = START.plus(Duration.ofDays(random.nextInt(6)));
        return new TrackRequest(
                id,
                spacecraft,
                Service.TELEMETRY,
                Band.X,
                false,
                options,
                new Interval(start, start.plus(Duration.ofDays(1 + random.nextInt(2)))),
                List.of(),
                null,
                min,
                preferred,
                Duration.ofMinutes(60),
                Duration.ofMinutes(15),
                random.nextInt(4) == 0 ? new Split(2, Duration.ofMinutes(45)) : null,
                1 + random.nextInt(4),
                random.nextInt(20) == 0,
                false,
                Exclusive.SPACECRAFT,
                null,
                null,
                List.of(),
                null);
    }
}
