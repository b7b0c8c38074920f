package dev.yeoju.exchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * SatNet's own rules, the stricter reading, on SatNet's own files: shares nothing with the import, the planner or the
 * checker.
 */
final class SatNetRules {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** What the rules and the figures say of a solution. */
    record Verdict(List<String> broken, double trackedHours, int satisfied, double uRms, double uMax) {}

    /** A track, on all its antennas. */
    private record Pass(String id, long start, long on, long off, long end) {}

    private final Map<String, JsonNode> requests = new LinkedHashMap<>();
    private final List<String> broken = new ArrayList<>();

    private SatNetRules(String problem) {
        JSON.readTree(problem)
                .forEach(request -> requests.put(request.get("track_id").asString(), request));
    }

    static Verdict judge(String problem, String maintenance, String solution) {
        SatNetRules rules = new SatNetRules(problem);
        JsonNode rows = JSON.readTree(solution);
        rules.antennas(rows, maintenance);
        Map<Pass, Set<String>> passes = new LinkedHashMap<>();
        for (JsonNode row : rows) {
            Pass pass = new Pass(
                    row.get("TRACK_ID").asString(),
                    row.get("START_TIME").asLong(),
                    row.get("TRACKING_ON").asLong(),
                    row.get("TRACKING_OFF").asLong(),
                    row.get("END_TIME").asLong());
            passes.computeIfAbsent(pass, k -> new HashSet<>())
                    .add(row.get("RESOURCE").asString());
            if (!rules.request(pass.id()).get("subject").equals(row.get("SC"))) {
                rules.broken.add(pass + " is of another mission");
            }
        }
        passes.forEach(rules::pass);
        rules.missions(new ArrayList<>(passes.keySet()));
        return rules.verdict(passes.keySet());
    }

    private JsonNode request(String id) {
        return Objects.requireNonNull(requests.get(id), id);
    }

    private void antennas(JsonNode rows, String maintenance) {
        Map<String, TreeMap<Long, Long>> taken = new HashMap<>();
        for (JsonNode row : rows) {
            take(
                    taken,
                    row.get("RESOURCE").asString(),
                    row.get("START_TIME").asLong(),
                    row.get("END_TIME").asLong());
        }
        Map<String, List<long[]>> down = new HashMap<>();
        maintenance
                .lines()
                .skip(1)
                .map(line -> line.split(","))
                .forEach(cells -> down.computeIfAbsent(cells[4], k -> new ArrayList<>())
                        .add(new long[] {Long.parseLong(cells[2]), Long.parseLong(cells[3])}));
        taken.forEach((antenna, times) -> times.forEach((start, end) -> {
            for (long[] time : down.getOrDefault(antenna, List.of())) {
                if (start < time[1] && time[0] < end) {
                    broken.add(antenna + " is in maintenance from " + time[0]);
                }
            }
        }));
    }

    private void take(Map<String, TreeMap<Long, Long>> taken, String antenna, long start, long end) {
        TreeMap<Long, Long> times = taken.computeIfAbsent(antenna, k -> new TreeMap<>());
        Map.Entry<Long, Long> before = times.floorEntry(start);
        Map.Entry<Long, Long> after = times.ceilingEntry(start);
        if (before != null && before.getValue() > start || after != null && after.getKey() < end) {
            broken.add(antenna + " is taken twice at " + start);
        }
        times.put(start, end);
    }

    private void pass(Pass pass, Set<String> antennas) {
        JsonNode request = request(pass.id());
        if (pass.start() != pass.on() - 60 * request.get("setup_time").asLong()
                || pass.end() != pass.off() + 60 * request.get("teardown_time").asLong()) {
            broken.add(pass + " has other setup or teardown");
        }
        boolean visible = false;
        for (Map.Entry<String, JsonNode> option :
                request.get("resource_vp_dict").properties()) {
            if (Set.of(option.getKey().split("_")).equals(antennas)) {
                for (JsonNode period : option.getValue()) {
                    visible |= period.get("TRX ON").asLong() <= pass.on()
                            && pass.off() <= period.get("TRX OFF").asLong();
                }
            }
        }
        if (!visible) {
            broken.add(pass + " on " + antennas + " lies in no view period");
        }
    }

    private void missions(List<Pass> passes) {
        for (int i = 0; i < passes.size(); i++) {
            for (Pass other : passes.subList(i + 1, passes.size())) {
                Pass one = passes.get(i);
                boolean same = request(one.id())
                        .get("subject")
                        .equals(request(other.id()).get("subject"));
                if (same && one.on() < other.off() && other.on() < one.off()) {
                    broken.add(one + " and " + other + " are of one mission");
                }
            }
        }
    }

    private Verdict verdict(Set<Pass> passes) {
        Map<String, List<Long>> lengths = new HashMap<>();
        passes.forEach(pass ->
                lengths.computeIfAbsent(pass.id(), k -> new ArrayList<>()).add(pass.off() - pass.on()));
        Map<String, double[]> missions = new HashMap<>();
        double tracked = 0;
        int satisfied = 0;
        for (Map.Entry<String, JsonNode> entry : requests.entrySet()) {
            JsonNode request = entry.getValue();
            double asked = request.get("duration").asDouble();
            double least = request.get("duration_min").asDouble();
            List<Long> own = lengths.getOrDefault(entry.getKey(), List.of());
            double hours = own.stream().mapToLong(Long::longValue).sum() / 3600.0;
            double shortest = asked >= 8 ? Math.min(least, 4) : least;
            if (own.size() > (asked >= 8 ? 2 : 1)
                    || own.stream().anyMatch(seconds -> seconds / 3600.0 < shortest - 1e-9)
                    || hours > asked + 1e-9
                    || !own.isEmpty() && hours < least - 1e-9) {
                broken.add(entry.getKey() + " has tracks of " + own + " s");
            }
            tracked += hours;
            satisfied += hours >= least - 1e-9 ? 1 : 0;
            double[] sums = missions.computeIfAbsent(request.get("subject").asString(), k -> new double[2]);
            sums[0] += hours;
            sums[1] += asked;
        }
        double[] u = missions.values().stream()
                .mapToDouble(sums -> 1 - sums[0] / sums[1])
                .toArray();
        double squares = 0;
        double worst = 0;
        for (double one : u) {
            squares += one * one;
            worst = Math.max(worst, one);
        }
        return new Verdict(broken, tracked, satisfied, Math.sqrt(squares / u.length), worst);
    }
}
