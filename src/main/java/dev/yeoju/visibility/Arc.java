package dev.yeoju.visibility;

import dev.yeoju.ephemeris.Trajectory.Origin;
import dev.yeoju.model.Body;
import dev.yeoju.visibility.LineOfSight.Way;
import dev.yeoju.visibility.PiecewiseChebyshev.Tolerance;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One antenna and one span of a spacecraft's coverage, one way: when geometry lets the signal pass, rule by rule. One
 * thread's.
 */
final class Arc {
    /** Of directions' components; a tenth of a millisecond of diurnal motion is 7e-9, a graze of a second 1e-9. */
    static final Tolerance DIRECTION = new Tolerance(1e-9, 0, 3e-8, 0.05);

    /** Error of the first, coarse look at an elevation. */
    private static final double SCOUTED = 1e-4;

    private static final double FIRST_PIECE_S = 7200;
    private static final List<Body> BODIES_NEAR_EARTH = List.of(Body.MOON);
    private static final List<Body> BODIES_BEYOND = List.of(Body.MOON, Body.SUN, Body.VENUS, Body.MARS, Body.JUPITER);

    private final Run run;
    private final TargetMotion motion;
    private final LineOfSight sight;
    private final @Nullable SiteSky siteSky;
    private final List<Span> domain;
    private double pieceS = FIRST_PIECE_S;

    Arc(Run run, Station station, TargetMotion motion, TargetMotion.Part part, Way way) {
        this.run = run;
        this.motion = motion;
        this.sight = run.sight(way, station, motion, part);
        this.siteSky = part.axes() == null ? null : new SiteSky(sight, part.axes());
        double start = Math.max(run.span().start(), sight.antennaTime(part.start()));
        double end = Math.min(run.span().end(), sight.antennaTime(part.end()));
        this.domain = end - start < Spans.SLIVER_S ? List.of() : List.of(new Span(start, end));
    }

    /** When the signal's other end is within the coverage and its antenna's within the run. */
    List<Span> domain() {
        return domain;
    }

    LineOfSight sight() {
        return sight;
    }

    /** The antenna as the site sees it; null for anything that flies. */
    @Nullable
    SiteSky siteSky() {
        return siteSky;
    }

    /** A length of piece that suits functions of this line of sight, seconds. */
    double pieceS() {
        return pieceS;
    }

    /** Sine of the geometric elevation on spans within the domain. */
    ScoutedFunction sineElevation(List<Span> spans) {
        ScoutedFunction elevation = new ScoutedFunction(this::up, spans, pieceS, SCOUTED, DIRECTION);
        pieceS = elevation.typicalPieceS(pieceS);
        return elevation;
    }

    private double up(double time) {
        sight.look(time);
        return sight.up;
    }

    /** As the antenna sees it. */
    void localDirection(double time, double[] eastNorthUp) {
        sight.look(time);
        eastNorthUp[0] = sight.east;
        eastNorthUp[1] = sight.north;
        eastNorthUp[2] = sight.up;
    }

    /** The parts of spans in which no body but the one that the spacecraft stands on is in the way. */
    List<Span> clearOfBodies(List<Span> spans) {
        List<Span> clear = spans;
        Body standsOn = motion.site().map(site -> site.body()).orElse(null);
        List<Body> bodies = motion.origin() == Origin.EARTH ? BODIES_NEAR_EARTH : BODIES_BEYOND;
        for (Body body : bodies) {
            if (body != standsOn) {
                double radius = run.sky().solarSystem().meanRadius(body);
                OccultationRule rule = new OccultationRule(sight, body, radius);
                clear = body == motion.center() ? rule.clear(clear, pieceS) : rule.clear(clear, domain);
            }
        }
        return clear;
    }

    /** The parts of spans in which the antenna is above the site's own horizon; all of them where there is no site. */
    List<Span> aboveSiteHorizon(List<Span> spans, @Nullable HorizonProfile siteProfile) {
        if (siteSky == null || siteProfile == null) {
            return spans;
        }
        return new MaskRule(siteProfile).above(sineElevationAtSite(siteSky, spans), siteSky);
    }

    /** Sine of the antenna's highest elevation at the site; only for sites. */
    double highestAtSite() {
        if (siteSky == null) {
            throw new IllegalStateException("The spacecraft (" + motion.id() + ") does not stand on a surface.");
        }
        return sineElevationAtSite(siteSky, domain).max();
    }

    private ScoutedFunction sineElevationAtSite(SiteSky sky, List<Span> spans) {
        double[] local = new double[3];
        return new ScoutedFunction(
                time -> {
                    sky.look(time, local);
                    return local[2];
                },
                spans,
                pieceS,
                SCOUTED,
                DIRECTION);
    }
}
