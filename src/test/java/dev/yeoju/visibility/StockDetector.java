package dev.yeoju.visibility;

import dev.yeoju.ephemeris.OrekitContext;
import dev.yeoju.ephemeris.Trajectory;
import dev.yeoju.ephemeris.Trajectory.Origin;
import dev.yeoju.model.Interval;
import dev.yeoju.model.Site;
import java.util.ArrayList;
import java.util.List;
import org.hipparchus.ode.events.Action;
import org.hipparchus.util.FastMath;
import org.orekit.attitudes.FrameAlignedProvider;
import org.orekit.bodies.GeodeticPoint;
import org.orekit.bodies.OneAxisEllipsoid;
import org.orekit.frames.Frame;
import org.orekit.frames.TopocentricFrame;
import org.orekit.orbits.CartesianOrbit;
import org.orekit.orbits.Orbit;
import org.orekit.propagation.Propagator;
import org.orekit.propagation.SpacecraftState;
import org.orekit.propagation.analytical.AbstractAnalyticalPropagator;
import org.orekit.propagation.events.ElevationDetector;
import org.orekit.propagation.events.EventsLogger;
import org.orekit.time.AbsoluteDate;
import org.orekit.utils.Constants;
import org.orekit.utils.PVCoordinates;
import org.orekit.utils.TimeStampedPVCoordinates;

/** Orekit's own ElevationDetector over a propagator: the oracle, and what speed is measured against. */
final class StockDetector {
    private final OrekitContext context;
    private final double maxCheckS;
    private final double thresholdS;

    StockDetector(OrekitContext context, double maxCheckS, double thresholdS) {
        this.context = context;
        this.maxCheckS = maxCheckS;
        this.thresholdS = thresholdS;
    }

    TopocentricFrame topocentric(Site site) {
        return new TopocentricFrame(
                new OneAxisEllipsoid(
                        Constants.WGS84_EARTH_EQUATORIAL_RADIUS, Constants.WGS84_EARTH_FLATTENING, context.itrf()),
                new GeodeticPoint(
                        FastMath.toRadians(site.latitudeDeg()),
                        FastMath.toRadians(site.longitudeDeg()),
                        site.altitudeM()),
                "stock");
    }

    /** Passes above an elevation, geometric; those cut by the span's ends end there. */
    List<Interval> passes(Propagator propagator, Site site, double elevationDeg, AbsoluteDate from, AbsoluteDate to) {
        EventsLogger logger = new EventsLogger();
        ElevationDetector detector = new ElevationDetector(maxCheckS, thresholdS, topocentric(site))
                .withConstantElevation(FastMath.toRadians(elevationDeg))
                .withHandler((state, event, increasing) -> Action.CONTINUE);
        propagator.clearEventsDetectors();
        propagator.addEventDetector(logger.monitorDetector(detector));
        SpacecraftState first = propagator.propagate(from, from);
        boolean visible = detector.g(first) > 0;
        propagator.propagate(from, to);
        List<Interval> passes = new ArrayList<>();
        AbsoluteDate aos = from;
        for (EventsLogger.LoggedEvent event : logger.getLoggedEvents()) {
            if (event.isIncreasing()) {
                aos = event.getDate();
            } else {
                passes.add(new Interval(context.instant(aos), context.instant(event.getDate())));
            }
            visible = event.isIncreasing();
        }
        if (visible) {
            passes.add(new Interval(context.instant(aos), context.instant(to)));
        }
        return passes;
    }

    /** A trajectory in the form that detectors ask for. */
    Propagator propagator(Trajectory trajectory) {
        return new TrajectoryPropagator(context, trajectory);
    }

    private static final class TrajectoryPropagator extends AbstractAnalyticalPropagator {
        /** Any value: nothing is propagated by it. */
        private static final double MU = Constants.EIGEN5C_EARTH_MU;

        private final OrekitContext context;
        private final Trajectory trajectory;

        TrajectoryPropagator(OrekitContext context, Trajectory trajectory) {
            super(new FrameAlignedProvider(context.gcrf()));
            this.context = context;
            this.trajectory = trajectory;
        }

        @Override
        public SpacecraftState getInitialState() {
            throw new UnsupportedOperationException();
        }

        @Override
        protected double getMass(AbsoluteDate date) {
            return 1;
        }

        @Override
        public void resetInitialState(SpacecraftState state) {
            throw new UnsupportedOperationException();
        }

        @Override
        protected void resetIntermediateState(SpacecraftState state, boolean forward) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Orbit propagateOrbit(AbsoluteDate date) {
            PVCoordinates pv = trajectory.pv(date);
            if (trajectory.origin() == Origin.BARYCENTER) {
                PVCoordinates earth = context.solarSystem().earthBarycentric(date);
                pv = new PVCoordinates(
                        pv.getPosition().subtract(earth.getPosition()),
                        pv.getVelocity().subtract(earth.getVelocity()));
            }
            return new CartesianOrbit(new TimeStampedPVCoordinates(date, pv), context.gcrf(), MU);
        }

        @Override
        public Frame getFrame() {
            return context.gcrf();
        }
    }
}
