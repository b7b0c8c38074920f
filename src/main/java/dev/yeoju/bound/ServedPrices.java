package dev.yeoju.bound;

import java.util.List;

/**
 * Prices at which every request has all that it asks for: a track pays as much as it could be worth at most, so that no
 * antenna's time is worth anything and the bound is the value of serving everything. Where there is time for all, good
 * prices are near these; where there is not, they are far away.
 */
final class ServedPrices {
    /** Room for floating point, relative: a track is worth nothing then, not nearly nothing. */
    private static final double OUTWARD = 1 + 1e-12;

    private ServedPrices() {}

    /** The prices; missions' hours have none, for each mission has all of them. */
    static double[] of(Relaxation relaxation, PriceLayout layout) {
        double[] prices = layout.initial();
        for (int r = 0; r < relaxation.terms().size(); r++) {
            Relaxation.RequestTerms term = relaxation.terms().get(r);
            if (term.split()) {
                // Its hours pay for themselves. The bonus is not a track's: it goes once there is one.
                prices[layout.hours(r)] = OUTWARD * term.weight();
                prices[layout.least(r)] = OUTWARD * term.bonus() / term.minHours();
            }
        }
        for (List<Item> lane : relaxation.lanes()) {
            for (Item item : lane) {
                Relaxation.RequestTerms term = relaxation.terms().get(item.request());
                double worth = relaxation.stretches().get(item.stretch()).credit();
                if (term.split()) {
                    prices[layout.least(item.request())] = 0;
                } else {
                    worth += term.bonus() + term.weight() * item.longestS() / 3600;
                }
                int tracks = layout.tracks(item.request());
                prices[tracks] = Math.max(prices[tracks], OUTWARD * worth / term.preferredHours());
            }
        }
        layout.project(prices);
        return prices;
    }
}
