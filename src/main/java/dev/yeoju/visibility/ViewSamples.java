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
 */
public record ViewSamples(
        Instant start,
        double stepS,
        List<Double> azimuthDeg,
        List<Double> elevationDeg,
        List<Double> rangeKm,
        List<Double> rangeRateKmPerS) {
    public ViewSamples {
        azimuthDeg = List.copyOf(azimuthDeg);
        elevationDeg = List.copyOf(elevationDeg);
        rangeKm = List.copyOf(rangeKm);
        rangeRateKmPerS = List.copyOf(rangeRateKmPerS);
    }
}
