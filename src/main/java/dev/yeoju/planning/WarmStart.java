package dev.yeoju.planning;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Takes the published tracks again as far as they fit into the plan: whole, or what an outage or a shorter view period
 * leaves of them.
 */
final class WarmStart {
    private final PlanState state;
    private final GapFinder gaps;

    WarmStart(PlanState state, GapFinder gaps) {
        this.state = state;
        this.gaps = gaps;
    }

    /** In order of time, so that simultaneous requests get their tracks in turn; nothing where nothing is published. */
    void take() {
        List<Published> all = new ArrayList<>();
        for (PlanRequest request : state.model().requests()) {
            ChangeCost changes = request.changes();
            if (changes != null && request.schedulable()) {
                changes.published().forEach(track -> all.add(new Published(request, track)));
            }
        }
        all.sort(Comparator.comparingInt(published -> published.track().botS()));
        all.forEach(published -> take(published.request(), published.track()));
    }

    private record Published(PlanRequest request, PlanTie.Placed track) {}

    private void take(PlanRequest request, PlanTie.Placed published) {
        TrackNeed need = TrackNeed.of(state, request);
        if (need == null || isPinned(request, published)) {
            return;
        }
        int longestS = need.wantedS();
        int bestBotS = 0;
        int bestEotS = 0;
        PlanOpportunity best = null;
        for (PlanOpportunity opportunity : request.opportunities()) {
            if (!opportunity.antennas().isSameAs(published.antennas())) {
                continue;
            }
            int found = gaps.find(request, opportunity, need.leastS());
            for (int gap = 0; gap < found; gap++) {
                int botS = Math.max(published.botS(), gaps.gapStartS(gap));
                int eotS = Math.min(Math.min(published.eotS(), gaps.gapEndS(gap)), botS + longestS);
                TieWindows.Window window = gaps.gapWindow(gap);
                boolean tiesKept = botS <= window.botAtMostS() && eotS >= window.eotAtLeastS();
                if (tiesKept
                        && eotS - botS >= Math.max(need.leastS(), bestEotS - bestBotS + 1)
                        && gaps.fits(request, opportunity, botS, eotS)) {
                    best = opportunity;
                    bestBotS = botS;
                    bestEotS = eotS;
                }
            }
        }
        if (best != null) {
            state.take(need.assignment(), best, bestBotS, bestEotS);
        }
    }

    /** Whether one of the request's pins already is this track. */
    private boolean isPinned(PlanRequest request, PlanTie.Placed published) {
        List<PlanTie.Placed> pinned = state.pinned(request);
        return pinned.stream()
                .anyMatch(pin -> pin.antennas().isSameAs(published.antennas())
                        && pin.botS() < published.eotS()
                        && published.botS() < pin.eotS());
    }
}
