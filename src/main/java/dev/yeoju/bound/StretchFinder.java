package dev.yeoju.bound;

import dev.yeoju.model.Antenna;
import dev.yeoju.model.Interval;
import dev.yeoju.model.Intervals;
import dev.yeoju.model.Opportunities;
import dev.yeoju.model.Opportunity;
import dev.yeoju.model.ProblemInstance;
import dev.yeoju.model.TrackRequest;
import dev.yeoju.model.Unavailability;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Finds an instance's {@link Stretch}es, and the greatest length of which all their times are multiples. */
final class StretchFinder {
    private final ProblemInstance instance;
    private final double tollCellS;
    private final Map<String, Antenna> antennas;
    private final Instant origin;
    private long grainMs;
    private boolean grainless;

    /** @param tollCellS length of the toll cells, seconds; the origin is a multiple of it before the horizon */
    StretchFinder(ProblemInstance instance, double tollCellS) {
        this.instance = instance;
        this.tollCellS = tollCellS;
        antennas = instance.antennasById();
        origin = originOf(instance);
        grain(Duration.ofMillis((long) (tollCellS * 1000)));
    }

    /** A whole toll cell before any setup could begin, so that cells are the same for any of the problem's requests. */
    private Instant originOf(ProblemInstance instance) {
        Duration setup = Stream.concat(instance.requests().stream(), instance.problem().requests().stream())
                .map(TrackRequest::setup)
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
        long cells = (long) Math.ceil(seconds(setup) / tollCellS) + 1;
        return instance.problem().horizon().start().minusSeconds((long) (cells * tollCellS));
    }

    Instant origin() {
        return origin;
    }

    static double seconds(Duration duration) {
        return duration.toSeconds() + duration.getNano() * 1e-9;
    }

    private double seconds(Instant instant) {
        return seconds(Duration.between(origin, instant));
    }

    /** Of the stretches found, their requests' lengths and the toll cells; milliseconds, 0 for none. */
    long grainMs() {
        return grainless ? 0 : grainMs;
    }

    /** The stretches in which a track could lie, downtime of any of its antennas taken out. */
    List<Stretch> find() {
        List<Stretch> found = new ArrayList<>();
        Map<String, List<Opportunity>> opportunities = Opportunities.of(instance);
        ChangeCredits credits = new ChangeCredits(instance);
        for (int at = 0; at < instance.requests().size(); at++) {
            int index = at;
            TrackRequest request = instance.requests().get(index);
            Duration shortest = request.setup().plus(request.minTrackDuration()).plus(request.teardown());
            int number = 0;
            for (Opportunity opportunity : opportunities.getOrDefault(request.id(), List.of())) {
                Interval activity = new Interval(
                        opportunity.usable().start().minus(request.setup()),
                        opportunity.usable().end().plus(request.teardown()));
                List<Interval> down = new ArrayList<>();
                for (String id : opportunity.option().antennas()) {
                    Antenna antenna = antennas.get(id);
                    if (antenna != null) {
                        down.addAll(down(antenna, activity));
                    }
                }
                for (Interval free : Intervals.difference(List.of(activity), down)) {
                    if (free.duration().compareTo(shortest) >= 0) {
                        List<String> on = opportunity.option().antennas();
                        String id = request.id() + ":" + String.join("+", on) + ":" + number;
                        credits.parts(request, on, free).forEach(part -> found.add(stretch(index, on, id, part)));
                        number++;
                    }
                }
            }
            if (number > 0) {
                grain(request.setup());
                grain(request.teardown());
                grain(request.minTrackDuration());
                grain(request.minDuration());
                grain(request.preferredDuration());
            }
        }
        return found;
    }

    private Stretch stretch(int request, List<String> antennas, String id, ChangeCredits.Part part) {
        Interval activity = part.activity();
        grain(Duration.between(origin, activity.start()));
        grain(Duration.between(origin, activity.end()));
        grain(part.shortest());
        return new Stretch(
                request,
                antennas,
                id + part.suffix(),
                seconds(activity.start()),
                seconds(activity.end()),
                seconds(part.shortest()),
                part.credit());
    }

    /** What repeats does so until the horizon's end, a single time whenever it is. */
    private List<Interval> down(Antenna antenna, Interval span) {
        Interval repeating = span.intersection(
                new Interval(Instant.MIN, instance.problem().horizon().end()));
        List<Interval> times = new ArrayList<>();
        for (Unavailability unavailable : antenna.unavailable()) {
            Interval within = unavailable.every() == null ? span : repeating;
            if (within != null) {
                times.addAll(unavailable.within(within));
            }
        }
        return times;
    }

    private void grain(Duration length) {
        if (length.getNano() % 1_000_000 != 0) {
            grainless = true;
            return;
        }
        grainMs = BigInteger.valueOf(grainMs)
                .gcd(BigInteger.valueOf(length.toMillis()))
                .longValueExact();
    }
}
