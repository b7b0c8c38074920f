package dev.yeoju.bound;

/** How fine the sweeps' grid of time is. */
final class TimeGrid {
    private static final double[] STEPS_S = {1, 2, 5, 10, 15, 20, 30, 60, 120, 180, 300, 450, 600, 900, 1800};

    /** Most numbers kept by step of the grid. */
    private static final double MEMORY = 2.5e7;

    private TimeGrid() {}

    /** Whether every time and length is a multiple of the step: then the grid loses nothing. */
    static boolean isExact(Relaxation relaxation, double stepS) {
        double ms = stepS * 1000;
        return relaxation.grainMs() > 0 && ms == Math.rint(ms) && relaxation.grainMs() % (long) ms == 0;
    }

    /**
     * The finest step that keeps one round of sweeps within the given work: the grain itself where that can be had, never
     * so coarse that an activity could vanish between two steps.
     *
     * @param work steps, all items together
     */
    static double step(Relaxation relaxation, double work) {
        double seconds = relaxation.lanes().stream()
                .mapToDouble(items -> LaneSweep.steps(items, 1))
                .sum();
        double shortest = shortestS(relaxation);
        double cells = relaxation.spanS() * 3;
        double grainS = relaxation.grainMs() / 1000.0;
        if (grainS >= 1 && seconds / grainS <= work && cells / grainS <= MEMORY) {
            return grainS;
        }
        double step = STEPS_S[0];
        for (double candidate : STEPS_S) {
            if (candidate <= shortest / 2 && (seconds / step > work || cells / step > MEMORY)) {
                step = candidate;
            }
        }
        return isExact(relaxation, step) ? step : Math.min(step, shortest / 2);
    }

    /** Whether a step that somebody names can be used: none so coarse that an activity could vanish, none too fine to keep. */
    static boolean isUsable(Relaxation relaxation, double stepS) {
        double cells = relaxation.spanS() * 3;
        return stepS > 0
                && cells / stepS <= MEMORY
                && (isExact(relaxation, stepS) || stepS <= shortestS(relaxation) / 2);
    }

    private static double shortestS(Relaxation relaxation) {
        return relaxation.lanes().stream()
                .flatMap(items -> items.stream())
                .mapToDouble(item -> item.overheadS() + item.shortestS())
                .min()
                .orElse(1);
    }
}
