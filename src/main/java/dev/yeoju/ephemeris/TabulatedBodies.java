package dev.yeoju.ephemeris;

import dev.yeoju.model.Body;
import org.hipparchus.CalculusFieldElement;
import org.hipparchus.geometry.euclidean.threed.FieldVector3D;
import org.hipparchus.geometry.euclidean.threed.Rotation;
import org.orekit.bodies.CelestialBody;
import org.orekit.bodies.CelestialBodyFactory;
import org.orekit.bodies.LazyLoadedCelestialBodies;
import org.orekit.frames.Frame;
import org.orekit.time.AbsoluteDate;
import org.orekit.time.FieldAbsoluteDate;
import org.orekit.utils.PVCoordinates;

/** Makes Orekit's bodies out of the tables. */
final class TabulatedBodies {
    private final TabulatedSolarSystem tables;
    private final Frame gcrf;

    private TabulatedBodies(TabulatedSolarSystem tables, Frame gcrf) {
        this.tables = tables;
        this.gcrf = gcrf;
    }

    /** Registers a loader for every tabulated body, the Earth and both barycentres. */
    static void register(TabulatedSolarSystem tables, LazyLoadedCelestialBodies bodies, Frame gcrf) {
        TabulatedBodies maker = new TabulatedBodies(tables, gcrf);
        for (Body body : Body.values()) {
            bodies.addCelestialBodyLoader(orekitName(body), name -> maker.body(name, body));
        }
        bodies.addCelestialBodyLoader(CelestialBodyFactory.SOLAR_SYSTEM_BARYCENTER, maker::solarSystemBarycenter);
        bodies.addCelestialBodyLoader(CelestialBodyFactory.EARTH_MOON, maker::earthMoonBarycenter);
    }

    static String orekitName(Body body) {
        return switch (body) {
            case EARTH -> CelestialBodyFactory.EARTH;
            case MOON -> CelestialBodyFactory.MOON;
            case SUN -> CelestialBodyFactory.SUN;
            case MARS -> CelestialBodyFactory.MARS;
            case VENUS -> CelestialBodyFactory.VENUS;
            case JUPITER -> CelestialBodyFactory.JUPITER;
        };
    }

    private CelestialBody body(String name, Body body) {
        TabulatedBody.Motion motion = new TabulatedBody.Motion() {
            @Override
            public PVCoordinates pv(AbsoluteDate date) {
                return tables.geocentric(body, date);
            }

            @Override
            public <T extends CalculusFieldElement<T>> FieldVector3D<T> position(FieldAbsoluteDate<T> date) {
                return tables.geocentricPosition(body, date);
            }
        };
        double gm = tables.gravitationalParameter(body);
        return new TabulatedBody(name, gm, gcrf, motion, date -> tables.bodyFixed(body, date));
    }

    /** Its gravitational parameter counts the bodies that are tabulated. */
    private CelestialBody solarSystemBarycenter(String name) {
        TabulatedBody.Motion motion = new TabulatedBody.Motion() {
            @Override
            public PVCoordinates pv(AbsoluteDate date) {
                return tables.earthBarycentric(date).negate();
            }

            @Override
            public <T extends CalculusFieldElement<T>> FieldVector3D<T> position(FieldAbsoluteDate<T> date) {
                return tables.geocentricBarycenter(date);
            }
        };
        double gm = 0;
        for (Body body : Body.values()) {
            gm += tables.gravitationalParameter(body);
        }
        return new TabulatedBody(name, gm, gcrf, motion, date -> Rotation.IDENTITY);
    }

    private CelestialBody earthMoonBarycenter(String name) {
        double earth = tables.gravitationalParameter(Body.EARTH);
        double moon = tables.gravitationalParameter(Body.MOON);
        double share = moon / (earth + moon);
        TabulatedBody.Motion motion = new TabulatedBody.Motion() {
            @Override
            public PVCoordinates pv(AbsoluteDate date) {
                return new PVCoordinates(share, tables.geocentric(Body.MOON, date));
            }

            @Override
            public <T extends CalculusFieldElement<T>> FieldVector3D<T> position(FieldAbsoluteDate<T> date) {
                return tables.geocentricPosition(Body.MOON, date).scalarMultiply(share);
            }
        };
        return new TabulatedBody(name, earth + moon, gcrf, motion, date -> Rotation.IDENTITY);
    }
}
