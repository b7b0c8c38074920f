package dev.yeoju.visibility;

import dev.yeoju.model.Antenna;
import dev.yeoju.model.Band;
import dev.yeoju.model.Direction;
import dev.yeoju.model.Interval;
import dev.yeoju.model.Spacecraft;
import dev.yeoju.model.UsableKey;
import dev.yeoju.model.ViewPeriod;
import dev.yeoju.visibility.PairCalculator.ReceiveArc;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is said about a view period once its bounds are known. */
final class PeriodDescriber {
    private final Run run;
    private final Antenna antenna;
    private final Spacecraft spacecraft;
    private final Bending bending;
    private final List<ReceiveArc> arcs;
    private final List<NearestRange> ranges = new ArrayList<>();

    PeriodDescriber(Run run, Antenna antenna, Spacecraft spacecraft, Bending bending, List<ReceiveArc> arcs) {
        this.run = run;
        this.antenna = antenna;
        this.spacecraft = spacecraft;
        this.bending = bending;
        this.arcs = arcs;
        arcs.forEach(arc -> ranges.add(new NearestRange(arc)));
    }

    ViewPeriod describe(Span period, List<Span> transmit) {
        double peak = period.start();
        double highest = Double.NEGATIVE_INFINITY;
        double nearest = Double.POSITIVE_INFINITY;
        for (int i = 0; i < arcs.size(); i++) {
            ReceiveArc receive = arcs.get(i);
            for (Span part : Spans.intersection(List.of(period), receive.arc().domain())) {
                double time = receive.sineElevation().argMax(part);
                receive.arc().sight().look(time);
                if (receive.arc().sight().elevationDeg() > highest) {
                    highest = receive.arc().sight().elevationDeg();
                    peak = time;
                }
                nearest = Math.min(nearest, ranges.get(i).least(part));
            }
        }
        return new ViewPeriod(
                antenna.id(),
                spacecraft.id(),
                null,
                instant(period.start()),
                instant(period.end()),
                transmit.isEmpty() ? null : instant(transmit.get(0).start()),
                transmit.isEmpty()
                        ? null
                        : instant(transmit.get(transmit.size() - 1).end()),
                usable(transmit),
                instant(peak),
                bending.apparentDeg(highest),
                null,
                nearest / 1000,
                List.of(),
                false);
    }

    /** Transmit times that are in several parts are listed by band; a single one is from transmitOn to transmitOff. */
    private Map<UsableKey, List<Interval>> usable(List<Span> transmit) {
        Map<UsableKey, List<Interval>> usable = new LinkedHashMap<>();
        if (transmit.size() > 1) {
            List<Interval> times = new ArrayList<>();
            transmit.forEach(span -> times.add(new Interval(instant(span.start()), instant(span.end()))));
            for (Band band : Band.values()) {
                if (antenna.serves(band)) {
                    usable.put(new UsableKey(band, Direction.TRANSMIT), times);
                }
            }
        }
        return usable;
    }

    private Instant instant(double seconds) {
        return run.clock().instant(seconds);
    }

    /** The least range on parts of an arc's visible spans. */
    private static final class NearestRange {
        private static final PiecewiseChebyshev.Tolerance TOLERANCE =
                new PiecewiseChebyshev.Tolerance(1, 1e-8, 1e-7, 1);

        private final ReceiveArc receive;
        private @Nullable FittedFunction range;

        NearestRange(ReceiveArc receive) {
            this.receive = receive;
        }

        /** Metres. */
        double least(Span span) {
            LineOfSight sight = receive.arc().sight();
            if (range == null) {
                range = FittedFunction.of(
                        time -> {
                            sight.look(time);
                            return sight.rangeM();
                        },
                        receive.visible(),
                        receive.arc().pieceS(),
                        TOLERANCE);
            }
            sight.look(range.argMin(span));
            return sight.rangeM();
        }
    }
}
