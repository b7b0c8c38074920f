package dev.yeoju.ephemeris;

import dev.yeoju.model.Body;
import dev.yeoju.model.TrajectorySpec.Libration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.geometry.euclidean.threed.Vector3D;
import org.orekit.time.AbsoluteDate;
import org.orekit.utils.Constants;
import org.orekit.utils.PVCoordinates;
import org.orekit.utils.TimeStampedPVCoordinates;

/**
 * Orbits about libration points: a solution of the restricted problem carried into the ephemeris by the frame that turns
 * and pulsates with the two primaries, at their mean rate. A station-kept reference, not a ballistic flight.
 *
 * <ul>
 *   <li>NRHO: Earth-Moon L2, at apolune at the epoch; periodDays (6.5624, the 9:2 resonance), northern (0)
 *   <li>HALO: Sun-Earth L1, at its sunward crossing at the epoch, zAmplitudeKm (120000) off the
 *       ecliptic there; northern (1)
 *   <li>L1: Sun-Earth L1, a linear Lissajous orbit; yAmplitudeKm (120000), zAmplitudeKm (90000), yPhaseDeg (0), zPhaseDeg
 *       (0)
 *   <li>L4: the Sun-Earth L4 itself, 60 degrees ahead of the Earth; no parameters
 * </ul>
 */
final class LibrationMotion {
    private static final double DAY_S = 86400;
    private static final double MOON_RATE = 2 * Math.PI / (27.321661 * DAY_S);
    private static final double EARTH_RATE = 2 * Math.PI / (365.256363 * DAY_S);
    private static final double AU_KM = Constants.IAU_2012_ASTRONOMICAL_UNIT / 1000;

    private static final double NRHO_PERIOD_DAYS = 6.5624;
    private static final double NRHO_STEP_S = 90;
    private static final double SLOW_STEP_S = 3600;
    private static final int NODES_PER_STEP = 4;
    private static final int POINTS = 4;
    /** Blocks of samples reach past what is asked for; the tables of the bodies must still hold them. */
    private static final double INSET_S = 30 * DAY_S;

    private final SolarSystem solarSystem;
    private final AbsoluteDate j2000;

    LibrationMotion(OrekitContext context) {
        this.solarSystem = context.solarSystem();
        this.j2000 = context.j2000();
    }

    /** @param motion about the centre */
    record Content(Center center, Motion motion) {}

    /** A point of the restricted problem's frame at a time in its units, from the smaller primary. */
    private interface Path {
        Vector3D at(double time);
    }

    /**
     * The motion of an orbit.
     *
     * @param id of the spacecraft, for messages
     * @throws EphemerisException when a parameter is unknown or gives no orbit
     */
    Content motion(String id, Libration spec, AbsoluteDate epoch) {
        try {
            return switch (spec.orbit()) {
                case NRHO -> {
                    Map<String, Double> p =
                            parameters(id, spec, Map.of("periodDays", NRHO_PERIOD_DAYS, "northern", 0.0));
                    double days = within(id, p, "periodDays", 6, 8);
                    PeriodicOrbit orbit = LibrationFamilies.nearRectilinearHalo(days * DAY_S * MOON_RATE);
                    boolean mirrored = within(id, p, "northern", 0, 1) > 0.5;
                    Path path = periodic(LibrationFamilies.EARTH_MOON, orbit, mirrored);
                    yield new Content(
                            new Center(Body.EARTH), sampled(epoch, NRHO_STEP_S, date -> fromMoon(path, epoch, date)));
                }
                case HALO -> {
                    Map<String, Double> p = parameters(id, spec, Map.of("zAmplitudeKm", 120_000.0, "northern", 1.0));
                    double z = within(id, p, "zAmplitudeKm", 20_000, 500_000) / AU_KM;
                    boolean northern = within(id, p, "northern", 0, 1) > 0.5;
                    PeriodicOrbit orbit = LibrationFamilies.halo(northern ? z : -z);
                    Path path = periodic(LibrationFamilies.SUN_EARTH, orbit, false);
                    yield new Content(
                            new Center(Body.EARTH), sampled(epoch, SLOW_STEP_S, date -> fromEarth(path, epoch, date)));
                }
                case L1 -> {
                    Path path = lissajous(id, spec);
                    yield new Content(
                            new Center(Body.EARTH), sampled(epoch, SLOW_STEP_S, date -> fromEarth(path, epoch, date)));
                }
                case L4 -> {
                    parameters(id, spec, Map.of());
                    Vector3D point = new Vector3D(-0.5, Math.sqrt(0.75), 0);
                    yield new Content(
                            new Center(Body.SUN),
                            sampled(
                                    epoch,
                                    SLOW_STEP_S,
                                    date -> fromEarth(time -> point, epoch, date)
                                            .subtract(solarSystem.geocentricPosition(Body.SUN, date))));
                }
            };
        } catch (IllegalStateException | MathRuntimeException e) {
            throw new EphemerisException(
                    id,
                    spec.parameters().toString(),
                    "The parameters " + spec.parameters() + " give no orbit of the family " + spec.orbit()
                            + ". Maybe leave them out to use its usual ones.");
        }
    }

