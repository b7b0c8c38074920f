package dev.yeoju.visibility;

import dev.yeoju.model.Antenna;
import dev.yeoju.model.Band;
import dev.yeoju.model.Direction;
import dev.yeoju.model.Geometry;
import dev.yeoju.model.Interval;
import dev.yeoju.model.LimitAction;
import dev.yeoju.model.UsableKey;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What of a view period each band can use in each direction. */
final class UsableTimes {
    private final Antenna antenna;
    private final Geometry geometry;
    private final Limits limits;
    private final Function<Span, Interval> interval;

    UsableTimes(Antenna antenna, Geometry geometry, Limits limits, Function<Span, Interval> interval) {
        this.antenna = antenna;
        this.geometry = geometry;
        this.limits = limits;
        this.interval = interval;
    }

    /** @param transmit when the up-leg is free, within the period */
    Map<UsableKey, List<Interval>> of(Span period, List<Span> transmit) {
        Map<Band, List<Span>> cuts = cuts(period);
        Map<UsableKey, List<Interval>> usable = new LinkedHashMap<>();
        add(Direction.RECEIVE, List.of(period), cuts, usable);
        add(Direction.TRANSMIT, transmit, cuts, usable);
        return usable;
    }

    /** By band that the antenna serves. */
    private Map<Band, List<Span>> cuts(Span period) {
        List<Span> anyBand = new ArrayList<>(Spans.within(period, limits.tooFast()));
        if (geometry.keyholeAction() == LimitAction.SPLIT) {
            anyBand.addAll(Spans.within(period, limits.keyhole()));
        }
        Map<Band, List<Span>> cuts = new EnumMap<>(Band.class);
        for (Band band : Band.values()) {
            if (antenna.serves(band)) {
                List<Span> cut = new ArrayList<>(anyBand);
                if (geometry.sepAction() == LimitAction.SPLIT) {
                    cut.addAll(Spans.within(period, limits.nearSun().getOrDefault(band, List.of())));
                }
                cuts.put(band, Spans.union(cut));
            }
        }
        return cuts;
    }

    /** Lists every band where any differs from the one interval that goes without saying. */
    private void add(
            Direction direction, List<Span> free, Map<Band, List<Span>> cuts, Map<UsableKey, List<Interval>> usable) {
        if (free.size() <= 1 && cuts.values().stream().allMatch(List::isEmpty)) {
            return;
        }
        cuts.forEach((band, cut) -> usable.put(
                new UsableKey(band, direction),
                Spans.difference(free, cut).stream().map(interval).toList()));
    }
}
