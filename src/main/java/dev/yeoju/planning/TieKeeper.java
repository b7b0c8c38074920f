package dev.yeoju.planning;

import java.util.ArrayList;
import java.util.List;

/**
 * Takes changed tracks away where they do not fit beside others, and those of changed requests where they break a tie, so
 * that every step leaves all rules kept.
 */
final class TieKeeper {
    private final PlanState state;
    private final PassFit fit;
    private final List<PlanRequest> changed = new ArrayList<>();

    TieKeeper(PlanState state) {
        this.state = state;
        fit = new PassFit(state);
    }

    /** Looks at every request that has changed since the journal was last cleared. */
    void keep() {
        dropWhatDoesNotFit();
        changed.clear();
        Journal journal = state.journal();
        for (int entry = 0; entry < journal.size(); entry++) {
            note(state.request(journal.assignment(entry)));
        }
        // What is dropped can leave a simultaneous partner alone, which joins the list.
        for (int k = 0; k < changed.size(); k++) {
            keep(changed.get(k));
        }
    }

    /** The search proposes what fits nearly always; where directions move fast it cannot know before. */
    private void dropWhatDoesNotFit() {
        Journal journal = state.journal();
        int entries = journal.size();
        for (int entry = 0; entry < entries; entry++) {
            int assignment = journal.assignment(entry);
            PlanOpportunity where = state.opportunity(assignment);
            if (where != null && !where.isPlain() && !fit.fits(state.pass(assignment), assignment)) {
                PlanRequest request = state.request(assignment);
                state.release(assignment);
                if (state.trackedS(request) < request.minS()) {
                    state.releaseAll(request);
                }
            }
        }
    }

    private void note(PlanRequest request) {
        if (request.tied() && !changed.contains(request)) {
            changed.add(request);
        }
    }

    private void keep(PlanRequest request) {
        // One that follows a simultaneous one's pin may get less than its own minimum.
        if (state.trackedS(request) < request.minS()) {
            drop(request);
        }
        for (PlanTie tie : state.model().ties().of(request)) {
            if (isBroken(tie) && !drop(request)) {
                drop(tie.other(request));
            }
        }
    }

    private boolean drop(PlanRequest request) {
        boolean dropped = state.releaseAll(request);
        if (dropped) {
            for (PlanTie tie : state.model().ties().of(request)) {
                changed.add(tie.other(request));
            }
        }
        return dropped;
    }

    private boolean isBroken(PlanTie tie) {
        return tie.broken(state.placed(tie.first()), state.placed(tie.second()))
                > tie.broken(state.pinned(tie.first()), state.pinned(tie.second()));
    }
}
