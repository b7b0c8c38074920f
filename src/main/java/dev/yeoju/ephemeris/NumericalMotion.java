package dev.yeoju.ephemeris;

import dev.yeoju.model.Body;
import dev.yeoju.model.TrajectorySpec.Forces;
import dev.yeoju.model.TrajectorySpec.SolarRadiation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.ode.nonstiff.DormandPrince853Integrator;
import org.orekit.attitudes.FrameAlignedProvider;
import org.orekit.bodies.CelestialBodies;
import org.orekit.bodies.CelestialBody;
import org.orekit.bodies.OneAxisEllipsoid;
import org.orekit.errors.OrekitException;
import org.orekit.files.ccsds.definitions.CelestialBodyFrame;
import org.orekit.files.ccsds.definitions.ModifiedFrame;
import org.orekit.forces.gravity.J2OnlyPerturbation;
import org.orekit.forces.gravity.ThirdBodyAttraction;
import org.orekit.forces.radiation.IsotropicRadiationSingleCoefficient;
import org.orekit.forces.radiation.SolarRadiationPressure;
import org.orekit.frames.Frame;
import org.orekit.orbits.CartesianOrbit;
import org.orekit.orbits.Orbit;
import org.orekit.orbits.OrbitType;
import org.orekit.propagation.SpacecraftState;
import org.orekit.propagation.ToleranceProvider;
import org.orekit.propagation.events.AltitudeDetector;
import org.orekit.propagation.numerical.NumericalPropagator;
import org.orekit.time.AbsoluteDate;
import org.orekit.utils.PVCoordinates;
import org.orekit.utils.TimeStampedPVCoordinates;

/**
 * Numerical propagation about a body with the forces named, on ICRF axes. Dormand-Prince 8(5,3), a tolerance of
 * a tenth of a millimetre a step; the orbit ends where it meets the surface.
 */
final class NumericalMotion {
    private static final double TOLERANCE_M = 1e-4;
    private static final double MIN_STEP_S = 1e-3;
    private static final double MAX_STEP_S = 86400;
    private static final int NODES_PER_STEP = 4;
    private static final int POINTS = 4;

    private final OrekitContext context;
    private final Body center;
    private final CelestialBody centralBody;
    private final Frame frame;
    private final Forces forces;

    NumericalMotion(OrekitContext context, Body center, Forces forces) {
        this.context = context;
        this.center = center;
        this.forces = forces;
        this.centralBody = body(center);
        this.frame = center == Body.EARTH
                ? context.gcrf()
                : new ModifiedFrame(context.gcrf(), CelestialBodyFrame.GCRF, centralBody, center.name());
    }

    /**
     * The propagated motion.
     *
     * @param warnings takes a sentence when the orbit meets the surface
     * @throws EphemerisException when the propagation fails
     */
    Motion propagate(String id, AbsoluteDate epoch, PVCoordinates start, Coverage.Span span, List<String> warnings) {
        Orbit orbit =
                new CartesianOrbit(start, frame, epoch, context.solarSystem().gravitationalParameter(center));
        List<TimeStampedPVCoordinates> nodes = new ArrayList<>();
        try {
            if (span.start().isBefore(epoch)) {
                nodes.addAll(nodes(id, orbit, span.start(), warnings));
                Collections.reverse(nodes);
            }
            nodes.add(new TimeStampedPVCoordinates(epoch, start));
            if (span.end().isAfter(epoch)) {
                nodes.addAll(nodes(id, orbit, span.end(), warnings));
            }
        } catch (OrekitException | MathRuntimeException e) {
            throw new EphemerisException(
                    id,
                    null,
                    "The orbit of " + id + " cannot be propagated (" + EphemerisException.reason(e)
                            + "). Maybe its elements or forces are mistaken.");
        }
        if (nodes.size() < 2) {
            throw new EphemerisException(
                    id, null, "The orbit of " + id + " lies inside the body at its epoch. Maybe check its elements.");
        }
        Coverage.Span covered = new Coverage.Span(
                nodes.get(0).getDate(), nodes.get(nodes.size() - 1).getDate());
        return new TabulatedMotion(List.of(new TabulatedMotion.Segment(new StateTable(nodes, POINTS, true), covered)));
    }

