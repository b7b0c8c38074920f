package dev.yeoju.visibility;

import dev.yeoju.ephemeris.Trajectory.Origin;
import dev.yeoju.model.Body;
import org.jspecify.annotations.Nullable;
import org.orekit.utils.Constants;

/**
 * Where an antenna sees (or must point to reach) a spacecraft, on one span of its coverage. Receiving at a time it is the
 * place that the signal left, transmitting the place that it will reach; instants are those at the antenna. Geocentric
 * trajectories are differenced in GCRF, barycentric ones in ICRF with stellar aberration on top; the Earth's orientation
 * is that at the antenna's time. One thread's: the fields are those of the last {@link #look}.
 */
final class LineOfSight {
    /** Which leg is looked along. */
    enum Way {
        RECEIVE(-1),
        TRANSMIT(1);

        private final int sign;

        Way(int sign) {
            this.sign = sign;
        }
    }

    private static final double C = Constants.SPEED_OF_LIGHT;

    private final Way way;
    private final boolean lightTime;
    private final Station.Reader station;
    private final SkyBodies sky;
    private final Origin origin;
    private final @Nullable PiecewiseChebyshev earth;
    private final Leg leg;
    private final double[] observer = new double[3];
    private final double[] observerVelocity = new double[3];
    private final double[] velocity = new double[3];
    private int earthPiece;

    /** Direction, geometric: a unit vector on ICRF axes from the antenna. */
    final double[] direction = new double[3];
    /** Apparent direction: aberrated where the origin is the barycentre. */
    final double[] apparent = new double[3];

    /** Components of the apparent direction on the antenna's local axes. */
    double east;

    double north;
    double up;

    LineOfSight(
            Way way,
            Station station,
            EarthOrientation.Reader orientation,
            SkyBodies sky,
            Origin origin,
            Positions motion,
            boolean lightTime) {
        this.way = way;
        this.lightTime = lightTime;
        this.station = new Station.Reader(station, orientation);
        this.sky = sky;
        this.origin = origin;
        this.earth = origin == Origin.BARYCENTER ? sky.motion(Origin.BARYCENTER, Body.EARTH) : null;
        this.leg = new Leg(motion, lightTime);
    }

    /** Looks at a time at the antenna. */
    void look(double time) {
        observe(time);
        leg.solve(time, observer, way.sign);
        for (int j = 0; j < 3; j++) {
            direction[j] = leg.vector[j] / leg.range;
        }
        aberrate();
        east = Leg.dot(apparent, station.east);
        north = Leg.dot(apparent, station.north);
        up = Leg.dot(apparent, station.up);
    }

    /** Distance along the leg, metres. */
    double rangeM() {
        return leg.range;
    }

    /** From the antenna to the spacecraft, metres, ICRF axes. */
    double[] vector() {
        return leg.vector;
    }

    /** Writes the spacecraft's place at its end of the leg, metres from the origin, ICRF axes. */
    void targetPosition(double[] position) {
        for (int j = 0; j < 3; j++) {
            position[j] = observer[j] + leg.vector[j];
        }
    }

    /** When the signal is at the spacecraft, seconds. */
    double targetTime() {
        return leg.targetTime;
    }

    /** The time at the antenna that belongs to a time at the spacecraft. */
    double antennaTime(double targetTime) {
        double time = targetTime;
        for (int i = 0; i < 10; i++) {
            observe(time);
            leg.delay = 0;
            leg.solve(time, observer, way.sign);
            double error = leg.targetTime - targetTime;
            time -= error;
            if (Math.abs(error) < 1e-9) {
                break;
            }
        }
        return time;
    }

    /** Elevation of the apparent direction, degrees. */
    double elevationDeg() {
        return elevationDeg(east, north, up);
    }

    /** Azimuth of the apparent direction, degrees from north over east in [0, 360). */
    double azimuthDeg() {
        return azimuthDeg(east, north);
    }

    static double elevationDeg(double east, double north, double up) {
        return Math.toDegrees(Math.atan2(up, Math.hypot(east, north)));
    }

    static double azimuthDeg(double east, double north) {
        double azimuth = Math.toDegrees(Math.atan2(east, north));
        return azimuth < 0 ? azimuth + 360 : azimuth;
    }

