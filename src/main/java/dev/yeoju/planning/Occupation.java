package dev.yeoju.planning;

/**
 * A time during which a track takes a resource, seen in one {@linkplain CellGrid cell}: an occupation that reaches into
 * two cells is listed in both, with the same times.
 *
 * @param cell where to look for others
 * @param firstCell the first cell that it reaches into
 * @param assignment index of the assignment it belongs to
 * @param startS first second taken, from the plan's epoch
 * @param endS first second free again
 */
record Occupation(Integer cell, int firstCell, int assignment, PlanRequest request, int startS, int endS) {
    /** Whether the two, which share this cell, share none before it. */
    boolean meetsFirstHere(int otherFirstCell) {
        return cell == Math.max(firstCell, otherFirstCell);
    }

    boolean overlaps(Occupation other) {
        return startS < other.endS && other.startS < endS;
    }
}
