package dev.yeoju.planning;

/**
 * A time in which an antenna is down, seen in one {@linkplain CellGrid cell}.
 *
 * @param firstCell the first cell that it reaches into
 * @param antenna id
 * @param startS first second that is lost, from the plan's epoch
 * @param endS first second that is free again
 */
record Downtime(Integer cell, int firstCell, String antenna, int startS, int endS) {
    /** Whether the two overlap and meet in this cell first. */
    boolean overlaps(Occupation occupation) {
        return occupation.meetsFirstHere(firstCell) && startS < occupation.endS() && occupation.startS() < endS;
    }
}