    /** Writes a vector's components to the east, north and up of the antenna, on its axes at the time last looked at. */
    void local(double[] vector, double[] eastNorthUp) {
        eastNorthUp[0] = Leg.dot(vector, station.east);
        eastNorthUp[1] = Leg.dot(vector, station.north);
        eastNorthUp[2] = Leg.dot(vector, station.up);
    }

    /** Rate of the range by the antenna's time, metres per second. */
    double rangeRateMPerS() {
        leg.velocity(velocity);
        return rangeRate();
    }

    private double rangeRate() {
        double targetSpeed = Leg.dot(direction, velocity);
        double observerSpeed = Leg.dot(direction, observerVelocity);
        double onward = lightTime ? 1 - way.sign * targetSpeed / C : 1;
        return (targetSpeed - observerSpeed) / onward;
    }

    /**
     * Writes the rates of the local components of the direction, per second. The aberration's own rate, below 1e-8
     * radians per second, is left out.
     */
    void localRates(double[] rates) {
        leg.velocity(velocity);
        double rangeRate = rangeRate();
        double onward = lightTime ? 1 + way.sign * rangeRate / C : 1;
        double[] turn = new double[3];
        for (int j = 0; j < 3; j++) {
            double relative = onward * velocity[j] - observerVelocity[j];
            turn[j] = (relative - direction[j] * rangeRate) / leg.range;
        }
        double rate = EarthOrientation.ROTATION_RATE_RAD_PER_S;
        double[] axis = station.axis;
        // The local axes turn with the Earth: d(a . e)/dt = a' . e + a . (w x e) = (a' + a x w) . e.
        double[] a = apparent;
        turn[0] += rate * (a[1] * axis[2] - a[2] * axis[1]);
        turn[1] += rate * (a[2] * axis[0] - a[0] * axis[2]);
        turn[2] += rate * (a[0] * axis[1] - a[1] * axis[0]);
        rates[0] = Leg.dot(turn, station.east);
        rates[1] = Leg.dot(turn, station.north);
        rates[2] = Leg.dot(turn, station.up);
    }

    /** A leg from the same antenna, at the time last looked at, to a body's centre. */
    BodyLeg toBody(Body body) {
        return new BodyLeg(new Leg(Positions.of(sky.motion(origin, body)), lightTime));
    }

    /** The way to a body's centre at the body's own light time. */
    final class BodyLeg {
        private final Leg bodyLeg;

        private BodyLeg(Leg bodyLeg) {
            this.bodyLeg = bodyLeg;
        }

        /** From the antenna to the body, metres, at the time last looked at. */
        double[] vector(double time) {
            bodyLeg.solve(time, observer, way.sign);
            return bodyLeg.vector;
        }

        /** From any place at any time to where the body is seen from there, metres. */
        double[] vectorFrom(double[] position, double time) {
            bodyLeg.solve(time, position, Way.RECEIVE.sign);
            return bodyLeg.vector;
        }
    }

    private void observe(double time) {
        station.at(time);
        System.arraycopy(station.position, 0, observer, 0, 3);
        System.arraycopy(station.velocity, 0, observerVelocity, 0, 3);
        if (earth != null) {
            earthPiece = earth.piece(time, earthPiece);
            double[] earthPosition = direction;
            double[] earthVelocity = apparent;
            earth.valueAndRate(time, earthPiece, earthPosition, earthVelocity);
            for (int j = 0; j < 3; j++) {
                observer[j] += earthPosition[j];
                observerVelocity[j] += earthVelocity[j];
            }
        }
    }

    /**
     * Stellar aberration, relativistic (Explanatory Supplement to the Astronomical Almanac, 3rd ed., equation 7.40): a
     * moving observer sees light come from further ahead, and must send it further behind.
     */
    private void aberrate() {
        if (earth == null || !lightTime) {
            System.arraycopy(direction, 0, apparent, 0, 3);
            return;
        }
        double perC = -way.sign / C;
        double along = perC * Leg.dot(direction, observerVelocity);
        double speed2 = Leg.dot(observerVelocity, observerVelocity) / (C * C);
        double inverseGamma = Math.sqrt(1 - speed2);
        double ahead = perC * (1 + along / (1 + inverseGamma));
        for (int j = 0; j < 3; j++) {
            apparent[j] = (inverseGamma * direction[j] + ahead * observerVelocity[j]) / (1 + along);
        }
    }
}
