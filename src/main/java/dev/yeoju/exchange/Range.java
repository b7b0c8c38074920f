package dev.yeoju.exchange;

/**
 * Which numbers a field takes.
 *
 * @param least smallest value
 * @param open whether {@code least} itself is refused
 * @param most greatest value
 */
record Range(double least, boolean open, double most) {
    static final Range ANY = new Range(-1e15, false, 1e15);
    static final Range POSITIVE = new Range(0, true, 1e15);
    static final Range NOT_NEGATIVE = new Range(0, false, 1e15);
    static final Range ELEVATION_DEG = between(-90, 90);

    static Range between(double least, double most) {
        return new Range(least, false, most);
    }

    static Range positiveUpTo(double most) {
        return new Range(0, true, most);
    }

    boolean holds(double value) {
        return (open ? value > least : value >= least) && value <= most;
    }

    String words() {
        String from = open ? "greater than " + plain(least) : "at least " + plain(least);
        return from + " and at most " + plain(most);
    }

    private static String plain(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e9
                ? Long.toString((long) value)
                : Double.toString(value);
    }
}
