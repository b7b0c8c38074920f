package dev.yeoju.exchange;

import dev.yeoju.model.Antenna;
import dev.yeoju.model.ArrayOption;
import dev.yeoju.model.Exclusive;
import dev.yeoju.model.Geometry;
import dev.yeoju.model.GivenViewPeriod;
import dev.yeoju.model.Interval;
import dev.yeoju.model.InvalidInputException;
import dev.yeoju.model.Objective;
import dev.yeoju.model.Problem;
import dev.yeoju.model.Schedule;
import dev.yeoju.model.Service;
import dev.yeoju.model.SolverOptions;
import dev.yeoju.model.Spacecraft;
import dev.yeoju.model.Split;
import dev.yeoju.model.Track;
import dev.yeoju.model.TrackRequest;
import dev.yeoju.model.Unavailability;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Weeks of the SatNet benchmark of Deep Space Network scheduling (Goh, Venkataram, Balaji, Wilson, Johnston, 2021): their
 * requests and maintenance -> {@link Problem}, {@link Schedule} -> SatNet's solution. Rules are read the stricter way:
 * requests of 8 h and more may be split into at most two tracks of at least 4 h (or the minimum, where that is less),
 * others have one track; two tracks of one mission never overlap; an array's hours count once.
 */
public final class SatNet {
    private static final Duration SPLIT_FROM = Duration.ofHours(8);
    private static final Duration SHORTEST_PART = Duration.ofHours(4);
    private static final int PARTS = 2;

    /**
     * A week as a problem.
     *
     * @param warnings what is not quite as in SatNet
     */
    public record Imported(Problem problem, List<String> warnings) {
        public Imported {
            warnings = List.copyOf(warnings);
        }
    }

    private SatNet() {}

    /**
     * Reads {@code problem.json}.
     *
     * @throws InvalidInputException MALFORMED when it is not JSON; INVALID with every fault
     */
    public static List<SatNetRequest> requests(byte[] json) {
        Faults faults = new Faults();
        List<SatNetRequest> requests =
                SatNetRequestReader.read(Value.root(JsonText.read(json, faults), "request", faults));
        faults.throwIfAny(InvalidInputException.Kind.INVALID);
        return requests;
    }

    /**
     * Reads {@code maintenance.csv}; it may cover other weeks and antennas too.
     *
     * @throws InvalidInputException INVALID with every fault, each with its line
     */
    public static List<SatNetDowntime> maintenance(byte[] csv) {
        Faults faults = new Faults();
        List<SatNetDowntime> rows = SatNetMaintenanceReader.read(csv, faults);
        faults.throwIfAny(InvalidInputException.Kind.INVALID);
        return rows;
    }

    /**
     * Reads a week sent as one text: {@code problem.json} as it is, or {@code {"requests": […], "maintenance": …}} with
     * {@code maintenance.csv} beside it, as a text or as a list of its lines.
     *
     * @throws InvalidInputException MALFORMED when it is not JSON; INVALID with every fault
     */
    public static Imported week(byte[] json) {
        Faults faults = new Faults();
        Value root = Value.root(JsonText.read(json, faults), "", faults);
        List<SatNetDowntime> maintenance = List.of();
        List<SatNetRequest> requests;
        if (root.json() instanceof Json.Obj) {
            Fields fields = root.object(FieldNames.SATNET_WEEK);
            requests = fields == null ? List.of() : SatNetRequestReader.read(fields.required("requests"));
            Value table = root.field("maintenance");
            if (table.isGiven()) {
                String csv = table.json() instanceof Json.Arr
                        ? table.items().stream()
                                .map(line -> Objects.requireNonNullElse(line.text(), ""))
                                .collect(Collectors.joining("\n", "", "\n"))
                        : Objects.requireNonNullElse(table.text(), "");
                maintenance = SatNetMaintenanceReader.read(csv.getBytes(StandardCharsets.UTF_8), faults);
            }
        } else {
            requests = SatNetRequestReader.read(root);
        }
        faults.throwIfAny(InvalidInputException.Kind.INVALID);
        return problem(requests, maintenance);
    }

