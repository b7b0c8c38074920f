package dev.yeoju.bound;

import java.util.ArrayList;
import java.util.List;

/**
 * What one lane's time is worth before and after any moment at given prices, and so what it costs to take time away:
 * the best use of the whole lane less the best use of the time before and that of the time after. To within the grid's
 * step.
 */
final class LaneValues {
    private final double stepS;
    private final double endS;
    private final double[] before;
    private final int beforeBase;
    private final double[] after;
    private final int afterBase;
    private final double best;
    private final List<LaneSweep.Pick> picks = new ArrayList<>();

    LaneValues(
            Relaxation relaxation, PriceLayout layout, double[] prices, Tolls tolls, List<Item> items, double stepS) {
        this.stepS = stepS;
        double slack = TimeGrid.isExact(relaxation, stepS) ? LaneSweep.EXACT : LaneSweep.PROOF;
        endS = Math.ceil(relaxation.spanS() / stepS) * stepS;
        LaneSweep forward = new LaneSweep(items, stepS, slack);
        best = forward.run(relaxation, layout, prices, tolls, new LaneSweep.Paper(), picks);
        before = forward.values();
        beforeBase = forward.base();
        List<Item> turned = items.stream().map(item -> item.mirrored(endS)).toList();
        LaneSweep backward = new LaneSweep(turned, stepS, slack);
        backward.run(relaxation, layout, prices, tolls.mirrored(endS), new LaneSweep.Paper(), new ArrayList<>());
        after = backward.values();
        afterBase = backward.base();
    }

    /** What the best use of the lane's time loses without the interval; seconds after the origin, priority-weighted hours. */
    double price(double fromS, double toS) {
        return Math.max(0, best - at(before, beforeBase, fromS) - at(after, afterBase, endS - toS));
    }

    private double at(double[] values, int base, double seconds) {
        int step = (int) Math.floor(seconds / stepS + 1e-9) - base;
        return values[Math.max(0, Math.min(values.length - 1, step))];
    }

    /** The activities of one best use. */
    List<LaneSweep.Pick> picks() {
        return picks;
    }
}
