package dev.yeoju.seeds;

import dev.yeoju.ephemeris.SolarSystem;
import dev.yeoju.model.Body;
import java.util.ArrayList;
import java.util.List;
import org.hipparchus.analysis.interpolation.HermiteInterpolator;
import org.hipparchus.geometry.euclidean.threed.Vector3D;
import org.hipparchus.util.FastMath;
import org.orekit.time.AbsoluteDate;
import org.orekit.utils.PVCoordinates;

/**
 * States of a motion at whole tens of seconds (and its ends), close together where it bends: a step is a fraction of the shortest
 * sqrt(r^3 / mu) of Earth and Moon.
 */
final class SampledMotion {
    private static final double FRACTION = 0.15;
    private static final double STEP_UNIT_S = 10;

    /** Samples that an interpolation of degree 7 uses, positions and velocities together. */
    private static final int NODES = 4;

    private final Motion motion;
    private final List<AbsoluteDate> dates = new ArrayList<>();

    /** @param longestStepS seconds */
    SampledMotion(SolarSystem solarSystem, Motion motion, double longestStepS) {
        this.motion = motion;
        AbsoluteDate date = motion.start();
        while (date.compareTo(motion.end()) < 0) {
            dates.add(date);
            Vector3D position = motion.at(date).getPosition();
            Vector3D moon = solarSystem.geocentricPosition(Body.MOON, date);
            double step = FastMath.min(
                    FastMath.min(
                            timeScale(position, solarSystem.gravitationalParameter(Body.EARTH)),
                            timeScale(position.subtract(moon), solarSystem.gravitationalParameter(Body.MOON))),
                    longestStepS / FRACTION);
            date = date.shiftedBy(
                    FastMath.max(STEP_UNIT_S, STEP_UNIT_S * FastMath.floor(FRACTION * step / STEP_UNIT_S)));
        }
        dates.add(motion.end());
    }

    private static double timeScale(Vector3D fromBody, double mu) {
        double r = fromBody.getNorm();
        return FastMath.sqrt(r * r * r / mu);
    }

    List<AbsoluteDate> dates() {
        return List.copyOf(dates);
    }

    PVCoordinates at(AbsoluteDate date) {
        return motion.at(date);
    }

    AbsoluteDate start() {
        return motion.start();
    }

    AbsoluteDate end() {
        return motion.end();
    }

    /**
     * Largest distance, metres, between the propagated position and the one that an Hermite interpolation of degree 7 finds from the
     * samples, at four points between each two.
     */
    double interpolationErrorM() {
        double largest = 0;
        for (int i = 0; i + 1 < dates.size(); i++) {
            int first = FastMath.max(0, FastMath.min(i - NODES / 2 + 1, dates.size() - NODES));
            HermiteInterpolator interpolator = new HermiteInterpolator();
            for (int k = first; k < FastMath.min(first + NODES, dates.size()); k++) {
                PVCoordinates pv = motion.at(dates.get(k));
                interpolator.addSamplePoint(
                        dates.get(k).durationFrom(dates.get(i)),
                        pv.getPosition().toArray(),
                        pv.getVelocity().toArray());
            }
            double step = dates.get(i + 1).durationFrom(dates.get(i));
            for (int k = 1; k < 5; k++) {
                double t = step * k / 5;
                Vector3D found = new Vector3D(interpolator.value(t));
                Vector3D propagated = motion.at(dates.get(i).shiftedBy(t)).getPosition();
                largest = FastMath.max(largest, Vector3D.distance(found, propagated));
            }
        }
        return largest;
    }
}
