package dev.yeoju.exchange;

import dev.yeoju.model.Track;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tracks, as {@code pins}, {@code published} and a schedule hold them. */
final class TrackReader {
    private TrackReader() {}

    /**
     * A track by itself, its references unchecked; null where it is too wrong to make one.
     *
     * @param pinned what an absent {@code pinned} means
     */
    static @Nullable Track read(Value value, boolean pinned) {
        Fields fields = value.object(FieldNames.TRACK);
        if (fields == null) {
            return null;
        }
        String id = fields.required("id").words();
        String request = fields.required("request").words();
        String spacecraft = fields.required("spacecraft").words();
        List<String> antennas = antennas(fields.required("antennas"));
        Instant boa = fields.required("boa").second();
        Instant bot = fields.required("bot").second();
        Value eotField = fields.required("eot");
        Instant eot = eotField.second();
        Value eoaField = fields.required("eoa");
        Instant eoa = eoaField.second();
        if (boa != null && bot != null && bot.isBefore(boa)) {
            fields.get("bot").fault("is before boa (" + boa + "). Maybe they are swapped: boa ≤ bot < eot ≤ eoa.");
        }
        if (bot != null && eot != null && !eot.isAfter(bot)) {
            eotField.fault("is not after bot (" + bot + "). Maybe they are swapped: boa ≤ bot < eot ≤ eoa.");
        }
        if (eot != null && eoa != null && eoa.isBefore(eot)) {
            eoaField.fault("is before eot (" + eot + "). Maybe they are swapped: boa ≤ bot < eot ≤ eoa.");
        }
        boolean isPinned = fields.get("pinned").flag(pinned);
        if (id == null
                || request == null
                || spacecraft == null
                || boa == null
                || bot == null
                || eot == null
                || eoa == null) {
            return null;
        }
        return new Track(id, request, spacecraft, antennas, boa, bot, eot, eoa, isPinned);
    }

    static List<String> antennas(Value field) {
        List<String> antennas = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        List<Value> items = field.items();
        for (Value item : items) {
            String antenna = item.words();
            if (antenna != null && !seen.add(antenna)) {
                item.fault("is listed twice. Maybe remove one of them.");
            } else if (antenna != null) {
                antennas.add(antenna);
            }
        }
        if (items.isEmpty() && field.json() instanceof Json.Arr) {
            field.fault("names no antenna. Maybe add the one that tracks.");
        }
        return antennas;
    }
}
