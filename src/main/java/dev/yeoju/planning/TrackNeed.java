package dev.yeoju.planning;

import dev.yeoju.model.Tie;
import org.jspecify.annotations.Nullable;

/**
 * What a request needs of its next track.
 *
 * @param assignment that is free to take it
 * @param leastS the shortest track that is of use
 * @param wantedS the longest that is
 * @param missingS what is missing to the request's minimum
 */
record TrackNeed(int assignment, int leastS, int wantedS, int missingS) {
    /** The need as the plan stands; null when the request has all it can use. */
    static @Nullable TrackNeed of(PlanState state, PlanRequest request) {
        int assignment = state.freeAssignment(request);
        if (assignment < 0) {
            return null;
        }
        long trackedS = state.trackedS(request);
        long wantedS = state.wantedS(request);
        long missingS = Math.max(0, request.minS() - trackedS);
        int shortestS = request.minTrackS();
        boolean last = state.freeAssignments(request) == 1;
        boolean copies = false;
        for (PlanTie tie : state.model().ties().of(request)) {
            if (!tie.is(Tie.Type.SIMULTANEOUS)) {
                continue;
            }
            PlanRequest other = tie.other(request);
            int ahead = state.trackCount(request) - state.trackCount(other);
            int othersFree = state.freeAssignments(other);
            if (ahead > 0 || ahead == 0 && othersFree == 0) {
                return null;
            }
            if (ahead < 0) {
                copies = true;
            } else {
                // The other is given the same times next, so they must suit both.
                shortestS = Math.max(shortestS, other.minTrackS());
                last |= othersFree == 1;
                wantedS = Math.min(wantedS, state.wantedS(other));
                missingS = Math.max(missingS, other.minS() - state.trackedS(other));
            }
        }
        long leastS = last && !copies ? Math.max(missingS, shortestS) : shortestS;
        return leastS > wantedS ? null : new TrackNeed(assignment, (int) leastS, (int) wantedS, (int) missingS);
    }

    /**
     * The length to take in a gap, 0 when there is none of use. Where it does not bring the request to its minimum, what
     * is left to want must be long enough for another track.
     *
     * @param mostS the longest to take
     */
    int lengthS(PlanRequest request, int gapS, int mostS) {
        int lengthS = Math.min(gapS, mostS);
        if (lengthS < missingS && wantedS - lengthS < request.minTrackS()) {
            lengthS = wantedS - request.minTrackS();
        }
        return lengthS < leastS ? 0 : lengthS;
    }
}
