package dev.yeoju.planning;

import ai.timefold.solver.core.api.domain.entity.PlanningEntity;
import ai.timefold.solver.core.api.domain.entity.PlanningPin;
import ai.timefold.solver.core.api.domain.lookup.PlanningId;
import ai.timefold.solver.core.api.domain.valuerange.CountableValueRange;
import ai.timefold.solver.core.api.domain.valuerange.ValueRangeProvider;
import ai.timefold.solver.core.api.domain.variable.PlanningVariable;
import ai.timefold.solver.core.impl.domain.valuerange.buildin.collection.ListValueRange;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One potential track of a request: taken when it has a slot. A request has as many as it may have tracks; one that is
 * pinned keeps its slot.
 */
@PlanningEntity
public class PassAssignment {
    @PlanningId
    private int index;

    private @Nullable PlanRequest request;
    private @Nullable CountableValueRange<Slot> slotRange;

    @PlanningPin
    private boolean pinned;

    @PlanningVariable(allowsUnassigned = true)
    private @Nullable Slot slot;

    /** For the solver's cloning alone. */
    public PassAssignment() {}

    PassAssignment(int index, PlanRequest request, CountableValueRange<Slot> slotRange) {
        this.index = index;
        this.request = request;
        this.slotRange = slotRange;
    }

    /** One that keeps the slot. */
    static PassAssignment pinned(int index, PlanRequest request, Slot slot) {
        PassAssignment assignment = new PassAssignment(index, request, new ListValueRange<>(List.of(slot)));
        assignment.slot = slot;
        assignment.pinned = true;
        return assignment;
    }

    int index() {
        return index;
    }

    PlanRequest request() {
        return Objects.requireNonNull(request);
    }

    /** Every slot that its request can have. */
    @ValueRangeProvider
    public CountableValueRange<Slot> getSlotRange() {
        return Objects.requireNonNull(slotRange);
    }

    public @Nullable Slot getSlot() {
        return slot;
    }

    public void setSlot(@Nullable Slot slot) {
        this.slot = slot;
    }

    /** Its slot; only for an assignment that has one. */
    Slot takenSlot() {
        return Objects.requireNonNull(slot);
    }

    @Override
    public String toString() {
        return request + "#" + index;
    }
}
