package dev.yeoju.exchange;

import dev.yeoju.exchange.CatalogueEntry.Kind;
import dev.yeoju.model.InvalidInputException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The antennas and spacecraft that problems can refer to by id, as {@code seeds/} holds them. */
public final class Catalogue {
    private static final String ROOT = "/seeds/";
    /** Names the entries, since a folder on the classpath cannot be listed. */
    private static final String INDEX = ROOT + "catalogue.json";

    private final Map<Kind, Map<String, CatalogueEntry>> entries = new EnumMap<>(Kind.class);

    private Catalogue(List<CatalogueEntry> all) {
        for (Kind kind : Kind.values()) {
            entries.put(kind, new LinkedHashMap<>());
        }
        all.forEach(entry -> byId(entry.kind()).put(entry.id(), entry));
    }

    /** The one in the jar. It is read once. */
    public static Catalogue bundled() {
        return Bundled.CATALOGUE;
    }

    /** One without any entry. */
    public static Catalogue empty() {
        return new Catalogue(List.of());
    }

    /** One of the given entries. */
    static Catalogue of(List<CatalogueEntry> all) {
        return new Catalogue(all);
    }

    /** The entries of a kind, in the index's order. */
    public List<CatalogueEntry> entries(Kind kind) {
        return List.copyOf(byId(kind).values());
    }

    /** The entry, or null when there is none. */
    public @Nullable CatalogueEntry find(Kind kind, String id) {
        return byId(kind).get(id);
    }

    Set<String> ids(Kind kind) {
        return byId(kind).keySet();
    }

    private Map<String, CatalogueEntry> byId(Kind kind) {
        return entries.computeIfAbsent(kind, k -> new LinkedHashMap<>());
    }

    private static final class Bundled {
        static final Catalogue CATALOGUE = load();

        private static Catalogue load() {
            Faults faults = new Faults();
            Map<String, Value> folders = Value.root(JsonText.read(resource(INDEX), faults), "the index", faults)
                    .members();
            List<CatalogueEntry> all = new ArrayList<>();
            for (Kind kind : Kind.values()) {
                Value folder = folders.get(kind.folder());
                if (folder == null) {
                    continue;
                }
                for (Value item : folder.items()) {
                    String id = CommonReader.id(item);
                    if (id != null) {
                        all.add(CatalogueEntryReader.read(
                                resource(ROOT + kind.folder() + "/" + id + ".json"), kind, id));
                    }
                }
            }
            faults.throwIfAny(InvalidInputException.Kind.INVALID);
            return new Catalogue(all);
        }

        private static byte[] resource(String path) {
            try (InputStream in = Catalogue.class.getResourceAsStream(path)) {
                if (in == null) {
                    throw new IllegalStateException("The catalogue's file (" + path + ") is not in the jar.");
                }
                return in.readAllBytes();
            } catch (IOException e) {
                throw new UncheckedIOException("The catalogue's file (" + path + ") cannot be read.", e);
            }
        }
    }
}
