package dev.yeoju.bound;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The relaxation's value as a function of the prices, on one grid of time. Whatever the prices, no schedule is worth
 * more; it is convex in them.
 */
final class Dual {
    private final Relaxation relaxation;
    private final PriceLayout layout;
    private final double stepS;
    private final List<LaneSweep> lanes = new ArrayList<>();
    private final List<LaneSweep.Pick> picks = new ArrayList<>();
    private final LaneSweep.Paper paper = new LaneSweep.Paper();
    private final double[] missionPrices;
    private final double[] missionHours;

    /** @param stepS the grid's step, seconds */
    Dual(Relaxation relaxation, PriceLayout layout, double stepS) {
        this.relaxation = relaxation;
        this.layout = layout;
        this.stepS = stepS;
        boolean exact = TimeGrid.isExact(relaxation, stepS);
        relaxation.lanes().forEach(items -> lanes.add(new LaneSweep(items, stepS, exact)));
        missionPrices = new double[relaxation.missions().size()];
        missionHours = new double[relaxation.missions().size()];
    }

    /** The activities behind the last value, antenna by antenna. */
    List<LaneSweep.Pick> picks() {
        return picks;
    }

    /**
     * The value at the prices, rounded up.
     *
     * @param gradient receives a subgradient, by price
     */
    double value(double[] prices, double[] gradient) {
        Arrays.fill(gradient, 0);
        double total = constants(prices, gradient);
        Tolls tolls = Tolls.of(relaxation, layout, prices);
        picks.clear();
        for (LaneSweep lane : lanes) {
            total += lane.run(relaxation, layout, prices, tolls, paper, picks);
        }
        for (LaneSweep.Pick pick : picks) {
            count(pick, prices, gradient);
        }
        centreShares(gradient);
        return total + 1e-9 * Math.max(1, Math.abs(total));
    }

    /** Shares add up to 1: what all of an array's antennas have in common leads nowhere. */
    private void centreShares(double[] gradient) {
        for (int s = 0; s < relaxation.shares().size(); s++) {
            int members = relaxation.shares().get(s).members();
            int from = layout.share(s);
            double mean = 0;
            for (int i = from; i < from + members; i++) {
                mean += gradient[i] / members;
            }
            for (int i = from; i < from + members; i++) {
                gradient[i] -= mean;
            }
        }
    }

    private double constants(double[] prices, double[] gradient) {
        double total = -relaxation.dropped();
        for (int r = 0; r < relaxation.terms().size(); r++) {
            Relaxation.RequestTerms term = relaxation.terms().get(r);
            total += term.maxTracks() * ItemPrices.trackPrice(term, layout, prices, r);
            gradient[layout.tracks(r)] = term.maxTracks() * term.preferredHours();
            if (layout.hours(r) >= 0) {
                total += term.preferredHours() * prices[layout.hours(r)];
                gradient[layout.hours(r)] = term.preferredHours();
            }
            if (layout.bonus(r) >= 0) {
                total += ItemPrices.bonusPrice(term, layout, prices, r);
                gradient[layout.bonus(r)] = term.bonus() / term.weight();
            }
        }
        for (int m = 0; m < missionPrices.length; m++) {
            missionPrices[m] = layout.mission(m) < 0 ? 0 : prices[layout.mission(m)];
        }
        total += relaxation.fairness().surplus(missionPrices, missionHours);
        for (int m = 0; m < missionPrices.length; m++) {
            if (layout.mission(m) >= 0) {
                gradient[layout.mission(m)] = -missionHours[m];
            }
        }
        double cellHours = relaxation.tollCellS() / 3600;
        for (int g = 0; g < relaxation.exclusives().size(); g++) {
            for (int c = 0; c < layout.cells(g); c++) {
                int at = layout.toll(g, c);
                if (at >= 0) {
                    total += cellHours * prices[at];
                    gradient[at] = cellHours;
                }
            }
        }
        return total;
    }

    private void count(LaneSweep.Pick pick, double[] prices, double[] gradient) {
        Item item = pick.item();
        int r = item.request();
        Relaxation.RequestTerms term = relaxation.terms().get(r);
        ItemPrices worth = ItemPrices.of(relaxation, layout, prices, item);
        double part = worth.scale();
        double hours = pick.lengthS() / 3600;
        gradient[layout.tracks(r)] -= part * term.preferredHours();
        boolean hoursCount = true;
        if (layout.hours(r) >= 0) {
            // Hours priced at more than they are worth are not counted: the track is there for its bonus.
            int mission = layout.mission(term.mission());
            hoursCount = term.weight() + (mission < 0 ? 0 : prices[mission]) >= prices[layout.hours(r)];
            gradient[layout.hours(r)] -= hoursCount ? part * hours : 0;
        }
        if (layout.bonus(r) >= 0 && ItemPrices.bonusPrice(term, layout, prices, r) < term.bonus()) {
            gradient[layout.bonus(r)] -= part * Math.min(1, hours / term.minHours()) * term.bonus() / term.weight();
        }
        int mission = layout.mission(term.mission());
        if (mission >= 0 && hoursCount) {
            gradient[mission] += part * hours;
        }
        double paid = 0;
        if (item.toll() >= 0) {
            for (int g : relaxation.tolls().get(item.toll())) {
                paid += toll(g, pick, part, prices, gradient);
            }
        }
        if (item.share() >= 0) {
            // The worth of the whole array's track, of which this antenna has a part.
            double whole = part > 0 ? worth.at(pick.lengthS()) / part - paid : 0;
            gradient[layout.share(item.share()) + item.member()] += whole;
        }
    }

    private double toll(int exclusive, LaneSweep.Pick pick, double part, double[] prices, double[] gradient) {
        double cellS = relaxation.tollCellS();
        double paid = 0;
        int cell = (int) (pick.tollFromS() / cellS);
        for (double from = pick.tollFromS(); from < pick.tollToS(); from = ++cell * cellS) {
            double hours = (Math.min(pick.tollToS(), (cell + 1) * cellS) - from) / 3600;
            int at = layout.toll(exclusive, cell);
            if (at >= 0) {
                gradient[at] -= part * hours;
                paid += prices[at] * hours;
            }
        }
        return paid;
    }
}
