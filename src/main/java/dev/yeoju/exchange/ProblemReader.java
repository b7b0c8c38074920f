package dev.yeoju.exchange;

import dev.yeoju.model.Antenna;
import dev.yeoju.model.AntennaComplex;
import dev.yeoju.model.Geometry;
import dev.yeoju.model.GivenViewPeriod;
import dev.yeoju.model.Interval;
import dev.yeoju.model.InvalidInputException;
import dev.yeoju.model.Objective;
import dev.yeoju.model.Problem;
import dev.yeoju.model.SolverOptions;
import dev.yeoju.model.Spacecraft;
import dev.yeoju.model.Track;
import dev.yeoju.model.TrackRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Problem JSON (docs/problem-format.md) -> {@link Problem}, catalogue entries merged in and defaults filled. Strict, and
 * every fault is reported at once.
 */
public final class ProblemReader {
    /** Largest input, bytes. */
    public static final int MAX_BYTES = Limits.BODY_BYTES;

    private final Faults faults;
    private final CatalogueMerge merge;
    private final Value root;

    private ProblemReader(byte[] json, Catalogue catalogue) {
        faults = new Faults();
        merge = new CatalogueMerge(catalogue);
        Value written = Value.root(JsonText.read(json, faults), "", faults);
        if (written.json() instanceof Json.Obj obj) {
            Map<String, Json> fields = new LinkedHashMap<>(obj.fields());
            for (CatalogueEntry.Kind kind : CatalogueEntry.Kind.values()) {
                Json array = fields.get(kind.folder());
                if (array != null) {
                    Value merged = merge.merged(written.child(kind.folder(), array), kind, written);
                    fields.put(kind.folder(), merged.json());
                }
            }
            root = Value.root(new Json.Obj(fields), "", faults);
        } else {
            root = written;
        }
    }

    /**
     * Reads a problem.
     *
     * @param json UTF-8
     * @throws InvalidInputException MALFORMED when it is not JSON; INVALID, with every fault, when it is no problem
     */
    public static Problem read(byte[] json, Catalogue catalogue) {
        ProblemReader reader = new ProblemReader(json, catalogue);
        Problem problem = reader.problem();
        reader.faults.throwIfAny(InvalidInputException.Kind.INVALID);
        if (problem == null) {
            throw new IllegalStateException("The problem is wrong, and no fault says why.");
        }
        return problem;
    }

