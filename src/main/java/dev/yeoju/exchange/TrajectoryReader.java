package dev.yeoju.exchange;

import dev.yeoju.model.Body;
import dev.yeoju.model.ElevationMask;
import dev.yeoju.model.TrajectorySpec;
import dev.yeoju.model.TrajectorySpec.Axes;
import dev.yeoju.model.TrajectorySpec.Forces;
import dev.yeoju.model.TrajectorySpec.LibrationOrbit;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A {@code trajectory} -> {@link TrajectorySpec}, by its {@code type}. */
final class TrajectoryReader {
    private static final Map<String, Body> CENTERS = Words.only(Body.EARTH, Body.MOON, Body.SUN, Body.MARS);
    private static final Map<String, Body> SURFACES = Words.only(Body.MOON, Body.MARS);
    private static final Set<String> TYPE_ONLY = Set.of("type");

    private enum Type {
        OEM,
        OPM,
        TLE,
        KEPLERIAN,
        SURFACE,
        LIBRATION,
        HORIZONS,
        DELAYED
    }

    private static final Map<String, Type> TYPES = types();

    private TrajectoryReader() {}

    private static Map<String, Type> types() {
        Map<String, Type> types = new LinkedHashMap<>();
        for (Type type : Type.values()) {
            types.put(type.name().toLowerCase(java.util.Locale.ROOT), type);
        }
        return types;
    }

    static @Nullable TrajectorySpec read(Value value) {
        if (!value.isGiven()) {
            return null;
        }
        if (!(value.json() instanceof Json.Obj obj)) {
            value.object(TYPE_ONLY);
            return null;
        }
        Value typeField = value.child("type", obj.fields().get("type"));
        if (!typeField.isGiven()) {
            typeField.fault("is missing. Maybe one of " + String.join(", ", TYPES.keySet()) + ".");
            return null;
        }
        Type type = typeField.choice(TYPES);
        if (type == null) {
            return null;
        }
        switch (type) {
            case OEM:
                return oem(value);
            case OPM:
                return opm(value);
            case HORIZONS:
                return horizons(value);
            case TLE:
                return TleReader.read(value);
            case KEPLERIAN:
                return keplerian(value);
            case SURFACE:
                return surface(value);
            case DELAYED:
                return delayed(value);
            default:
                return libration(value);
        }
    }

    private static @Nullable TrajectorySpec oem(Value value) {
        Fields fields = value.object(FieldNames.OEM);
        return fields == null || !hasSource(fields) ? null : new TrajectorySpec.Oem(file(fields), ephemeris(fields));
    }

    private static @Nullable TrajectorySpec horizons(Value value) {
        Fields fields = value.object(FieldNames.HORIZONS);
        return fields == null || !hasSource(fields)
                ? null
                : new TrajectorySpec.Horizons(file(fields), ephemeris(fields));
    }

    private static @Nullable TrajectorySpec opm(Value value) {
        Fields fields = value.object(FieldNames.OPM);
        if (fields == null) {
            return null;
        }
        Forces forces = forces(fields.get("forces"));
        return hasSource(fields) ? new TrajectorySpec.Opm(file(fields), ephemeris(fields), forces) : null;
    }

    private static boolean hasSource(Fields fields) {
        Value file = fields.get("file");
        Value ephemeris = fields.get("ephemeris");
        if (file.isGiven() && ephemeris.isGiven()) {
            ephemeris.fault("is given beside file. Maybe remove one of them.");
            return false;
        }
        if (!file.isGiven() && !ephemeris.isGiven()) {
            file.fault("is missing. Maybe name a file beside the problem, or an ephemeris by its id.");
            return false;
        }
        return true;
    }

    private static @Nullable String file(Fields fields) {
        return fields.get("file").words();
    }

    private static @Nullable String ephemeris(Fields fields) {
        return CommonReader.id(fields.get("ephemeris"));
    }

