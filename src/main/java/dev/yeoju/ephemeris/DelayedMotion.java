package dev.yeoju.ephemeris;

import org.hipparchus.geometry.euclidean.threed.Vector3D;
import org.orekit.time.AbsoluteDate;
import org.orekit.utils.PVCoordinates;

/** Another motion, later by some seconds. */
final class DelayedMotion implements Motion {
    private final Motion undelayed;
    private final double byS;
    private final Coverage coverage;

    DelayedMotion(Motion undelayed, double byS) {
        this.undelayed = undelayed;
        this.byS = byS;
        coverage = Coverage.of(undelayed.coverage().spans().stream()
                .map(span -> new Coverage.Span(
                        span.start().shiftedBy(byS), span.end().shiftedBy(byS)))
                .toList());
    }

    @Override
    public Coverage coverage() {
        return coverage;
    }

    @Override
    public Vector3D position(AbsoluteDate date) {
        return undelayed.position(date.shiftedBy(-byS));
    }

    @Override
    public PVCoordinates pv(AbsoluteDate date) {
        return undelayed.pv(date.shiftedBy(-byS));
    }

    @Override
    public StateReader reader(AbsoluteDate epoch) {
        return undelayed.reader(epoch.shiftedBy(-byS));
    }
}
