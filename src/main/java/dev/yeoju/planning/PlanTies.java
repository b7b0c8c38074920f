package dev.yeoju.planning;

import dev.yeoju.model.Tie;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The bonds of a plan's requests, to be asked from either side. */
final class PlanTies {
    private final List<PlanTie> all = new ArrayList<>();
    private final List<PlanTie> ofPins = new ArrayList<>();
    private final List<List<PlanTie>> byRequest = new ArrayList<>();

    PlanTies(List<PlanRequest> requests) {
        Map<String, PlanRequest> byId = new HashMap<>();
        for (PlanRequest request : requests) {
            byId.put(request.id(), request);
            byRequest.add(List.of());
        }
        for (PlanRequest request : requests) {
            for (Tie tie : request.source().ties()) {
                PlanRequest other = byId.get(tie.request());
                if (other != null) {
                    add(new PlanTie(
                            tie.type(),
                            request,
                            other,
                            tie.min() == null ? 0 : PlanUnits.secondsUp(tie.min()),
                            tie.max() == null ? PlanTie.UNLIMITED : PlanUnits.secondsDown(tie.max())));
                }
            }
        }
    }

    List<PlanTie> all() {
        return all;
    }

    /** Those of which a request has pins. */
    List<PlanTie> ofPins() {
        return ofPins;
    }

    /** The ties that the request names or is named in. */
    List<PlanTie> of(PlanRequest request) {
        return byRequest.get(request.index());
    }

    private void add(PlanTie tie) {
        all.add(tie);
        if (tie.first().pinnedTracks() + tie.second().pinnedTracks() > 0) {
            ofPins.add(tie);
        }
        addTo(tie.first(), tie);
        if (tie.second() != tie.first()) {
            addTo(tie.second(), tie);
        }
    }

    private void addTo(PlanRequest request, PlanTie tie) {
        request.markTied();
        List<PlanTie> ties = new ArrayList<>(byRequest.get(request.index()));
        ties.add(tie);
        byRequest.set(request.index(), List.copyOf(ties));
    }
}
