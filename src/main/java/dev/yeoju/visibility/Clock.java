package dev.yeoju.visibility;

import dev.yeoju.ephemeris.OrekitContext;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.orekit.time.AbsoluteDate;

/** Elapsed (SI) seconds since an epoch, and their UTC instants: leap seconds count in between. */
final class Clock {
    private final OrekitContext context;
    private final AbsoluteDate epoch;

    Clock(OrekitContext context, Instant epoch) {
        this.context = context;
        this.epoch = context.date(epoch);
    }

    AbsoluteDate epoch() {
        return epoch;
    }

    AbsoluteDate date(double seconds) {
        return epoch.shiftedBy(seconds);
    }

    double seconds(AbsoluteDate date) {
        return date.durationFrom(epoch);
    }

    double seconds(Instant instant) {
        return seconds(context.date(instant));
    }

    /** UTC, to the microsecond. */
    Instant instant(double seconds) {
        return context.instant(date(seconds)).plusNanos(500).truncatedTo(ChronoUnit.MICROS);
    }
}