    /** States after the epoch on the way to the target, some for each step of the integrator. */
    private List<TimeStampedPVCoordinates> nodes(String id, Orbit orbit, AbsoluteDate target, List<String> warnings) {
        NumericalPropagator propagator = propagator(orbit);
        List<TimeStampedPVCoordinates> nodes = new ArrayList<>();
        propagator.getMultiplexer().add(interpolator -> {
            AbsoluteDate from = interpolator.getPreviousState().getDate();
            double step = interpolator.getCurrentState().getDate().durationFrom(from);
            if (step == 0) {
                return; // the integrator stops at an event that it had just reached
            }
            for (int i = 1; i < NODES_PER_STEP; i++) {
                nodes.add(interpolator
                        .getInterpolatedState(from.shiftedBy(step * i / NODES_PER_STEP))
                        .getPVCoordinates());
            }
            nodes.add(interpolator.getCurrentState().getPVCoordinates());
        });
        AbsoluteDate end = propagator.propagate(target).getDate();
        if (Math.abs(end.durationFrom(target)) > 1) {
            warnings.add("The orbit of " + id + " meets the surface at " + context.instant(end)
                    + ": nothing is known beyond.");
        }
        return nodes;
    }

    private NumericalPropagator propagator(Orbit orbit) {
        double[][] tolerances =
                ToleranceProvider.getDefaultToleranceProvider(TOLERANCE_M).getTolerances(orbit, OrbitType.CARTESIAN);
        NumericalPropagator propagator = new NumericalPropagator(
                new DormandPrince853Integrator(MIN_STEP_S, MAX_STEP_S, tolerances[0], tolerances[1]),
                new FrameAlignedProvider(frame));
        propagator.setOrbitType(OrbitType.CARTESIAN);
        for (Body third : forces.thirdBodies()) {
            if (third != center) {
                propagator.addForceModel(new ThirdBodyAttraction(body(third)));
            }
        }
        Frame bodyFixed = center == Body.EARTH ? context.itrf() : centralBody.getBodyOrientedFrame();
        double radius = context.solarSystem().meanRadius(center);
        if (forces.j2()) {
            Oblateness oblateness = Oblateness.of(center);
            propagator.addForceModel(
                    new J2OnlyPerturbation(orbit.getMu(), oblateness.referenceRadiusM(), oblateness.j2(), bodyFixed));
        }
        OneAxisEllipsoid sphere = new OneAxisEllipsoid(radius, 0, bodyFixed);
        SolarRadiation radiation = forces.solarRadiation();
        SpacecraftState state = new SpacecraftState(orbit);
        if (radiation != null) {
            propagator.addForceModel(new SolarRadiationPressure(
                    body(Body.SUN),
                    sphere,
                    new IsotropicRadiationSingleCoefficient(
                            radiation.areaToMassM2PerKg() * state.getMass(), radiation.reflectivity())));
        }
        propagator.addEventDetector(new AltitudeDetector(0, sphere));
        propagator.setInitialState(state);
        return propagator;
    }

    private CelestialBody body(Body body) {
        CelestialBodies bodies = context.data().getCelestialBodies();
        return bodies.getBody(TabulatedBodies.orekitName(body));
    }

    /**
     * @param j2 unnormalised second zonal coefficient
     * @param referenceRadiusM of the coefficient
     */
    private record Oblateness(double j2, double referenceRadiusM) {
        /** EGM2008, tide-free; GRGM1200A (GRAIL); MRO120D; DE440 for the Sun; JUP310 for Jupiter; MGNP180U for Venus. */
        static Oblateness of(Body body) {
            return switch (body) {
                case EARTH -> new Oblateness(1.0826262e-3, 6_378_136.3);
                case MOON -> new Oblateness(2.0322e-4, 1_738_000);
                case MARS -> new Oblateness(1.95545e-3, 3_396_000);
                case SUN -> new Oblateness(2.196e-7, 696_000e3);
                case JUPITER -> new Oblateness(1.46957e-2, 71_492e3);
                case VENUS -> new Oblateness(4.404e-6, 6_051_000);
            };
        }
    }
}
