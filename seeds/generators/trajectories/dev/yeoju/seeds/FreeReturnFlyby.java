package dev.yeoju.seeds;

import dev.yeoju.ephemeris.SolarSystem;
import dev.yeoju.model.Body;
import org.hipparchus.geometry.euclidean.threed.Vector3D;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.util.FastMath;
import org.orekit.time.AbsoluteDate;
import org.orekit.utils.PVCoordinates;

/**
 * A free return round the Moon, found from its pericynthion: the state there is corrected until the trajectory left the Earth from a low
 * perigee of a wanted inclination and comes back to a perigee inside the atmosphere, with no thrust in between. Before the departure lies
 * one revolution of a high ellipse with the same perigee, as crewed flights use it to check out the ship.
 */
final class FreeReturnFlyby {
    private static final double EARTH_RADIUS_M = 6_378_137;
    private static final double MOON_RADIUS_M = 1_737_400;
    private static final double DAY_S = 86_400;
    private static final double LONGEST_LEG_S = 6 * DAY_S;

    /** Time in which no perigee is looked for: the flyby itself. */
    private static final double FLYBY_S = 1.5 * DAY_S;

    private static final double ENTRY_INTERFACE_ALTITUDE_M = 121_920;

    /**
     * What to aim at.
     *
     * @param pericynthion date of the closest approach
     * @param pericynthionAltitudeM above the mean sphere
     * @param departureAltitudeM of the perigee of departure above the equatorial radius
     * @param departureInclinationDeg to the Earth's equator of J2000
     * @param returnAltitudeM of the perigee, were there no atmosphere
     * @param checkoutPeriodS of the ellipse before departure
     * @param checkoutSpanS how long before departure the trajectory begins
     */
    record Aim(
            AbsoluteDate pericynthion,
            double pericynthionAltitudeM,
            double departureAltitudeM,
            double departureInclinationDeg,
            double returnAltitudeM,
            double checkoutPeriodS,
            double checkoutSpanS) {}

    private final SolarSystem solarSystem;
    private final Aim aim;
    private final Vector3D moonPosition;
    private final Vector3D moonVelocity;
    private final Vector3D radial;
    private final Vector3D along;
    private final Vector3D normal;

    private FreeReturnFlyby(SolarSystem solarSystem, Aim aim) {
        this.solarSystem = solarSystem;
        this.aim = aim;
        PVCoordinates moon = solarSystem.geocentric(Body.MOON, aim.pericynthion());
        this.moonPosition = moon.getPosition();
        this.moonVelocity = moon.getVelocity();
        this.radial = moonPosition.normalize();
        this.normal = moonPosition.crossProduct(moonVelocity).normalize();
        this.along = normal.crossProduct(radial);
    }

    /**
     * The flight in two pieces that meet at the departure: the same place, another speed.
     *
     * @param checkout the high ellipse, to the departure
     * @param flyby from the departure to the entry interface (altitude 121.92 km)
     */
    record Flight(Motion checkout, Motion flyby) {}

    static Flight fly(SolarSystem solarSystem, Aim aim) {
        FreeReturnFlyby flyby = new FreeReturnFlyby(solarSystem, aim);
        return flyby.flight(flyby.target(flyby.firstGuess()));
    }

    private Flight flight(double[] unknowns) {
        PVCoordinates pericynthion = state(unknowns);
        Arc out = toPerigee(pericynthion, -1);
        double sampleS = 1;
        AbsoluteDate departure = wholeSecond(out.end(), sampleS);
        PVCoordinates atDeparture = out.at(departure);
        Arc coast = Arc.propagate(
                solarSystem,
                departure,
                atDeparture,
                LONGEST_LEG_S * 2,
                (t, state) -> t < LONGEST_LEG_S / 2
                        ? 1
                        : state.getPosition().getNorm() - EARTH_RADIUS_M - ENTRY_INTERFACE_ALTITUDE_M);
        double mu = solarSystem.gravitationalParameter(Body.EARTH);
        double turns = aim.checkoutPeriodS() / (2 * FastMath.PI);
        double semiMajorAxisM = FastMath.cbrt(mu * turns * turns);
        double speed = FastMath.sqrt(mu * (2 / atDeparture.getPosition().getNorm() - 1 / semiMajorAxisM));
        PVCoordinates before = new PVCoordinates(
                atDeparture.getPosition(), atDeparture.getVelocity().normalize().scalarMultiply(speed));
        Arc checkout = Arc.propagate(solarSystem, departure, before, -aim.checkoutSpanS());
        return new Flight(
                Motion.of(checkout, departure.shiftedBy(-aim.checkoutSpanS()), departure),
                Motion.of(coast, departure, wholeSecond(coast.end(), sampleS)));
    }

    private AbsoluteDate wholeSecond(AbsoluteDate date, double unitS) {
        return aim.pericynthion().shiftedBy(unitS * FastMath.floor(date.durationFrom(aim.pericynthion()) / unitS));
    }

