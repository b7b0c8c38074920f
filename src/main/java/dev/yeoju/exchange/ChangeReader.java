package dev.yeoju.exchange;

import dev.yeoju.model.Antenna;
import dev.yeoju.model.Change;
import dev.yeoju.model.ChangeSet;
import dev.yeoju.model.Interval;
import dev.yeoju.model.InvalidInputException;
import dev.yeoju.model.Problem;
import dev.yeoju.model.SolverOptions;
import dev.yeoju.model.Spacecraft;
import dev.yeoju.model.TrackRequest;
import dev.yeoju.model.TrajectorySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Change JSON (docs/problem-format.md) -> {@link ChangeSet}, strictly, with every fault reported at once. */
public final class ChangeReader {
    private static final Map<String, Kind> KINDS = kinds();
    private static final int MOST_ANSWERS = 3;
    private static final int USUAL_ANSWERS = 3;
    private static final Duration LONGEST_SEARCH = Duration.ofMinutes(1);

    private enum Kind {
        OUTAGE(FieldNames.OUTAGE),
        SLIP(FieldNames.SLIP),
        ADD_REQUEST(FieldNames.ADD_REQUEST),
        WITHDRAW(FieldNames.WITHDRAW),
        EPHEMERIS(FieldNames.EPHEMERIS);

        private final Set<String> fields;

        Kind(Set<String> fields) {
            this.fields = fields;
        }
    }

    private final Problem problem;
    private final Known known;
    private final Set<String> requestIds = new LinkedHashSet<>();
    private final List<Parsed<TrackRequest>> requests = new ArrayList<>();
    private final List<Parsed<TrackRequest>> added = new ArrayList<>();
    private final List<Value> withdrawn = new ArrayList<>();
    private final Set<String> slipped = new HashSet<>();
    private final Set<String> moved = new HashSet<>();

    private ChangeReader(Problem problem, Value root) {
        this.problem = problem;
        Map<String, Antenna> antennas = new LinkedHashMap<>();
        problem.antennas().forEach(antenna -> antennas.put(antenna.id(), antenna));
        Set<String> spacecraft = new LinkedHashSet<>();
        problem.spacecraft().forEach(craft -> spacecraft.add(craft.id()));
        known = new Known(problem.horizon(), antennas.keySet(), antennas, spacecraft);
        problem.requests().forEach(request -> {
            requestIds.add(request.id());
            requests.add(new Parsed<>(root, request));
        });
    }

    private static Map<String, Kind> kinds() {
        Map<String, Kind> kinds = new LinkedHashMap<>();
        for (Kind kind : Kind.values()) {
            kinds.put(kind.name(), kind);
        }
        return kinds;
    }

    /**
     * Reads what changed about a problem.
     *
     * @param json UTF-8
     * @throws InvalidInputException MALFORMED when it is not JSON; INVALID, with every fault, when it does not fit the
     *     problem
     */
    public static ChangeSet read(byte[] json, Problem problem) {
        Faults faults = new Faults();
        Value root = Value.root(JsonText.read(json, faults), "", faults);
        Fields fields = root.object(FieldNames.CHANGE_SET);
        ChangeSet changes = fields == null ? null : new ChangeReader(problem, root).changeSet(fields);
        faults.throwIfAny(InvalidInputException.Kind.INVALID);
        return Objects.requireNonNull(changes, "The change is wrong, and no fault says why.");
    }

    /**
     * Reads what changed, and beside it how to answer: {@code alternatives}, {@code timeLimit}, {@code stepLimit} and
     * {@code seed}, all of them optional.
     *
     * @param json UTF-8
     * @param usual limits where neither is given
     * @throws InvalidInputException MALFORMED when it is not JSON; INVALID, with every fault, when it does not fit the
     *     problem
     */
    public static ReplanOrder order(byte[] json, Problem problem, SolverOptions usual) {
        Faults faults = new Faults();
        Value root = Value.root(JsonText.read(json, faults), "", faults);
        Fields fields = root.object(FieldNames.REPLAN_ORDER);
        ReplanOrder order = fields == null ? null : new ChangeReader(problem, root).order(fields, usual);
        faults.throwIfAny(InvalidInputException.Kind.INVALID);
        return Objects.requireNonNull(order, "The change is wrong, and no fault says why.");
    }

