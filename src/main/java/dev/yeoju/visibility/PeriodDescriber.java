package dev.yeoju.visibility;

import dev.yeoju.model.Antenna;
import dev.yeoju.model.Interval;
import dev.yeoju.model.Spacecraft;
import dev.yeoju.model.ViewPeriod;
import dev.yeoju.visibility.PairCalculator.ReceiveArc;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What is said about a view period once its bounds are known. */
final class PeriodDescriber {
    private static final PiecewiseChebyshev.Tolerance RANGE = new PiecewiseChebyshev.Tolerance(1e-9, 1e-9, 1e-8, 1);

    /** Error of the first, coarse look at a range, as a fraction of it. */
    private static final double SCOUTED_RANGE = 1e-5;

    private final Run run;
    private final Antenna antenna;
    private final Spacecraft spacecraft;
    private final Bending bending;
    private final List<ReceiveArc> arcs;
    private final List<ScoutedFunction> nearness = new ArrayList<>();
    private final List<LimitRules> rules = new ArrayList<>();
    private final UsableTimes usable;
    private final PeriodFlags flags;
    private final DataRates dataRates = new DataRates(this::interval);

    PeriodDescriber(Run run, Antenna antenna, Spacecraft spacecraft, Bending bending, List<ReceiveArc> arcs) {
        this.run = run;
        this.antenna = antenna;
        this.spacecraft = spacecraft;
        this.bending = bending;
        this.arcs = arcs;
        for (ReceiveArc receive : arcs) {
            rules.add(new LimitRules(receive.arc(), receive.visible()));
            LineOfSight sight = receive.arc().sight();
            sight.look(receive.visible().get(0).start());
            double typicalRangeM = sight.rangeM();
            nearness.add(new ScoutedFunction(
                    time -> {
                        sight.look(time);
                        return -sight.rangeM();
                    },
                    receive.visible(),
                    receive.arc().pieceS(),
                    SCOUTED_RANGE * typicalRangeM,
                    RANGE));
            dataRates.add(
                    spacecraft.linkTable(),
                    antenna,
                    bending,
                    receive.visible(),
                    receive.sineElevation(),
                    nearness.get(nearness.size() - 1));
        }
        Limits limits = Limits.of(antenna, bending, arcs, rules);
        this.usable = new UsableTimes(antenna, run.geometry(), limits, this::interval);
        this.flags = new PeriodFlags(limits, this::interval);
    }

    /** @param transmit when the up-leg is free, within the period */
    ViewPeriod describe(Span period, List<Span> transmit) {
        double peak = period.start();
        double highest = Double.NEGATIVE_INFINITY;
        double nearest = Double.POSITIVE_INFINITY;
        double leastSep = Double.POSITIVE_INFINITY;
        for (int i = 0; i < arcs.size(); i++) {
            ReceiveArc receive = arcs.get(i);
            LineOfSight sight = receive.arc().sight();
            for (Span part : Spans.within(period, receive.visible())) {
                double time = receive.sineElevation().argMax(part);
                sight.look(time);
                if (sight.elevationDeg() > highest) {
                    highest = sight.elevationDeg();
                    peak = time;
                }
                sight.look(nearness.get(i).argMax(part));
                nearest = Math.min(nearest, sight.rangeM());
                leastSep = Math.min(leastSep, rules.get(i).leastSepAngleDeg(part));
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
                usable.of(period, transmit),
                instant(peak),
                bending.apparentDeg(highest),
                leastSep,
                nearest / 1000,
                flags.of(period),
                false,
                run.needsDirections(antenna, spacecraft)
                        ? PointingSampler.track(this::sightAt, run.clock(), period, peak)
                        : null,
                dataRates.of(period));
    }

    private LineOfSight sightAt(double time) {
        for (ReceiveArc receive : arcs) {
            for (Span domain : receive.arc().domain()) {
                if (time <= domain.end()) {
                    return receive.arc().sight();
                }
            }
        }
        return arcs.get(arcs.size() - 1).arc().sight();
    }

    private Interval interval(Span span) {
        return new Interval(instant(span.start()), instant(span.end()));
    }

    private Instant instant(double seconds) {
        return run.clock().instant(seconds);
    }
}
