package dev.yeoju.planning;

import java.util.SplittableRandom;

/** Draws indices in proportion to weights that change: a Fenwick tree over whole numbers. */
final class WeightedDraw {
    private final long[] tree;
    private final long[] weights;
    private final int highestBit;
    private long total;

    WeightedDraw(int size) {
        tree = new long[size + 1];
        weights = new long[size];
        highestBit = Integer.highestOneBit(Math.max(1, size));
    }

    void set(int index, long weight) {
        long change = weight - weights[index];
        if (change == 0) {
            return;
        }
        weights[index] = weight;
        total += change;
        for (int at = index + 1; at < tree.length; at += at & -at) {
            tree[at] += change;
        }
    }

    boolean isEmpty() {
        return total == 0;
    }

    /** An index drawn in proportion to its weight; only when there is any weight. */
    int draw(SplittableRandom random) {
        long target = random.nextLong(total);
        int at = 0;
        for (int bit = highestBit; bit > 0; bit >>= 1) {
            int next = at + bit;
            if (next < tree.length && tree[next] <= target) {
                at = next;
                target -= tree[next];
            }
        }
        return at;
    }
}
