package dev.yeoju.planning;

import java.util.Arrays;

/**
 * What takes one resource, in order of start: intervals in seconds with the assignment that owns each. Kept up to date by
 * insertion and removal, never rebuilt. Intervals may overlap.
 */
final class Timeline {
    /** Owner of an interval that no assignment owns. */
    static final int NOBODY = -1;

    private int[] startS = new int[16];
    private int[] endS = new int[16];
    private int[] owner = new int[16];
    /** Latest end among this and all earlier intervals: makes the search by end a binary one. */
    private int[] reachS = new int[16];

    private int size;

    int size() {
        return size;
    }

    int startS(int position) {
        return startS[position];
    }

    int endS(int position) {
        return endS[position];
    }

    int owner(int position) {
        return owner[position];
    }

    /** Latest end among the intervals up to this position. */
    int reachS(int position) {
        return reachS[position];
    }

    /** The first position from which on an interval can still be running after the given second. */
    int firstReaching(int second) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (reachS[middle] > second) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /** The same, found from a position that is near it. */
    int firstReaching(int second, int near) {
        int position = Math.min(near, size);
        while (position > 0 && reachS[position - 1] > second) {
            position--;
        }
        while (position < size && reachS[position] <= second) {
            position++;
        }
        return position;
    }

    /** The first position whose interval starts at the given second or later. */
    int firstStarting(int second) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (startS[middle] >= second) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    void insert(int newStartS, int newEndS, int newOwner) {
        if (size == startS.length) {
            grow();
        }
        int at = firstStarting(newStartS);
        int moved = size - at;
        System.arraycopy(startS, at, startS, at + 1, moved);
        System.arraycopy(endS, at, endS, at + 1, moved);
        System.arraycopy(owner, at, owner, at + 1, moved);
        System.arraycopy(reachS, at, reachS, at + 1, moved);
        startS[at] = newStartS;
        endS[at] = newEndS;
        owner[at] = newOwner;
        size++;
        reachS[at] = at == 0 ? newEndS : Math.max(reachS[at - 1], newEndS);
        updateReach(at + 1);
    }

    void remove(int oldStartS, int oldOwner) {
        int at = position(oldStartS, oldOwner);
        int moved = size - at - 1;
        System.arraycopy(startS, at + 1, startS, at, moved);
        System.arraycopy(endS, at + 1, endS, at, moved);
        System.arraycopy(owner, at + 1, owner, at, moved);
        System.arraycopy(reachS, at + 1, reachS, at, moved);
        size--;
        updateReach(at);
    }

    /** The position of the owner's interval that starts at the given second. */
    int position(int itsStartS, int itsOwner) {
        for (int at = firstStarting(itsStartS); at < size && startS[at] == itsStartS; at++) {
            if (owner[at] == itsOwner) {
                return at;
            }
        }
        throw new IllegalStateException("No interval of assignment (" + itsOwner + ") starts at (" + itsStartS + ").");
    }

    /** From the first position that a change can have touched; what follows one that stays as it is stays too. */
    private void updateReach(int from) {
        int reach = from == 0 ? Integer.MIN_VALUE : reachS[from - 1];
        for (int at = from; at < size; at++) {
            reach = Math.max(reach, endS[at]);
            if (reachS[at] == reach) {
                return;
            }
            reachS[at] = reach;
        }
    }

    private void grow() {
        int capacity = 2 * size;
        startS = Arrays.copyOf(startS, capacity);
        endS = Arrays.copyOf(endS, capacity);
        owner = Arrays.copyOf(owner, capacity);
        reachS = Arrays.copyOf(reachS, capacity);
    }
}
