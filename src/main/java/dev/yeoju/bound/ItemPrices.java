package dev.yeoju.bound;

/**
 * What a track of an item is worth at given prices: {@code fixed + slope·d} up to a knee, flatter after it; concave.
 * Priority-weighted hours; lengths in seconds.
 *
 * @param fixed part that does not depend on the length
 * @param slope worth of a second up to the knee
 * @param kneeS length from which a second is worth less
 * @param flatSlope worth of a second after it
 * @param scale part of the value that this antenna has of its array's; also of the tolls
 */
record ItemPrices(double fixed, double slope, double kneeS, double flatSlope, double scale) {
    private static final double SECONDS_PER_HOUR = 3600;

    static ItemPrices of(Relaxation relaxation, PriceLayout layout, double[] prices, Item item) {
        Relaxation.RequestTerms term = relaxation.terms().get(item.request());
        int mission = layout.mission(term.mission());
        double hour = term.weight() + (mission < 0 ? 0 : prices[mission]);
        double fixed =
                relaxation.stretches().get(item.stretch()).credit() - trackPrice(term, layout, prices, item.request());
        double least = 0;
        double kneeS = item.longestS();
        if (!term.split()) {
            fixed += term.bonus();
        } else {
            hour = Math.max(0, hour - prices[layout.hours(item.request())]);
            double minS = term.minHours() * SECONDS_PER_HOUR;
            if (minS <= item.shortestS()) {
                fixed += prices[layout.least(item.request())] * term.minHours();
            } else {
                // Beyond the minimum a track does no more for it.
                least = prices[layout.least(item.request())];
                kneeS = Math.min(kneeS, minS);
            }
        }
        double scale = item.share() < 0 ? 1 : prices[layout.share(item.share()) + item.member()];
        return new ItemPrices(
                scale * fixed,
                scale * (hour + least) / SECONDS_PER_HOUR,
                kneeS,
                scale * hour / SECONDS_PER_HOUR,
                scale);
    }

    /** Priority-weighted hours for each track of the request. */
    static double trackPrice(Relaxation.RequestTerms term, PriceLayout layout, double[] prices, int request) {
        return prices[layout.tracks(request)] * term.preferredHours();
    }

    /** Worth of a track of the given length, tolls aside. */
    double at(double lengthS) {
        return fixed + slope * Math.min(lengthS, kneeS) + flatSlope * Math.max(0, lengthS - kneeS);
    }
}
