package dev.yeoju.planning;

import java.util.Arrays;

/**
 * The best use of one antenna's time among tracks that could lie in given spans: a longest path over a grid of time. What
 * a track is worth is linear in its length, so that the best begin for an end is the head of a queue, and the path takes
 * time in proportion to the spans' lengths in cells, whatever the number of begins and lengths (as {@code bound}'s sweep).
 */
final class AntennaPath {
    private final int cellS;
    private Span[] spans = new Span[64];
    private int size;
    private int[] active = new int[64];
    private Queue[] queues = new Queue[64];
    private double[] best = new double[0];
    private int[] chosen = new int[0];
    private int[] begun = new int[0];
    private int originS;
    private int cells;

    /**
     * Where one track could lie, with setup and teardown.
     *
     * @param fromS the activity begins no earlier
     * @param toS the activity ends no later
     * @param overheadS setup and teardown
     * @param leastS the shortest track of use
     * @param mostS the longest
     * @param rate what a second is worth
     * @param bonus what the track is worth beside its seconds
     */
    record Span(
            PlanRequest request,
            PlanOpportunity where,
            int fromS,
            int toS,
            int overheadS,
            int leastS,
            int mostS,
            double rate,
            double bonus) {}

    /** Receives the tracks of the best use, the last first. */
    interface Use {
        /** The activity begins and ends within the two seconds. */
        void take(Span span, int fromS, int toS);
    }

    /** @param cellS the grid's step, seconds */
    AntennaPath(int cellS) {
        this.cellS = cellS;
        Arrays.setAll(queues, k -> new Queue());
    }

    void clear() {
        size = 0;
    }

    void add(Span span) {
        if (size == spans.length) {
            grow();
        }
        int at = size++;
        // Nearly in order already, as spans come by the begin of the opportunities that they lie in.
        while (at > 0 && spans[at - 1].fromS() > span.fromS()) {
            spans[at] = spans[at - 1];
            at--;
        }
        spans[at] = span;
    }

    private void grow() {
        int capacity = 2 * size;
        spans = Arrays.copyOf(spans, capacity);
        active = Arrays.copyOf(active, capacity);
        queues = Arrays.copyOf(queues, capacity);
        for (int k = size; k < capacity; k++) {
            queues[k] = new Queue();
        }
    }

    /** Finds the best use of the time and hands its tracks over. */
    void fill(Use use) {
        if (size == 0) {
            return;
        }
        originS = spans[0].fromS();
        int lastS = originS;
        for (int k = 0; k < size; k++) {
            lastS = Math.max(lastS, spans[k].toS());
        }
        cells = (lastS - originS) / cellS;
        if (best.length <= cells) {
            best = new double[2 * cells + 1];
            chosen = new int[2 * cells + 1];
            begun = new int[2 * cells + 1];
        }
        sweep();
        int cell = cells;
        while (cell > 0) {
            int by = chosen[cell];
            if (by < 0) {
                cell--;
            } else {
                use.take(spans[by], originS + begun[cell] * cellS, originS + cell * cellS);
                cell = begun[cell];
            }
        }
    }

    private void sweep() {
        int next = 0;
        int open = 0;
        best[0] = 0;
        for (int cell = 1; cell <= cells; cell++) {
            int atS = originS + cell * cellS;
            while (next < size && spans[next].fromS() < atS) {
                open(next);
                active[open++] = next++;
            }
            best[cell] = best[cell - 1];
            chosen[cell] = -1;
            for (int k = 0; k < open; k++) {
                if (spans[active[k]].toS() < atS) {
                    active[k--] = active[--open];
                } else {
                    offer(active[k], cell);
                }
            }
        }
    }

    private void open(int k) {
        Span span = spans[k];
        int firstBegin = (span.fromS() - originS + cellS - 1) / cellS;
        queues[k].reset(firstBegin, (span.toS() - span.fromS()) / cellS + 2);
    }

    /** The best track of the span whose activity ends with the cell. */
    private void offer(int k, int cell) {
        Span span = spans[k];
        Queue queue = queues[k];
        int endS = cell * cellS - span.overheadS();
        while (endS - queue.next * cellS >= span.leastS()) {
            queue.push(best[queue.next] - span.rate() * queue.next * cellS);
        }
        queue.dropBefore(endS - span.mostS(), cellS);
        if (queue.head < queue.tail) {
            int begin = queue.begins[queue.head];
            propose(k, cell, begin, endS - begin * cellS);
        }
        // Of the begins that leave room for the longest track the latest is the best.
        if (queue.roomy >= 0) {
            propose(k, cell, queue.roomy, span.mostS());
        }
    }

    private void propose(int k, int cell, int begin, int trackedS) {
        double offered = best[begin] + spans[k].rate() * trackedS + spans[k].bonus();
        if (offered > best[cell]) {
            best[cell] = offered;
            chosen[cell] = k;
            begun[cell] = begin;
        }
    }

    /** The begins of a span's track, the best for its present end at the head. */
    private static final class Queue {
        private int[] begins = new int[0];
        private double[] keys = new double[0];
        private int head;
        private int tail;
        private int next;
        /** The latest begin that leaves room for the longest track; −1 for none. */
        private int roomy;

        private int nextRoomy;

        void reset(int firstBegin, int room) {
            if (begins.length < room) {
                begins = new int[room];
                keys = new double[room];
            }
            head = 0;
            tail = 0;
            next = firstBegin;
            roomy = -1;
            nextRoomy = firstBegin;
        }

        void push(double key) {
            while (tail > head && keys[tail - 1] <= key) {
                tail--;
            }
            begins[tail] = next++;
            keys[tail++] = key;
        }

        void dropBefore(int second, int cellS) {
            while (nextRoomy < next && nextRoomy * cellS <= second) {
                roomy = nextRoomy++;
            }
            while (head < tail && begins[head] * cellS < second) {
                head++;
            }
        }
    }
}
