package dev.yeoju.planning;

import java.util.Arrays;

/** A set of indices from which a member is taken by position in constant time; its order depends on its history alone. */
final class IndexSet {
    private final int[] members;
    private final int[] positions;
    private int size;

    IndexSet(int capacity) {
        members = new int[capacity];
        positions = new int[capacity];
        Arrays.fill(positions, -1);
    }

    int size() {
        return size;
    }

    int get(int position) {
        return members[position];
    }

    boolean contains(int index) {
        return positions[index] >= 0;
    }

    boolean add(int index) {
        if (positions[index] >= 0) {
            return false;
        }
        positions[index] = size;
        members[size++] = index;
        return true;
    }

    void remove(int index) {
        int position = positions[index];
        int last = members[--size];
        members[position] = last;
        positions[last] = position;
        positions[index] = -1;
    }

    void clear() {
        for (int position = 0; position < size; position++) {
            positions[members[position]] = -1;
        }
        size = 0;
    }
}
