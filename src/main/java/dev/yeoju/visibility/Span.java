package dev.yeoju.visibility;

/**
 * A stretch of time.
 *
 * @param start seconds on the run's {@link Clock}
 * @param end seconds, after the start
 */
record Span(double start, double end) {
    double length() {
        return end - start;
    }

    double middle() {
        return 0.5 * (start + end);
    }
}
