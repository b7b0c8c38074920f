package dev.yeoju.planning;

import ai.timefold.solver.core.api.domain.entity.PlanningEntity;
import ai.timefold.solver.core.api.domain.lookup.PlanningId;
import ai.timefold.solver.core.api.domain.valuerange.CountableValueRange;
import ai.timefold.solver.core.api.domain.valuerange.ValueRangeProvider;
import ai.timefold.solver.core.api.domain.variable.PlanningVariable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One potential track of a request: taken when it has a slot. A request has as many as it may have tracks. */
@PlanningEntity
public class PassAssignment {
    @PlanningId
    private int index;

    private @Nullable PlanRequest request;
    private @Nullable SlotRange slotRange;

    @PlanningVariable(allowsUnassigned = true)
    private @Nullable Slot slot;

    /** For the solver's cloning alone. */
    public PassAssignment() {}

    PassAssignment(int index, PlanRequest request, SlotRange slotRange) {
        this.index = index;
        this.request = request;
        this.slotRange = slotRange;
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
