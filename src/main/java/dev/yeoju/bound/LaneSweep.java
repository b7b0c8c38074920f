package dev.yeoju.bound;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * The best use of one antenna's time at given prices: one activity at a time, each worth what {@link ItemPrices} says.
 * One sweep over a grid of time: {@code f[x] = max(f[x−1], best activity that ends in step x)}, the best begin being the
 * maximum over a sliding window, so that the work is linear in the items' time whatever lengths tracks may have.
 *
 * <p>Valid in continuous time. Where every time is a multiple of the step an optimum lies on the grid. Else an activity
 * stands for all those whose begin and end round down to the same two steps, and is granted the longest track of them and
 * the tolls of the shortest. To guide prices it is granted the mean of both, which proves nothing.
 */
final class LaneSweep {
    /** Steps by which an activity may be longer than from its begin's to its end's: none where the grid loses nothing. */
    static final double EXACT = 0;
    /** On any grid. */
    static final double PROOF = 1;
    /** Right in the mean: on a coarse grid prices that pay for what it adds to every activity would be too high. */
    static final double GUIDE = 0.5;

    /** Room for floating point, seconds; outward. */
    private static final double EPSILON_S = 1e-7;

    /** Steps between two looks at whether to stop; a power of two less one. */
    private static final int BETWEEN_LOOKS = 0x3FF;

    /**
     * An activity chosen.
     *
     * @param lengthS length of the track that it is granted
     * @param fromS the activity begins, seconds after the origin; with the grid's step more or less
     * @param toS it ends
     * @param tollFromS the track pays tolls from here, seconds after the origin
     * @param tollToS up to here
     */
    record Pick(Item item, double lengthS, double fromS, double toS, double tollFromS, double tollToS) {}

    /** A window of begins for one slope: candidates in order of time with falling keys, the best in front. */
    private static final class Window {
        private static final Window NONE = new Window();

        private int[] begins = new int[16];
        private double[] keys = new double[16];
        private int head;
        private int tail;
        private int next;

        void reset(int first, int capacity) {
            int size = Integer.highestOneBit(Math.max(8, capacity)) * 2;
            if (begins.length < size) {
                begins = new int[size];
                keys = new double[size];
            }
            head = 0;
            tail = 0;
            next = first;
        }

        void push(int begin, double key) {
            int mask = begins.length - 1;
            while (tail != head && keys[(tail - 1) & mask] <= key) {
                tail--;
            }
            begins[tail & mask] = begin;
            keys[tail & mask] = key;
            tail++;
        }
    }

    /** An item on this grid, and its state while the sweep is within it. */
    private static final class Slot {
        private final Item item;
        private final int firstBegin;
        private final int firstEnd;
        private final int lastEnd;
        private final double tollFromShiftS;
        private final double tollToShiftS;
        private Window steep = Window.NONE;
        private Window flat = Window.NONE;
        private ItemPrices worth = new ItemPrices(0, 0, 0, 0, 0);
        private Tolls.Line tolls = Tolls.Line.NONE;
        private double fullWorth;
        private int fullBegin;

        Slot(Item item, double stepS, double slack) {
            this.item = item;
            firstBegin = (int) Math.floor(item.fromS() / stepS + 1e-9);
            lastEnd = (int) Math.floor(item.toS() / stepS + 1e-9);
            double least = item.overheadS() + item.shortestS();
            firstEnd = Math.max(firstBegin + 1, (int) Math.ceil((item.fromS() + least) / stepS - slack - 1e-6));
            tollFromShiftS = item.setupS() + (slack == PROOF ? stepS : 0);
            tollToShiftS = item.teardownS();
        }
    }

    private final double stepS;
    private final double slack;
    private final Slot[] slots;
    private final int base;
    private final int steps;
    private double[] best = new double[0];
    private int[] chosen = new int[0];
    private int[] begun = new int[0];

    /** @param slack one of the above, steps */
    LaneSweep(List<Item> items, double stepS, double slack) {
        this.stepS = stepS;
        this.slack = slack;
        slots = items.stream().map(item -> new Slot(item, stepS, slack)).toArray(Slot[]::new);
        Arrays.sort(slots, Comparator.comparingInt(slot -> slot.firstEnd));
        base = Arrays.stream(slots).mapToInt(slot -> slot.firstBegin).min().orElse(0);
        int last = Arrays.stream(slots).mapToInt(slot -> slot.lastEnd).max().orElse(0);
        steps = last - base + 1;
    }