    /**
     * The week as a problem, with the preset {@code fair}.
     *
     * @param requests at least one
     * @throws InvalidInputException when a mission can never be tracked, or the week is larger than a problem may be
     */
    public static Imported problem(List<SatNetRequest> requests, List<SatNetDowntime> maintenance) {
        requireViewPeriods(requests);
        List<String> warnings = new ArrayList<>();
        List<GivenViewPeriod> viewPeriods = new ArrayList<>();
        Set<String> antennas = new TreeSet<>();
        for (SatNetRequest request : requests) {
            SatNetViewPeriods periods = SatNetViewPeriods.of(request);
            warnings.addAll(periods.losses());
            periods.byAntenna().forEach((antenna, times) -> {
                for (Interval time : times) {
                    antennas.add(antenna);
                    viewPeriods.add(new GivenViewPeriod(
                            antenna, null, request.trackId(), time.start(), time.end(), null, null));
                }
            });
        }
        Interval horizon = horizon(requests);
        Map<String, List<Unavailability>> down = downtimes(requests, horizon, maintenance);
        Problem problem = new Problem(
                Problem.SCHEMA_VERSION,
                name(requests),
                "SatNet, a week of the Deep Space Network: " + requests.size() + " requests of "
                        + missions(requests).size() + " missions on " + antennas.size() + " antennas.",
                List.of("satnet"),
                horizon,
                Geometry.DEFAULT,
                antennas.stream()
                        .map(id -> antenna(id, down.getOrDefault(id, List.of())))
                        .toList(),
                List.of(),
                missions(requests).stream()
                        .map(id -> new Spacecraft(id, id, id, null, List.of(), List.of()))
                        .toList(),
                requests.stream().map(request -> request(request, antennas)).toList(),
                viewPeriods,
                List.of(),
                List.of(),
                Objective.Preset.FAIR.objective(),
                SolverOptions.DEFAULT);
        // Whatever is written must be readable: the limits of a problem are looked after in one place.
        byte[] json = ProblemWriter.toJson(problem).getBytes(StandardCharsets.UTF_8);
        return new Imported(ProblemReader.read(json, Catalogue.bundled()), warnings);
    }

    /**
     * The tracks of a schedule as SatNet's solution, by time; an array's track once for each of its antennas.
     *
     * @throws InvalidInputException when the schedule is not of this problem, with every track that is not
     */
    public static String write(Problem problem, Schedule schedule) {
        ScheduleReferences.check(problem, schedule);
        Map<String, String> missions = problem.spacecraft().stream()
                .collect(Collectors.toMap(Spacecraft::id, Spacecraft::mission, (a, b) -> a));
        ArrayNode rows = JsonTree.array(List.of(), unused -> JsonTree.object());
        schedule.tracks().stream()
                .sorted(Comparator.comparing(Track::boa).thenComparing(Track::id))
                .forEach(track -> track.antennas()
                        .forEach(antenna ->
                                rows.add(row(track, antenna, missions.getOrDefault(track.spacecraft(), "")))));
        return JsonTree.text(rows);
    }

    /** Shortest track of a request. */
    static Duration shortestTrack(SatNetRequest request) {
        boolean whole = !isSplit(request) || request.min().compareTo(SHORTEST_PART) < 0;
        return whole ? request.min() : SHORTEST_PART;
    }

    private static boolean isSplit(SatNetRequest request) {
        return request.preferred().compareTo(SPLIT_FROM) >= 0;
    }

    private static void requireViewPeriods(List<SatNetRequest> requests) {
        Faults faults = new Faults();
        Set<String> visible = requests.stream()
                .filter(request -> !request.viewPeriods().isEmpty())
                .map(SatNetRequest::subject)
                .collect(Collectors.toSet());
        for (int i = 0; i < requests.size(); i++) {
            if (!visible.contains(requests.get(i).subject())) {
                faults.add(
                        "/" + i + "/resource_vp_dict",
                        requests.get(i).subject(),
                        "resource_vp_dict has no view period of any length in the time window, and no other request of"
                                + " the subject (" + requests.get(i).subject()
                                + ") has: it could never be tracked. Maybe remove the request.");
            }
        }
        faults.throwIfAny(InvalidInputException.Kind.INVALID);
    }

