package dev.yeoju.seeds;

import dev.yeoju.ephemeris.SolarSystem;
import java.util.ArrayList;
import java.util.List;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.util.FastMath;
import org.orekit.time.AbsoluteDate;
import org.orekit.utils.PVCoordinates;

/**
 * Makes one ballistic trajectory out of guessed states at fixed dates: Newton's method on all states together, until each arc
 * ends where the next one begins. Of all corrections that do so the smallest one (scaled) is taken at every step, shortened
 * until it makes things better, so that the result stays near the guess.
 */
final class MultipleShooting {
    private static final double POSITION_SCALE_M = 1e6;
    private static final double VELOCITY_SCALE_M_PER_S = 30;
    private static final double CONTINUITY = 3e-7;
    private static final int MAX_ITERATIONS = 200;
    private static final double SHORTEST_STEP = 1e-4;

    private final SolarSystem solarSystem;
    private final List<AbsoluteDate> dates;

    MultipleShooting(SolarSystem solarSystem, List<AbsoluteDate> dates) {
        this.solarSystem = solarSystem;
        this.dates = List.copyOf(dates);
    }

    /** The arcs of the trajectory, one between each two neighbouring dates. */
    List<Arc> solve(List<PVCoordinates> guess) {
        Trial current = new Trial(guess);
        for (int iteration = 0; iteration < MAX_ITERATIONS; iteration++) {
            if (current.size < CONTINUITY) {
                return arcs(current.states);
            }
            double[] correction = current.correction();
            double step = 1;
            Trial next = current.moved(correction, step);
            while (!(next.size < current.size)) {
                step /= 2;
                if (step < SHORTEST_STEP) {
                    throw new IllegalStateException("Multiple shooting is stuck.");
                }
                next = current.moved(correction, step);
            }
            current = next;
        }
        throw new IllegalStateException("Multiple shooting did not converge.");
    }

    /** States, and by how much their arcs miss one another. */
    private final class Trial {
        private final List<PVCoordinates> states;
        private final double[] miss;
        private final double[][] jacobian;
        private final double size;

        Trial(List<PVCoordinates> states) {
            this.states = states;
            int arcs = dates.size() - 1;
            this.miss = new double[6 * arcs];
            this.jacobian = new double[6 * arcs][6 * (arcs + 1)];
            double sum = 0;
            for (int k = 0; k < arcs; k++) {
                double duration = dates.get(k + 1).durationFrom(dates.get(k));
                Arc.EndWithPartials end = Arc.withPartials(solarSystem, dates.get(k), states.get(k), duration);
                double[] reached = Arc.flat(end.state());
                double[] wanted = Arc.flat(states.get(k + 1));
                for (int i = 0; i < 6; i++) {
                    int row = 6 * k + i;
                    miss[row] = (reached[i] - wanted[i]) / scale(i);
                    sum += miss[row] * miss[row];
                    for (int j = 0; j < 6; j++) {
                        jacobian[row][6 * k + j] = end.transition()[i][j] * scale(j) / scale(i);
                    }
                    jacobian[row][6 * (k + 1) + i] = -1;
                }
            }
            this.size = FastMath.sqrt(sum);
        }

        double[] correction() {
            RealMatrix j = MatrixUtils.createRealMatrix(jacobian);
            return j.transpose()
                    .operate(new CholeskyDecomposition(j.multiplyTransposed(j), 1e-9, 0)
                            .getSolver()
                            .solve(MatrixUtils.createRealVector(miss)))
                    .toArray();
        }

        Trial moved(double[] correction, double step) {
            List<PVCoordinates> moved = new ArrayList<>();
            for (int k = 0; k < states.size(); k++) {
                double[] state = Arc.flat(states.get(k));
                for (int i = 0; i < 6; i++) {
                    state[i] -= step * correction[6 * k + i] * scale(i);
                }
                moved.add(Arc.pv(state));
            }
            return new Trial(moved);
        }
    }

    private List<Arc> arcs(List<PVCoordinates> states) {
        List<Arc> arcs = new ArrayList<>();
        for (int k = 0; k + 1 < dates.size(); k++) {
            double duration = dates.get(k + 1).durationFrom(dates.get(k));
            arcs.add(Arc.propagate(solarSystem, dates.get(k), states.get(k), duration));
        }
        return arcs;
    }

    private static double scale(int component) {
        return component < 3 ? POSITION_SCALE_M : VELOCITY_SCALE_M_PER_S;
    }
}