    /**
     * Reads a problem from a file.
     *
     * @throws IOException when the file cannot be read
     * @throws InvalidInputException as the other method
     */
    public static Problem read(Path file, Catalogue catalogue) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            // One byte more than allowed shows that there are too many, whatever the file system says of its size.
            return read(in.readNBytes(MAX_BYTES + 1), catalogue);
        }
    }

    private @Nullable Problem problem() {
        Fields fields = root.object(FieldNames.PROBLEM);
        if (fields == null) {
            return null;
        }
        Long version = fields.required("schemaVersion").integer(Problem.SCHEMA_VERSION, Problem.SCHEMA_VERSION);
        String name = fields.required("name").words();
        String description = fields.get("description").text();
        List<String> tags = tags(fields.get("tags"));
        Interval horizon = horizon(fields.required("horizon"));
        Geometry geometry = SettingsReader.geometry(fields.get("geometry"));
        Objective objective = SettingsReader.objective(fields.get("objective"));
        SolverOptions solver = SettingsReader.solver(fields.get("solver"), SolverOptions.DEFAULT);
        SizeRules.checkCounts(fields, horizon);

        List<Parsed<Antenna>> antennas = antennas(fields.required("antennas"), horizon);
        List<Parsed<Spacecraft>> spacecraft = spacecraft(fields.required("spacecraft"));
        Known known = new Known(
                horizon,
                ids(fields.get("antennas"), "antenna"),
                antennas.stream()
                        .collect(Collectors.toMap(a -> a.item().id(), Parsed::item, (a, b) -> a, LinkedHashMap::new)),
                ids(fields.get("spacecraft"), "spacecraft"));
        Value requestsField = fields.required("requests");
        List<Parsed<TrackRequest>> requests = requests(requestsField, known);
        KnownRequests knownRequests = new KnownRequests(ids(requestsField, "request"), requests);
        SizeRules.checkExpansion(requestsField, knownRequests);
        TieRules.check(requests, knownRequests);

        List<AntennaComplex> complexes = ComplexReader.read(fields.get("complexes"), fields.get("antennas"));
        List<GivenViewPeriod> viewPeriods = new ViewPeriodReader(known, knownRequests).read(fields.get("viewPeriods"));
        new GeometryRules(antennas, spacecraft, viewPeriods, knownRequests).check(requests);
        TrackRules tracks = new TrackRules(known, knownRequests);
        List<Track> pins = tracks.read(fields.get("pins"), true);
        List<Track> published = tracks.read(fields.get("published"), false);
        if (version == null || name == null || horizon == null) {
            return null;
        }
        return new Problem(
                Math.toIntExact(version),
                name,
                description == null ? "" : description,
                tags,
                horizon,
                geometry,
                antennas.stream().map(Parsed::item).toList(),
                complexes,
                spacecraft.stream().map(Parsed::item).toList(),
                requests.stream().map(Parsed::item).toList(),
                viewPeriods,
                pins,
                published,
                objective,
                solver);
    }

    private static List<String> tags(Value field) {
        Set<String> tags = new LinkedHashSet<>();
        for (Value item : field.items()) {
            String tag = item.words();
            if (tag != null && !tags.add(tag)) {
                item.fault("is listed twice. Maybe remove one of them.");
            }
        }
        return List.copyOf(tags);
    }

    private static @Nullable Interval horizon(Value field) {
        Interval horizon = CommonReader.interval(field);
        if (horizon != null && horizon.duration().compareTo(Limits.HORIZON) > 0) {
            field.field("end")
                    .fault("makes the horizon " + horizon.duration().toDays() + " days long, and "
                            + Limits.HORIZON.toDays() + " days are the most. Maybe split the problem.");
            return null;
        }
        return horizon;
    }

    private static List<Parsed<Antenna>> antennas(Value field, @Nullable Interval horizon) {
        List<Parsed<Antenna>> antennas = new ArrayList<>();
        for (Value value : objects(field, "antenna")) {
            Antenna antenna = AntennaReader.read(value);
            if (antenna != null) {
                antennas.add(new Parsed<>(value, antenna));
            }
        }
        SizeRules.checkUnavailabilities(field, antennas, horizon);
        return antennas;
    }

    private static List<Parsed<Spacecraft>> spacecraft(Value field) {
        List<Parsed<Spacecraft>> spacecraft = new ArrayList<>();
        for (Value value : objects(field, "spacecraft")) {
            Spacecraft one = SpacecraftReader.read(value);
            if (one != null) {
                spacecraft.add(new Parsed<>(value, one));
            }
        }
        return spacecraft;
    }

    private static List<Parsed<TrackRequest>> requests(Value field, Known known) {
        RequestReader reader = new RequestReader(known);
        List<Parsed<TrackRequest>> requests = new ArrayList<>();
        for (Value value : field.items()) {
            TrackRequest request = reader.read(value);
            if (request != null) {
                requests.add(new Parsed<>(value, request));
            }
        }
        return requests;
    }

    /** The objects of an array that must have some, without those whose catalogue entry is unknown. */
    private static List<Value> objects(Value field, String what) {
        List<Value> items = field.items();
        if (items.isEmpty() && field.json() instanceof Json.Arr) {
            field.fault("holds no " + what + ". Maybe add one.");
        }
        return items.stream()
                .filter(item -> item.json() != CatalogueMerge.UNRESOLVED)
                .toList();
    }

    /** The ids in an array, each of which may come once; also of objects that are wrong in themselves. */
    private Set<String> ids(Value array, String what) {
        Set<String> ids = new LinkedHashSet<>(merge.unresolvedIds());
        if (array.json() instanceof Json.Arr) {
            for (Value item : array.items()) {
                Value idField = item.field("id");
                if (idField.json() instanceof Json.Str str && !ids.add(str.text())) {
                    idField.fault("is the id of two " + what + " entries. Maybe rename one of them.");
                }
            }
        }
        return ids;
    }
}
