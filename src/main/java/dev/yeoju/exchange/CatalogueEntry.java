package dev.yeoju.exchange;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An antenna or spacecraft of the catalogue, every figure with its source. The file's shape: seeds/README.md. */
public final class CatalogueEntry {
    /** What an entry describes. */
    public enum Kind {
        ANTENNA("antenna", "antennas"),
        SPACECRAFT("spacecraft", "spacecraft");

        private final String word;
        private final String folder;

        Kind(String word, String folder) {
            this.word = word;
            this.folder = folder;
        }

        /** The name in files: {@code antenna}, {@code spacecraft}. */
        public String word() {
            return word;
        }

        /** The folder under {@code seeds/} that holds such entries. */
        public String folder() {
            return folder;
        }
    }

    /** How sure a figure is. */
    public enum Confidence {
        /** The source says it. */
        PUBLISHED,
        /** Computed from what the source says. */
        DERIVED,
        /** Nobody says it; a planner with better knowledge overrides it. */
        ASSUMED;

        /** The name in files: {@code published} … */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Where a figure comes from.
     *
     * @param source who says so, or what it is derived from
     * @param note what else a reader should know, or null
     */
    public record Provenance(
            String source, Confidence confidence, @Nullable String note) {}

    private final String id;
    private final Kind kind;
    private final LocalDate asOf;
    private final String programme;
    private final Json.Obj fields;
    private final Map<String, Provenance> provenance;

    CatalogueEntry(
            String id,
            Kind kind,
            LocalDate asOf,
            String programme,
            Json.Obj fields,
            Map<String, Provenance> provenance) {
        this.id = id;
        this.kind = kind;
        this.asOf = asOf;
        this.programme = programme;
        this.fields = fields;
        this.provenance = Collections.unmodifiableMap(new LinkedHashMap<>(provenance));
    }

    public String id() {
        return id;
    }

    public Kind kind() {
        return kind;
    }

    /** The day at which its facts were looked up. */
    public LocalDate asOf() {
        return asOf;
    }

    /** The programme it belongs to, as seeds/README.md traces it. */
    public String programme() {
        return programme;
    }

    /** Where its figures come from, by field path such as {@code site/latitudeDeg}; a path covers all below it. */
    public Map<String, Provenance> provenance() {
        return provenance;
    }

    /** The fields, exactly as in a problem. */
    Json.Obj fields() {
        return fields;
    }
}
