package dev.yeoju.planning;

import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Moves single tracks, as long as they are, to places where the plan is better: of the same value, and nearer to what
 * requests prefer.
 */
final class Polisher {
    private static final int MOST_ROUNDS = 3;

    private final PlanState state;
    private final GapFinder gaps;
    private final TieKeeper tieKeeper;
    private long repaired;
    private long critical;
    private long value;
    private long preferences;
    private int bestOpportunity;
    private int bestBotS;

    Polisher(PlanState state) {
        this.state = state;
        gaps = new GapFinder(state);
        tieKeeper = new TieKeeper(state);
    }

    /** @param over asked before each track */
    void polish(BooleanSupplier over) {
        boolean better = true;
        for (int round = 0; better && round < MOST_ROUNDS; round++) {
            better = false;
            for (int assignment = 0; assignment < state.assignmentCount(); assignment++) {
                if (over.getAsBoolean()) {
                    return;
                }
                better |= state.isTaken(assignment) && improve(assignment);
            }
        }
    }

    private boolean improve(int assignment) {
        PlanRequest request = state.request(assignment);
        int lengthS = state.eotS(assignment) - state.botS(assignment);
        note();
        bestOpportunity = -1;
        state.journal().clear();
        state.release(assignment);
        List<PlanOpportunity> opportunities = request.opportunities();
        int found = gaps.find(request, lengthS);
        for (int gap = 0; gap < found; gap++) {
            tryGap(assignment, gaps.gapWhere(gap), gap, lengthS);
        }
        if (bestOpportunity < 0) {
            state.rollBack();
            return false;
        }
        long expected = preferences;
        state.rollBack();
        note();
        PlanOpportunity where = opportunities.get(bestOpportunity);
        state.retime(assignment, where, bestBotS, bestBotS + lengthS);
        tieKeeper.keep();
        if (state.preferences() == expected && isBetter()) {
            state.journal().clear();
            return true;
        }
        state.rollBack();
        return false;
    }

    private void tryGap(int assignment, PlanOpportunity where, int gap, int lengthS) {
        PlanRequest request = state.request(assignment);
        Wishes wishes = request.wishes();
        TieWindows.Window window = gaps.gapWindow(gap);
        int earliestS = Math.max(gaps.gapStartS(gap), window.eotAtLeastS() - lengthS);
        int latestS = Math.min(gaps.gapEndS(gap) - lengthS, window.botAtMostS());
        if (earliestS > latestS) {
            return;
        }
        tryAt(assignment, where, earliestS, lengthS);
        tryAt(assignment, where, latestS, lengthS);
        tryAt(assignment, where, clamp((where.startS() + where.endS() - lengthS) / 2, earliestS, latestS), lengthS);
        if (wishes.hasPreferredTime()) {
            tryAt(assignment, where, clamp(wishes.preferredBotS(), earliestS, latestS), lengthS);
        }
        PlanRequest previous = request.previous();
        if (previous != null && state.trackedS(previous) > 0) {
            int evenS = PlanTie.firstBotS(state.placed(previous)) + wishes.evenS();
            tryAt(assignment, where, clamp(evenS, earliestS, latestS), lengthS);
        }
        PlanRequest follower = request.follower();
        if (follower != null && state.trackedS(follower) > 0) {
            int evenS = PlanTie.firstBotS(state.placed(follower))
                    - follower.wishes().evenS();
            tryAt(assignment, where, clamp(evenS, earliestS, latestS), lengthS);
        }
    }

    private void tryAt(int assignment, PlanOpportunity where, int botS, int lengthS) {
        if (!gaps.fits(state.request(assignment), where, botS, botS + lengthS)) {
            return;
        }
        state.take(assignment, where, botS, botS + lengthS);
        if (isBetter()) {
            note();
            bestOpportunity = where.index();
            bestBotS = botS;
        }
        state.release(assignment);
    }

    private boolean isBetter() {
        if (state.repaired() != repaired) {
            return state.repaired() > repaired;
        }
        if (state.critical() != critical) {
            return state.critical() > critical;
        }
        return state.value() != value ? state.value() > value : state.preferences() > preferences;
    }

    private void note() {
        repaired = state.repaired();
        critical = state.critical();
        value = state.value();
        preferences = state.preferences();
    }

    private static int clamp(int second, int lowS, int highS) {
        return Math.max(lowS, Math.min(highS, second));
    }
}