    private @Nullable ReplanOrder order(Fields fields, SolverOptions usual) {
        ChangeSet changes = changeSet(fields);
        Long answers = fields.get("alternatives").integer(1, MOST_ANSWERS);
        boolean timed = fields.get("timeLimit").isGiven();
        boolean counted = fields.get("stepLimit").isGiven();
        SolverOptions standard = new SolverOptions(
                counted && !timed ? LONGEST_SEARCH : usual.timeLimit(),
                timed && !counted ? 0 : usual.stepLimit(),
                problem.solver().seed());
        SolverOptions options = SettingsReader.solver(fields, standard);
        if (options.timeLimit().compareTo(LONGEST_SEARCH) > 0) {
            fields.get("timeLimit")
                    .fault("is longer than a search for an answer may take. Maybe \"PT3S\", at most \"" + LONGEST_SEARCH
                            + "\".");
        }
        return changes == null
                ? null
                : new ReplanOrder(changes, answers == null ? USUAL_ANSWERS : Math.toIntExact(answers), options);
    }

    private @Nullable ChangeSet changeSet(Fields fields) {
        Value atField = fields.required("at");
        Instant at = atField.second();
        if (at != null && !at.isBefore(problem.horizon().end())) {
            atField.fault("is not before the horizon's end ("
                    + problem.horizon().end() + "), so that nothing is left to plan. Maybe correct the date.");
        }
        Value freezeField = fields.get("freezeUntil");
        Instant freezeUntil = freezeField.second();
        if (at != null && freezeUntil != null && freezeUntil.isBefore(at)) {
            freezeField.fault("is before at (" + at + "). Maybe leave it out: what has begun stays anyway.");
        }
        Value array = fields.required("changes");
        List<Change> changes = new ArrayList<>();
        List<Value> items = array.items();
        for (Value item : items) {
            Change change = change(item);
            if (change != null) {
                changes.add(change);
            }
        }
        if (items.isEmpty() && array.json() instanceof Json.Arr) {
            array.fault("holds no change. Maybe add one: " + String.join(", ", KINDS.keySet()) + ".");
        }
        checkRequests(array);
        return at == null ? null : new ChangeSet(at, freezeUntil == null ? at : freezeUntil, changes);
    }

    private @Nullable Change change(Value value) {
        Kind kind = kind(value);
        Fields fields = kind == null ? null : value.object(kind.fields);
        if (kind == null || fields == null) {
            return null;
        }
        return switch (kind) {
            case OUTAGE -> outage(fields);
            case SLIP -> slip(fields);
            case ADD_REQUEST -> addRequest(fields);
            case WITHDRAW -> withdraw(fields);
            case EPHEMERIS -> ephemeris(fields);
        };
    }

    private static @Nullable Kind kind(Value value) {
        if (!(value.json() instanceof Json.Obj)) {
            value.object(Set.of("type"));
            return null;
        }
        Value typeField = value.field("type");
        if (!typeField.isGiven()) {
            typeField.fault("is missing. Maybe one of " + String.join(", ", KINDS.keySet()) + ".");
            return null;
        }
        return typeField.choice(KINDS);
    }

    private @Nullable Change outage(Fields fields) {
        String antenna = CommonReader.reference(fields.required("antenna"), known.antennaIds(), "antenna");
        Interval interval = CommonReader.interval(fields);
        String reason = fields.get("reason").text();
        if (interval != null && !interval.overlaps(problem.horizon())) {
            fields.get("start")
                    .fault("to end (" + interval.end() + ") lies outside the horizon ("
                            + problem.horizon().start() + " to "
                            + problem.horizon().end()
                            + "). Maybe correct the dates.");
        }
        return antenna == null || interval == null
                ? null
                : new Change.Outage(antenna, interval, Objects.requireNonNullElse(reason, ""));
    }

