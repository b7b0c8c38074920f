package dev.yeoju.model;

import java.util.Map;

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
}
