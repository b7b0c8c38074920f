package dev.yeoju.visibility;

import dev.yeoju.ephemeris.OrekitContext;
import dev.yeoju.ephemeris.Trajectory;
import dev.yeoju.model.Antenna;
import dev.yeoju.model.Geometry;
import dev.yeoju.model.Interval;
import dev.yeoju.model.Spacecraft;
import java.util.List;
import java.util.Set;

/**
 * View periods over a horizon, under a problem's rules of geometry. Trajectories are evaluated once each into
 * interpolating polynomials; rules are smooth functions of the antenna's time, fitted in turn with polynomials all of
 * whose roots are found, so that a short or grazing pass is not stepped over. The fits bound their own error by
 * estimate, not by proof. Instants are UTC at the antenna and good to about 0.1 ms for the trajectory as given. Immutable and thread-safe.
 */
public final class VisibilityCalculator {
    private final Interval horizon;
    private final Run run;

    /** @param horizon view periods are clipped by it */
    public VisibilityCalculator(OrekitContext context, Interval horizon, Geometry geometry) {
        this(context, horizon, geometry, Set.of());
    }

    /** @param directed ids of the spacecraft whose directions are asked for, whatever their antennas ask for */
    VisibilityCalculator(OrekitContext context, Interval horizon, Geometry geometry, Set<String> directed) {
        this.horizon = horizon;
        this.run = new Run(context, horizon, geometry, directed);
    }

    /**
     * The view periods of one antenna and one spacecraft.
     *
     * @param antenna with a site
     * @param spacecraft whose windows count; its surface site's mask too
     * @param trajectory of the spacecraft
     */
    public Visibility viewPeriods(Antenna antenna, Spacecraft spacecraft, Trajectory trajectory) {
        return evaluate(spacecraft, trajectory, 1).viewPeriods(antenna);
    }

    /**
     * Evaluates a trajectory over the horizon, for as many antennas as there are.
     *
     * @param antennas how many, about: decides how it is evaluated, not what comes out
     */
    public EvaluatedSpacecraft evaluate(Spacecraft spacecraft, Trajectory trajectory, int antennas) {
        return new EvaluatedSpacecraft(spacecraft, run.motion(trajectory, antennas), trajectory.warnings());
    }

    Interval horizon() {
        return horizon;
    }

    /** A spacecraft whose trajectory has been evaluated. Immutable and thread-safe. */
    public final class EvaluatedSpacecraft {
        private final Spacecraft spacecraft;
        private final TargetMotion motion;
        private final List<String> warnings;

        private EvaluatedSpacecraft(Spacecraft spacecraft, TargetMotion motion, List<String> warnings) {
            this.spacecraft = spacecraft;
            this.motion = motion;
            this.warnings = List.copyOf(warnings);
        }

        public Spacecraft spacecraft() {
            return spacecraft;
        }

        /** About its trajectory: gaps, age. */
        public List<String> warnings() {
            return warnings;
        }

        /** Its view periods on an antenna that has a site. */
        public Visibility viewPeriods(Antenna antenna) {
            PairCalculator.Result result = new PairCalculator(run, antenna, spacecraft, motion).compute();
            return new Visibility(
                    result.periods(), result.absence() == null ? List.of() : List.of(result.absence()), warnings);
        }

        /**
         * AOS and LOS alone, without what is said about each period: for a first look at long horizons.
         *
         * @param antenna with a site
         */
        public List<Interval> passes(Antenna antenna) {
            return new PairCalculator(run, antenna, spacecraft, motion)
                    .passes().stream()
                            .map(span -> new Interval(
                                    run.clock().instant(span.start()),
                                    run.clock().instant(span.end())))
                            .toList();
        }

        /**
         * Directions in intervals that lie within its view periods on an antenna.
         *
         * @param stepS between samples, seconds; positive
         */
        public List<ViewSamples> samples(Antenna antenna, List<Interval> intervals, double stepS) {
            if (!(stepS > 0)) {
                throw new IllegalArgumentException(
                        "The step (" + stepS + ") must be a positive number of seconds. Maybe give 60.");
            }
            Sampler sampler = new Sampler(run, antenna, motion);
            return intervals.stream()
                    .map(interval -> sampler.sample(interval, stepS))
                    .toList();
        }
    }
}
