package dev.yeoju.exchange;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Puts catalogue entries in the place of {@code {"catalogue": "ID"}}. A field given beside it replaces the entry's field
 * of that name as a whole; null takes it away.
 */
final class CatalogueMerge {
    /** Stands for an object whose entry is unknown, so that nothing more is said about it. */
    static final Json.Obj UNRESOLVED = new Json.Obj(Map.of());

    private final Catalogue catalogue;
    private final Set<String> unresolvedIds = new HashSet<>();

    CatalogueMerge(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** Ids of objects whose entry is unknown: what refers to them is not at fault. */
    Set<String> unresolvedIds() {
        return unresolvedIds;
    }

    /** The array with every entry merged in; anything that is not an array of objects is left for the reader to refuse. */
    Value merged(Value array, CatalogueEntry.Kind kind, Value root) {
        if (!(array.json() instanceof Json.Arr)) {
            return array;
        }
        List<Json> items = new ArrayList<>();
        for (Value item : array.items()) {
            items.add(
                    item.json() instanceof Json.Obj obj && obj.fields().containsKey("catalogue")
                            ? merged(item, obj, kind)
                            : item.json());
        }
        return root.child(array.name(), new Json.Arr(items));
    }

    private Json merged(Value item, Json.Obj object, CatalogueEntry.Kind kind) {
        Value field = item.child("catalogue", object.fields().get("catalogue"));
        String id = field.text();
        CatalogueEntry entry = id == null ? null : catalogue.find(kind, id);
        if (entry == null) {
            if (id != null) {
                field.fault("is no " + kind.word() + " of the catalogue. "
                        + NearestName.hint(
                                id,
                                catalogue.ids(kind),
                                "Known ones: " + String.join(", ", catalogue.ids(kind)) + "."));
                unresolvedIds.add(id);
            }
            if (object.fields().get("id") instanceof Json.Str own) {
                unresolvedIds.add(own.text());
            }
            return UNRESOLVED;
        }
        Map<String, Json> fields = new LinkedHashMap<>(entry.fields().fields());
        object.fields().forEach((name, value) -> {
            if (name.equals("catalogue")) {
                return;
            }
            if (value instanceof Json.Null) {
                fields.remove(name);
            } else {
                fields.put(name, value);
            }
        });
        return new Json.Obj(fields);
    }
}
