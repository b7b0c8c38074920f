package dev.yeoju.planning;

import dev.yeoju.model.Track;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A plan as it was at one moment, safe to read from any thread. */
final class PlanSnapshot {
    private static final int NO_SLOT = -1;

    private final PlanModel model;
    private final PlanRequest[] requestOf;
    private final int[] opportunity;
    private final int[] botS;
    private final int[] eotS;
    private final long repaired;
    private final long critical;
    private final long value;
    private final long preferences;

    PlanSnapshot(PlanState state) {
        model = state.model();
        int size = state.assignmentCount();
        requestOf = new PlanRequest[size];
        opportunity = new int[size];
        botS = new int[size];
        eotS = new int[size];
        for (int assignment = 0; assignment < size; assignment++) {
            requestOf[assignment] = state.request(assignment);
            PlanOpportunity where = state.opportunity(assignment);
            opportunity[assignment] = where == null ? NO_SLOT : where.index();
            botS[assignment] = state.botS(assignment);
            eotS[assignment] = state.eotS(assignment);
        }
        repaired = state.repaired();
        critical = state.critical();
        value = state.value();
        preferences = state.preferences();
    }

    long critical() {
        return critical;
    }

    long value() {
        return value;
    }

    boolean isBetterThan(PlanSnapshot other) {
        return compare(repaired, critical, value, preferences, other) > 0;
    }

    /** Whether the state, as it is now, is better than this plan was. */
    boolean isWorseThan(PlanState state) {
        return compare(state.repaired(), state.critical(), state.value(), state.preferences(), this) > 0;
    }

    private static int compare(long repaired, long critical, long value, long preferences, PlanSnapshot other) {
        if (repaired != other.repaired) {
            return Long.compare(repaired, other.repaired);
        }
        if (critical != other.critical) {
            return Long.compare(critical, other.critical);
        }
        return value != other.value ? Long.compare(value, other.value) : Long.compare(preferences, other.preferences);
    }

    long preferences() {
        return preferences;
    }

    /** Makes the state equal to this plan. */
    void restore(PlanState state) {
        for (int assignment = 0; assignment < opportunity.length; assignment++) {
            if (state.isTaken(assignment) && !isAt(state, assignment)) {
                state.release(assignment);
            }
        }
        for (int assignment = 0; assignment < opportunity.length; assignment++) {
            if (opportunity[assignment] != NO_SLOT && !state.isTaken(assignment)) {
                state.take(assignment, where(assignment), botS[assignment], eotS[assignment]);
            }
        }
    }

    /** The move from the engine's plan to this one; null when they are the same. */
    @Nullable
    StepMove move(List<PassAssignment> assignments) {
        List<StepMove.Change> changes = new ArrayList<>();
        int movable = opportunity.length - model.pins().size();
        for (int index = 0; index < movable; index++) {
            PassAssignment assignment = assignments.get(index);
            Slot before = assignment.getSlot();
            if (opportunity[index] == NO_SLOT) {
                if (before != null) {
                    changes.add(new StepMove.Change(assignment, null));
                }
            } else if (before == null || !before.matches(where(index), botS[index], eotS[index])) {
                changes.add(new StepMove.Change(assignment, slot(index)));
            }
        }
        return changes.isEmpty() ? null : new StepMove(changes);
    }

    List<Track> tracks() {
        List<Slot> slots = new ArrayList<>();
        for (int assignment = 0; assignment < opportunity.length; assignment++) {
            if (opportunity[assignment] != NO_SLOT) {
                slots.add(slot(assignment));
            }
        }
        return ScheduleExtractor.tracks(model, slots);
    }

    private boolean isAt(PlanState state, int assignment) {
        PlanOpportunity where = state.opportunity(assignment);
        return where != null
                && where.index() == opportunity[assignment]
                && state.botS(assignment) == botS[assignment]
                && state.eotS(assignment) == eotS[assignment];
    }

    private Slot slot(int assignment) {
        return Slot.of(model, assignment, requestOf[assignment], where(assignment), botS[assignment], eotS[assignment]);
    }

    private PlanOpportunity where(int assignment) {
        return requestOf[assignment].opportunities().get(opportunity[assignment]);
    }

    @Override
    public String toString() {
        return critical + "/" + value + "/" + preferences;
    }
}