    private static @Nullable TrajectorySpec keplerian(Value value) {
        Fields fields = value.object(FieldNames.KEPLERIAN);
        if (fields == null) {
            return null;
        }
        Body center = fields.required("center").choice(CENTERS);
        Axes frame = fields.get("frame").choice(Words.AXES);
        Instant epoch = fields.required("epoch").instant();
        Forces forces = forces(fields.get("forces"));
        TrajectorySpec.Elements elements = ElementsReader.read(fields.required("elements"), forces != null);
        if (center == null || epoch == null || elements == null) {
            return null;
        }
        return new TrajectorySpec.Keplerian(
                center, Objects.requireNonNullElse(frame, Axes.ICRF), epoch, elements, forces);
    }

    private static @Nullable Forces forces(Value value) {
        Fields fields = value.object(FieldNames.FORCES);
        if (fields == null) {
            return null;
        }
        Set<Body> thirdBodies = EnumSet.noneOf(Body.class);
        for (Value item : fields.get("thirdBodies").items()) {
            Body body = item.choice(Words.BODIES);
            if (body != null && !thirdBodies.add(body)) {
                item.fault("is listed twice. Maybe remove one of them.");
            }
        }
        TrajectorySpec.SolarRadiation radiation = null;
        Fields radiationFields = fields.get("solarRadiation").object(FieldNames.SOLAR_RADIATION);
        if (radiationFields != null) {
            Double area = radiationFields.required("areaToMassM2PerKg").number(Range.positiveUpTo(1000));
            double reflectivity = radiationFields.get("reflectivity").number(Range.between(0, 2), 1);
            radiation = area == null ? null : new TrajectorySpec.SolarRadiation(area, reflectivity);
        }
        return new Forces(thirdBodies, fields.get("j2").flag(false), radiation);
    }

    private static @Nullable TrajectorySpec surface(Value value) {
        Fields fields = value.object(FieldNames.SURFACE);
        if (fields == null) {
            return null;
        }
        Body body = fields.required("body").choice(SURFACES);
        Double latitude = fields.required("latitudeDeg").number(Range.ELEVATION_DEG);
        Double longitude = fields.required("longitudeDeg").number(Range.between(-180, 360));
        Double altitude = fields.get("altitudeM").number(Range.between(-20_000, 30_000));
        Value flatField = fields.get("minElevationDeg");
        Value maskField = fields.get("elevationMask");
        if (flatField.isGiven() && maskField.isGiven()) {
            flatField.fault("is given beside elevationMask. Maybe remove one of them.");
        }
        Double flat = flatField.number(Range.ELEVATION_DEG);
        ElevationMask mask = CommonReader.mask(maskField);
        if (body == null || latitude == null || longitude == null) {
            return null;
        }
        return new TrajectorySpec.Surface(
                body,
                latitude,
                longitude,
                altitude == null ? 0 : altitude,
                mask != null ? mask : ElevationMask.flat(flat == null ? 0 : flat));
    }

    private static @Nullable TrajectorySpec libration(Value value) {
        Fields fields = value.object(FieldNames.LIBRATION);
        if (fields == null) {
            return null;
        }
        LibrationOrbit orbit = fields.required("orbit").choice(Words.LIBRATION_ORBITS);
        Map<String, Double> parameters = new LinkedHashMap<>();
        fields.get("parameters").members().forEach((name, member) -> {
            Double number = member.number(Range.ANY);
            if (number != null) {
                parameters.put(name, number);
            }
        });
        Instant epoch = fields.get("epoch").instant();
        return orbit == null ? null : new TrajectorySpec.Libration(orbit, parameters, epoch);
    }

    private static @Nullable TrajectorySpec delayed(Value value) {
        Fields fields = value.object(FieldNames.DELAYED);
        if (fields == null) {
            return null;
        }
        Duration by = fields.required("by").duration(Duration.ofSeconds(1));
        Value field = fields.required("trajectory");
        TrajectorySpec trajectory = read(field);
        if (trajectory instanceof TrajectorySpec.Delayed) {
            field.field("type").fault("is delayed itself. Maybe one delay by both together.");
            return null;
        }
        if (trajectory instanceof TrajectorySpec.Surface) {
            field.field("type").fault("is a site, which stays where it is. Maybe remove the delay.");
            return null;
        }
        return by == null || trajectory == null ? null : new TrajectorySpec.Delayed(trajectory, by);
    }
}
