package dev.yeoju.exchange;

import dev.yeoju.model.AntennaComplex;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** {@code complexes} -> {@link AntennaComplex}. */
final class ComplexReader {
    private ComplexReader() {}

    static List<AntennaComplex> read(Value field, Value antennas) {
        List<AntennaComplex> complexes = new ArrayList<>();
        if (!field.isGiven()) {
            return complexes;
        }
        Set<String> known = new LinkedHashSet<>();
        if (antennas.json() instanceof Json.Arr) {
            for (Value antenna : antennas.items()) {
                Value own = antenna.field("complex").isGiven() ? antenna.field("complex") : antenna.field("id");
                if (own.json() instanceof Json.Str str) {
                    known.add(str.text());
                }
            }
        }
        Set<String> seen = new HashSet<>();
        for (Value item : field.items()) {
            Fields fields = item.object(FieldNames.COMPLEX);
            if (fields == null) {
                continue;
            }
            Value idField = fields.required("id");
            String id = CommonReader.id(idField);
            Integer tracks = fields.get("maxSimultaneousTracks").count(1, Limits.ANTENNAS);
            Integer uplinks = fields.get("maxSimultaneousUplinks").count(0, Limits.ANTENNAS);
            if (id == null) {
                continue;
            }
            if (!seen.add(id)) {
                idField.fault("is the id of two complexes. Maybe join them.");
            } else if (!known.contains(id)) {
                idField.fault("is the complex of no antenna. "
                        + NearestName.hint(id, known, "Maybe set an antenna's complex to it."));
            }
            complexes.add(new AntennaComplex(id, tracks, uplinks));
        }
        return complexes;
    }
}
