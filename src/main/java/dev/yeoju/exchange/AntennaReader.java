package dev.yeoju.exchange;

import dev.yeoju.model.Antenna;
import dev.yeoju.model.Band;
import dev.yeoju.model.ElevationMask;
import dev.yeoju.model.Interval;
import dev.yeoju.model.Mspa;
import dev.yeoju.model.Site;
import dev.yeoju.model.SlewRate;
import dev.yeoju.model.Unavailability;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An object of {@code antennas} -> {@link Antenna}. */
final class AntennaReader {
    static final ElevationMask DEFAULT_MASK = ElevationMask.flat(10);
    static final double DEFAULT_UPLINK_MIN_ELEVATION_DEG = 10;
    /** The zenith itself: no keyhole. */
    static final double DEFAULT_KEYHOLE_ELEVATION_DEG = 90;

    private AntennaReader() {}

    /** The antenna, its catalogue entry merged in; null where it is too wrong to make one. */
    static @Nullable Antenna read(Value value) {
        Fields fields = value.object(FieldNames.ANTENNA);
        if (fields == null) {
            return null;
        }
        String id = CommonReader.id(fields.required("id"));
        String name = fields.get("name").words();
        String complex = CommonReader.id(fields.get("complex"));
        Site site = site(fields.get("site"));
        ElevationMask mask = CommonReader.mask(fields.get("elevationMask"));
        Double trackingRate = fields.get("trackingRateDegPerS").number(Range.positiveUpTo(360));
        Antenna antenna = new Antenna(
                id == null ? "" : id,
                name != null ? name : Objects.requireNonNullElse(id, ""),
                complex != null ? complex : Objects.requireNonNullElse(id, ""),
                site,
                CommonReader.bands(fields.get("bands")),
                mask == null ? DEFAULT_MASK : mask,
                fields.get("uplinkMinElevationDeg").number(Range.ELEVATION_DEG, DEFAULT_UPLINK_MIN_ELEVATION_DEG),
                fields.get("keyholeElevationDeg").number(Range.positiveUpTo(90), DEFAULT_KEYHOLE_ELEVATION_DEG),
                slewRate(fields.get("slewRate")),
                trackingRate == null ? Double.POSITIVE_INFINITY : trackingRate,
                CommonReader.byBand(fields.get("minSepDeg"), Range.between(0, 180)),
                mspa(fields.get("mspa")),
                unavailable(fields.get("unavailable")));
        return id == null ? null : antenna;
    }

    private static @Nullable Site site(Value value) {
        Fields fields = value.object(FieldNames.SITE);
        if (fields == null) {
            return null;
        }
        Double latitude = fields.required("latitudeDeg").number(Range.ELEVATION_DEG);
        Double longitude = fields.required("longitudeDeg").number(Range.between(-180, 360));
        Double altitude = fields.get("altitudeM").number(Range.between(-1000, 10_000));
        if (latitude == null || longitude == null) {
            return null;
        }
        return new Site(latitude, longitude, altitude == null ? 0 : altitude);
    }

    private static @Nullable SlewRate slewRate(Value value) {
        Fields fields = value.object(FieldNames.SLEW_RATE);
        if (fields == null) {
            return null;
        }
        Double azimuth = fields.required("azimuthDegPerS").number(Range.positiveUpTo(360));
        Double elevation = fields.required("elevationDegPerS").number(Range.positiveUpTo(360));
        return azimuth == null || elevation == null ? null : new SlewRate(azimuth, elevation);
    }

    private static @Nullable Mspa mspa(Value value) {
        Fields fields = value.object(FieldNames.MSPA);
        if (fields == null) {
            return null;
        }
        Integer maxSpacecraft = fields.required("maxSpacecraft").count(2, 100);
        Value widthsField = fields.required("beamWidthDeg");
        Map<Band, Double> widths = CommonReader.byBand(widthsField, Range.positiveUpTo(180));
        if (widthsField.isGiven() && widthsField.json().equals(new Json.Obj(Map.of()))) {
            widthsField.fault("names no band. Maybe {\"X\": 0.07}.");
        }
        return maxSpacecraft == null ? null : new Mspa(maxSpacecraft, widths);
    }

    private static List<Unavailability> unavailable(Value value) {
        List<Unavailability> times = new ArrayList<>();
        for (Value item : value.items()) {
            Fields fields = item.object(FieldNames.UNAVAILABLE);
            if (fields == null) {
                continue;
            }
            Interval interval = CommonReader.interval(fields);
            String reason = fields.get("reason").text();
            Value everyField = fields.get("every");
            Duration every = everyField.duration(Duration.ofSeconds(1));
            if (interval == null) {
                continue;
            }
            if (every != null && every.compareTo(interval.duration()) < 0) {
                everyField.fault("is shorter than the time it repeats (" + interval.duration()
                        + "). Maybe a longer period, or one long unavailability.");
            }
            times.add(new Unavailability(interval, reason == null ? "" : reason, every));
        }
        return times;
    }
}
