package dev.yeoju.visibility;

import dev.yeoju.model.PointingTrack;
import java.util.function.DoubleFunction;

/** Makes the track of directions that planning measures slews and beams by. */
final class PointingSampler {
    private static final double LONGEST_STEP_S = 600;
    /** Radians between nodes; the cubic's error is about its fourth power over 384, below a microradian. */
    private static final double STEP_RAD = 0.1;

    private PointingSampler() {}

    /**
     * @param sights the one to look along at a time
     * @param peak where the direction changes fastest, or near it
     */
    static PointingTrack track(DoubleFunction<LineOfSight> sights, Clock clock, Span period, double peak) {
        double[] rates = new double[3];
        double fastest = 0;
        for (double time : new double[] {period.start(), peak, period.end()}) {
            LineOfSight sight = sights.apply(time);
            sight.look(time);
            sight.localRates(rates);
            fastest = Math.max(fastest, Leg.norm(rates));
        }
        double step = Math.min(LONGEST_STEP_S, STEP_RAD / Math.max(fastest, 1e-9));
        int steps = Math.max(1, (int) Math.ceil(period.length() / step));
        step = period.length() / steps;
        float[] nodes = new float[6 * (steps + 1)];
        for (int i = 0; i <= steps; i++) {
            double time = period.start() + i * step;
            LineOfSight sight = sights.apply(time);
            sight.look(time);
            sight.localRates(rates);
            int at = 6 * i;
            nodes[at] = (float) sight.east;
            nodes[at + 1] = (float) sight.north;
            nodes[at + 2] = (float) sight.up;
            for (int j = 0; j < 3; j++) {
                nodes[at + 3 + j] = (float) rates[j];
            }
        }
        return PointingTrack.of(clock.instant(period.start()), step, nodes);
    }
}
