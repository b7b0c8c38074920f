package dev.yeoju.bound;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the SatNet weeks beside the repository, by the rules of the README that stands with them. */
final class SatNetWeeks {
    private static final Path ROOT = Path.of("../shared/satnet");

    private SatNetWeeks() {}

    static boolean present() {
        return Files.isDirectory(ROOT);
    }

    static ProblemInstance week(String name, Objective objective) throws IOException {
        JsonNode rows = new ObjectMapper()
                .readTree(ROOT.resolve(name).resolve("problem.json").toFile());
        Map<String, List<Unavailability>> down = new LinkedHashMap<>();
        List<String> lines = Files.readAllLines(ROOT.resolve(name).resolve("maintenance.csv"));
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",");
            if (cells.length >= 5) {
                down.computeIfAbsent(cells[4].trim(), k -> new ArrayList<>())
                        .add(new Unavailability(
                                new Interval(epoch(Long.parseLong(cells[2])), epoch(Long.parseLong(cells[3]))),
                                "maintenance",
                                null));
            }
        }
        Set<String> antennas = new LinkedHashSet<>();
        Map<String, Spacecraft> craft = new LinkedHashMap<>();
        List<TrackRequest> requests = new ArrayList<>();
        List<ViewPeriod> periods = new ArrayList<>();
        long start = Long.MAX_VALUE;
        long end = 0;
        for (JsonNode row : rows) {
            String id = row.get("track_id").asText();
            String subject = row.get("subject").asText();
            craft.putIfAbsent(subject, new Spacecraft(subject, subject, subject, null, List.of(), List.of()));
            List<ArrayOption> options = new ArrayList<>();
            var fields = row.get("resource_vp_dict").fields();
            Set<String> given = new LinkedHashSet<>();
            while (fields.hasNext()) {
                var field = fields.next();
                List<String> members = List.of(field.getKey().split("_"));
                options.add(new ArrayOption(members));
                for (JsonNode vp : field.getValue()) {
                    long on = vp.get("TRX ON").asLong();
                    long off = vp.get("TRX OFF").asLong();
                    if (off <= on) {
                        continue;
                    }
                    start = Math.min(start, on);
                    end = Math.max(end, off);
                    for (String antenna : members) {
                        antennas.add(antenna);
                        if (given.add(antenna + on + off)) {
                            periods.add(new ViewPeriod(
                                    antenna,
                                    null,
                                    id,
                                    epoch(on),
                                    epoch(off),
                                    null,
                                    null,
                                    Map.of(),
                                    null,
                                    null,
                                    null,
                                    null,
                                    List.of(),
                                    true));
                        }
                    }
                }
            }
            Duration preferred =
                    Duration.ofSeconds(Math.round(row.get("duration").asDouble() * 3600));
            Duration min = Duration.ofSeconds(Math.round(row.get("duration_min").asDouble() * 3600));
            Split split = preferred.compareTo(Duration.ofHours(8)) >= 0
                    ? new Split(2, min.compareTo(Duration.ofHours(4)) < 0 ? min : Duration.ofHours(4))
                    : null;
            requests.add(new TrackRequest(
                    id,
                    subject,
                    Service.TELEMETRY,
                    null,
                    false,
                    options,
                    new Interval(
                            epoch(row.get("time_window_start").asLong()),
                            epoch(row.get("time_window_end").asLong())),
                    List.of(),
                    null,
                    min,
                    preferred,
                    Duration.ofMinutes(row.get("setup_time").asLong()),
                    Duration.ofMinutes(row.get("teardown_time").asLong()),
                    split,
                    1,
                    false,
                    false,
                    Exclusive.SPACECRAFT,
                    null,
                    null,
                    List.of(),
                    null));
        }
        List<Antenna> all = antennas.stream()
                .map(a -> new Antenna(
                        a,
                        a,
                        a,
                        null,
                        Set.of(),
                        ElevationMask.flat(0),
                        0,
                        90,
                        null,
                        Double.POSITIVE_INFINITY,
                        Map.of(),
                        null,
                        down.getOrDefault(a, List.of())))
                .toList();
        Problem problem = new Problem(
                1,
                name,
                "",
                List.of(),
                new Interval(epoch(start), epoch(end)),
                Geometry.DEFAULT,
                all,
                List.of(),
                List.copyOf(craft.values()),
                requests,
                List.of(),
                List.of(),
                List.of(),
                objective,
                SolverOptions.DEFAULT);
        return new ProblemInstance(problem, requests, periods, List.of(), List.of());
    }

    private static Instant epoch(long seconds) {
        return Instant.ofEpochSecond(seconds);
    }
}
