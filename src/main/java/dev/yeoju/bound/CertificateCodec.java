package dev.yeoju.bound;

import dev.yeoju.model.Certificate;
import java.util.LinkedHashMap;
import java.util.Map;

/** Prices as a certificate's named numbers, and back. What a certificate does not name has no price. */
final class CertificateCodec {
    private static final String STEP = "step s";

    private final Relaxation relaxation;
    private final PriceLayout layout;

    CertificateCodec(Relaxation relaxation, PriceLayout layout) {
        this.relaxation = relaxation;
        this.layout = layout;
    }

    /** @param stepS step of the grid on which the prices were proven, or 0 */
    Certificate encode(double[] prices, double stepS) {
        Names names = names();
        Map<String, Double> requests = new LinkedHashMap<>();
        Map<String, Double> missions = new LinkedHashMap<>();
        Map<String, Double> multipliers = new LinkedHashMap<>();
        names.requests.forEach((name, at) -> put(requests, name, prices[at]));
        names.missions.forEach((name, at) -> put(missions, name, prices[at]));
        names.multipliers.forEach((name, at) -> put(multipliers, name, prices[at]));
        for (int s = 0; s < relaxation.shares().size(); s++) {
            int members = relaxation.shares().get(s).members();
            for (int i = 0; i < members; i++) {
                // An even share is what holds where nothing is said.
                double uneven = prices[layout.share(s) + i] - 1.0 / members;
                put(multipliers, "share " + relaxation.shares().get(s).id() + " " + i, uneven);
            }
        }
        if (stepS > 0) {
            multipliers.put(STEP, stepS);
        }
        return new Certificate(requests, missions, multipliers);
    }

    double[] decode(Certificate certificate) {
        Names names = names();
        double[] prices = layout.initial();
        names.requests.forEach(
                (name, at) -> prices[at] = certificate.requestPrices().getOrDefault(name, 0.0));
        names.missions.forEach(
                (name, at) -> prices[at] = certificate.missionPrices().getOrDefault(name, 0.0));
        names.multipliers.forEach(
                (name, at) -> prices[at] = certificate.multipliers().getOrDefault(name, 0.0));
        for (int s = 0; s < relaxation.shares().size(); s++) {
            for (int i = 0; i < relaxation.shares().get(s).members(); i++) {
                prices[layout.share(s) + i] += certificate
                        .multipliers()
                        .getOrDefault("share " + relaxation.shares().get(s).id() + " " + i, 0.0);
            }
        }
        layout.project(prices);
        return prices;
    }

    /** The grid that the certificate names where the proof can be had on it, else one within the given work. */
    double step(Certificate certificate, double work) {
        double named = certificate.multipliers().getOrDefault(STEP, 0.0);
        return TimeGrid.isUsable(relaxation, named) ? named : TimeGrid.step(relaxation, work);
    }

    private static void put(Map<String, Double> map, String name, double price) {
        if (price != 0) {
            map.put(name, price);
        }
    }

    private record Names(
            Map<String, Integer> requests, Map<String, Integer> missions, Map<String, Integer> multipliers) {}

    private Names names() {
        Names names = new Names(new LinkedHashMap<>(), new LinkedHashMap<>(), new LinkedHashMap<>());
        for (int r = 0; r < relaxation.requests().size(); r++) {
            String id = relaxation.requests().get(r).id();
            // Without a split, an hour beyond the preferred time can only come with another track.
            boolean split = layout.hours(r) >= 0;
            names.requests().put(id, split ? layout.hours(r) : layout.tracks(r));
            if (split) {
                names.multipliers().put("tracks " + id, layout.tracks(r));
            }
            if (layout.least(r) >= 0) {
                names.multipliers().put("least " + id, layout.least(r));
            }
            for (int c = 0; c < relaxation.covers().get(r).cells(); c++) {
                names.multipliers().put("cover " + id + " " + c, layout.cover(r) + c);
            }
        }
        for (int m = 0; m < relaxation.missions().size(); m++) {
            if (layout.mission(m) >= 0) {
                names.missions().put(relaxation.missions().get(m), layout.mission(m));
            }
        }
        for (int g = 0; g < relaxation.exclusives().size(); g++) {
            for (int c = 0; c < layout.cells(g); c++) {
                if (layout.toll(g, c) >= 0) {
                    names.multipliers()
                            .put("toll " + relaxation.exclusives().get(g).id() + " " + c, layout.toll(g, c));
                }
            }
        }
        return names;
    }
}
