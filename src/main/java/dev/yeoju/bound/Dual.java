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
    private final List<LaneSweep> lanes = new ArrayList<>();
    private final List<LaneSweep.Pick> picks = new ArrayList<>();
    private final LaneSweep.Paper paper;
    private final Tolls tolls;
    private final double[] missionPrices;
    private final double[] missionHours;

    /** @param stepS the grid's step, seconds */
    Dual(Relaxation relaxation, PriceLayout layout, double stepS) {
        this(relaxation, layout, stepS, new LaneSweep.Paper());
    }

    /** @param paper what sweeps are written on; it may stop them */
    Dual(Relaxation relaxation, PriceLayout layout, double stepS, LaneSweep.Paper paper) {
        this(relaxation, layout, stepS, LaneSweep.PROOF, paper);
    }

    /** About the value, neither above nor below it: the better guide to prices on a coarse grid, and no proof. */
    static Dual guide(Relaxation relaxation, PriceLayout layout, double stepS, LaneSweep.Paper paper) {
        return new Dual(relaxation, layout, stepS, LaneSweep.GUIDE, paper);
    }

    private Dual(Relaxation relaxation, PriceLayout layout, double stepS, double slack, LaneSweep.Paper paper) {
        this.paper = paper;
        this.relaxation = relaxation;
        this.layout = layout;
        double onGrid = TimeGrid.isExact(relaxation, stepS) ? LaneSweep.EXACT : slack;
        relaxation.lanes().forEach(items -> lanes.add(new LaneSweep(items, stepS, onGrid)));
        tolls = new Tolls(relaxation, layout);
        missionPrices = new double[relaxation.missions().size()];
        missionHours = new double[relaxation.missions().size()];
    }

    /** The activities behind the last value, antenna by antenna. */
    List<LaneSweep.Pick> picks() {
        return picks;
    }

    /**
     * The value at the prices, rounded up; infinite, and no gradient, when it was stopped.
     *
     * @param gradient receives a subgradient, by price
     */
    double value(double[] prices, double[] gradient) {
        Arrays.fill(gradient, 0);
        double total = constants(prices, gradient);
        tolls.set(prices);
        picks.clear();
        for (LaneSweep lane : lanes) {
            total += lane.run(relaxation, layout, prices, tolls, paper, picks);
            if (total == Double.POSITIVE_INFINITY) {
                return total;
            }
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
            double tracks = term.maxTracks() * term.preferredHours();
            if (!term.split()) {
                total += tracks * prices[layout.tracks(r)];
                gradient[layout.tracks(r)] = tracks;
            } else {
                total += served(r, term, tracks, prices, gradient);
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

    /** What serving a split request is worth beside its tracks: its bonus and all that it may then have, or nothing. */
    private double served(int r, Relaxation.RequestTerms term, double tracks, double[] prices, double[] gradient) {
        Relaxation.Cover cover = relaxation.covers().get(r);
        double cellHours = cover.width() * relaxation.tollCellS() / 3600;
        double worth = term.bonus()
                + tracks * prices[layout.tracks(r)]
                + term.preferredHours() * prices[layout.hours(r)]
                - term.minHours() * prices[layout.least(r)];
        for (int c = 0; c < cover.cells(); c++) {
            worth += cellHours * prices[layout.cover(r) + c];
        }
        if (worth <= 0) {
            return 0;
        }
        gradient[layout.tracks(r)] = tracks;
        gradient[layout.hours(r)] = term.preferredHours();
        gradient[layout.least(r)] = -term.minHours();
        Arrays.fill(gradient, layout.cover(r), layout.cover(r) + cover.cells(), cellHours);
        return worth;
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
        if (layout.least(r) >= 0) {
            gradient[layout.least(r)] += part * Math.min(hours, term.minHours());
        }
        int mission = layout.mission(term.mission());
        if (mission >= 0 && hoursCount) {
            gradient[mission] += part * hours;
        }
        payTolls(pick, part, gradient);
        if (item.share() >= 0) {
            // The worth of the whole array's track, of which this antenna has a part.
            Tolls.Line line = tolls.line(r);
            double paid = line.upTo(pick.tollToS()) - line.upTo(pick.tollFromS());
            double whole = part > 0 ? worth.at(pick.lengthS()) / part - paid : 0;
            gradient[layout.share(item.share()) + item.member()] += whole;
        }
    }

    private void payTolls(LaneSweep.Pick pick, double part, double[] gradient) {
        int r = pick.item().request();
        List<Relaxation.Payment> payments = relaxation.payments().get(r);
        Relaxation.Cover cover = relaxation.covers().get(r);
        if (payments.isEmpty() && cover.cells() == 0) {
            return;
        }
        double cellS = relaxation.tollCellS();
        int cell = (int) (pick.tollFromS() / cellS);
        for (double from = pick.tollFromS(); from < pick.tollToS(); from = ++cell * cellS) {
            double hours = part * (Math.min(pick.tollToS(), (cell + 1) * cellS) - from) / 3600;
            for (Relaxation.Payment payment : payments) {
                int at = layout.toll(payment.exclusive(), cell);
                if (at >= 0) {
                    gradient[at] -= payment.part() * hours;
                }
            }
            int own = cover.at(cell);
            if (own >= 0) {
                gradient[layout.cover(r) + own] -= hours;
            }
        }
    }
}
