package dev.yeoju.visibility;

import dev.yeoju.model.Antenna;
import dev.yeoju.model.Band;
import dev.yeoju.visibility.PairCalculator.ReceiveArc;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where limits hold within a pair's view periods, over all arcs; sorted spans each.
 *
 * @param nearSun by band with a limit
 * @param keyhole above the keyhole's elevation
 * @param tooFast faster than the mount
 * @param daylight Sun above a surface site's level horizon; null for anything that flies
 */
record Limits(
        Map<Band, List<Span>> nearSun,
        List<Span> keyhole,
        List<Span> tooFast,
        @Nullable List<Span> daylight) {
    /** @param rules of each arc, in the arcs' order */
    static Limits of(Antenna antenna, Bending bending, List<ReceiveArc> arcs, List<LimitRules> rules) {
        Map<Band, List<Span>> nearSun = new EnumMap<>(Band.class);
        List<Span> keyhole = new ArrayList<>();
        List<Span> tooFast = new ArrayList<>();
        List<Span> daylight = null;
        for (int i = 0; i < arcs.size(); i++) {
            LimitRules rule = rules.get(i);
            rule.nearSun(antenna.minSepDeg())
                    .forEach((band, spans) -> nearSun.computeIfAbsent(band, b -> new ArrayList<>())
                            .addAll(spans));
            keyhole.addAll(rule.keyhole(arcs.get(i).sineElevation(), antenna.keyholeElevationDeg(), bending));
            tooFast.addAll(rule.tooFast(antenna));
            SiteSky siteSky = arcs.get(i).arc().siteSky();
            if (siteSky != null) {
                daylight = daylight == null ? new ArrayList<>() : daylight;
                daylight.addAll(rule.daylight(siteSky));
            }
        }
        nearSun.replaceAll((band, spans) -> Spans.union(spans));
        return new Limits(
                nearSun, Spans.union(keyhole), Spans.union(tooFast), daylight == null ? null : Spans.union(daylight));
    }
}
