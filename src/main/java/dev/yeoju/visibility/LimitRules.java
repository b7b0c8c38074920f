package dev.yeoju.visibility;

import dev.yeoju.model.Antenna;
import dev.yeoju.model.Band;
import dev.yeoju.model.Body;
import dev.yeoju.visibility.PiecewiseChebyshev.Tolerance;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What keeps an antenna from using a spacecraft that it sees, on one arc: the Sun near the line of sight, the keyhole, a
 * motion that the mount cannot follow. Also the light at a surface site.
 */
final class LimitRules {
    private static final Tolerance COSINE = new Tolerance(1e-11, 0, 1e-9, 0.5);
    private static final double SCOUTED_COSINE = 1e-5;
    private static final Tolerance RATE = new Tolerance(1e-8, 1e-9, 1e-7, 0.05);
    private static final double SCOUTED_RATE = 1e-3;
    private static final Tolerance SUNLIGHT = new Tolerance(1e-6, 0, 1e-5, 1);

    private final Arc arc;
    private final LineOfSight sight;
    private final LineOfSight.BodyLeg toSun;
    private final List<Span> visible;
    private final ScoutedFunction sunCosine;

    /** @param visible the arc's visible spans, to which everything here refers */
    LimitRules(Arc arc, List<Span> visible) {
        this.arc = arc;
        this.sight = arc.sight();
        this.toSun = sight.toBody(Body.SUN);
        this.visible = visible;
        this.sunCosine = new ScoutedFunction(this::sunCosine, visible, arc.pieceS(), SCOUTED_COSINE, COSINE);
    }

    /** The Sun–Earth–probe angle seen from the antenna, degrees. */
    double sepAngleDeg(double time) {
        sight.look(time);
        return Leg.angleDeg(toSun.vector(time), sight.direction);
    }

    /** The least Sun–Earth–probe angle on a part of the visible spans, degrees. */
    double leastSepAngleDeg(Span span) {
        return sepAngleDeg(sunCosine.argMax(span));
    }

    /** When the Sun is nearer than a band's limit, for every band that has one. */
    Map<Band, List<Span>> nearSun(Map<Band, Double> minSepDeg) {
        Map<Band, List<Span>> near = new EnumMap<>(Band.class);
        minSepDeg.forEach((band, limit) -> near.put(band, sunCosine.above(Math.cos(Math.toRadians(limit)))));
        return near;
    }

    /** When the spacecraft is above an apparent elevation. */
    List<Span> keyhole(ScoutedFunction sineElevation, double keyholeElevationDeg, Bending bending) {
        if (keyholeElevationDeg >= 90) {
            return List.of();
        }
        double sine = Math.sin(Math.toRadians(bending.geometricDeg(keyholeElevationDeg)));
        return Spans.intersection(visible, sineElevation.above(sine));
    }

    /** When the azimuth or the elevation changes faster than the mount can turn. */
    List<Span> tooFast(Antenna antenna) {
        if (Double.isInfinite(antenna.trackingRateDegPerS())) {
            return List.of();
        }
        double limit = Math.toRadians(antenna.trackingRateDegPerS());
        double[] rates = new double[3];
        // Azimuth: |n e' - e n'| / (e^2 + n^2) <= limit. Elevation: |u'| / sqrt(e^2 + n^2) <= limit.
        ScoutedFunction azimuth = new ScoutedFunction(
                time -> {
                    sight.look(time);
                    sight.localRates(rates);
                    double h2 = sight.east * sight.east + sight.north * sight.north;
                    double w = (sight.north * rates[0] - sight.east * rates[1]) / limit;
                    return w * w - h2 * h2;
                },
                visible,
                arc.pieceS(),
                SCOUTED_RATE,
                RATE);
        ScoutedFunction elevation = new ScoutedFunction(
                time -> {
                    sight.look(time);
                    sight.localRates(rates);
                    double u = rates[2] / limit;
                    return u * u - sight.east * sight.east - sight.north * sight.north;
                },
                visible,
                arc.pieceS(),
                SCOUTED_RATE,
                RATE);
        List<Span> fast = new ArrayList<>(azimuth.above(0));
        fast.addAll(elevation.above(0));
        return Spans.union(fast);
    }

    /** When the Sun's centre is above the level horizon of a surface site. */
    List<Span> daylight(SiteSky siteSky) {
        double[] place = new double[3];
        double[] local = new double[3];
        return FittedFunction.of(
                        time -> {
                            sight.look(time);
                            sight.targetPosition(place);
                            double[] sun = toSun.vectorFrom(place, sight.targetTime());
                            siteSky.project(sun, 1, sight.targetTime(), local);
                            return local[2] / Leg.norm(sun);
                        },
                        visible,
                        arc.pieceS(),
                        SUNLIGHT)
                .above(0);
    }

    private double sunCosine(double time) {
        sight.look(time);
        double[] sun = toSun.vector(time);
        return Leg.dot(sun, sight.direction) / Leg.norm(sun);
    }
}
