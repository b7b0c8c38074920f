package dev.yeoju.planning;

/**
 * What the search was tuned by; benchmarks/RESULTS.md has the measurements.
 *
 * @param startTemperature of annealing, in units of what an hour is worth on average, fairness included
 * @param warmTemperature of annealing at the start of a search that begins with a published schedule, alike
 * @param endTemperature alike
 * @param hastySteps steps of the hasty cooling at the begin of a search, for each track that may be planned
 * @param firstCooling how much of the rest the first whole cooling takes, 0 to 1
 * @param reheats how often the search is heated again after it, from the best plan of all searches
 * @param reheatAt how cool it is then, 0 to 1 of a whole cooling
 * @param startNoiseHours standard deviation of the noise on a gap's worth when the search begins, hours
 * @param endNoiseHours alike when it ends
 * @param shorterChance how often a track is deliberately made shorter than it could be
 * @param sparingShare how many of the steps give back no more than each request's minimum, and only then stretch
 * @param arrayPenalty hours that each antenna of an array beyond the first takes off a gap's worth, an hour of track
 * @param tightBonusHours what it is worth that a track leaves nothing usable in its gap
 * @param aroundShare how many of the ruins clear an antenna around one place
 * @param anywhereShare how many take a few tracks anywhere; the others take tracks of one mission
 * @param worstShare how many of the steps serve the worst mission, where the objective has a term of it
 * @param worstRuinShare how many of the steps plan some hours of the worst mission anew, alike
 * @param worstShorterChance what shorterChance is for its requests in those steps
 * @param normDoublesAt how cool it is, 0 to 1, when the norm that stands for the worst mission's U becomes twice as high
 * @param normDoublesAgainAt alike, four times as high
 * @param packShare how many of the steps pack whole nights of the worst mission, alike
 * @param completeness what the search adds for the last request where all are satisfied, in units of what a request is worth on average
 * @param rebuildShare how many of the ruins fill the time again by the antenna's best path
 * @param rebuildBeside how many of those do so with several antennas
 * @param rebuildNoise standard deviation of the noise on a track's worth in that path, of that on a gap's
 * @param ejectShare how many of the other steps put a track where others are, which look for another place in turn
 * @param ejectLinks how many tracks at most do so one after the other
 * @param ejectNoise standard deviation of the noise on what such a place costs, of that on a gap's
 * @param squeezeShare how many of the steps trim neighbours instead of taking tracks away
 * @param squeezePower how steeply that share rises from 0 to its value at the end
 * @param exchangeFrom how much of the search is done, 0 to 1, when searches begin to exchange their best plan
 * @param exchangeEvery steps between two exchanges from then on
 * @param polishFrom how much of the search is done, 0 to 1, when the best plan's tracks are moved to where they are preferred
 * @param stepsBetweenPlans steps after which a better plan is handed to the engine
 */
record SearchParameters(
        double startTemperature,
        double warmTemperature,
        double endTemperature,
        int hastySteps,
        double firstCooling,
        int reheats,
        double reheatAt,
        double startNoiseHours,
        double endNoiseHours,
        double shorterChance,
        double sparingShare,
        double arrayPenalty,
        double tightBonusHours,
        double aroundShare,
        double anywhereShare,
        double worstShare,
        double worstRuinShare,
        double worstShorterChance,
        double normDoublesAt,
        double normDoublesAgainAt,
        double packShare,
        double completeness,
        double rebuildShare,
        double rebuildBeside,
        double rebuildNoise,
        double ejectShare,
        int ejectLinks,
        double ejectNoise,
        double squeezeShare,
        double squeezePower,
        double exchangeFrom,
        int exchangeEvery,
        double polishFrom,
        int stepsBetweenPlans) {
    static final SearchParameters DEFAULT = new SearchParameters(
            1.3, 0.25, 0.04, 80, 0.75, 1, 0.5, 1.5, 0.3, 0.1, 0.03, 0.2, 0.3, 0.84, 0.08, 0.1, 0.05, 0.4, 0.45, 0.75,
            0.05, 0.4, 0.1, 0.5, 1, 0.2, 8, 2, 0.2, 6, 0.8, 20_000, 0.97, 1_000);

    SearchParameters withStepsBetweenPlans(int other) {
        return new SearchParameters(
                startTemperature,
                warmTemperature,
                endTemperature,
                hastySteps,
                firstCooling,
                reheats,
                reheatAt,
                startNoiseHours,
                endNoiseHours,
                shorterChance,
                sparingShare,
                arrayPenalty,
                tightBonusHours,
                aroundShare,
                anywhereShare,
                worstShare,
                worstRuinShare,
                worstShorterChance,
                normDoublesAt,
                normDoublesAgainAt,
                packShare,
                completeness,
                rebuildShare,
                rebuildBeside,
                rebuildNoise,
                ejectShare,
                ejectLinks,
                ejectNoise,
                squeezeShare,
                squeezePower,
                exchangeFrom,
                exchangeEvery,
                polishFrom,
                other);
    }
}
