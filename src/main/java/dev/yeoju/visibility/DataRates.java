package dev.yeoju.visibility;

import dev.yeoju.model.Antenna;
import dev.yeoju.model.Band;
import dev.yeoju.model.DataRateStep;
import dev.yeoju.model.Interval;
import dev.yeoju.model.LinkRate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The steps of the data rate that a link table allows: at each instant the fastest row of the band whose range and
 * elevation hold.
 */
final class DataRates {
    private record Row(LinkRate rate, List<Span> holds) {}

    private final Map<Band, List<Row>> rows = new EnumMap<>(Band.class);
    private final Function<Span, Interval> interval;

    DataRates(Function<Span, Interval> interval) {
        this.interval = interval;
    }

    /**
     * Adds where the rows of a table hold on one arc.
     *
     * @param visible the spans that are asked about
     * @param nearness the negative range, metres
     */
    void add(
            List<LinkRate> table,
            Antenna antenna,
            Bending bending,
            List<Span> visible,
            ScoutedFunction sineElevation,
            ScoutedFunction nearness) {
        for (LinkRate rate : table) {
            if (antenna.serves(rate.band())) {
                double sine = Math.sin(Math.toRadians(bending.geometricDeg(rate.minElevationDeg())));
                rows.computeIfAbsent(rate.band(), band -> new ArrayList<>())
                        .add(new Row(
                                rate,
                                Spans.intersection(
                                        Spans.intersection(visible, nearness.above(-rate.maxRangeKm() * 1000)),
                                        sineElevation.above(sine))));
            }
        }
    }

    /** The steps within a period by band. */
    Map<Band, List<DataRateStep>> of(Span period) {
        Map<Band, List<DataRateStep>> steps = new EnumMap<>(Band.class);
        rows.forEach((band, ofBand) -> steps.put(band, steps(period, ofBand)));
        return steps;
    }

    private List<DataRateStep> steps(Span period, List<Row> ofBand) {
        List<Row> fastestFirst = new ArrayList<>(ofBand);
        fastestFirst.sort(
                Comparator.comparingDouble((Row row) -> row.rate().bitsPerS()).reversed());
        List<Span> taken = List.of();
        List<DataRateStep> steps = new ArrayList<>();
        for (Row row : fastestFirst) {
            List<Span> holds = Spans.within(period, row.holds());
            for (Span free : Spans.difference(holds, taken)) {
                steps.add(new DataRateStep(interval.apply(free), row.rate().bitsPerS()));
            }
            List<Span> all = new ArrayList<>(taken);
            all.addAll(holds);
            taken = Spans.union(all);
        }
        steps.sort(Comparator.comparing(step -> step.interval().start()));
        return steps;
    }
}