    /** The circular, planar problem's answer: straight behind the Moon, against its motion, speed found by bisection. */
    private double[] firstGuess() {
        double wanted = EARTH_RADIUS_M + aim.returnAltitudeM();
        double slow = 0;
        double missBefore = Double.NaN;
        double radius = MOON_RADIUS_M + aim.pericynthionAltitudeM();
        double escape = FastMath.sqrt(2 * solarSystem.gravitationalParameter(Body.MOON) / radius);
        for (double speed = 1.05 * escape; speed < 2.5 * escape; speed += 0.005 * escape) {
            double miss = angularMomentum(new double[] {0, 0, speed, 0}, 1) - momentumAtPerigee(wanted);
            if (missBefore < 0 == miss >= 0 && !Double.isNaN(missBefore)) {
                double fast = speed;
                for (int i = 0; i < 40; i++) {
                    double middle = 0.5 * (slow + fast);
                    double m = angularMomentum(new double[] {0, 0, middle, 0}, 1) - momentumAtPerigee(wanted);
                    if (m < 0 == missBefore < 0) {
                        slow = middle;
                    } else {
                        fast = middle;
                    }
                }
                return new double[] {0, 0, slow, 0};
            }
            slow = speed;
            missBefore = miss;
        }
        throw new IllegalStateException("No free return was found behind the Moon.");
    }

    private double momentumAtPerigee(double radiusM) {
        // Nearly parabolic: v^2 = 2 mu / r.
        return FastMath.sqrt(2 * solarSystem.gravitationalParameter(Body.EARTH) * radiusM);
    }

    private double angularMomentum(double[] unknowns, int direction) {
        Arc arc = toPerigee(state(unknowns), direction);
        PVCoordinates perigee = arc.at(arc.end());
        return perigee.getPosition().crossProduct(perigee.getVelocity()).dotProduct(normal);
    }

    private double[] target(double[] guess) {
        double[] unknowns = guess.clone();
        double[] step = {1e-7, 1e-7, 1e-4, 1e-7};
        double[] scale = {1e-2, 1e-2, 10, 1e-2};
        for (int iteration = 0; iteration < 60; iteration++) {
            double[] miss = miss(unknowns);
            if (FastMath.abs(miss[0]) < 1e-2 && FastMath.abs(miss[1]) < 1e-2 && FastMath.abs(miss[2]) < 1e-2) {
                return unknowns;
            }
            double[][] jacobian = new double[3][4];
            for (int k = 0; k < 4; k++) {
                double[] up = unknowns.clone();
                double[] down = unknowns.clone();
                up[k] += step[k];
                down[k] -= step[k];
                double[] high = miss(up);
                double[] low = miss(down);
                for (int i = 0; i < 3; i++) {
                    jacobian[i][k] = (high[i] - low[i]) / (2 * step[k]) * scale[k];
                }
            }
            RealMatrix j = MatrixUtils.createRealMatrix(jacobian);
            double[] correction = j.transpose()
                    .operate(new CholeskyDecomposition(j.multiplyTransposed(j), 1e-6, 0)
                            .getSolver()
                            .solve(MatrixUtils.createRealVector(miss)))
                    .toArray();
            double largest = 0;
            for (double c : correction) {
                largest = FastMath.max(largest, FastMath.abs(c));
            }
            double damping = FastMath.min(1, 1 / largest);
            for (int k = 0; k < 4; k++) {
                unknowns[k] -= damping * correction[k] * scale[k];
            }
        }
        throw new IllegalStateException("The flyby's aim was not met.");
    }

    /** Perigee radius at departure and return, and height of the departure's inclination, all in metres. */
    private double[] miss(double[] unknowns) {
        PVCoordinates pericynthion = state(unknowns);
        Arc out = toPerigee(pericynthion, -1);
        Arc back = toPerigee(pericynthion, 1);
        PVCoordinates departure = out.at(out.end());
        Vector3D momentum = departure.getPosition().crossProduct(departure.getVelocity());
        double inclination = Vector3D.angle(momentum, Vector3D.PLUS_K);
        return new double[] {
            departure.getPosition().getNorm() - EARTH_RADIUS_M - aim.departureAltitudeM(),
            back.at(back.end()).getPosition().getNorm() - EARTH_RADIUS_M - aim.returnAltitudeM(),
            (inclination - FastMath.toRadians(aim.departureInclinationDeg())) * EARTH_RADIUS_M
        };
    }

    /** Propagates to the next perigee (direction 1) or back to the one before (-1). */
    private Arc toPerigee(PVCoordinates pericynthion, int direction) {
        return Arc.propagate(
                solarSystem,
                aim.pericynthion(),
                pericynthion,
                direction * LONGEST_LEG_S,
                (t, state) -> FastMath.abs(t) < FLYBY_S
                        ? 1
                        : -direction * state.getPosition().dotProduct(state.getVelocity()));
    }

    /** The state at pericynthion: longitude and latitude (rad) from the point behind the Moon, speed (m/s), tilt (rad). */
    private PVCoordinates state(double[] unknowns) {
        double cosLatitude = FastMath.cos(unknowns[1]);
        Vector3D up = new Vector3D(
                cosLatitude * FastMath.cos(unknowns[0]),
                radial,
                cosLatitude * FastMath.sin(unknowns[0]),
                along,
                FastMath.sin(unknowns[1]),
                normal);
        Vector3D east = normal.crossProduct(up).normalize();
        Vector3D north = up.crossProduct(east);
        Vector3D heading = new Vector3D(-FastMath.cos(unknowns[3]), east, FastMath.sin(unknowns[3]), north);
        double radius = MOON_RADIUS_M + aim.pericynthionAltitudeM();
        return new PVCoordinates(
                moonPosition.add(up.scalarMultiply(radius)), moonVelocity.add(heading.scalarMultiply(unknowns[2])));
    }
}
