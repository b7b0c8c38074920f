package dev.yeoju.planning;

/**
 * How a search cools: once all the way, then some times again from half-way up, each time from the best plan known; what
 * that brings is in benchmarks/RESULTS.md. Immutable.
 *
 * @param firstShare how much of the search the first cooling takes, above 0, at most 1
 * @param reheats how often the search is heated again after it
 * @param reheatAt how cool it is then, 0 to 1 of a whole cooling
 */
record Cooling(double firstShare, int reheats, double reheatAt) {
    /** @param fraction how much of the search is done, 0 to 1; 0 is the first cooling, then one for each reheat */
    int cycle(double fraction) {
        if (reheats == 0 || fraction < firstShare) {
            return 0;
        }
        return Math.min(reheats, 1 + (int) ((fraction - firstShare) / (1 - firstShare) * reheats));
    }

    /** How cool it is, 0 for the start and 1 for the end of a whole cooling. */
    double progress(double fraction) {
        if (reheats == 0) {
            return Math.min(1, fraction);
        }
        int cycle = cycle(fraction);
        if (cycle == 0) {
            return fraction / firstShare;
        }
        double done = (fraction - firstShare) / (1 - firstShare) * reheats - (cycle - 1);
        return Math.min(1, reheatAt + (1 - reheatAt) * done);
    }
}
