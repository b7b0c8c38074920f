package dev.yeoju.visibility;

import dev.yeoju.ephemeris.Coverage;
import dev.yeoju.ephemeris.SolarSystem;
import dev.yeoju.ephemeris.Trajectory.Origin;
import dev.yeoju.model.Body;
import dev.yeoju.visibility.PiecewiseChebyshev.Tolerance;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.hipparchus.geometry.euclidean.threed.Vector3D;
import org.orekit.time.AbsoluteDate;

/** Fits of bodies' positions over a run, made when first needed and shared by all its pairs. Thread-safe. */
final class SkyBodies {
    /** Light takes less than this from 50 astronomical units away, seconds. */
    private static final double LONGEST_DELAY_S = 25_000;

    private static final double FIRST_PIECE_S = 86400;

    private record Key(Origin origin, Body body) {}

    private final SolarSystem solarSystem;
    private final Clock clock;
    private final Span span;
    private final Map<Key, PiecewiseChebyshev> fits = new ConcurrentHashMap<>();

    /** @param span of receive times */
    SkyBodies(SolarSystem solarSystem, Clock clock, Span span) {
        this.solarSystem = solarSystem;
        this.clock = clock;
        Coverage coverage = solarSystem.coverage();
        double first = coverage.spans().isEmpty()
                ? span.start()
                : clock.seconds(coverage.spans().get(0).start());
        double last = coverage.spans().isEmpty()
                ? span.end()
                : clock.seconds(
                        coverage.spans().get(coverage.spans().size() - 1).end());
        this.span = new Span(
                Math.min(span.start(), Math.max(first, span.start() - LONGEST_DELAY_S)),
                Math.max(span.end(), Math.min(last, span.end() + LONGEST_DELAY_S)));
    }

    SolarSystem solarSystem() {
        return solarSystem;
    }

    Clock clock() {
        return clock;
    }

    /** Positions of a body from an origin, metres, ICRF axes. */
    PiecewiseChebyshev motion(Origin origin, Body body) {
        return fits.computeIfAbsent(new Key(origin, body), this::fit);
    }

    private PiecewiseChebyshev fit(Key key) {
        return PiecewiseChebyshev.fit(
                (time, xyz) -> {
                    AbsoluteDate date = clock.date(time);
                    Vector3D position = key.origin() == Origin.EARTH
                            ? solarSystem.geocentricPosition(key.body(), date)
                            : solarSystem.barycentricPosition(key.body(), date);
                    write(position, xyz);
                },
                3,
                span.start(),
                span.end(),
                FIRST_PIECE_S,
                tolerance(key.origin()));
    }

    /**
     * How well positions are fitted. The noise allowed for is that of tables and of interpolated files, whose pieces do
     * not join perfectly.
     */
    static Tolerance tolerance(Origin origin) {
        return origin == Origin.EARTH ? new Tolerance(1e-3, 2e-10, 1e-8, 1) : new Tolerance(1e-3, 1e-11, 1e-10, 1);
    }

    static void write(Vector3D vector, double[] xyz) {
        xyz[0] = vector.getX();
        xyz[1] = vector.getY();
        xyz[2] = vector.getZ();
    }
}
