package dev.yeoju.model;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * When directions keep a limit, in the planner's step: intervals between whole seconds, at each of which, both ends
 * included, the limit is kept. A track {@code [bot, eot)} keeps it when it lies in one of them.
 *
 * <p>Nothing is missed between samples: the angle to the limit over the fastest motion is a time in which the limit
 * cannot be crossed, and the search goes on by that, a second at least.
 */
public final class PointingTimes {
    /** How far an angle is inside its limit, degrees, at an instant; negative outside. */
    private interface Margin extends ToDoubleFunction<Instant> {}

    private PointingTimes() {}

    /** Times within an interval at which the direction is at least that high, degrees. */
    public static List<Interval> above(PointingTrack track, double elevationDeg, Interval within) {
        return times(t -> track.at(t).elevationDeg() - elevationDeg, track.fastestDegPerS(), within);
    }

    /**
     * Times within an interval at which two directions are at most a beam's width apart, degrees; none where the width is
     * not a number.
     */
    public static List<Interval> inBeam(PointingTrack one, PointingTrack other, double widthDeg, Interval within) {
        if (Double.isNaN(widthDeg)) {
            return List.of();
        }
        return times(
                t -> widthDeg - one.at(t).separationDeg(other.at(t)),
                one.fastestDegPerS() + other.fastestDegPerS(),
                within);
    }

    private static List<Interval> times(Margin margin, double fastestDegPerS, Interval within) {
        List<Interval> kept = new ArrayList<>();
        Instant first = within.start().truncatedTo(ChronoUnit.SECONDS);
        if (first.isBefore(within.start())) {
            first = first.plusSeconds(1);
        }
        Instant last = within.end().truncatedTo(ChronoUnit.SECONDS);
        Instant since = null;
        Instant inside = first;
        for (Instant at = first; !at.isAfter(last); ) {
            double room = margin.applyAsDouble(at);
            long still = still(Math.abs(room), fastestDegPerS, at, last);
            if (room >= 0) {
                since = since == null ? at : since;
                inside = at.plusSeconds(still - 1);
            } else {
                add(kept, since, inside);
                since = null;
            }
            at = at.plusSeconds(still);
        }
        add(kept, since, inside);
        return List.copyOf(kept);
    }

    /** Seconds, at least one, after which the limit may be crossed at the earliest; none beyond the last. */
    private static long still(double room, double fastestDegPerS, Instant at, Instant last) {
        long left = ChronoUnit.SECONDS.between(at, last) + 1;
        double free = room / fastestDegPerS;
        return free >= left ? left : Math.max(1, (long) Math.ceil(free));
    }

    private static void add(List<Interval> kept, @Nullable Instant since, Instant until) {
        if (since != null && until.isAfter(since)) {
            kept.add(new Interval(since, until));
        }
    }
}
