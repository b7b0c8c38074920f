package dev.yeoju.seeds;

import dev.yeoju.ephemeris.SolarSystem;
import dev.yeoju.model.Body;
import org.hipparchus.geometry.euclidean.threed.Vector3D;
import org.hipparchus.ode.OrdinaryDifferentialEquation;
import org.hipparchus.util.FastMath;
import org.orekit.time.AbsoluteDate;

/**
 * Motion about the Earth's centre on ICRF axes: the Earth's point mass and oblateness (J2 about its mean pole of date),
 * the Moon and the Sun as point masses. The state is position (m) and velocity (m/s); with partials, the 36 elements of
 * the state transition matrix follow row by row, the oblateness left out of them (it is below 1e-3 of them everywhere).
 */
final class GeocentricForces implements OrdinaryDifferentialEquation {
    /** Dimension of the state without partials. */
    static final int STATE = 6;

    /** Dimension of the state with partials. */
    static final int STATE_AND_PARTIALS = 42;

    private static final double EARTH_RADIUS_M = 6_378_136.3;
    private static final double J2 = 1.0826359e-3;
    private static final double ARCSEC = FastMath.PI / (180 * 3600);
    private static final double JULIAN_CENTURY_S = 36525.0 * 86400.0;

    private final SolarSystem solarSystem;
    private final AbsoluteDate epoch;
    private final boolean partials;
    private final double muEarth;
    private final double muMoon;
    private final double muSun;

    /** @param epoch from which the integrator counts seconds */
    GeocentricForces(SolarSystem solarSystem, AbsoluteDate epoch, boolean partials) {
        this.solarSystem = solarSystem;
        this.epoch = epoch;
        this.partials = partials;
        this.muEarth = solarSystem.gravitationalParameter(Body.EARTH);
        this.muMoon = solarSystem.gravitationalParameter(Body.MOON);
        this.muSun = solarSystem.gravitationalParameter(Body.SUN);
    }

    @Override
    public int getDimension() {
        return partials ? STATE_AND_PARTIALS : STATE;
    }

    @Override
    public double[] computeDerivatives(double t, double[] y) {
        AbsoluteDate date = epoch.shiftedBy(t);
        Vector3D position = new Vector3D(y[0], y[1], y[2]);
        Vector3D moon = solarSystem.geocentricPosition(Body.MOON, date);
        Vector3D sun = solarSystem.geocentricPosition(Body.SUN, date);
        Vector3D acceleration = pull(muEarth, position.negate())
                .add(oblateness(position, date))
                .add(pull(muMoon, moon.subtract(position)))
                .subtract(pull(muMoon, moon))
                .add(pull(muSun, sun.subtract(position)))
                .subtract(pull(muSun, sun));
        double[] dot = new double[getDimension()];
        System.arraycopy(y, 3, dot, 0, 3);
        dot[3] = acceleration.getX();
        dot[4] = acceleration.getY();
        dot[5] = acceleration.getZ();
        if (partials) {
            double[][] gradient = new double[3][3];
            addGradient(gradient, muEarth, position);
            addGradient(gradient, muMoon, position.subtract(moon));
            addGradient(gradient, muSun, position.subtract(sun));
            for (int column = 0; column < 6; column++) {
                for (int row = 0; row < 3; row++) {
                    dot[6 + 6 * row + column] = y[6 + 6 * (row + 3) + column];
                    double sum = 0;
                    for (int k = 0; k < 3; k++) {
                        sum += gradient[row][k] * y[6 + 6 * k + column];
                    }
                    dot[6 + 6 * (row + 3) + column] = sum;
                }
            }
        }
        return dot;
    }

    private static Vector3D pull(double mu, Vector3D towards) {
        double r2 = towards.getNormSq();
        return towards.scalarMultiply(mu / (r2 * FastMath.sqrt(r2)));
    }

    private static void addGradient(double[][] gradient, double mu, Vector3D fromBody) {
        double[] d = fromBody.toArray();
        double r2 = fromBody.getNormSq();
        double r3 = r2 * FastMath.sqrt(r2);
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                gradient[i][j] += mu / r3 * (3 * d[i] * d[j] / r2 - (i == j ? 1 : 0));
            }
        }
    }

    private Vector3D oblateness(Vector3D position, AbsoluteDate date) {
        Vector3D pole = meanPole(date);
        double r2 = position.getNormSq();
        double r = FastMath.sqrt(r2);
        double sine = position.dotProduct(pole) / r;
        double factor = -1.5 * J2 * muEarth * EARTH_RADIUS_M * EARTH_RADIUS_M / (r2 * r2 * r);
        return new Vector3D(factor * (1 - 5 * sine * sine), position, factor * 2 * sine * r, pole);
    }

    /** Precession of the pole in the ICRF: the polynomial part of X and Y, IERS Conventions (2010), equation 5.16. */
    private static Vector3D meanPole(AbsoluteDate date) {
        double t = date.durationFrom(AbsoluteDate.J2000_EPOCH) / JULIAN_CENTURY_S;
        double x = ARCSEC * (-0.016617 + t * (2004.191898 - 0.4297829 * t));
        double y = ARCSEC * (-0.006951 + t * (-0.025896 - 22.4072747 * t));
        return new Vector3D(x, y, FastMath.sqrt(1 - x * x - y * y));
    }
}
