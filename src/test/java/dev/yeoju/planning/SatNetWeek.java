package dev.yeoju.planning;

import dev.yeoju.model.Antenna;
import dev.yeoju.model.ArrayOption;
import dev.yeoju.model.ElevationMask;
import dev.yeoju.model.Exclusive;
import dev.yeoju.model.Geometry;
import dev.yeoju.model.Interval;
import dev.yeoju.model.Objective;
import dev.yeoju.model.Problem;
import dev.yeoju.model.ProblemInstance;
import dev.yeoju.model.Service;
import dev.yeoju.model.SolverOptions;
import dev.yeoju.model.Spacecraft;
import dev.yeoju.model.Split;
import dev.yeoju.model.TrackRequest;
import dev.yeoju.model.Unavailability;
import dev.yeoju.model.ViewPeriod;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Reads a week of the SatNet benchmark by the rules of its README. */
public final class SatNetWeek {
    static final Path FOLDER = Path.of("..", "shared", "satnet");
    private static final double SPLIT_FROM_HOURS = 8;
    private static final double SHORTEST_PART_HOURS = 4;

    private final List<TrackRequest> requests = new ArrayList<>();
    private final List<ViewPeriod> viewPeriods = new ArrayList<>();
    private final Map<String, List<Unavailability>> down = new TreeMap<>();
    private final Set<String> antennas = new TreeSet<>();
    private final Set<String> missions = new TreeSet<>();

    private SatNetWeek() {}

    public static boolean isPresent() {
        return Files.isDirectory(FOLDER);
    }

    public static ProblemInstance read(String week, Objective objective) throws IOException {
        SatNetWeek reader = new SatNetWeek();
        for (String line : Files.readAllLines(FOLDER.resolve(week).resolve("maintenance.csv"))) {
            reader.maintenance(line.split(","));
        }
        JsonNode requests = new ObjectMapper()
                .readTree(FOLDER.resolve(week).resolve("problem.json").toFile());
        requests.forEach(reader::request);
        return reader.instance(week, objective);
    }

    private void maintenance(String[] fields) {
        if (fields[0].equals("week")) {
            return;
        }
        antennas.add(fields[4]);
        down.computeIfAbsent(fields[4], k -> new ArrayList<>())
                .add(new Unavailability(
                        new Interval(epoch(Long.parseLong(fields[2])), epoch(Long.parseLong(fields[3]))), "", null));
    }

    private void request(JsonNode node) {
        String id = node.get("track_id").asString();
        String mission = node.get("subject").asString();
        missions.add(mission);
        List<ArrayOption> options = new ArrayList<>();
        for (Map.Entry<String, JsonNode> entry : node.get("resource_vp_dict").properties()) {
            List<String> members = List.of(entry.getKey().split("_"));
            options.add(new ArrayOption(members));
            antennas.addAll(members);
            for (JsonNode period : entry.getValue()) {
                Instant on = epoch(period.get("TRX ON").asLong());
                Instant off = epoch(period.get("TRX OFF").asLong());
                if (off.isAfter(on)) {
                    members.forEach(antenna -> viewPeriods.add(given(antenna, id, on, off)));
                }
            }
        }
        double hours = node.get("duration").asDouble();
        double leastHours = node.get("duration_min").asDouble();
        Split split = hours >= SPLIT_FROM_HOURS ? new Split(2, hours(Math.min(leastHours, SHORTEST_PART_HOURS))) : null;
        requests.add(new TrackRequest(
                id,
                mission,
                Service.TELEMETRY,
                null,
                false,
                options,
                new Interval(
                        epoch(node.get("time_window_start").asLong()),
                        epoch(node.get("time_window_end").asLong())),
                List.of(),
                null,
                hours(leastHours),
                hours(hours),
                Duration.ofMinutes(node.get("setup_time").asLong()),
                Duration.ofMinutes(node.get("teardown_time").asLong()),
                split,
                1,
                false,
                false,
                Exclusive.MISSION,
                null,
                null,
                List.of(),
                null));
    }

    private ProblemInstance instance(String week, Objective objective) {
        Instant start = requests.stream()
                .map(request -> request.window().start())
                .min(Comparator.naturalOrder())
                .orElseThrow();
        Instant end = requests.stream()
                .map(request -> request.window().end())
                .max(Comparator.naturalOrder())
                .orElseThrow();
        viewPeriods.sort(Comparator.comparing(ViewPeriod::antenna).thenComparing(ViewPeriod::aos));
        Problem problem = new Problem(
                Problem.SCHEMA_VERSION,
                week,
                "",
                List.of(),
                new Interval(start, end),
                Geometry.DEFAULT,
                antennas.stream().map(this::antenna).toList(),
                List.of(),
                missions.stream()
                        .map(id -> new Spacecraft(id, id, id, null, List.of(), List.of()))
                        .toList(),
                requests,
                List.of(),
                List.of(),
                List.of(),
                objective,
                SolverOptions.DEFAULT);
        return new ProblemInstance(problem, requests, viewPeriods, List.of(), List.of());
    }

    private Antenna antenna(String id) {
        return new Antenna(
                id,
                id,
                id,
                null,
                Set.of(),
                ElevationMask.flat(0),
                0,
                90,
                null,
                Double.POSITIVE_INFINITY,
                Map.of(),
                null,
                down.getOrDefault(id, List.of()));
    }

    private static ViewPeriod given(String antenna, String request, Instant on, Instant off) {
        return new ViewPeriod(
                antenna, null, request, on, off, null, null, Map.of(), null, null, null, null, List.of(), true);
    }

    private static Instant epoch(long second) {
        return Instant.ofEpochSecond(second);
    }

    private static Duration hours(double hours) {
        return Duration.ofSeconds(Math.round(hours * 3600));
    }
}
