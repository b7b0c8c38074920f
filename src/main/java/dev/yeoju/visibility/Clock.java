package dev.yeoju.visibility;

import dev.yeoju.ephemeris.OrekitContext;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.orekit.time.AbsoluteDate;

/** Elapsed (SI) seconds since an epoch, and their UTC instants: leap seconds count in between. */
final class Clock {
    private final OrekitContext context;
    private final AbsoluteDate epoch;
    private final Instant epochInstant;
    private final double epochOffset;

    Clock(OrekitContext context, Instant epoch) {
        this.context = context;
        this.epoch = context.date(epoch);
        this.epochInstant = epoch;
        this.epochOffset = offset(this.epoch);
    }

    /** TAI less UTC, seconds. */
    private double offset(AbsoluteDate date) {
        return context.utc().offsetFromTAI(date).toDouble();
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
        AbsoluteDate date = date(seconds);
        // Orekit's own conversion goes through text: it is needed only across a leap second.
        Instant instant =
                offset(date) == epochOffset ? epochInstant.plusNanos(Math.round(seconds * 1e9)) : context.instant(date);
        return instant.plusNanos(500).truncatedTo(ChronoUnit.MICROS);
    }
}
