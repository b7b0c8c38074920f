package dev.yeoju.visibility;

import dev.yeoju.model.Refraction;
import org.orekit.models.earth.EarthStandardAtmosphereRefraction;

/**
 * The atmosphere's bending at an antenna, by Saemundsson's formula as Orekit has it, for the pressure and temperature of
 * the International Standard Atmosphere (ISO 2533:1975) at the antenna's height. Angles in degrees. Immutable.
 */
final class Bending {
    private static final double SEA_LEVEL_PA = 101_325;
    private static final double SEA_LEVEL_K = 288.15;
    private static final double LAPSE_K_PER_M = 0.0065;
    private static final double PRESSURE_EXPONENT = 5.25588;
    /** Far below the horizon the formula means nothing: it is held at its value here. */
    private static final double LOWEST_DEG = -1.5;

    private final Refraction refraction;
    private final EarthStandardAtmosphereRefraction model;

    Bending(Refraction refraction, double altitudeM) {
        double temperature = SEA_LEVEL_K - LAPSE_K_PER_M * altitudeM;
        double pressure = SEA_LEVEL_PA * Math.pow(temperature / SEA_LEVEL_K, PRESSURE_EXPONENT);
        this.refraction = refraction;
        this.model = new EarthStandardAtmosphereRefraction(pressure, temperature);
    }

    /** The elevation at which a geometric one appears. */
    double apparentDeg(double geometricDeg) {
        if (refraction == Refraction.NONE) {
            return geometricDeg;
        }
        return geometricDeg + Math.toDegrees(model.getRefraction(Math.toRadians(Math.max(LOWEST_DEG, geometricDeg))));
    }

    /** The geometric elevation that appears at one: the inverse of {@link #apparentDeg}. */
    double geometricDeg(double apparentDeg) {
        double geometric = apparentDeg;
        for (int i = 0; i < 50; i++) {
            double error = apparentDeg(geometric) - apparentDeg;
            geometric -= error;
            if (Math.abs(error) < 1e-12) {
                break;
            }
        }
        return geometric;
    }
}
