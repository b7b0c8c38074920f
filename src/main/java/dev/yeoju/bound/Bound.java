package dev.yeoju.bound;

import dev.yeoju.model.Certificate;

/**
 * A proven upper bound on the value of any schedule of an instance.
 *
 * @param value priority-weighted hours; no schedule that keeps the rules is worth more
 * @param certificate the prices that prove it
 * @param rounds price rounds done so far
 */
public record Bound(double value, Certificate certificate, int rounds) {}
