package dev.yeoju.ephemeris;

import dev.yeoju.model.Body;
import dev.yeoju.model.TrajectorySpec.Axes;
import org.hipparchus.geometry.euclidean.threed.Rotation;
import org.hipparchus.geometry.euclidean.threed.Vector3D;
import org.orekit.frames.Frame;
import org.orekit.time.AbsoluteDate;
import org.orekit.utils.IERSConventions;

/** The axes that Keplerian angles refer to, fixed at the elements' epoch. */
final class ElementAxes {
    private final OrekitContext context;

    ElementAxes(OrekitContext context) {
        this.context = context;
    }

    /**
     * The rotation that takes components on the axes to ICRF. A body's equator: z to its IAU pole, x to the ascending node
     * of its equator on the ICRF's; the Earth's: true equator and equinox of date (IERS 2010).
     */
    Rotation toIcrf(Body center, Axes axes, AbsoluteDate epoch) {
        if (axes == Axes.ICRF) {
            return Rotation.IDENTITY;
        }
        if (center == Body.EARTH) {
            Frame equator = context.data().getFrames().getTOD(IERSConventions.IERS_2010, true);
            return equator.getStaticTransformTo(context.gcrf(), epoch)
                    .getRotation()
                    .revert();
        }
        Vector3D pole = context.solarSystem().bodyFixed(center, epoch).applyInverseTo(Vector3D.PLUS_K);
        Vector3D node = Vector3D.crossProduct(Vector3D.PLUS_K, pole).normalize();
        return new Rotation(Vector3D.PLUS_I, Vector3D.PLUS_K, node, pole);
    }
}
