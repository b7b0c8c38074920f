package dev.yeoju.bound;

/** Follows the work on a bound. Called on the thread that works on it. */
public interface BoundWatch {
    /** Watches nothing and never stops the work. */
    BoundWatch NONE = new BoundWatch() {
        @Override
        public void improved(Bound bound) {}

        @Override
        public boolean stop() {
            return false;
        }
    };

    /** A lower bound than any before has been proven. */
    void improved(Bound bound);

    /** Whether to end with the bound there is; asked often. */
    boolean stop();
}
