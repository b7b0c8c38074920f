package dev.yeoju.visibility;

import dev.yeoju.ephemeris.Coverage;
import dev.yeoju.ephemeris.SurfaceSite;
import dev.yeoju.ephemeris.Trajectory;
import dev.yeoju.ephemeris.Trajectory.Origin;
import dev.yeoju.model.Body;
import dev.yeoju.visibility.PiecewiseChebyshev.Tolerance;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.hipparchus.geometry.euclidean.threed.Rotation;
import org.hipparchus.geometry.euclidean.threed.Vector3D;
import org.jspecify.annotations.Nullable;
import org.orekit.time.AbsoluteDate;
import org.orekit.utils.Constants;

/**
 * A trajectory over a run, on every span that it covers. For many antennas its positions are fitted once and the fits
 * shared; for few it is read directly. Immutable and thread-safe.
 */
final class TargetMotion {
    private static final double FIRST_PIECE_S = 1800;
    /**
     * Trajectories are tables or formulas: a fit of one costs about as much as two antennas' looks at it. Sites are fitted
     * always: they move as slowly as their bodies turn.
     */
    private static final int FEWEST_ANTENNAS_FOR_A_FIT = 4;
    /** A surface site's axes turn slowly; as fine as the directions they are compared with. */
    private static final Tolerance AXES = new Tolerance(1e-11, 0, 1e-9, 60);

    private static final double FIRST_AXES_PIECE_S = 43200;

    /**
     * One span of coverage, or as much of it as a run needs.
     *
     * @param start first time evaluated, seconds
     * @param end last time evaluated, seconds
     * @param positions makes a reader for one thread
     * @param axes a site's east, north and up on ICRF axes; null for anything that flies
     */
    record Part(
            double start,
            double end,
            Supplier<Positions> positions,
            @Nullable PiecewiseChebyshev axes) {}

    private final Trajectory trajectory;
    private final List<Part> parts;

    private TargetMotion(Trajectory trajectory, List<Part> parts) {
        this.trajectory = trajectory;
        this.parts = List.copyOf(parts);
    }

    /**
     * Evaluates a trajectory for receive (and transmit) times in a span: as much more as light takes is evaluated
     * before and after, where it is covered.
     *
     * @param antennas how many will look at it: a fit is worth its making from a few on
     */
    static TargetMotion of(Trajectory trajectory, SkyBodies sky, Span span, boolean lightTime, int antennas) {
        boolean fitted =
                antennas >= FEWEST_ANTENNAS_FOR_A_FIT || trajectory.site().isPresent();
        Clock clock = sky.clock();
        List<Part> parts = new ArrayList<>();
        for (Coverage.Span covered : trajectory.coverage().spans()) {
            double first = clock.seconds(covered.start());
            double last = clock.seconds(covered.end());
            double from = Math.max(first, span.start());
            double to = Math.min(last, span.end());
            if (lightTime) {
                // Seen from outside the span, the nearest covered time stands for the distance.
                double inside = Math.max(first, Math.min(last, span.start()));
                from = Math.max(first, span.start() - delayBound(trajectory, sky, date(clock, covered, inside)));
                inside = Math.max(first, Math.min(last, span.end()));
                to = Math.min(last, span.end() + delayBound(trajectory, sky, date(clock, covered, inside)));
            }
            if (to - from > Spans.SLIVER_S) {
                parts.add(part(trajectory, sky, from, to, fitted));
            }
        }
        return new TargetMotion(trajectory, parts);
    }

    String id() {
        return trajectory.id();
    }

    Origin origin() {
        return trajectory.origin();
    }

    /** The body that it moves about; null for the origin. */
    @Nullable
    Body center() {
        return trajectory.center();
    }

    Optional<SurfaceSite> site() {
        return trajectory.site();
    }

    List<Part> parts() {
        return parts;
    }

    /** The date of a time, kept within a span that the rounding of its ends may have left. */
    private static AbsoluteDate date(Clock clock, Coverage.Span covered, double time) {
        AbsoluteDate date = clock.date(time);
        if (date.isBefore(covered.start())) {
            return covered.start();
        }
        return date.isAfter(covered.end()) ? covered.end() : date;
    }

    private static double delayBound(Trajectory trajectory, SkyBodies sky, AbsoluteDate date) {
        Vector3D position = trajectory.position(date);
        double distance = trajectory.origin() == Origin.EARTH
                ? position.getNorm()
                : position.distance(sky.solarSystem().earthBarycentric(date).getPosition());
        return 1 + 1.1 * distance / Constants.SPEED_OF_LIGHT;
    }

    private static Part part(Trajectory trajectory, SkyBodies sky, double from, double to, boolean fitted) {
        Clock clock = sky.clock();
        Supplier<Positions> positions = () -> new TrajectoryPositions(trajectory, sky, from, to);
        if (fitted) {
            PiecewiseChebyshev fit = PiecewiseChebyshev.fit(
                    positions.get()::position, 3, from, to, FIRST_PIECE_S, SkyBodies.tolerance(trajectory.origin()));
            positions = () -> Positions.of(fit);
        }
        PiecewiseChebyshev axes = trajectory
                .site()
                .map(site -> PiecewiseChebyshev.fit(
                        (time, components) ->
                                siteAxes(site, sky.solarSystem().bodyFixed(site.body(), clock.date(time)), components),
                        9,
                        from,
                        to,
                        FIRST_AXES_PIECE_S,
                        AXES))
                .orElse(null);
        return new Part(from, to, positions, axes);
    }

    /** Unit vectors to the east, north and up of a site, ICRF axes. */
    private static void siteAxes(SurfaceSite site, Rotation bodyFixed, double[] components) {
        Vector3D up = site.bodyFixedPosition().normalize();
        Vector3D east = new Vector3D(-Math.sin(up.getAlpha()), Math.cos(up.getAlpha()), 0);
        write(bodyFixed.applyInverseTo(east), components, 0);
        write(bodyFixed.applyInverseTo(Vector3D.crossProduct(up, east)), components, 3);
        write(bodyFixed.applyInverseTo(up), components, 6);
    }

    private static void write(Vector3D vector, double[] components, int at) {
        components[at] = vector.getX();
        components[at + 1] = vector.getY();
        components[at + 2] = vector.getZ();
    }
}
