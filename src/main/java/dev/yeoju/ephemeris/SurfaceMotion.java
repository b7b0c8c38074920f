package dev.yeoju.ephemeris;

import org.hipparchus.geometry.euclidean.threed.Vector3D;
import org.orekit.time.AbsoluteDate;
import org.orekit.utils.PVCoordinates;

/** A surface site about its body's centre. */
final class SurfaceMotion implements Motion {
    /** Half the step of the numerical derivative, seconds: a body turns by less than 1e-3 rad in it. */
    private static final double HALF_STEP_S = 10;

    private final SurfaceSite site;
    private final Coverage coverage;

    SurfaceMotion(SurfaceSite site, Coverage coverage) {
        this.site = site;
        this.coverage = coverage;
    }

    @Override
    public Coverage coverage() {
        return coverage;
    }

    @Override
    public Vector3D position(AbsoluteDate date) {
        return site.offset(date);
    }

    @Override
    public PVCoordinates pv(AbsoluteDate date) {
        Vector3D before = site.offset(date.shiftedBy(-HALF_STEP_S));
        Vector3D after = site.offset(date.shiftedBy(HALF_STEP_S));
        return new PVCoordinates(site.offset(date), after.subtract(before).scalarMultiply(0.5 / HALF_STEP_S));
    }

    @Override
    public StateReader reader(AbsoluteDate epoch) {
        return new StateReader() {
            @Override
            public void position(double seconds, double[] xyz) {
                StateTable.write(SurfaceMotion.this.position(epoch.shiftedBy(seconds)), xyz);
            }

            @Override
            public void state(double seconds, double[] xyz, double[] velocity) {
                PVCoordinates pv = pv(epoch.shiftedBy(seconds));
                StateTable.write(pv.getPosition(), xyz);
                StateTable.write(pv.getVelocity(), velocity);
            }
        };
    }
}
