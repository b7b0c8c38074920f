package dev.yeoju.visibility;

import dev.yeoju.ephemeris.OrekitContext;
import dev.yeoju.ephemeris.Trajectory;
import dev.yeoju.model.Antenna;
import dev.yeoju.model.Geometry;
import dev.yeoju.model.Interval;
import dev.yeoju.model.Spacecraft;
import java.util.Set;

/** What all pairs of a run share: time, bodies over the horizon, and the rules. Thread-safe. */
final class Run {
    /** Clocks of the antennas' side need no more than the horizon; this much is for rounding. */
    private static final double MARGIN_S = 60;

    private final OrekitContext context;
    private final Clock clock;
    private final Span span;
    private final SkyBodies sky;
    private final Geometry geometry;
    private final Set<String> directed;

    /** @param directed ids of the spacecraft whose directions are asked for on every antenna */
    Run(OrekitContext context, Interval horizon, Geometry geometry, Set<String> directed) {
        this.context = context;
        this.clock = new Clock(context, horizon.start());
        this.span = new Span(0, clock.seconds(horizon.end()));
        Span wide = new Span(-MARGIN_S, span.end() + MARGIN_S);
        this.sky = new SkyBodies(context.solarSystem(), clock, wide);
        this.geometry = geometry;
        this.directed = Set.copyOf(directed);
    }

    /** Whether anything asks where the antenna points while it tracks the spacecraft: repointing, a shared beam or a request. */
    boolean needsDirections(Antenna antenna, Spacecraft spacecraft) {
        return antenna.slewRate() != null || antenna.mspa() != null || directed.contains(spacecraft.id());
    }

    OrekitContext context() {
        return context;
    }

    Clock clock() {
        return clock;
    }

    /** The horizon, seconds on the clock. */
    Span span() {
        return span;
    }

    SkyBodies sky() {
        return sky;
    }

    Geometry geometry() {
        return geometry;
    }

    /** @param antennas how many will look at it */
    TargetMotion motion(Trajectory trajectory, int antennas) {
        return TargetMotion.of(trajectory, sky, span, geometry.lightTime(), antennas);
    }

    LineOfSight sight(LineOfSight.Way way, Station station, TargetMotion motion, TargetMotion.Part part) {
        return new LineOfSight(
                way,
                station,
                EarthOrientation.reader(context, clock.epoch()),
                sky,
                motion.origin(),
                part.positions().get(),
                geometry.lightTime());
    }
}
