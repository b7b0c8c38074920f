package dev.yeoju.planning;

import java.util.List;

/**
 * How many tracks, or transmitting ones, a complex carries at once.
 *
 * @param index position among the plan's limits
 * @param complex id
 * @param uplinks whether it counts those that transmit alone
 * @param most tracks at any instant
 */
record ComplexLimit(int index, String complex, boolean uplinks, int most) {
    /** How many tracks are too many, added up over the instants at which one begins; 0 when the limit is kept. */
    long excess(List<Slot> slots) {
        int[] bots = slots.stream().mapToInt(Slot::botS).sorted().toArray();
        int[] eots = slots.stream().mapToInt(Slot::eotS).sorted().toArray();
        return excess(bots, eots, most);
    }

    /**
     * @param starts sorted
     * @param ends sorted
     */
    static long excess(int[] starts, int[] ends, int most) {
        long excess = 0;
        int over = 0;
        for (int at = 0; at < starts.length; at++) {
            while (ends[over] <= starts[at]) {
                over++;
            }
            boolean lastOfItsSecond = at + 1 == starts.length || starts[at + 1] != starts[at];
            if (lastOfItsSecond) {
                excess += Math.max(0, at + 1 - over - most);
            }
        }
        return excess;
    }
}
