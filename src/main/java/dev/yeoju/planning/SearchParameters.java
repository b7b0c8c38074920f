package dev.yeoju.planning;

/**
 * What the search was tuned by; benchmarks/RESULTS.md has the measurements.
 *
 * @param startTemperature of annealing, in units of what an hour is worth on average
 * @param warmTemperature of annealing at the start of a search that begins with a published schedule, alike
 * @param endTemperature alike
 * @param startNoiseHours standard deviation of the noise on a gap's worth when the search begins, hours
 * @param endNoiseHours alike when it ends
 * @param shorterChance how often a track is deliberately made shorter than it could be
 * @param arrayPenalty hours that each antenna of an array beyond the first takes off a gap's worth, an hour of track
 * @param tightBonusHours what it is worth that a track leaves nothing usable in its gap
 * @param exchangeEvery steps between two exchanges of the best plan among searches
 * @param stepsBetweenPlans steps after which a better plan is handed to the engine
 */
record SearchParameters(
        double startTemperature,
        double warmTemperature,
        double endTemperature,
        double startNoiseHours,
        double endNoiseHours,
        double shorterChance,
        double arrayPenalty,
        double tightBonusHours,
        int exchangeEvery,
        int stepsBetweenPlans) {
    static final SearchParameters DEFAULT = new SearchParameters(4, 0.5, 0.2, 1.5, 0.3, 0.1, 0.2, 1, 20_000, 1_000);

    SearchParameters withStepsBetweenPlans(int other) {
        return new SearchParameters(
                startTemperature,
                warmTemperature,
                endTemperature,
                startNoiseHours,
                endNoiseHours,
                shorterChance,
                arrayPenalty,
                tightBonusHours,
                exchangeEvery,
                other);
    }
}
