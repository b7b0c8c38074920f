package dev.yeoju.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A ground antenna.
 *
 * @param id unique in the problem
 * @param name for people
 * @param complex id of the complex it belongs to; its own id where none is given
 * @param site where it stands; null only when all its view periods are given
 * @param bands what it serves; empty serves every band
 * @param elevationMask horizon for receiving
 * @param uplinkMinElevationDeg lowest elevation for transmitting, degrees
 * @param keyholeElevationDeg elevation above which the mount cannot follow, degrees; 90 has no keyhole
 * @param slewRate speed of repointing, or null when repointing takes no time
 * @param trackingRateDegPerS fastest motion the mount can follow, degrees a second; infinite when not limited
 * @param minSepDeg smallest Sun–Earth–probe angle by band, degrees
 * @param mspa several spacecraft in one beam, or null when it cannot
 * @param unavailable maintenance and outages
 */
public record Antenna(
        String id,
        String name,
        String complex,
        @Nullable Site site,
        Set<Band> bands,
        ElevationMask elevationMask,
        double uplinkMinElevationDeg,
        double keyholeElevationDeg,
        @Nullable SlewRate slewRate,
        double trackingRateDegPerS,
        Map<Band, Double> minSepDeg,
        @Nullable Mspa mspa,
        List<Unavailability> unavailable) {
    public Antenna {
        bands = Set.copyOf(bands);
        minSepDeg = Map.copyOf(minSepDeg);
        unavailable = List.copyOf(unavailable);
    }

    /** Whether the antenna serves the band; null asks for none in particular. */
    public boolean serves(@Nullable Band band) {
        return band == null || bands.isEmpty() || bands.contains(band);
    }

    /** All times within the interval in which the antenna is down, joined. */
    public List<Interval> downWithin(Interval horizon) {
        List<Interval> down = new ArrayList<>();
        unavailable.forEach(u -> down.addAll(u.within(horizon)));
        return Intervals.union(down);
    }
}
