package dev.yeoju.planning;

/**
 * A time during which a track takes a resource, seen in one {@linkplain CellGrid cell}: an occupation that reaches into
 * two cells is listed in both, with the same times.
 *
 * @param cell where to look for others
 * @param firstCell the first cell that it reaches into
 * @param resource index of the antenna, or of the mission after all antennas
 * @param startS first second taken, from the plan's epoch
 * @param endS first second free again
 */
record Occupation(Integer cell, int firstCell, int resource, Slot slot, int startS, int endS) {
    int assignment() {
        return slot.assignment();
    }

    PlanRequest request() {
        return slot.request();
    }

    /** Whether the two, which share this cell, share none before it. */
    boolean meetsFirstHere(int otherFirstCell) {
        return cell == Math.max(firstCell, otherFirstCell);
    }

    boolean overlaps(Occupation other) {
        return startS < other.endS && other.startS < endS;
    }
}
