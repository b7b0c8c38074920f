package dev.yeoju.bound;

import java.util.Arrays;

/**
 * Where each price stands in one vector. Prices are an hour's: a request's price for one track more is that for an hour
 * times its preferred hours, so that a step means about the same everywhere. The shares of an array's antennas stand
 * last; they add up to 1 each.
 */
final class PriceLayout {
    private static final double LEAST_HOURS = 0.1;
    /** An hour's worth is some, and a share moves between 0 and 1. */
    private static final double SHARE_SWING = 10;

    private final Relaxation relaxation;
    private final int[] hours;
    private final int[] least;
    private final int[] cover;
    private final int[] mission;
    private final int[][] toll;
    private final int[] share;
    private final int size;

    PriceLayout(Relaxation relaxation) {
        this.relaxation = relaxation;
        int next = relaxation.requests().size();
        hours = new int[relaxation.terms().size()];
        least = new int[relaxation.terms().size()];
        cover = new int[relaxation.terms().size()];
        for (int r = 0; r < hours.length; r++) {
            Relaxation.RequestTerms term = relaxation.terms().get(r);
            hours[r] = term.split() ? next++ : -1;
            least[r] = term.split() ? next++ : -1;
            cover[r] = next;
            next += relaxation.covers().get(r).cells();
        }
        mission = new int[relaxation.missions().size()];
        for (int m = 0; m < mission.length; m++) {
            mission[m] = relaxation.fairness().matters(m) ? next++ : -1;
        }
        toll = new int[relaxation.exclusives().size()][];
        for (int g = 0; g < toll.length; g++) {
            boolean[] priced = relaxation.exclusives().get(g).priced();
            toll[g] = new int[priced.length];
            for (int c = 0; c < priced.length; c++) {
                toll[g][c] = priced[c] ? next++ : -1;
            }
        }
        share = new int[relaxation.shares().size()];
        for (int s = 0; s < share.length; s++) {
            share[s] = next;
            next += relaxation.shares().get(s).members();
        }
        size = next;
    }

    int size() {
        return size;
    }

    /** One track of the request more than it may have. */
    int tracks(int request) {
        return request;
    }

    /** One hour of the request more than it prefers; −1 where a track cannot have more. */
    int hours(int request) {
        return hours[request];
    }

    /** One hour of the request less than it must have to be served; −1 where every track has as much. */
    int least(int request) {
        return least[request];
    }

    /** One hour of the request's tracks in the first cell of its cover; the others follow. */
    int cover(int request) {
        return cover[request];
    }

    /** One hour of the mission; −1 where the missions' hours are worth nothing beside the requests' own. */
    int mission(int index) {
        return mission[index];
    }

    /** One hour of an exclusive's tracks in a cell; −1 where it can hold only one anyway. */
    int toll(int exclusive, int cell) {
        return cell < toll[exclusive].length ? toll[exclusive][cell] : -1;
    }

    int cells(int exclusive) {
        return toll[exclusive].length;
    }

    /** The array's part of the value that its first antenna has; the others follow. */
    int share(int index) {
        return share[index];
    }

    /** No price on anything, arrays shared evenly. */
    double[] initial() {
        double[] prices = new double[size];
        for (int s = 0; s < share.length; s++) {
            int members = relaxation.shares().get(s).members();
            Arrays.fill(prices, share[s], share[s] + members, 1.0 / members);
        }
        return prices;
    }

    /** Hours that each price is paid for at most, at least some; of an array's shares what about equals that. */
    double[] amounts() {
        double[] amounts = new double[size];
        double cellHours = relaxation.tollCellS() / 3600;
        for (int r = 0; r < hours.length; r++) {
            Relaxation.RequestTerms term = relaxation.terms().get(r);
            amounts[tracks(r)] = term.maxTracks() * term.preferredHours();
            if (term.split()) {
                amounts[hours[r]] = term.preferredHours();
                amounts[least[r]] = term.minHours();
            }
            Relaxation.Cover cells = relaxation.covers().get(r);
            Arrays.fill(amounts, cover[r], cover[r] + cells.cells(), cells.width() * cellHours);
        }
        for (int m = 0; m < mission.length; m++) {
            if (mission[m] >= 0) {
                amounts[mission[m]] = relaxation.fairness().requestedHours(m);
            }
        }
        for (int[] cells : toll) {
            for (int at : cells) {
                if (at >= 0) {
                    amounts[at] = cellHours;
                }
            }
        }
        for (int s = 0; s < share.length; s++) {
            Relaxation.Share array = relaxation.shares().get(s);
            double preferred = relaxation.terms().get(array.request()).preferredHours();
            Arrays.fill(amounts, share[s], share[s] + array.members(), SHARE_SWING * preferred);
        }
        for (int i = 0; i < size; i++) {
            amounts[i] = Math.max(amounts[i], LEAST_HOURS);
        }
        return amounts;
    }

    /** Makes any vector one of prices: not negative, shares adding up to 1. What is not a number counts as no price. */
    void project(double[] prices) {
        int firstShare = share.length == 0 ? size : share[0];
        for (int i = 0; i < firstShare; i++) {
            prices[i] = prices[i] > 0 && prices[i] < Double.MAX_VALUE ? prices[i] : 0;
        }
        for (int s = 0; s < share.length; s++) {
            Simplex.project(prices, share[s], relaxation.shares().get(s).members());
        }
    }
}
