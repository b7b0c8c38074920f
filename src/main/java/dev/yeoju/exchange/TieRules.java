package dev.yeoju.exchange;

import dev.yeoju.model.TrackRequest;
import java.util.List;

/** Whether ties name requests that they can bind. */
final class TieRules {
    private TieRules() {}

    static void check(List<Parsed<TrackRequest>> requests, KnownRequests known) {
        for (Parsed<TrackRequest> request : requests) {
            if (request.item().ties().isEmpty()) {
                continue;
            }
            for (Value tie : request.value().field("ties").items()) {
                Value other = tie.field("request");
                if (other.json() instanceof Json.Str str) {
                    check(request.item(), other, str.text(), known);
                }
            }
        }
    }

    private static void check(TrackRequest request, Value field, String other, KnownRequests known) {
        if (other.equals(request.id())) {
            field.fault("is the request itself. Maybe name another one, or use recurrence with minSeparation.");
            return;
        }
        if (known.isRecurring(other) && request.recurrence() == null) {
            field.fault("recurs, and " + request.id() + " does not, so that they cannot pair. Maybe name one member, \""
                    + other + "/1\".");
            return;
        }
        known.check(field, other, true);
    }
}
