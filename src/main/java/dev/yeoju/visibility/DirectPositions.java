package dev.yeoju.visibility;

import dev.yeoju.ephemeris.Coverage;
import dev.yeoju.ephemeris.Trajectory;
import org.orekit.time.AbsoluteDate;
import org.orekit.utils.PVCoordinates;

/** A trajectory asked directly. Thread-safe, as trajectories are. */
final class DirectPositions implements Positions {
    private final Trajectory trajectory;
    private final Clock clock;
    private final Coverage.Span covered;
    private final double start;
    private final double end;

    DirectPositions(Trajectory trajectory, Clock clock, Coverage.Span covered, double start, double end) {
        this.trajectory = trajectory;
        this.clock = clock;
        this.covered = covered;
        this.start = start;
        this.end = end;
    }

    @Override
    public double start() {
        return start;
    }

    @Override
    public double end() {
        return end;
    }

    @Override
    public void position(double time, double[] xyz) {
        SkyBodies.write(trajectory.position(date(clock, covered, time)), xyz);
    }

    @Override
    public void positionAndVelocity(double time, double[] xyz, double[] velocity) {
        PVCoordinates pv = trajectory.pv(date(clock, covered, time));
        SkyBodies.write(pv.getPosition(), xyz);
        SkyBodies.write(pv.getVelocity(), velocity);
    }

    /** The date of a time, kept within a span that the rounding of its ends may have left. */
    static AbsoluteDate date(Clock clock, Coverage.Span covered, double time) {
        AbsoluteDate date = clock.date(time);
        if (date.isBefore(covered.start())) {
            return covered.start();
        }
        return date.isAfter(covered.end()) ? covered.end() : date;
    }
}
