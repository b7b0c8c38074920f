package dev.yeoju.visibility;

import dev.yeoju.ephemeris.OrekitContext;
import dev.yeoju.model.Site;
import org.hipparchus.geometry.euclidean.threed.Vector3D;
import org.orekit.bodies.GeodeticPoint;
import org.orekit.bodies.OneAxisEllipsoid;
import org.orekit.utils.Constants;

/** An antenna's place and local axes on ITRF axes; lengths in metres, axes by the WGS 84 vertical. Immutable. */
final class Station {
    private final double[] position;
    private final double[] east;
    private final double[] north;
    private final double[] up;
    private final double altitudeM;

    Station(OrekitContext context, Site site) {
        GeodeticPoint point = new GeodeticPoint(
                Math.toRadians(site.latitudeDeg()), Math.toRadians(site.longitudeDeg()), site.altitudeM());
        OneAxisEllipsoid earth = new OneAxisEllipsoid(
                Constants.WGS84_EARTH_EQUATORIAL_RADIUS, Constants.WGS84_EARTH_FLATTENING, context.itrf());
        this.position = earth.transform(point).toArray();
        this.east = axis(point.getEast());
        this.north = axis(point.getNorth());
        this.up = axis(point.getZenith());
        this.altitudeM = site.altitudeM();
    }

    private static double[] axis(Vector3D axis) {
        return axis.normalize().toArray();
    }

    double altitudeM() {
        return altitudeM;
    }

    /** The station's place and axes in inertial space at the time last asked for; for one thread. */
    static final class Reader {
        private final Station station;
        private final EarthOrientation.Reader earth;

        /** From the Earth's centre, GCRF, metres. */
        final double[] position = new double[3];
        /** By the Earth's rotation, GCRF, metres per second. */
        final double[] velocity = new double[3];

        final double[] east = new double[3];
        final double[] north = new double[3];
        final double[] up = new double[3];
        /** The Earth's axis of rotation, a unit vector. */
        final double[] axis = new double[3];

        Reader(Station station, EarthOrientation.Reader earth) {
            this.station = station;
            this.earth = earth;
        }

        void at(double time) {
            earth.at(time);
            earth.toInertial(station.position, position);
            earth.toInertial(station.east, east);
            earth.toInertial(station.north, north);
            earth.toInertial(station.up, up);
            System.arraycopy(earth.matrix, 6, axis, 0, 3);
            double rate = EarthOrientation.ROTATION_RATE_RAD_PER_S;
            velocity[0] = rate * (axis[1] * position[2] - axis[2] * position[1]);
            velocity[1] = rate * (axis[2] * position[0] - axis[0] * position[2]);
            velocity[2] = rate * (axis[0] * position[1] - axis[1] * position[0]);
        }
    }
}