    private static Set<String> missions(List<SatNetRequest> requests) {
        return requests.stream().map(SatNetRequest::subject).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Interval horizon(List<SatNetRequest> requests) {
        List<Interval> windows = requests.stream().map(SatNetRequest::window).toList();
        Instant start = windows.stream()
                .map(Interval::start)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        Instant end = windows.stream()
                .map(Interval::end)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        return new Interval(start, end);
    }

    /** {@code W10_2018}, or SatNet where the requests are not of one known week. */
    private static String name(List<SatNetRequest> requests) {
        Set<String> weeks = requests.stream()
                .map(request -> request.week() == null || request.year() == null
                        ? "SatNet"
                        : "W" + request.week() + "_" + request.year())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return weeks.size() == 1 ? weeks.iterator().next() : "SatNet";
    }

    /** Those that an activity could meet: a file may hold many years. */
    private static Map<String, List<Unavailability>> downtimes(
            List<SatNetRequest> requests, Interval horizon, List<SatNetDowntime> maintenance) {
        Duration setup = requests.stream()
                .map(SatNetRequest::setup)
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
        Duration teardown = requests.stream()
                .map(SatNetRequest::teardown)
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
        Interval reach =
                new Interval(horizon.start().minus(setup), horizon.end().plus(teardown));
        Map<String, List<Unavailability>> down = new TreeMap<>();
        for (SatNetDowntime row : maintenance) {
            if (row.interval().overlaps(reach)) {
                down.computeIfAbsent(row.antenna(), k -> new ArrayList<>())
                        .add(new Unavailability(row.interval(), "maintenance", null));
            }
        }
        return down;
    }

    private static Antenna antenna(String id, List<Unavailability> down) {
        return new Antenna(
                id,
                id,
                id,
                null,
                Set.of(),
                AntennaReader.DEFAULT_MASK,
                AntennaReader.DEFAULT_UPLINK_MIN_ELEVATION_DEG,
                AntennaReader.DEFAULT_KEYHOLE_ELEVATION_DEG,
                null,
                Double.POSITIVE_INFINITY,
                Map.of(),
                null,
                down);
    }

    private static TrackRequest request(SatNetRequest request, Set<String> antennas) {
        List<ArrayOption> options = request.viewPeriods().keySet().stream()
                .filter(antennas::containsAll)
                .map(ArrayOption::new)
                .toList();
        return new TrackRequest(
                request.trackId(),
                request.subject(),
                Service.TELEMETRY,
                null,
                false,
                // One that can never be tracked still asks for its hours.
                options.isEmpty() ? antennas.stream().map(ArrayOption::single).toList() : options,
                request.window(),
                List.of(),
                null,
                request.min(),
                request.preferred(),
                request.setup(),
                request.teardown(),
                isSplit(request) ? new Split(PARTS, shortestTrack(request)) : null,
                1,
                false,
                false,
                Exclusive.MISSION,
                null,
                null,
                List.of(),
                null);
    }

    private static ObjectNode row(Track track, String antenna, String mission) {
        ObjectNode row = JsonTree.object().put("RESOURCE", antenna);
        if (mission.matches("[1-9]\\d{0,17}|0")) {
            row.put("SC", Long.parseLong(mission));
        } else {
            row.put("SC", mission);
        }
        return row.put("START_TIME", track.boa().getEpochSecond())
                .put("TRACKING_ON", track.bot().getEpochSecond())
                .put("TRACKING_OFF", track.eot().getEpochSecond())
                .put("END_TIME", track.eoa().getEpochSecond())
                .put("TRACK_ID", track.request());
    }
}
