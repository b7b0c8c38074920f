package dev.yeoju.ephemeris;

import dev.yeoju.model.Body;

/**
 * Gravitational parameters (DE440: Park et al. 2021, Astron. J. 161, 105; of Jupiter and Mars with their moons) and mean
 * radii (IAU WGCCRE 2015: Archinal et al. 2018, Celest. Mech. Dyn. Astr. 130, 22; the Sun's by IAU 2015 Resolution B3).
 */
final class BodyConstants {
    private BodyConstants() {}

    /** Cubic metres per second squared. */
    static double gravitationalParameter(Body body) {
        return switch (body) {
            case SUN -> 1.32712440041279419e20;
            case EARTH -> 3.98600435507e14;
            case MOON -> 4.902800118e12;
            case MARS -> 4.2828375816e13;
            case VENUS -> 3.24858592e14;
            case JUPITER -> 1.267127641e17;
        };
    }

    /** Metres. */
    static double meanRadius(Body body) {
        return switch (body) {
            case SUN -> 695_700e3;
            case EARTH -> 6_371_008.4;
            case MOON -> 1_737_400;
            case MARS -> 3_389_500;
            case VENUS -> 6_051_800;
            case JUPITER -> 69_911e3;
        };
    }
}
