package dev.yeoju.exchange;

import dev.yeoju.model.Tie;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A request's {@code ties}. Whether the other request exists is checked when all are known. */
final class TieReader {
    private TieReader() {}

    static List<Tie> read(Value value) {
        List<Tie> ties = new ArrayList<>();
        for (Value item : value.items()) {
            Fields fields = item.object(FieldNames.TIE);
            if (fields == null) {
                continue;
            }
            Tie.Type type = fields.required("type").choice(Words.TIE_TYPES);
            String other = fields.required("request").text();
            Value minField = fields.get("min");
            Value maxField = fields.get("max");
            Duration min = minField.duration(Duration.ZERO);
            Duration max = maxField.duration(Duration.ZERO);
            if (min != null && max != null && min.compareTo(max) > 0) {
                minField.fault("is longer than max (" + maxField.json().shown() + "). Maybe swap them.");
            }
            if (type != null) {
                checkBounds(type, item, minField, maxField);
            }
            if (type != null && other != null) {
                ties.add(new Tie(type, other, min, max));
            }
        }
        return ties;
    }

    private static void checkBounds(Tie.Type type, Value tie, Value min, Value max) {
        switch (type) {
            case SEPARATION:
                if (!min.isGiven() && !max.isGiven()) {
                    tie.fault("is a SEPARATION without min and max, which asks for nothing. Maybe add min.");
                }
                break;
            case OVERLAP:
                if (!min.isGiven()) {
                    min.fault("is missing: an OVERLAP needs the time that both track. Maybe \"PT10M\".");
                }
                if (max.isGiven()) {
                    max.fault("does not go with OVERLAP. Maybe remove it.");
                }
                break;
            case SIMULTANEOUS:
                if (min.isGiven()) {
                    min.fault("does not go with SIMULTANEOUS. Maybe remove it.");
                }
                if (max.isGiven()) {
                    max.fault("does not go with SIMULTANEOUS. Maybe remove it.");
                }
                break;
            default:
                // BEFORE takes either, both or none.
                break;
        }
    }
}