    private @Nullable Change slip(Fields fields) {
        Value field = fields.required("spacecraft");
        String spacecraft = spacecraft(field);
        Duration by = fields.required("by").duration(Duration.ofSeconds(1));
        if (spacecraft != null && !slipped.add(spacecraft)) {
            field.fault("slips twice. Maybe one SLIP by both together.");
        }
        return spacecraft == null || by == null ? null : new Change.Slip(spacecraft, by);
    }

    private @Nullable Change ephemeris(Fields fields) {
        Value field = fields.required("spacecraft");
        String spacecraft = spacecraft(field);
        TrajectorySpec trajectory = TrajectoryReader.read(fields.required("trajectory"));
        if (spacecraft != null && !moved.add(spacecraft)) {
            field.fault("is given two trajectories. Maybe remove one of the changes.");
        }
        return spacecraft == null || trajectory == null ? null : new Change.Ephemeris(spacecraft, trajectory);
    }

    private @Nullable String spacecraft(Value field) {
        return CommonReader.reference(field, known.spacecraftIds(), "spacecraft");
    }

    private @Nullable Change addRequest(Fields fields) {
        Value field = fields.required("request");
        TrackRequest request = new RequestReader(known).read(field);
        Value idField = field.field("id");
        if (idField.json() instanceof Json.Str id && !requestIds.add(id.text())) {
            idField.fault("is the id of a request that there is already. Maybe another id, or WITHDRAW it and give the"
                    + " new one another.");
        }
        if (request == null) {
            return null;
        }
        Parsed<TrackRequest> parsed = new Parsed<>(field, request);
        added.add(parsed);
        requests.add(parsed);
        requireGeometry(field, request);
        return new Change.AddRequest(request);
    }

    /** What can be neither computed nor is given could never be tracked, and the reader of problems refuses it too. */
    private void requireGeometry(Value field, TrackRequest request) {
        Spacecraft craft = problem.spacecraft().stream()
                .filter(one -> one.id().equals(request.spacecraft()))
                .findFirst()
                .orElse(null);
        if (craft == null) {
            return;
        }
        boolean given =
                problem.viewPeriods().stream().anyMatch(period -> craft.id().equals(period.spacecraft()));
        if (craft.trajectory() == null && !given) {
            field.field("spacecraft")
                    .fault("has neither a trajectory nor view periods for this request. Maybe give its trajectory in an"
                            + " EPHEMERIS change.");
        }
        if (request.mspa() && given) {
            field.field("mspa")
                    .fault("does not go with given view periods: whether two spacecraft are in one beam cannot be told"
                            + " without directions. Maybe remove it.");
        }
    }

    private @Nullable Change withdraw(Fields fields) {
        Value field = fields.required("request");
        String request = field.words();
        withdrawn.add(field);
        return request == null ? null : new Change.Withdraw(request);
    }

    /** What can be said only when all changes are read: references among requests, and how many there are. */
    private void checkRequests(Value array) {
        KnownRequests all = new KnownRequests(requestIds, requests);
        TieRules.check(added, all);
        SizeRules.checkExpansion(array, all);
        Set<String> before = new LinkedHashSet<>();
        problem.requests().forEach(request -> before.add(request.id()));
        KnownRequests original = new KnownRequests(
                before,
                problem.requests().stream()
                        .map(request -> new Parsed<>(array, request))
                        .toList());
        Set<String> seen = new HashSet<>();
        for (Value field : withdrawn) {
            if (!(field.json() instanceof Json.Str id)) {
                continue;
            }
            if (original.check(field, id.text(), true) && !seen.add(id.text())) {
                field.fault("is withdrawn twice. Maybe remove one of the changes.");
            }
        }
    }
}
