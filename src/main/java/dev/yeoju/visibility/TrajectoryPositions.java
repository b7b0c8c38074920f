package dev.yeoju.visibility;

import dev.yeoju.ephemeris.StateReader;
import dev.yeoju.ephemeris.Trajectory;
import dev.yeoju.model.Body;
import org.jspecify.annotations.Nullable;

/** A trajectory read directly: its motion about a centre on top of the shared fit of the centre's. One thread's. */
final class TrajectoryPositions implements Positions {
    private final StateReader fromCenter;
    private final @Nullable Positions center;
    private final double start;
    private final double end;
    private final double[] centerPosition = new double[3];
    private final double[] centerVelocity = new double[3];

    /**
     * @param start first time that will be asked for, within the coverage
     * @param end last time that will be asked for
     */
    TrajectoryPositions(Trajectory trajectory, SkyBodies sky, double start, double end) {
        Body body = trajectory.center();
        this.fromCenter = trajectory.fromCenter(sky.clock().epoch());
        this.center = body == null ? null : Positions.of(sky.motion(trajectory.origin(), body));
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
        fromCenter.position(time, xyz);
        if (center != null) {
            center.position(time, centerPosition);
            for (int j = 0; j < 3; j++) {
                xyz[j] += centerPosition[j];
            }
        }
    }

    @Override
    public void positionAndVelocity(double time, double[] xyz, double[] velocity) {
        fromCenter.state(time, xyz, velocity);
        if (center != null) {
            center.positionAndVelocity(time, centerPosition, centerVelocity);
            for (int j = 0; j < 3; j++) {
                xyz[j] += centerPosition[j];
                velocity[j] += centerVelocity[j];
            }
        }
    }
}
