package dev.yeoju.planning;

import ai.timefold.solver.core.impl.domain.valuerange.AbstractCountableValueRange;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Every slot of a request at steps of one second, without listing them: each opportunity has a slot for each begin and
 * each length from the shortest track to the preferred duration.
 */
final class SlotRange extends AbstractCountableValueRange<Slot> {
    private final PlanModel model;
    private final int assignment;
    private final PlanRequest request;

    SlotRange(PlanModel model, int assignment, PlanRequest request) {
        this.model = model;
        this.assignment = assignment;
        this.request = request;
    }

    @Override
    public long getSize() {
        long size = 0;
        for (PlanOpportunity opportunity : request.opportunities()) {
            size += slots(opportunity);
        }
        return size;
    }

    @Override
    public Slot get(long index) {
        long left = index;
        for (PlanOpportunity opportunity : request.opportunities()) {
            long slots = slots(opportunity);
            if (left < slots) {
                return slot(opportunity, left);
            }
            left -= slots;
        }
        throw new IndexOutOfBoundsException("There is no slot (" + index + ") of request (" + request + ").");
    }

    @Override
    public boolean contains(@Nullable Slot slot) {
        return slot != null
                && slot.request() == request
                && slot.insideOpportunity()
                && slot.trackedS() >= request.minTrackS()
                && slot.trackedS() <= request.preferredS();
    }

    @Override
    public Iterator<Slot> createOriginalIterator() {
        return new Iterator<>() {
            private final long size = getSize();
            private long next = 0;

            @Override
            public boolean hasNext() {
                return next < size;
            }

            @Override
            public Slot next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                return get(next++);
            }
        };
    }

    @Override
    public Iterator<Slot> createRandomIterator(Random random) {
        List<PlanOpportunity> opportunities = request.opportunities();
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return !opportunities.isEmpty();
            }

            @Override
            public Slot next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                PlanOpportunity opportunity = opportunities.get(random.nextInt(opportunities.size()));
                return slot(opportunity, (long) (random.nextDouble() * slots(opportunity)));
            }
        };
    }

    private long slots(PlanOpportunity opportunity) {
        return longestLengths(opportunity) * shortestBegins(opportunity) - triangular(longestLengths(opportunity));
    }

    private Slot slot(PlanOpportunity opportunity, long index) {
        long left = index;
        int length = request.minTrackS();
        long begins = shortestBegins(opportunity);
        while (left >= begins) {
            left -= begins;
            begins--;
            length++;
        }
        int botS = opportunity.startS() + (int) left;
        return Slot.of(model, assignment, request, opportunity, botS, botS + length);
    }

    /** How many begins the shortest track has; each second more of length has one fewer. */
    private long shortestBegins(PlanOpportunity opportunity) {
        return (long) opportunity.lengthS() - request.minTrackS() + 1;
    }

    private long longestLengths(PlanOpportunity opportunity) {
        return (long) Math.min(opportunity.lengthS(), request.preferredS()) - request.minTrackS() + 1;
    }

    private static long triangular(long lengths) {
        return lengths * (lengths - 1) / 2;
    }
}
