package dev.yeoju.service;

import dev.yeoju.model.TrackRequest;
import dev.yeoju.model.ViewPeriod;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds requests whose two-way tracks may end before the first answer can be heard. */
final class TwoWayWarnings {
    /** Speed of light in vacuum (exact, SI). */
    private static final double LIGHT_KM_PER_S = 299_792.458;

    private TwoWayWarnings() {}

    /**
     * One sentence for each request, or series of them, that transmits and may get a track shorter than the round-trip
     * light time at the spacecraft's least distance. Spacecraft whose distance is not known are passed over.
     */
    static List<String> of(List<TrackRequest> requests, List<ViewPeriod> viewPeriods) {
        Map<String, Double> leastKm = new HashMap<>();
        for (ViewPeriod period : viewPeriods) {
            if (period.spacecraft() != null && period.minRangeKm() != null) {
                leastKm.merge(period.spacecraft(), period.minRangeKm(), Math::min);
            }
        }
        List<String> warnings = new ArrayList<>();
        Set<String> named = new LinkedHashSet<>();
        for (TrackRequest request : requests) {
            Double rangeKm = leastKm.get(request.spacecraft());
            if (!request.uplink() || rangeKm == null) {
                continue;
            }
            Duration roundTrip = Duration.ofSeconds((long) Math.ceil(2 * rangeKm / LIGHT_KM_PER_S));
            String name = request.series() == null ? request.id() : request.series();
            if (request.minTrackDuration().compareTo(roundTrip) < 0 && named.add(name)) {
                warnings.add("Request " + name + ": its shortest two-way track (" + request.minTrackDuration()
                        + ") is shorter than the round-trip light time to " + request.spacecraft() + " ("
                        + roundTrip + "). Maybe ask for longer tracks.");
            }
        }
        return List.copyOf(warnings);
    }
}
