package dev.yeoju.seeds;

import dev.yeoju.ephemeris.SolarSystem;
import dev.yeoju.model.Body;
import java.util.ArrayList;
import java.util.List;
import org.hipparchus.util.FastMath;
import org.orekit.time.AbsoluteDate;
import org.orekit.utils.PVCoordinates;

/**
 * A Lissajous orbit of small amplitude about the Sun-Earth point L1: the linear solution about the point as a guess, made
 * ballistic by multiple shooting with Earth, Moon and Sun.
 */
final class SunEarthLissajous {
    private static final double DAY_S = 86_400;
    private static final double YEAR_D = 365.256363;
    private static final double ASTRONOMICAL_UNIT_M = 149_597_870_700.0;

    /** Mass of Earth and Moon over that of Sun, Earth and Moon. */
    private static final double MU = 3.0404234e-6;

    private static final double NODE_SPACING_S = 6 * DAY_S;

    private SunEarthLissajous() {}

    /**
     * @param crossing date at which it crosses the line from the Sun to the Earth in longitude
     * @param amplitudeYM amplitude along the Earth's motion, metres
     * @param amplitudeZM amplitude across the ecliptic, metres
     * @param phaseZRad phase of the motion across the ecliptic at the crossing
     */
    static Motion ballistic(
            SolarSystem solarSystem,
            AbsoluteDate crossing,
            double amplitudeYM,
            double amplitudeZM,
            double phaseZRad,
            AbsoluteDate start,
            AbsoluteDate end) {
        double gamma = distanceOfL1();
        double c2 = (MU + (1 - MU) * cube(gamma / (1 - gamma))) / cube(gamma);
        double root = FastMath.sqrt(c2 * (9 * c2 - 8));
        double inPlane = FastMath.sqrt((2 - c2 + root) / 2);
        double outOfPlane = FastMath.sqrt(c2);
        double ratio = (inPlane * inPlane + 1 + 2 * c2) / (2 * inPlane);
        double unitS = YEAR_D * DAY_S / (2 * FastMath.PI);
        double ay = amplitudeYM / ASTRONOMICAL_UNIT_M;
        double az = amplitudeZM / ASTRONOMICAL_UNIT_M;

        PulsatingFrame frame = new PulsatingFrame(solarSystem, Body.SUN, Body.EARTH, MU, 1 / unitS);
        List<AbsoluteDate> dates = new ArrayList<>();
        List<PVCoordinates> guess = new ArrayList<>();
        for (AbsoluteDate date = start.shiftedBy(-NODE_SPACING_S);
                date.compareTo(end.shiftedBy(2 * NODE_SPACING_S)) < 0;
                date = date.shiftedBy(NODE_SPACING_S)) {
            double tau = date.durationFrom(crossing) / unitS;
            double a = inPlane * tau;
            double b = outOfPlane * tau + phaseZRad;
            dates.add(date);
            guess.add(frame.geocentric(date, new double[] {
                1 - MU - gamma - ay / ratio * FastMath.cos(a),
                ay * FastMath.sin(a),
                az * FastMath.sin(b),
                ay / ratio * inPlane * FastMath.sin(a),
                ay * inPlane * FastMath.cos(a),
                az * outOfPlane * FastMath.cos(b)
            }));
        }
        return Motion.of(new MultipleShooting(solarSystem, dates).solve(guess), start, end);
    }

    private static double distanceOfL1() {
        double gamma = FastMath.cbrt(MU / 3);
        for (int i = 0; i < 50; i++) {
            gamma = FastMath.cbrt(MU * (1 - gamma) * (1 - gamma) / (3 - 2 * MU - gamma * (3 - MU - gamma)));
        }
        return gamma;
    }

    private static double cube(double value) {
        return value * value * value;
    }
}
