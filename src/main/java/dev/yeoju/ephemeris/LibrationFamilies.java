package dev.yeoju.ephemeris;

import dev.yeoju.ephemeris.PeriodicOrbit.Held;

/** Periodic orbits about libration points, continued from where they are known to where they are wanted. */
final class LibrationFamilies {
    /** Earth and Moon: mass ratio 81.3005682 (DE440). */
    static final RestrictedProblem EARTH_MOON = new RestrictedProblem(1 / (1 + 81.3005682));

    /** Sun and Earth with Moon: mass ratio 328900.5596 (DE440). */
    static final RestrictedProblem SUN_EARTH = new RestrictedProblem(1 / (1 + 328900.5596));

    /** A southern near-rectilinear halo orbit about L2 at its apolune, the seed of its family. */
    private static final PeriodicOrbit NRHO_SEED =
            new PeriodicOrbit(1.0213448959, -0.1816263379, -0.1017777159, 1.502191);

    private static final double PERIOD_STEP = 0.01;
    private static final double FIRST_LYAPUNOV = 1e-4;
    private static final double LYAPUNOV_STEP = 5e-5;
    private static final int MAX_LYAPUNOV = 100;
    private static final double FIRST_HALO_Z = 1e-4;
    private static final double HALO_STEP = 1e-4;
    private static final double VERTICAL_PROBE = 1e-7;

    private LibrationFamilies() {}

    /**
     * The southern near-rectilinear halo orbit about the Earth-Moon L2 with a period, from its apolune.
     *
     * @throws IllegalStateException when the family has none
     */
    static PeriodicOrbit nearRectilinearHalo(double period) {
        PeriodicOrbit orbit = NRHO_SEED.corrected(EARTH_MOON, Held.PERIOD, false);
        int steps = (int) Math.ceil(Math.abs(period - orbit.period()) / PERIOD_STEP);
        double step = steps == 0 ? 0 : (period - orbit.period()) / steps;
        for (int i = 0; i < steps; i++) {
            orbit = new PeriodicOrbit(orbit.x(), orbit.z(), orbit.vy(), orbit.period() + step)
                    .corrected(EARTH_MOON, Held.PERIOD, false);
        }
        return orbit;
    }

    /**
     * The halo orbit about the Sun-Earth L1 whose sunward crossing lies that far off the ecliptic, found
     * without any series: small planar Lyapunov orbits are grown until they turn unstable across their plane, which is
     * where the halo orbits branch off.
     *
     * @param z height of the start off the plane, units of the problem, positive or negative
     * @throws IllegalStateException when the family has none
     */
    static PeriodicOrbit halo(double z) {
        PeriodicOrbit orbit = branch();
        double size = Math.abs(z);
        int steps = Math.max(1, (int) Math.ceil((size - FIRST_HALO_Z) / HALO_STEP));
        for (int i = 0; i <= steps; i++) {
            double height = FIRST_HALO_Z + (size - FIRST_HALO_Z) * i / steps;
            orbit = new PeriodicOrbit(orbit.x(), Math.copySign(height, z), orbit.vy(), orbit.period())
                    .corrected(SUN_EARTH, Held.Z, false);
        }
        return orbit;
    }

    /** The planar Lyapunov orbit at which the halo orbits begin. */
    private static PeriodicOrbit branch() {
        double l1 = SUN_EARTH.l1();
        Linear linear = Linear.about(SUN_EARTH, l1);
        PeriodicOrbit orbit = new PeriodicOrbit(
                        l1 - FIRST_LYAPUNOV,
                        0,
                        FIRST_LYAPUNOV * linear.ratio() * linear.inPlane(),
                        2 * Math.PI / linear.inPlane())
                .corrected(SUN_EARTH, Held.X, true);
        double before = verticalTrace(orbit);
        for (int i = 0; i < MAX_LYAPUNOV; i++) {
            PeriodicOrbit next = new PeriodicOrbit(orbit.x() - LYAPUNOV_STEP, 0, orbit.vy(), orbit.period())
                    .corrected(SUN_EARTH, Held.X, true);
            double after = verticalTrace(next);
            if ((before - 2) * (after - 2) < 0) {
                return next;
            }
            orbit = next;
            before = after;
        }
        throw new IllegalStateException("no halo orbits branch off");
    }

    /** Trace of the motion across the plane over a period; 2 where a family branches off. */
    private static double verticalTrace(PeriodicOrbit orbit) {
        double[] lifted = orbit.start();
        lifted[2] = VERTICAL_PROBE;
        double[] kicked = orbit.start();
        kicked[5] = VERTICAL_PROBE;
        return (SUN_EARTH.flow(lifted, orbit.period(), null)[2] + SUN_EARTH.flow(kicked, orbit.period(), null)[5])
                / VERTICAL_PROBE;
    }

    /**
     * Small motion about a collinear point (the textbook linear solution).
     *
     * @param inPlane rate of the oscillation in the plane
     * @param outOfPlane rate of the one across it
     * @param ratio amplitude along y over the one along x
     */
    record Linear(double inPlane, double outOfPlane, double ratio) {
        static Linear about(RestrictedProblem problem, double x) {
            double mu = problem.mu();
            double c2 = (1 - mu) / Math.abs(Math.pow(x + mu, 3)) + mu / Math.abs(Math.pow(x - 1 + mu, 3));
            double rate = Math.sqrt((2 - c2 + Math.sqrt(9 * c2 * c2 - 8 * c2)) / 2);
            return new Linear(rate, Math.sqrt(c2), (rate * rate + 1 + 2 * c2) / (2 * rate));
        }
    }
}
