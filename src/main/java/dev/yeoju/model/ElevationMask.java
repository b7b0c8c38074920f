package dev.yeoju.model;

import java.util.List;

/**
 * The horizon by azimuth: linear between its points, wrapping at 360 degrees; two points at one azimuth are a step (the
 * first holds up to that azimuth, the second from it on), one point is a flat mask.
 *
 * @param points by azimuth, ascending; never empty
 */
public record ElevationMask(List<Point> points) {
    /**
     * @param azimuthDeg from north over east, degrees in [0, 360]
     * @param elevationDeg degrees in [-90, 90]
     */
    public record Point(double azimuthDeg, double elevationDeg) {}

    public ElevationMask {
        points = List.copyOf(points);
        if (points.isEmpty()) {
            throw new IllegalArgumentException("An elevation mask needs at least one point.");
        }
    }

    /** The same elevation, in degrees, all around. */
    public static ElevationMask flat(double elevationDeg) {
        return new ElevationMask(List.of(new Point(0, elevationDeg)));
    }

    public boolean isFlat() {
        return points.stream().allMatch(p -> p.elevationDeg() == points.get(0).elevationDeg());
    }

    /** The mask's elevation, degrees, at an azimuth in degrees (any turn). */
    public double elevationDeg(double azimuthDeg) {
        double az = azimuthDeg % 360;
        if (az < 0) {
            az += 360;
        }
        Point before = points.get(points.size() - 1);
        double beforeAz = before.azimuthDeg() - 360;
        for (Point point : points) {
            if (point.azimuthDeg() > az) {
                return between(beforeAz, before.elevationDeg(), point.azimuthDeg(), point.elevationDeg(), az);
            }
            before = point;
            beforeAz = point.azimuthDeg();
        }
        Point first = points.get(0);
        return between(beforeAz, before.elevationDeg(), first.azimuthDeg() + 360, first.elevationDeg(), az);
    }

    private static double between(double az0, double el0, double az1, double el1, double az) {
        return az1 == az0 ? el1 : el0 + (el1 - el0) * (az - az0) / (az1 - az0);
    }
}
