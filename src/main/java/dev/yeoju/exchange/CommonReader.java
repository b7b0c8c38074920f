package dev.yeoju.exchange;

import dev.yeoju.model.Band;
import dev.yeoju.model.ElevationMask;
import dev.yeoju.model.Interval;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Parts that several objects of a problem share. */
final class CommonReader {
    /** No slash or number sign: members of a series are {@code ID/1}, tracks {@code ID#1}. */
    private static final Pattern ID = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}\\p{M}._:+-]*");

    private CommonReader() {}

    /** An identifier; null where it is absent or wrong. */
    static @Nullable String id(Value value) {
        String id = value.text();
        if (id == null) {
            return null;
        }
        if (id.codePointCount(0, id.length()) > Limits.ID_LENGTH) {
            value.fault("is longer than " + Limits.ID_LENGTH + " characters. Maybe put the long form into name.");
            return null;
        }
        if (!ID.matcher(id).matches()) {
            String allowed = id.replaceAll("[^\\p{L}\\p{N}\\p{M}._:+-]+", "-").replaceAll("^[^\\p{L}\\p{N}]+", "");
            value.fault("is not an id: letters, digits and . _ : + - are taken, a letter or digit first."
                    + (allowed.isEmpty() ? " Maybe a short name." : " Maybe \"" + allowed + "\"."));
            return null;
        }
        return id;
    }

    /** A reference to something by its id, which must be known. */
    static @Nullable String reference(Value value, Set<String> known, String what) {
        String id = value.text();
        if (id == null) {
            return null;
        }
        if (!known.contains(id)) {
            value.fault("is no " + what + " of this problem. "
                    + NearestName.hint(
                            id, known, known.isEmpty() ? "Maybe add it." : "Maybe add it, or correct the id."));
            return null;
        }
        return id;
    }

    /** An interval in whole seconds; null where it is absent or wrong. */
    static @Nullable Interval interval(Value value) {
        Fields fields = value.object(FieldNames.INTERVAL);
        return fields == null ? null : interval(fields);
    }

    /** The interval of an object's {@code start} and {@code end}, in whole seconds. */
    static @Nullable Interval interval(Fields fields) {
        Value startField = fields.required("start");
        Value endField = fields.required("end");
        Instant start = startField.second();
        Instant end = endField.second();
        if (start == null || end == null) {
            return null;
        }
        if (end.equals(start)) {
            endField.fault("is the same as start, so the interval is empty. Maybe a later end.");
            return null;
        }
        if (end.isBefore(start)) {
            endField.fault("is before start (" + start + "). Maybe they are swapped.");
            return null;
        }
        return new Interval(start, end);
    }

    static List<Interval> intervals(Value value) {
        List<Interval> intervals = new ArrayList<>();
        for (Value item : value.items()) {
            Interval interval = interval(item);
            if (interval != null) {
                intervals.add(interval);
            }
        }
        return intervals;
    }

    static Set<Band> bands(Value value) {
        Set<Band> bands = EnumSet.noneOf(Band.class);
        for (Value item : value.items()) {
            Band band = item.choice(Words.BANDS);
            if (band != null && !bands.add(band)) {
                item.fault("is listed twice. Maybe remove one of them.");
            }
        }
        return bands;
    }

    /** Numbers by band. */
    static Map<Band, Double> byBand(Value value, Range range) {
        Map<Band, Double> numbers = new EnumMap<>(Band.class);
        value.members().forEach((name, member) -> {
            Band band = Words.BANDS.get(name);
            if (band == null) {
                member.fault("is not one of the bands " + String.join(", ", Words.BANDS.keySet()) + ". "
                        + NearestName.hint(name, Words.BANDS.keySet(), "Maybe choose one of these."));
                return;
            }
            Double number = member.number(range);
            if (number != null) {
                numbers.put(band, number);
            }
        });
        return numbers;
    }

    /** Points by azimuth; null where they are absent or wrong. */
    static @Nullable ElevationMask mask(Value value) {
        if (!value.isGiven()) {
            return null;
        }
        long before = value.faults().count();
        List<ElevationMask.Point> points = new ArrayList<>();
        double last = 0;
        for (Value item : value.items()) {
            Fields fields = item.object(FieldNames.MASK_POINT);
            if (fields == null) {
                continue;
            }
            Value azimuthField = fields.required("azimuthDeg");
            Double azimuth = azimuthField.number(Range.between(0, 360));
            Double elevation = fields.required("elevationDeg").number(Range.ELEVATION_DEG);
            if (azimuth != null && azimuth < last) {
                azimuthField.fault("comes after a point at " + last + ". Maybe sort the mask by azimuth.");
            } else if (azimuth != null && elevation != null) {
                last = azimuth;
                points.add(new ElevationMask.Point(azimuth, elevation));
            }
        }
        if (value.faults().count() > before) {
            return null;
        }
        if (points.isEmpty()) {
            value.fault("holds no point. Maybe [{\"azimuthDeg\": 0, \"elevationDeg\": 10}] for a flat mask.");
            return null;
        }
        return new ElevationMask(points);
    }
}
