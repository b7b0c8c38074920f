package dev.yeoju.exchange;

import dev.yeoju.exchange.CatalogueEntry.Confidence;
import dev.yeoju.exchange.CatalogueEntry.Kind;
import dev.yeoju.exchange.CatalogueEntry.Provenance;
import dev.yeoju.model.Antenna;
import dev.yeoju.model.InvalidInputException;
import dev.yeoju.model.Spacecraft;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A file of {@code seeds/antennas} or {@code seeds/spacecraft} -> {@link CatalogueEntry}, strictly. */
final class CatalogueEntryReader {
    static final Set<String> ENTRY =
            new LinkedHashSet<>(List.of("id", "kind", "asOf", "programme", "entry", "provenance"));
    static final Set<String> PROVENANCE = new LinkedHashSet<>(List.of("source", "confidence", "note"));
    /** Names say what a thing is called, not what it measures: they need no source. */
    private static final Set<String> NAMES = Set.of("id", "name", "mission", "complex");

    private static final Map<String, Kind> KINDS = Map.of("antenna", Kind.ANTENNA, "spacecraft", Kind.SPACECRAFT);
    private static final Map<String, Confidence> CONFIDENCES = confidences();

    private CatalogueEntryReader() {}

    private static Map<String, Confidence> confidences() {
        Map<String, Confidence> words = new LinkedHashMap<>();
        for (Confidence confidence : Confidence.values()) {
            words.put(confidence.label(), confidence);
        }
        return words;
    }

    /**
     * @param id the one that the file is named after
     * @throws InvalidInputException with every fault of the file
     */
    static CatalogueEntry read(byte[] json, Kind kind, String id) {
        Faults faults = new Faults();
        Value root = Value.root(JsonText.read(json, faults), "the catalogue entry", faults);
        CatalogueEntry entry = read(root, kind, id);
        faults.throwIfAny(InvalidInputException.Kind.INVALID);
        if (entry == null) {
            throw new IllegalStateException("The catalogue entry (" + id + ") is wrong, and no fault says why.");
        }
        return entry;
    }

    private static @Nullable CatalogueEntry read(Value root, Kind kind, String id) {
        Fields fields = root.object(ENTRY);
        if (fields == null) {
            return null;
        }
        Value idField = fields.required("id");
        String ownId = CommonReader.id(idField);
        if (ownId != null && !ownId.equals(id)) {
            idField.fault("differs from the file's name (" + id + "). Maybe rename one of them.");
        }
        Value kindField = fields.required("kind");
        Kind ownKind = kindField.choice(KINDS);
        if (ownKind != null && ownKind != kind) {
            kindField.fault("does not belong into the folder " + kind.folder() + ". Maybe move the file.");
        }
        LocalDate asOf = date(fields.required("asOf"));
        String programme = fields.required("programme").words();
        Value entryField = fields.required("entry");
        checkEntry(entryField, kind, id);
        Map<String, Provenance> provenance = provenance(fields.required("provenance"));
        if (asOf == null || programme == null || !(entryField.json() instanceof Json.Obj entry)) {
            return null;
        }
        checkSources(entryField, entry, fields.get("provenance"), provenance);
        return new CatalogueEntry(id, kind, asOf, programme, entry, provenance);
    }

    private static @Nullable LocalDate date(Value field) {
        String text = field.words();
        if (text == null) {
            return null;
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            field.fault("is not a date. Maybe \"2026-11-23\".");
            return null;
        }
    }

    private static void checkEntry(Value field, Kind kind, String id) {
        String entryId = null;
        if (kind == Kind.ANTENNA) {
            Antenna antenna = AntennaReader.read(field);
            entryId = antenna == null ? null : antenna.id();
        } else {
            Spacecraft spacecraft = SpacecraftReader.read(field);
            entryId = spacecraft == null ? null : spacecraft.id();
        }
        if (entryId != null && !entryId.equals(id)) {
            field.fault("has the id (" + entryId + "), the file (" + id + "). Maybe rename one of them.");
        }
        if (field.json() instanceof Json.Obj obj && obj.fields().containsKey("catalogue")) {
            field.fault("refers to the catalogue itself. Maybe write the fields out.");
        }
    }

    private static Map<String, Provenance> provenance(Value field) {
        Map<String, Provenance> provenance = new LinkedHashMap<>();
        field.members().forEach((path, member) -> {
            Fields fields = member.object(PROVENANCE);
            if (fields == null) {
                return;
            }
            String source = fields.required("source").words();
            Confidence confidence = fields.required("confidence").choice(CONFIDENCES);
            String note = fields.get("note").words();
            if (source != null && confidence != null) {
                provenance.put(path, new Provenance(source, confidence, note));
            }
        });
        return provenance;
    }

    private static void checkSources(
            Value entryField, Json.Obj entry, Value provenanceField, Map<String, Provenance> provenance) {
        Set<String> paths = new LinkedHashSet<>();
        entry.fields().forEach((name, value) -> collect(name, value, paths));
        for (String path : provenance.keySet()) {
            if (paths.stream().noneMatch(known -> covers(path, known))) {
                provenanceField.fault("names a path (" + path + ") that the entry does not have. "
                        + NearestName.hint(path, paths, "Maybe remove it."));
            }
        }
        for (String path : paths) {
            boolean named = NAMES.contains(path) || provenance.keySet().stream().anyMatch(known -> covers(known, path));
            if (!named) {
                entryField.fault("has a figure (" + path + ") without source. Maybe add it to provenance.");
            }
        }
    }

    private static boolean covers(String path, String figure) {
        return figure.equals(path) || figure.startsWith(path + "/");
    }

    /** Paths of all figures; an array counts as one. */
    private static void collect(String path, Json value, Set<String> paths) {
        if (value instanceof Json.Obj obj) {
            obj.fields().forEach((name, child) -> collect(path + "/" + name, child, paths));
        } else {
            paths.add(path);
        }
    }
}
