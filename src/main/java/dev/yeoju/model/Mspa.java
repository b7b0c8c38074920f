package dev.yeoju.model;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Several spacecraft in one beam (multiple spacecraft per aperture).
 *
 * @param maxSpacecraft how many at once
 * @param beamWidthDeg width of the beam by band, degrees
 */
public record Mspa(int maxSpacecraft, Map<Band, Double> beamWidthDeg) {
    public Mspa {
        beamWidthDeg = Map.copyOf(beamWidthDeg);
    }

    /**
     * Width of the beam in a band, degrees; without a band the narrowest that there is. Not a number where it is not
     * known: then nobody shares the beam, since no angle is at most that.
     */
    public double widthDeg(@Nullable Band band) {
        if (band != null) {
            return beamWidthDeg.getOrDefault(band, Double.NaN);
        }
        return beamWidthDeg.values().stream()
                .mapToDouble(Double::doubleValue)
                .min()
                .orElse(Double.NaN);
    }
}
