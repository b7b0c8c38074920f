package dev.yeoju.exchange;

import dev.yeoju.model.Band;
import dev.yeoju.model.LinkRate;
import dev.yeoju.model.Spacecraft;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An object of {@code spacecraft} -> {@link Spacecraft}. */
final class SpacecraftReader {
    private SpacecraftReader() {}

    /** The spacecraft, its catalogue entry merged in; null where it is too wrong to make one. */
    static @Nullable Spacecraft read(Value value) {
        Fields fields = value.object(FieldNames.SPACECRAFT);
        if (fields == null) {
            return null;
        }
        String id = CommonReader.id(fields.required("id"));
        String name = fields.get("name").words();
        String mission = CommonReader.id(fields.get("mission"));
        Spacecraft spacecraft = new Spacecraft(
                id == null ? "" : id,
                name != null ? name : Objects.requireNonNullElse(id, ""),
                mission != null ? mission : Objects.requireNonNullElse(id, ""),
                TrajectoryReader.read(fields.get("trajectory")),
                CommonReader.intervals(fields.get("windows")),
                linkTable(fields.get("linkTable")));
        return id == null ? null : spacecraft;
    }

    private static List<LinkRate> linkTable(Value value) {
        List<LinkRate> rows = new ArrayList<>();
        for (Value item : value.items()) {
            Fields fields = item.object(FieldNames.LINK_RATE);
            if (fields == null) {
                continue;
            }
            Band band = fields.required("band").choice(Words.BANDS);
            Double range = fields.required("maxRangeKm").number(Range.POSITIVE);
            double elevation = fields.get("minElevationDeg").number(Range.ELEVATION_DEG, 0);
            Double rate = fields.required("bitsPerS").number(Range.POSITIVE);
            if (band != null && range != null && rate != null) {
                rows.add(new LinkRate(band, range, elevation, rate));
            }
        }
        return rows;
    }
}
