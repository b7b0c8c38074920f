package dev.yeoju.exchange;

import dev.yeoju.model.GivenViewPeriod;
import dev.yeoju.model.Interval;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code viewPeriods} of a problem -> {@link GivenViewPeriod}. */
final class ViewPeriodReader {
    private final Known known;
    private final KnownRequests requests;

    ViewPeriodReader(Known known, KnownRequests requests) {
        this.known = known;
        this.requests = requests;
    }

    List<GivenViewPeriod> read(Value field) {
        List<GivenViewPeriod> periods = new ArrayList<>();
        for (Value item : field.items()) {
            Fields fields = item.object(FieldNames.GIVEN_VIEW_PERIOD);
            GivenViewPeriod period = fields == null ? null : period(fields);
            if (period != null) {
                periods.add(period);
            }
        }
        return periods;
    }

    private @Nullable GivenViewPeriod period(Fields fields) {
        String antenna = CommonReader.reference(fields.required("antenna"), known.antennaIds(), "antenna");
        Value spacecraftField = fields.get("spacecraft");
        Value requestField = fields.get("request");
        String spacecraft = CommonReader.reference(spacecraftField, known.spacecraftIds(), "spacecraft");
        String request = requestField.text();
        if (request != null && !requests.check(requestField, request, true)) {
            request = null;
        }
        if (spacecraftField.isGiven() && requestField.isGiven()) {
            requestField.fault("is given beside spacecraft. Maybe remove one of them: a view period is for one request,"
                    + " or for every request of a spacecraft.");
        } else if (!spacecraftField.isGiven() && !requestField.isGiven()) {
            spacecraftField.fault("is missing, and so is request. Maybe name whose view period it is.");
        }
        Instant aos = fields.required("aos").instant();
        Value losField = fields.required("los");
        Instant los = losField.instant();
        if (aos != null && los != null) {
            checkTimes(fields, aos, losField, los);
        }
        Instant on = fields.get("transmitOn").instant();
        Instant off = fields.get("transmitOff").instant();
        checkTransmit(fields, on, off, aos, los);
        if (antenna == null || aos == null || los == null || (spacecraft == null && request == null)) {
            return null;
        }
        return new GivenViewPeriod(antenna, spacecraft, request, aos, los, on, off);
    }

    private void checkTimes(Fields fields, Instant aos, Value losField, Instant los) {
        Interval horizon = known.horizon();
        if (!los.isAfter(aos)) {
            losField.fault("is not after aos (" + aos + "). Maybe they are swapped.");
        } else if (horizon != null && !horizon.overlaps(new Interval(aos, los))) {
            fields.get("aos")
                    .fault("and los lie outside the horizon (" + horizon.start() + " to " + horizon.end()
                            + "). Maybe correct the dates.");
        }
    }

    private static void checkTransmit(
            Fields fields, @Nullable Instant on, @Nullable Instant off, @Nullable Instant aos, @Nullable Instant los) {
        Value onField = fields.get("transmitOn");
        Value offField = fields.get("transmitOff");
        if (onField.isGiven() != offField.isGiven()) {
            (onField.isGiven() ? offField : onField).fault("is missing: transmit times come in pairs. Maybe add it.");
        }
        if (on == null || off == null) {
            return;
        }
        if (!off.isAfter(on)) {
            offField.fault("is not after transmitOn (" + on + "). Maybe they are swapped.");
        } else if (aos != null && on.isBefore(aos)) {
            onField.fault("is before aos (" + aos + "). Maybe a later one.");
        } else if (los != null && off.isAfter(los)) {
            offField.fault("is after los (" + los + "). Maybe an earlier one.");
        }
    }
}
