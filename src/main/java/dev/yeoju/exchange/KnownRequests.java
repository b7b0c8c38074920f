package dev.yeoju.exchange;

import dev.yeoju.model.Recurrence;
import dev.yeoju.model.TrackRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The requests of a problem, before and after expansion; nothing is expanded to know them. */
final class KnownRequests {
    private final Set<String> ids;
    private final Map<String, TrackRequest> byId = new HashMap<>();

    /** @param ids every request's, also of those that are wrong in themselves */
    KnownRequests(Set<String> ids, List<Parsed<TrackRequest>> requests) {
        this.ids = ids;
        requests.forEach(request -> byId.putIfAbsent(request.item().id(), request.item()));
    }

    Set<String> ids() {
        return ids;
    }

    /** The request of that id, or the one that a member's id comes from; null when it is wrong in itself. */
    @Nullable
    TrackRequest origin(String reference) {
        return byId.get(seriesOf(reference));
    }

    /** The id without a member's index. */
    static String seriesOf(String reference) {
        int slash = reference.lastIndexOf('/');
        return slash < 0 ? reference : reference.substring(0, slash);
    }

    /** Requests after expansion, saturating. */
    long expandedCount() {
        long count = ids.size() - byId.size();
        for (TrackRequest request : byId.values()) {
            count += memberCount(request);
            if (count > Integer.MAX_VALUE) {
                return count;
            }
        }
        return count;
    }

    /** How many requests this one becomes: periods and counts are small enough for their product to fit. */
    static long memberCount(TrackRequest request) {
        Recurrence recurrence = request.recurrence();
        if (recurrence == null) {
            return 1;
        }
        return request.window().duration().dividedBy(recurrence.every()) * recurrence.count();
    }

    boolean isRecurring(String id) {
        TrackRequest request = byId.get(id);
        return request != null && request.recurrence() != null;
    }

    /**
     * Checks that a reference names a request as it is after expansion; reports it otherwise.
     *
     * @param series whether a whole series may be named too
     */
    boolean check(Value field, String reference, boolean series) {
        if (ids.contains(reference)) {
            if (!series && isRecurring(reference)) {
                field.fault("recurs, so one of its members is meant. Maybe \"" + reference + "/1\".");
                return false;
            }
            return true;
        }
        String origin = seriesOf(reference);
        TrackRequest request = byId.get(origin);
        if (origin.equals(reference) || !ids.contains(origin)) {
            field.fault("is no request of this problem. "
                    + NearestName.hint(reference, ids, "Maybe add it, or correct the id."));
            return false;
        }
        if (request == null) {
            return true;
        }
        String index = reference.substring(origin.length() + 1);
        if (request.recurrence() == null) {
            field.fault("is no request of this problem: " + origin + " does not recur. Maybe \"" + origin + "\".");
            return false;
        }
        long members = memberCount(request);
        if (!index.matches("[1-9]\\d{0,8}") || Long.parseLong(index) > members) {
            field.fault("is no request of this problem: " + origin + " has the members 1 to " + members + ". Maybe \""
                    + origin + "/" + members + "\".");
            return false;
        }
        if (request.recurrence().withdrawn().contains(Integer.parseInt(index))) {
            field.fault("is withdrawn from its series. Maybe another member, or take it off recurrence.withdrawn.");
            return false;
        }
        return true;
    }
}
