package dev.yeoju.bound;

import java.util.Arrays;

/** The numbers that are not negative and add up to 1. */
final class Simplex {
    private Simplex() {}

    /** Replaces the stretch of the vector by the nearest point of the simplex; by the middle where it is not a number. */
    static void project(double[] vector, int from, int length) {
        double[] falling = new double[length];
        for (int i = 0; i < length; i++) {
            double v = vector[from + i];
            if (!(Math.abs(v) < 1e9)) {
                Arrays.fill(vector, from, from + length, 1.0 / length);
                return;
            }
            falling[length - 1 - i] = v;
        }
        Arrays.sort(falling);
        double sum = 0;
        double shift = 0;
        for (int k = 1; k <= length; k++) {
            double v = falling[length - k];
            sum += v;
            double candidate = (sum - 1) / k;
            if (v > candidate) {
                shift = candidate;
            }
        }
        double total = 0;
        for (int i = 0; i < length; i++) {
            vector[from + i] = Math.max(0, vector[from + i] - shift);
            total += vector[from + i];
        }
        for (int i = 0; i < length; i++) {
            vector[from + i] /= total;
        }
    }
}
