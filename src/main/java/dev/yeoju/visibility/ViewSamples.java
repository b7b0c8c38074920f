package dev.yeoju.visibility;

import java.time.Instant;
import java.util.List;

/**
 * Directions in one view period: at its AOS, every step after, and at its LOS. All lists have one entry a sample.
 *
 * @param start AOS, UTC at the antenna
 * @param stepS elapsed seconds between samples; the last step is shorter
 * @param azimuthDeg from north over east, degrees in [0, 360)
 * @param elevationDeg apparent where the problem has refraction on, degrees
 * @param rangeKm along the down-leg, kilometres
 * @param rangeRateKmPerS its rate by time at the antenna, positive when it recedes
 * @param sepDeg Sun–Earth–probe angle seen from the antenna, degrees
 * @param sun where the Sun's centre is
 * @param moon where the Moon's centre is
 */
public record ViewSamples(
        Instant start,
        double stepS,
        List<Double> azimuthDeg,
        List<Double> elevationDeg,
        List<Double> rangeKm,
        List<Double> rangeRateKmPerS,
        List<Double> sepDeg,
        Directions sun,
        Directions moon) {
    /**
     * Directions of a body's centre, without stellar aberration (at most 0.006 degrees).
     *
     * @param azimuthDeg from north over east, degrees in [0, 360)
     * @param elevationDeg apparent where the problem has refraction on, degrees; negative below the horizon
     */
    public record Directions(List<Double> azimuthDeg, List<Double> elevationDeg) {
        public Directions {
            azimuthDeg = List.copyOf(azimuthDeg);
            elevationDeg = List.copyOf(elevationDeg);
        }
    }

    public ViewSamples {
        azimuthDeg = List.copyOf(azimuthDeg);
        elevationDeg = List.copyOf(elevationDeg);
        rangeKm = List.copyOf(rangeKm);
        rangeRateKmPerS = List.copyOf(rangeRateKmPerS);
        sepDeg = List.copyOf(sepDeg);
    }
}