    /** Steps of the sweep, all items together: what it costs. */
    static double steps(List<Item> items, double stepS) {
        return items.stream()
                .mapToDouble(item -> (item.toS() - item.fromS()) / stepS)
                .sum();
    }

    /** What a sweep writes by step of the grid; antennas use it in turn. */
    static final class Paper {
        private double[] best = new double[0];
        private int[] chosen = new int[0];
        private int[] begun = new int[0];

        /** Windows that no item is in at present: few items are open at once, however many there are. */
        private final ArrayDeque<Window> windows = new ArrayDeque<>();

        private final BooleanSupplier stop;

        Paper() {
            this(() -> false);
        }

        /** @param stop asked now and then; once it says so, a sweep ends early without a result */
        Paper(BooleanSupplier stop) {
            this.stop = stop;
        }

        private Window window() {
            return windows.isEmpty() ? new Window() : windows.pop();
        }

        private void put(Slot slot) {
            windows.push(slot.steep);
            windows.push(slot.flat);
            slot.steep = Window.NONE;
            slot.flat = Window.NONE;
        }

        private void reach(int steps) {
            if (best.length < steps) {
                best = new double[steps];
                chosen = new int[steps];
                begun = new int[steps];
            }
        }
    }

    /** The greatest worth of the lane at the given prices; infinite when it was stopped. Ends with the picks of one best use in {@code picks}. */
    double run(Relaxation relaxation, PriceLayout layout, double[] prices, Tolls tolls, Paper paper, List<Pick> picks) {
        paper.reach(steps);
        best = paper.best;
        chosen = paper.chosen;
        begun = paper.begun;
        int[] active = new int[slots.length];
        int count = 0;
        int next = 0;
        best[0] = 0;
        chosen[0] = -1;
        for (int x = base + 1; x < base + steps; x++) {
            while (next < slots.length && slots[next].firstEnd <= x) {
                if (open(slots[next], relaxation, layout, prices, tolls, paper)) {
                    active[count++] = next;
                }
                next++;
            }
            if ((x & BETWEEN_LOOKS) == 0 && paper.stop.getAsBoolean()) {
                return Double.POSITIVE_INFINITY;
            }
            double value = best[x - base - 1];
            int from = -1;
            int by = -1;
            for (int i = 0; i < count; i++) {
                Slot slot = slots[active[i]];
                if (slot.lastEnd < x) {
                    paper.put(slot);
                    active[i--] = active[--count];
                    continue;
                }
                double offered = offer(slot, x);
                if (offered > value) {
                    value = offered;
                    from = offeredBegin;
                    by = active[i];
                }
            }
            best[x - base] = value;
            chosen[x - base] = by;
            begun[x - base] = from;
        }
        for (int i = 0; i < count; i++) {
            paper.put(slots[active[i]]);
        }
        collect(picks);
        return best[steps - 1];
    }

    /** The values of the last run: the best worth of the time up to the end of each step, from {@link #base} on. */
    double[] values() {
        return Arrays.copyOf(best, steps);
    }

    /** The step of the grid at which {@link #values} begin. */
    int base() {
        return base;
    }

    private boolean open(
            Slot slot, Relaxation relaxation, PriceLayout layout, double[] prices, Tolls tolls, Paper paper) {
        Item item = slot.item;
        slot.worth = ItemPrices.of(relaxation, layout, prices, item);
        slot.fullWorth = slot.worth.at(item.longestS());
        if (slot.fullWorth <= 0) {
            return false;
        }
        slot.tolls = tolls.line(item.request());
        slot.fullBegin = slot.firstBegin - 1;
        double kneeS = knee(slot);
        slot.steep = paper.window();
        slot.flat = paper.window();
        slot.steep.reset(slot.firstBegin, (int) ((kneeS - item.shortestS()) / stepS) + 4);
        slot.flat.reset(slot.firstBegin, (int) ((item.longestS() - kneeS) / stepS) + 4);
        return true;
    }

