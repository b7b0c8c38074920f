package dev.yeoju.bound;

/**
 * Fairness and the worst mission's term as functions of the missions' hours, and their greatest surplus over priced
 * hours: <pre>
 * max over 0 ≤ g ≤ H of  Σ A (1 − (1 − g/R)²) + C min g/R − Σ π g
 * </pre>
 * H being the most hours that a mission can have of the R that it asks for. With the worst mission's satisfied fraction t
 * held, every g is on its own; the rest is a concave function of t.
 */
final class MissionTerms {
    private final double[] requestedHours;
    private final double[] mostHours;
    private final double[] amplitude;
    private final double worst;
    /** The greatest satisfied fraction that the worst mission can have. */
    private final double mostFraction;

    /**
     * @param requestedHours R by mission
     * @param mostHours H by mission; what is above R counts as R
     * @param amplitude A by mission
     * @param worst C
     */
    MissionTerms(double[] requestedHours, double[] mostHours, double[] amplitude, double worst) {
        this.requestedHours = requestedHours.clone();
        this.amplitude = amplitude.clone();
        this.worst = worst;
        this.mostHours = new double[requestedHours.length];
        double least = 1;
        for (int m = 0; m < requestedHours.length; m++) {
            this.mostHours[m] = Math.min(requestedHours[m], mostHours[m]);
            if (requestedHours[m] > 0) {
                least = Math.min(least, this.mostHours[m] / requestedHours[m]);
            }
        }
        mostFraction = least;
    }

    /** Whether hours of the mission are worth anything here. */
    boolean matters(int mission) {
        return amplitude[mission] > 0 || worst > 0;
    }

    double requestedHours(int mission) {
        return requestedHours[mission];
    }

    /** What one more hour of the mission is worth at the given satisfied fraction, the worst mission's term aside. */
    double marginal(int mission, double fraction) {
        double r = requestedHours[mission];
        return r <= 0 ? 0 : 2 * amplitude[mission] / r * (1 - fraction);
    }

    /**
     * An upper limit of the surplus, tight when the search for t ends well: any split of the prices between fairness and
     * the worst mission's term is one.
     *
     * @param prices π by mission, not negative
     * @param hours receives the g at which the greatest surplus is
     */
    double surplus(double[] prices, double[] hours) {
        double t = worst > 0 ? worstFraction(prices) : 0;
        double total = 0;
        double covered = 0;
        for (int m = 0; m < prices.length; m++) {
            double r = requestedHours[m];
            if (r <= 0) {
                hours[m] = 0;
                continue;
            }
            // The part of the price that the worst mission's term carries; what is left is fairness's.
            double carried = worst > 0 ? Math.min(prices[m], Math.max(0, prices[m] - marginal(m, t))) : 0;
            covered += carried * r;
            double price = prices[m] - carried;
            double g = argument(m, price);
            total += value(m, g) - price * g;
            hours[m] = carried > 0 ? Math.min(r * t, mostHours[m]) : g;
        }
        return total + mostFraction * Math.max(0, worst - covered);
    }

    private double value(int m, double g) {
        double u = 1 - g / requestedHours[m];
        return amplitude[m] * (1 - u * u);
    }

    /** Hours at which the mission's own surplus is greatest. */
    private double argument(int m, double price) {
        double r = requestedHours[m];
        double a = amplitude[m];
        if (price <= 0) {
            return mostHours[m];
        }
        return a <= 0 ? 0 : Math.max(0, Math.min(mostHours[m], r * (1 - price * r / (2 * a))));
    }

    /** The worst mission's satisfied fraction at which the surplus is greatest: its slope falls through zero there. */
    private double worstFraction(double[] prices) {
        double low = 0;
        double high = mostFraction;
        if (slope(prices, high) >= 0) {
            return high;
        }
        for (int i = 0; i < 60; i++) {
            double middle = 0.5 * (low + high);
            if (slope(prices, middle) >= 0) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private double slope(double[] prices, double t) {
        double slope = worst;
        for (int m = 0; m < prices.length; m++) {
            slope -= requestedHours[m] * Math.max(0, prices[m] - marginal(m, t));
        }
        return slope;
    }
}
