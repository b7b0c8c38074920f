package dev.yeoju.ephemeris;

import org.hipparchus.CalculusFieldElement;
import org.hipparchus.geometry.euclidean.threed.FieldVector3D;
import org.hipparchus.geometry.euclidean.threed.Rotation;
import org.hipparchus.geometry.euclidean.threed.Vector3D;
import org.orekit.bodies.CelestialBody;
import org.orekit.frames.FieldTransform;
import org.orekit.frames.Frame;
import org.orekit.frames.Transform;
import org.orekit.frames.TransformProvider;
import org.orekit.time.AbsoluteDate;
import org.orekit.time.FieldAbsoluteDate;
import org.orekit.utils.AngularCoordinates;
import org.orekit.utils.PVCoordinates;
import org.orekit.utils.TimeStampedPVCoordinates;

/**
 * A body in Orekit's form over {@link TabulatedSolarSystem}, for Orekit's force models and file parsers. Its inertially
 * oriented frame keeps ICRF axes (Orekit's own bodies turn theirs to the pole); the body oriented one is the IAU's.
 */
final class TabulatedBody implements CelestialBody {
    /** Step of the numerical derivative of the orientation, seconds. */
    private static final double ROTATION_STEP_S = 10;

    /** Position and velocity from the Earth's centre on ICRF axes. */
    interface Motion {
        PVCoordinates pv(AbsoluteDate date);

        <T extends CalculusFieldElement<T>> FieldVector3D<T> position(FieldAbsoluteDate<T> date);
    }

    /** ICRF to body-fixed components. */
    interface Orientation {
        Rotation at(AbsoluteDate date);
    }

    private final String name;
    private final double gm;
    private final Frame gcrf;
    private final Motion motion;
    private final Frame inertial;
    private final Frame fixed;

    TabulatedBody(String name, double gm, Frame gcrf, Motion motion, Orientation orientation) {
        this.name = name;
        this.gm = gm;
        this.gcrf = gcrf;
        this.motion = motion;
        this.inertial = new Frame(
                gcrf, new Expanded(date -> new Transform(date, motion.pv(date).negate())), name + "/inertial", true);
        this.fixed = new Frame(
                inertial, new Expanded(date -> new Transform(date, angular(orientation, date))), name + "/rotating");
    }

    private static AngularCoordinates angular(Orientation orientation, AbsoluteDate date) {
        Rotation now = orientation.at(date);
        Vector3D rate = AngularCoordinates.estimateRate(
                orientation.at(date.shiftedBy(-ROTATION_STEP_S)),
                orientation.at(date.shiftedBy(ROTATION_STEP_S)),
                2 * ROTATION_STEP_S);
        return new AngularCoordinates(now, rate, Vector3D.ZERO);
    }

    @Override
    public Frame getInertiallyOrientedFrame() {
        return inertial;
    }

    @Override
    public Frame getBodyOrientedFrame() {
        return fixed;
    }

    @Override
    public String getName() {
        return name;
    }

    @Override
    public double getGM() {
        return gm;
    }

    @Override
    public Vector3D getPosition(AbsoluteDate date, Frame frame) {
        Vector3D position = motion.pv(date).getPosition();
        return frame == gcrf ? position : gcrf.getStaticTransformTo(frame, date).transformPosition(position);
    }

    @Override
    public TimeStampedPVCoordinates getPVCoordinates(AbsoluteDate date, Frame frame) {
        TimeStampedPVCoordinates pv = new TimeStampedPVCoordinates(date, motion.pv(date));
        return frame == gcrf ? pv : gcrf.getTransformTo(frame, date).transformPVCoordinates(pv);
    }

    @Override
    public Vector3D getVelocity(AbsoluteDate date, Frame frame) {
        return getPVCoordinates(date, frame).getVelocity();
    }

    @Override
    public <T extends CalculusFieldElement<T>> FieldVector3D<T> getPosition(FieldAbsoluteDate<T> date, Frame frame) {
        FieldVector3D<T> position = motion.position(date);
        return frame == gcrf ? position : gcrf.getStaticTransformTo(frame, date).transformPosition(position);
    }

    /** A transform known at plain dates; in a field it is expanded about the date. */
    private record Expanded(Plain plain) implements TransformProvider {
        interface Plain {
            Transform at(AbsoluteDate date);
        }

        @Override
        public Transform getTransform(AbsoluteDate date) {
            return plain.at(date);
        }

        @Override
        public <T extends CalculusFieldElement<T>> FieldTransform<T> getTransform(FieldAbsoluteDate<T> date) {
            AbsoluteDate plainDate = date.toAbsoluteDate();
            return new FieldTransform<>(date.getField(), plain.at(plainDate)).shiftedBy(date.durationFrom(plainDate));
        }
    }
}