    private static double knee(Slot slot) {
        return Math.max(slot.item.shortestS(), Math.min(slot.item.longestS(), slot.worth.kneeS()));
    }

    private double beginS(Slot slot, int begin) {
        return Math.max(begin * stepS, slot.item.fromS());
    }

    private int offeredBegin;

    /** The best worth of the time up to the end of step x whose last activity is the slot's and ends there. */
    private double offer(Slot slot, int x) {
        Item item = slot.item;
        ItemPrices worth = slot.worth;
        double trackable = Math.min((x + slack) * stepS, item.toS()) - item.overheadS();
        double kneeS = knee(slot);
        boolean hasFlat = item.longestS() > kneeS + EPSILON_S;
        double value = Double.NEGATIVE_INFINITY;
        advance(slot, slot.steep, x, trackable, item.shortestS(), kneeS, worth.slope());
        Window steep = slot.steep;
        if (steep.head != steep.tail) {
            int at = steep.head & (steep.begins.length - 1);
            value = steep.keys[at] + worth.slope() * trackable + worth.fixed();
            offeredBegin = steep.begins[at];
        }
        if (hasFlat) {
            advance(slot, slot.flat, x, trackable, kneeS, item.longestS(), worth.flatSlope());
            Window flat = slot.flat;
            if (flat.head != flat.tail) {
                int at = flat.head & (flat.begins.length - 1);
                double offered =
                        flat.keys[at] + worth.flatSlope() * (trackable - kneeS) + worth.slope() * kneeS + worth.fixed();
                if (offered > value) {
                    value = offered;
                    offeredBegin = flat.begins[at];
                }
            }
        }
        // The latest begin that leaves room for the longest track: an earlier one is worth no more.
        while (slot.fullBegin + 1 < x && beginS(slot, slot.fullBegin + 1) <= trackable - item.longestS() + EPSILON_S) {
            slot.fullBegin++;
        }
        if (slot.fullBegin >= slot.firstBegin) {
            double offered = best[slot.fullBegin - base] + slot.fullWorth + tollFrom(slot, slot.fullBegin);
            if (offered > value) {
                value = offered;
                offeredBegin = slot.fullBegin;
            }
        }
        return value - tollTo(slot, x);
    }

    private void advance(
            Slot slot, Window window, int x, double trackable, double shortestS, double longestS, double slope) {
        while (window.next < x && beginS(slot, window.next) <= trackable - shortestS + EPSILON_S) {
            double key = best[window.next - base] - slope * beginS(slot, window.next) + tollFrom(slot, window.next);
            window.push(window.next, key);
            window.next++;
        }
        int mask = window.begins.length - 1;
        while (window.head != window.tail
                && beginS(slot, window.begins[window.head & mask]) < trackable - longestS - EPSILON_S) {
            window.head++;
        }
    }

    private double tollFrom(Slot slot, int begin) {
        return slot.tolls == Tolls.Line.NONE
                ? 0
                : slot.worth.scale() * slot.tolls.upTo(begin * stepS + slot.tollFromShiftS);
    }

    private double tollTo(Slot slot, int end) {
        return slot.tolls == Tolls.Line.NONE
                ? 0
                : slot.worth.scale() * slot.tolls.upTo(end * stepS - slot.tollToShiftS);
    }

    private void collect(List<Pick> picks) {
        int x = base + steps - 1;
        while (x > base) {
            int by = chosen[x - base];
            if (by < 0) {
                x--;
                continue;
            }
            Slot slot = slots[by];
            int begin = begun[x - base];
            Item item = slot.item;
            double trackable = Math.min((x + slack) * stepS, item.toS()) - item.overheadS();
            double lengthS = Math.min(item.longestS(), trackable - beginS(slot, begin));
            picks.add(new Pick(
                    item,
                    lengthS,
                    beginS(slot, begin),
                    Math.min(beginS(slot, begin) + item.overheadS() + lengthS, item.toS()),
                    begin * stepS + slot.tollFromShiftS,
                    x * stepS - slot.tollToShiftS));
            x = begin;
        }
    }
}
