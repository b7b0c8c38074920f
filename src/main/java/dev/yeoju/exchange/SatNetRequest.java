package dev.yeoju.exchange;

import dev.yeoju.model.Interval;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One request of a SatNet week.
 *
 * @param trackId unique in the week
 * @param subject the mission
 * @param week number of the week, or null where the file does not say
 * @param year of the week, or null alike
 * @param min least tracked time, all tracks together
 * @param preferred most tracked time
 * @param setup antenna time before each track
 * @param teardown antenna time after each track
 * @param window bounds of its tracks
 * @param viewPeriods the antennas used together, one or more, and the times of TRX ON to TRX OFF in which they can be,
 *     sorted by begin; no two times of one option overlap
 */
public record SatNetRequest(
        String trackId,
        String subject,
        @Nullable Integer week,
        @Nullable Integer year,
        Duration min,
        Duration preferred,
        Duration setup,
        Duration teardown,
        Interval window,
        Map<List<String>, List<Interval>> viewPeriods) {
    public SatNetRequest {
        viewPeriods = viewPeriods.entrySet().stream()
                .collect(Collectors.toMap(
                        option -> List.copyOf(option.getKey()),
                        option -> List.copyOf(option.getValue()),
                        (a, b) -> a,
                        LinkedHashMap::new));
    }
}
