package dev.yeoju.exchange;

import dev.yeoju.model.TrajectorySpec.AnomalyKind;
import dev.yeoju.model.TrajectorySpec.Elements;
import org.jspecify.annotations.Nullable;

/** The {@code elements} of a Keplerian trajectory. Angles in degrees, any turn within two. */
final class ElementsReader {
    private static final Range ANGLE_DEG = Range.between(-720, 720);
    private static final Range RATE_DEG_PER_DAY = Range.between(-10_000, 10_000);

    private ElementsReader() {}

    /** @param forced whether forces are given, which leave no room for held rates */
    static @Nullable Elements read(Value value, boolean forced) {
        Fields fields = value.object(FieldNames.ELEMENTS);
        if (fields == null) {
            return null;
        }
        Value axisField = fields.required("semiMajorAxisKm");
        Value eccentricityField = fields.required("eccentricity");
        Double axis = axisField.number(Range.ANY);
        Double eccentricity = eccentricityField.number(Range.between(0, 1000));
        Double inclination = fields.required("inclinationDeg").number(Range.between(0, 180));
        double raan = fields.get("raanDeg").number(ANGLE_DEG, 0);
        double pericenter = fields.get("argumentOfPericenterDeg").number(ANGLE_DEG, 0);
        Value trueField = fields.get("trueAnomalyDeg");
        Value meanField = fields.get("meanAnomalyDeg");
        Double trueAnomaly = trueField.number(ANGLE_DEG);
        Double meanAnomaly = meanField.number(ANGLE_DEG);
        if (trueField.isGiven() && meanField.isGiven()) {
            meanField.fault("is given beside trueAnomalyDeg. Maybe remove one of them.");
        }
        double raanRate = rate(fields.get("raanRateDegPerDay"), forced);
        double pericenterRate = rate(fields.get("argumentOfPericenterRateDegPerDay"), forced);
        boolean conic = axis != null && eccentricity != null && conic(axisField, axis, eccentricityField, eccentricity);
        if (axis == null || eccentricity == null || inclination == null || !conic) {
            return null;
        }
        return new Elements(
                axis,
                eccentricity,
                inclination,
                raan,
                pericenter,
                trueAnomaly != null ? trueAnomaly : meanAnomaly != null ? meanAnomaly : 0,
                trueField.isGiven() ? AnomalyKind.TRUE : AnomalyKind.MEAN,
                raanRate,
                pericenterRate);
    }

    private static double rate(Value field, boolean forced) {
        double rate = field.number(RATE_DEG_PER_DAY, 0);
        if (rate != 0 && forced) {
            field.fault("is given beside forces, which turn the orbit themselves. Maybe remove one of them.");
        }
        return rate;
    }

    private static boolean conic(Value axisField, double axis, Value eccentricityField, double eccentricity) {
        if (axis == 0) {
            axisField.fault("is zero. Maybe the mean of pericentre and apocentre radius, in kilometres.");
            return false;
        }
        if (eccentricity == 1) {
            eccentricityField.fault("is a parabola, which has no semi-major axis. Maybe 0.999999.");
            return false;
        }
        if (eccentricity < 1 && axis < 0) {
            axisField.fault("is negative, but an eccentricity of " + eccentricity
                    + " is an ellipse. Maybe a positive one, or an eccentricity above 1.");
            return false;
        }
        if (eccentricity > 1 && axis > 0) {
            eccentricityField.fault("is a hyperbola, but semiMajorAxisKm (" + axis
                    + ") is positive. Maybe an eccentricity below 1, or a negative semi-major axis.");
            return false;
        }
        return true;
    }
}
