package dev.yeoju.ephemeris;

import dev.yeoju.model.Body;
import org.hipparchus.geometry.euclidean.threed.Rotation;
import org.hipparchus.geometry.euclidean.threed.RotationConvention;
import org.hipparchus.geometry.euclidean.threed.RotationOrder;

/**
 * Orientation of bodies by the report of the IAU Working Group on Cartographic Coordinates and Rotational Elements:
 * Archinal et al. 2011, Celest. Mech. Dyn. Astr. 109, 101 (its lunar series stands unchanged in the 2015 report, 2018,
 * 130:22). The Moon's is the mean Earth/polar axis system to about 150 m on the surface; Jupiter's terms below 0.003 deg
 * are left out; the Earth's is a rough model that nothing tracked from a station may use.
 */
final class IauRotation {
    private static final double CENTURY_DAYS = 36525;

    /** Lunar arguments E1 to E13: value at J2000 in degrees and rate in degrees a day. */
    private static final double[][] LUNAR_ARGUMENTS = {
        {125.045, -0.0529921}, {250.089, -0.1059842}, {260.008, 13.0120009}, {176.625, 13.3407154},
        {357.529, 0.9856003}, {311.589, 26.4057084}, {134.963, 13.0649930}, {276.617, 0.3287146},
        {34.226, 1.7484877}, {15.134, -0.1589763}, {119.743, 0.0036096}, {239.961, 0.1643573},
        {25.053, 12.9590088}
    };

    /** Degrees, by argument: sine terms of the right ascension, cosine terms of the declination, sine terms of W. */
    private static final double[] LUNAR_RIGHT_ASCENSION = {
        -3.8787, -0.1204, 0.0700, -0.0172, 0, 0.0072, 0, 0, 0, -0.0052, 0, 0, 0.0043
    };

    private static final double[] LUNAR_DECLINATION = {
        1.5419, 0.0239, -0.0278, 0.0068, 0, -0.0029, 0.0009, 0, 0, 0.0008, 0, 0, -0.0009
    };

    private static final double[] LUNAR_MERIDIAN = {
        3.5610, 0.1208, -0.0642, 0.0158, 0.0252, -0.0066, -0.0047, -0.0046, 0.0028, 0.0052, 0.0040, 0.0019, -0.0044
    };

    private IauRotation() {}

    /**
     * The rotation that takes ICRF components to body-fixed ones.
     *
     * @param days TDB days since J2000
     */
    static Rotation bodyFixed(Body body, double days) {
        double t = days / CENTURY_DAYS;
        return switch (body) {
            case MOON -> moon(days, t);
            case MARS -> rotation(317.68143 - 0.1061 * t, 52.88650 - 0.0609 * t, 176.630 + 350.89198226 * days);
            case SUN -> rotation(286.13, 63.87, 84.176 + 14.1844000 * days);
            case VENUS -> rotation(272.76, 67.16, 160.20 - 1.4813688 * days);
            case JUPITER -> rotation(268.056595 - 0.006499 * t, 64.495303 + 0.002413 * t, 284.95 + 870.5360000 * days);
            case EARTH -> rotation(-0.641 * t, 90 - 0.557 * t, 190.147 + 360.9856235 * days);
        };
    }

    private static Rotation moon(double days, double t) {
        double rightAscension = 269.9949 + 0.0031 * t;
        double declination = 66.5392 + 0.0130 * t;
        double meridian = 38.3213 + 13.17635815 * days - 1.4e-12 * days * days;
        for (int i = 0; i < LUNAR_ARGUMENTS.length; i++) {
            double argument = Math.toRadians(LUNAR_ARGUMENTS[i][0] + LUNAR_ARGUMENTS[i][1] * days);
            double sine = Math.sin(argument);
            rightAscension += LUNAR_RIGHT_ASCENSION[i] * sine;
            declination += LUNAR_DECLINATION[i] * Math.cos(argument);
            meridian += LUNAR_MERIDIAN[i] * sine;
        }
        return rotation(rightAscension, declination, meridian);
    }

    /** R3(W) R1(90 deg - declination) R3(90 deg + right ascension) on components. */
    private static Rotation rotation(double rightAscensionDeg, double declinationDeg, double meridianDeg) {
        return new Rotation(
                RotationOrder.ZXZ,
                RotationConvention.FRAME_TRANSFORM,
                Math.toRadians(90 + rightAscensionDeg),
                Math.toRadians(90 - declinationDeg),
                Math.toRadians(meridianDeg % 360));
    }
}
