package dev.yeoju.seeds;

import dev.yeoju.ephemeris.SolarSystem;
import dev.yeoju.model.Body;
import java.util.ArrayList;
import java.util.List;
import org.hipparchus.ode.DenseOutputModel;
import org.hipparchus.util.FastMath;
import org.orekit.time.AbsoluteDate;
import org.orekit.utils.PVCoordinates;

/**
 * The L2 southern near-rectilinear halo orbit that makes nine revolutions in two synodic months: corrected in the circular restricted
 * three-body problem, then made ballistic over the wanted weeks by multiple shooting with Earth, Moon and Sun.
 */
final class NearRectilinearHalo {
    private static final double SYNODIC_MONTH_D = 29.530589;
    private static final double SIDEREAL_MONTH_D = 27.321662;
    private static final double DAY_S = 86_400;

    /** Mass of the Moon over that of Earth and Moon. */
    private static final double MU = 0.01215058;

    /** x, z and vy at apolune of a member of the family near the wanted one (period 1.502). */
    private static final double[] NEIGHBOUR = {1.0213448959, -0.1816263379, -0.1017777159};

    private static final double PERIOD_S = 2.0 / 9.0 * SYNODIC_MONTH_D * DAY_S;
    private static final int NODES_PER_REVOLUTION = 4;

    private NearRectilinearHalo() {}

    /**
     * @param apolune date of an apolune, before the start
     * @param revolutions how many revolutions to make ballistic from there
     */
    static Motion ballistic(
            SolarSystem solarSystem, AbsoluteDate apolune, int revolutions, AbsoluteDate start, AbsoluteDate end) {
        Cr3bp problem = new Cr3bp(MU);
        double unitS = SIDEREAL_MONTH_D * DAY_S / (2 * FastMath.PI);
        double period = PERIOD_S / unitS;
        DenseOutputModel orbit = problem.orbit(problem.haloOfPeriod(NEIGHBOUR, period), period);
        PulsatingFrame frame = new PulsatingFrame(solarSystem, Body.EARTH, Body.MOON, MU, 1 / unitS);
        List<AbsoluteDate> dates = new ArrayList<>();
        List<PVCoordinates> guess = new ArrayList<>();
        for (int k = 0; k <= revolutions * NODES_PER_REVOLUTION; k++) {
            double fraction = (k % NODES_PER_REVOLUTION + 0.5) / NODES_PER_REVOLUTION;
            double whole = k / NODES_PER_REVOLUTION;
            AbsoluteDate date = apolune.shiftedBy((whole + fraction) * PERIOD_S);
            dates.add(date);
            guess.add(frame.geocentric(
                    date, orbit.getInterpolatedState(fraction * period).getPrimaryState()));
        }
        return Motion.of(new MultipleShooting(solarSystem, dates).solve(guess), start, end);
    }
}