    private static Path lissajous(String id, Libration spec) {
        Map<String, Double> p = parameters(
                id,
                spec,
                Map.of("yAmplitudeKm", 120_000.0, "zAmplitudeKm", 90_000.0, "yPhaseDeg", 0.0, "zPhaseDeg", 0.0));
        double y = within(id, p, "yAmplitudeKm", 0, 800_000) / AU_KM;
        double z = within(id, p, "zAmplitudeKm", 0, 800_000) / AU_KM;
        double yPhase = Math.toRadians(within(id, p, "yPhaseDeg", -360, 360));
        double zPhase = Math.toRadians(within(id, p, "zPhaseDeg", -360, 360));
        RestrictedProblem problem = LibrationFamilies.SUN_EARTH;
        double l1 = problem.l1();
        LibrationFamilies.Linear linear = LibrationFamilies.Linear.about(problem, l1);
        double fromEarth = l1 - 1 + problem.mu();
        return time -> new Vector3D(
                fromEarth - y / linear.ratio() * Math.cos(linear.inPlane() * time + yPhase),
                y * Math.sin(linear.inPlane() * time + yPhase),
                z * Math.sin(linear.outOfPlane() * time + zPhase));
    }

    /** A periodic orbit as a table over its period. */
    private Path periodic(RestrictedProblem problem, PeriodicOrbit orbit, boolean mirrored) {
        List<TimeStampedPVCoordinates> nodes = new ArrayList<>();
        nodes.add(node(0, orbit.start()));
        problem.flow(orbit.start(), orbit.period(), interpolator -> {
            double from = interpolator.getPreviousState().getTime();
            double to = interpolator.getCurrentState().getTime();
            for (int i = 1; i <= NODES_PER_STEP; i++) {
                double time = from + (to - from) * i / NODES_PER_STEP;
                nodes.add(node(time, interpolator.getInterpolatedState(time).getPrimaryState()));
            }
        });
        StateTable table = new StateTable(nodes, POINTS, true);
        double smaller = 1 - problem.mu();
        return time -> {
            double phase = time - orbit.period() * Math.floor(time / orbit.period());
            Vector3D p = table.position(j2000.shiftedBy(phase));
            return new Vector3D(p.getX() - smaller, p.getY(), mirrored ? -p.getZ() : p.getZ());
        };
    }

    /** The table's seconds and metres stand for the problem's units. */
    private TimeStampedPVCoordinates node(double time, double[] state) {
        return new TimeStampedPVCoordinates(
                j2000.shiftedBy(time),
                new Vector3D(state[0], state[1], state[2]),
                new Vector3D(state[3], state[4], state[5]));
    }

    private Motion sampled(AbsoluteDate epoch, double step, SampledMotion.Model model) {
        List<Coverage.Span> spans = new ArrayList<>();
        for (Coverage.Span span : solarSystem.coverage().spans()) {
            spans.add(new Coverage.Span(
                    span.start().shiftedBy(INSET_S), span.end().shiftedBy(-INSET_S)));
        }
        return new SampledMotion(model, epoch, step, Coverage.of(spans));
    }

    /** Geocentric position of a point of the Earth-Moon frame. */
    private Vector3D fromMoon(Path path, AbsoluteDate epoch, AbsoluteDate date) {
        PVCoordinates moon = solarSystem.geocentric(Body.MOON, date);
        return moon.getPosition().add(turned(path.at(MOON_RATE * date.durationFrom(epoch)), moon));
    }

    /** Geocentric position of a point of the frame of the Sun and the barycentre of Earth and Moon. */
    private Vector3D fromEarth(Path path, AbsoluteDate epoch, AbsoluteDate date) {
        double earth = solarSystem.gravitationalParameter(Body.EARTH);
        double moon = solarSystem.gravitationalParameter(Body.MOON);
        PVCoordinates barycenter = new PVCoordinates(moon / (earth + moon), solarSystem.geocentric(Body.MOON, date));
        PVCoordinates fromSun = new PVCoordinates(solarSystem.geocentric(Body.SUN, date), barycenter);
        return barycenter.getPosition().add(turned(path.at(EARTH_RATE * date.durationFrom(epoch)), fromSun));
    }

    /** Components along the primaries, across and normal to their plane, in units of their distance, on ICRF axes. */
    private static Vector3D turned(Vector3D point, PVCoordinates primaries) {
        Vector3D x = primaries.getPosition().normalize();
        Vector3D z = Vector3D.crossProduct(primaries.getPosition(), primaries.getVelocity())
                .normalize();
        Vector3D y = Vector3D.crossProduct(z, x);
        double distance = primaries.getPosition().getNorm();
        return new Vector3D(distance * point.getX(), x, distance * point.getY(), y, distance * point.getZ(), z);
    }

    private static Map<String, Double> parameters(String id, Libration spec, Map<String, Double> known) {
        for (String name : spec.parameters().keySet()) {
            if (!known.containsKey(name)) {
                throw new EphemerisException(
                        id,
                        name,
                        "The orbit " + spec.orbit() + " has no parameter " + name + ". Maybe one of "
                                + new TreeSet<>(known.keySet()) + ".");
            }
        }
        Map<String, Double> all = new HashMap<>(known);
        all.putAll(spec.parameters());
        return all;
    }

    private static double within(String id, Map<String, Double> parameters, String name, double low, double high) {
        double value = parameters.getOrDefault(name, Double.NaN);
        if (!(value >= low && value <= high)) {
            throw new EphemerisException(
                    id,
                    Double.toString(value),
                    "The parameter " + name + " (" + value + ") is out of range. Maybe a value from " + low + " to "
                            + high + ".");
        }
        return value;
    }
}
