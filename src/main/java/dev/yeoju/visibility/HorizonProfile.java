package dev.yeoju.visibility;

import dev.yeoju.model.ElevationMask;
import dev.yeoju.model.ElevationMask.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * An elevation mask as stretches between azimuths, in the elevations that geometry gives: what the atmosphere lifts above
 * the mask counts as above. Angles in degrees. Immutable.
 */
final class HorizonProfile {
    /** A linear stretch of the mask, apparent elevations. */
    record Stretch(double fromAzimuthDeg, double toAzimuthDeg, double fromElevationDeg, double toElevationDeg) {
        /** The mask's elevation continued linearly, at an azimuth taken on the turn nearest the stretch's middle. */
        double elevationDeg(double azimuthDeg) {
            double middle = 0.5 * (fromAzimuthDeg + toAzimuthDeg);
            double offset = azimuthDeg - middle;
            offset -= 360 * Math.rint(offset / 360);
            double slope = (toElevationDeg - fromElevationDeg) / (toAzimuthDeg - fromAzimuthDeg);
            return 0.5 * (fromElevationDeg + toElevationDeg) + slope * offset;
        }

        private boolean holds(double azimuthDeg) {
            double onTurn = azimuthDeg < fromAzimuthDeg ? azimuthDeg + 360 : azimuthDeg;
            return onTurn >= fromAzimuthDeg && onTurn <= toAzimuthDeg;
        }
    }

    private final List<Stretch> stretches;
    private final DoubleUnaryOperator geometricDeg;
    private final double lowest;
    private final double highest;

    /** @param geometricDeg geometric elevation, degrees, of an apparent one; increasing */
    HorizonProfile(ElevationMask mask, DoubleUnaryOperator geometricDeg) {
        List<Point> points = mask.points();
        List<Stretch> found = new ArrayList<>();
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < points.size(); i++) {
            Point from = points.get(i);
            boolean last = i == points.size() - 1;
            Point to = points.get(last ? 0 : i + 1);
            double toAzimuth = to.azimuthDeg() + (last ? 360 : 0);
            if (toAzimuth > from.azimuthDeg()) {
                found.add(new Stretch(from.azimuthDeg(), toAzimuth, from.elevationDeg(), to.elevationDeg()));
                low = Math.min(low, Math.min(from.elevationDeg(), to.elevationDeg()));
                high = Math.max(high, Math.max(from.elevationDeg(), to.elevationDeg()));
            }
        }
        this.stretches = List.copyOf(found);
        this.geometricDeg = geometricDeg;
        this.lowest = sine(low);
        this.highest = sine(high);
    }

    /** Sine of the geometric elevation below which nothing is visible. */
    double lowest() {
        return lowest;
    }

    /** Sine of the geometric elevation above which everything is visible. */
    double highest() {
        return highest;
    }

    List<Stretch> stretches() {
        return stretches;
    }

    /** The stretch at an azimuth in [0, 360). */
    Stretch at(double azimuthDeg) {
        for (Stretch stretch : stretches) {
            if (stretch.holds(azimuthDeg)) {
                return stretch;
            }
        }
        return stretches.get(stretches.size() - 1);
    }

    /** Sine of the geometric elevation of an apparent one in degrees. */
    double sine(double apparentDeg) {
        return Math.sin(Math.toRadians(geometricDeg.applyAsDouble(apparentDeg)));
    }
}
