package dev.yeoju.ephemeris;

import dev.yeoju.model.Body;
import org.hipparchus.CalculusFieldElement;
import org.hipparchus.geometry.euclidean.threed.FieldVector3D;
import org.hipparchus.geometry.euclidean.threed.Rotation;
import org.hipparchus.geometry.euclidean.threed.Vector3D;
import org.hipparchus.util.FastMath;
import org.orekit.time.AbsoluteDate;
import org.orekit.time.FieldAbsoluteDate;
import org.orekit.utils.PVCoordinates;

/** The solar system from the project's own tables (seeds/ephemerides), 1999 to 2045. */
final class TabulatedSolarSystem implements SolarSystem {
    private static final double DAY_S = 86400;

    /** The tables are the same for everyone: read once, at first use. */
    private static final class Tables {
        static final ChebyshevTable MOON = ChebyshevTable.packaged("moon");
        static final ChebyshevTable EARTH = ChebyshevTable.packaged("earth");
        static final ChebyshevTable SUN = ChebyshevTable.packaged("sun");
        static final ChebyshevTable MARS = ChebyshevTable.packaged("mars");
        static final ChebyshevTable VENUS = ChebyshevTable.packaged("venus");
        static final ChebyshevTable JUPITER = ChebyshevTable.packaged("jupiter");

        private Tables() {}
    }

    private final AbsoluteDate j2000;
    private final double start;
    private final double end;
    private final Coverage coverage;

    /** @param j2000 JD 2451545.0 TT */
    TabulatedSolarSystem(AbsoluteDate j2000) {
        this.j2000 = j2000;
        this.start = Tables.MOON.start();
        double last = Double.POSITIVE_INFINITY;
        for (ChebyshevTable table :
                new ChebyshevTable[] {Tables.MOON, Tables.EARTH, Tables.SUN, Tables.MARS, Tables.VENUS, Tables.JUPITER
                }) {
            last = Math.min(last, table.end());
        }
        this.end = last;
        // A second inside the ends: TDB and TT differ by up to 2 ms.
        this.coverage = Coverage.of(j2000.shiftedBy(start + 1), j2000.shiftedBy(end - 1));
    }

    @Override
    public Coverage coverage() {
        return coverage;
    }

    @Override
    public Vector3D geocentricPosition(Body body, AbsoluteDate date) {
        double time = covered(date);
        return switch (body) {
            case EARTH -> Vector3D.ZERO;
            case MOON -> Tables.MOON.position(time);
            case SUN -> Tables.EARTH.position(time).negate();
            case MARS -> Tables.MARS.position(time).subtract(Tables.EARTH.position(time));
            case VENUS -> Tables.VENUS.position(time).subtract(Tables.EARTH.position(time));
            case JUPITER -> Tables.JUPITER.position(time).subtract(Tables.EARTH.position(time));
        };
    }

    @Override
    public PVCoordinates geocentric(Body body, AbsoluteDate date) {
        double time = covered(date);
        return switch (body) {
            case EARTH -> PVCoordinates.ZERO;
            case MOON -> Tables.MOON.pv(time);
            case SUN -> Tables.EARTH.pv(time).negate();
            case MARS -> new PVCoordinates(Tables.EARTH.pv(time), Tables.MARS.pv(time));
            case VENUS -> new PVCoordinates(Tables.EARTH.pv(time), Tables.VENUS.pv(time));
            case JUPITER -> new PVCoordinates(Tables.EARTH.pv(time), Tables.JUPITER.pv(time));
        };
    }

    @Override
    public PVCoordinates earthBarycentric(AbsoluteDate date) {
        double time = covered(date);
        return new PVCoordinates(1, Tables.SUN.pv(time), 1, Tables.EARTH.pv(time));
    }

    @Override
    public Rotation bodyFixed(Body body, AbsoluteDate date) {
        return IauRotation.bodyFixed(body, tdb(date.durationFrom(j2000)) / DAY_S);
    }

    @Override
    public double gravitationalParameter(Body body) {
        return BodyConstants.gravitationalParameter(body);
    }

    @Override
    public double meanRadius(Body body) {
        return BodyConstants.meanRadius(body);
    }

    /** {@link #geocentricPosition} in any field, for derivatives by time. */
    <T extends CalculusFieldElement<T>> FieldVector3D<T> geocentricPosition(Body body, FieldAbsoluteDate<T> date) {
        T time = fieldTime(date);
        return switch (body) {
            case EARTH -> FieldVector3D.getZero(time.getField());
            case MOON -> Tables.MOON.position(time);
            case SUN -> Tables.EARTH.position(time).negate();
            case MARS -> Tables.MARS.position(time).subtract(Tables.EARTH.position(time));
            case VENUS -> Tables.VENUS.position(time).subtract(Tables.EARTH.position(time));
            case JUPITER -> Tables.JUPITER.position(time).subtract(Tables.EARTH.position(time));
        };
    }

    /** The barycentre of the solar system from the Earth's centre, in any field. */
    <T extends CalculusFieldElement<T>> FieldVector3D<T> geocentricBarycenter(FieldAbsoluteDate<T> date) {
        T time = fieldTime(date);
        return Tables.SUN.position(time).add(Tables.EARTH.position(time)).negate();
    }

    private <T extends CalculusFieldElement<T>> T fieldTime(FieldAbsoluteDate<T> date) {
        double offset = covered(date.toAbsoluteDate()) - date.toAbsoluteDate().durationFrom(j2000);
        return date.durationFrom(j2000).add(offset);
    }

    /** TDB seconds since J2000, when covered. */
    private double covered(AbsoluteDate date) {
        double time = tdb(date.durationFrom(j2000));
        if (!(time >= start && time <= end)) {
            throw new EphemerisException(
                    "",
                    date.toString(),
                    "The Moon, Sun and planets are tabulated from 1999 to 2045, not for " + date
                            + ". Maybe give a planetary ephemeris that covers it with --orekit-data.");
        }
        return time;
    }

    /** TDB from TT, both in seconds since J2000, to 30 microseconds: the terms in g and 2g of the Astronomical Almanac. */
    private static double tdb(double tt) {
        double g = FastMath.toRadians(357.53 + 0.9856003 * tt / DAY_S);
        return tt + 0.001658 * FastMath.sin(g) + 0.000014 * FastMath.sin(2 * g);
    }
}
