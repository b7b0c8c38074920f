package dev.yeoju.model;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where antennas point while they track: the geometry behind slew, shared beams and lowest elevations, the same for
 * everyone who asks. Immutable once made; asks nothing of the rules.
 */
public final class Directions {
    private record Pair(String antenna, String subject) {}

    private final Map<Pair, List<ViewPeriod>> bySpacecraft = new HashMap<>();
    private final Map<Pair, List<ViewPeriod>> byRequest = new HashMap<>();

    public Directions(ProblemInstance instance) {
        for (ViewPeriod period : instance.viewPeriods()) {
            String only = period.request();
            String spacecraft = period.spacecraft();
            if (only != null) {
                byRequest
                        .computeIfAbsent(new Pair(period.antenna(), only), k -> new ArrayList<>())
                        .add(period);
            } else if (spacecraft != null) {
                bySpacecraft
                        .computeIfAbsent(new Pair(period.antenna(), spacecraft), k -> new ArrayList<>())
                        .add(period);
            }
        }
        bySpacecraft.values().forEach(periods -> periods.sort(Comparator.comparing(ViewPeriod::aos)));
        byRequest.values().forEach(periods -> periods.sort(Comparator.comparing(ViewPeriod::aos)));
    }

    /**
     * The view period in which an antenna tracks a request's spacecraft: the first by AOS that contains all of
     * {@code [bot, eot)}, among those for the request alone (or its series) where there are any, else those of its
     * spacecraft; null where there is none, which breaks a rule.
     */
    public @Nullable ViewPeriod viewPeriod(TrackRequest request, String antenna, Interval tracking) {
        for (ViewPeriod period : periods(request, antenna)) {
            if (!period.aos().isAfter(tracking.start()) && !period.los().isBefore(tracking.end())) {
                return period;
            }
        }
        return null;
    }

    /** Where the antenna points while it tracks; null where that is not known. */
    public @Nullable PointingTrack pointing(TrackRequest request, String antenna, Interval tracking) {
        ViewPeriod period = viewPeriod(request, antenna, tracking);
        return period == null ? null : period.pointing();
    }

    /**
     * Time to repoint an antenna from where one track ends to where another begins, in whole seconds: from the direction
     * at the one's {@code eot} to that at the other's {@code bot}, the slower axis. Zero where the antenna has no slew
     * rate or a direction is not known.
     */
    public static Duration slew(
            Antenna antenna,
            @Nullable PointingTrack from,
            Interval earlier,
            @Nullable PointingTrack to,
            Interval later) {
        SlewRate rate = antenna.slewRate();
        if (rate == null || from == null || to == null) {
            return Duration.ZERO;
        }
        return Duration.ofSeconds(rate.wholeSecondsBetween(from.at(earlier.end()), to.at(later.start())));
    }

    private List<ViewPeriod> periods(TrackRequest request, String antenna) {
        List<ViewPeriod> periods = byRequest.get(new Pair(antenna, request.id()));
        if (periods == null && request.series() != null) {
            periods = byRequest.get(new Pair(antenna, request.series()));
        }
        if (periods == null) {
            periods = bySpacecraft.getOrDefault(new Pair(antenna, request.spacecraft()), List.of());
        }
        return periods;
    }
}
