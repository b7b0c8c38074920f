package dev.yeoju.planning;

import java.util.SplittableRandom;

/**
 * Simulated annealing with geometric cooling, by a threshold drawn before a candidate is known: a candidate is accepted
 * when it loses no more than {@code −T · ln u}, which is the usual acceptance with probability exp(−loss / T).
 */
final class Annealing {
    /** Of the temperature: what is preferred is worth little beside an hour. */
    private static final double PREFERENCE_SHARE = 0.05;

    private final double start;
    private final double end;
    private double temperature;
    private double threshold;

    /**
     * @param start temperature at the start, micro-units
     * @param end temperature at the end, micro-units
     */
    Annealing(double start, double end) {
        this.start = start;
        this.end = end;
        temperature = start;
    }

    /** @param fraction how much of the search is done, 0 to 1 */
    void progress(double fraction) {
        temperature = start * Math.pow(end / start, Math.min(1, Math.max(0, fraction)));
    }

    void draw(SplittableRandom random) {
        threshold = -temperature * Math.log(1 - random.nextDouble());
    }

    /**
     * @param repairedGain change of what is made good of the pins' own faults
     * @param criticalGain change of the critical level
     * @param valueGain change of the value, micro-units
     * @param preferenceGain change of the preferences, micro-units, which decides where the value stays
     */
    boolean accepts(long repairedGain, long criticalGain, long valueGain, long preferenceGain) {
        if (repairedGain != 0) {
            return repairedGain > 0;
        }
        if (criticalGain != 0) {
            return criticalGain > 0;
        }
        return valueGain == 0 ? preferenceGain >= -PREFERENCE_SHARE * threshold : valueGain >= -threshold;
    }
}
