package dev.yeoju.ephemeris;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.geometry.euclidean.threed.Vector3D;
import org.orekit.time.AbsoluteDate;
import org.orekit.utils.PVCoordinates;

/** Motion from tables of states; where two overlap the one given later counts. */
final class TabulatedMotion implements Motion {
    /**
     * A table and the span in which it may be used.
     *
     * @param usable within the table's first and last node
     */
    record Segment(StateTable table, Coverage.Span usable) {}

    private final List<Segment> segments;
    private final Coverage coverage;

    TabulatedMotion(List<Segment> segments) {
        this.segments = List.copyOf(segments);
        List<Coverage.Span> spans = new ArrayList<>();
        for (Segment segment : segments) {
            spans.add(segment.usable());
        }
        this.coverage = Coverage.of(spans);
    }

    @Override
    public Coverage coverage() {
        return coverage;
    }

    @Override
    public Vector3D position(AbsoluteDate date) {
        return table(date).position(date);
    }

    @Override
    public PVCoordinates pv(AbsoluteDate date) {
        return table(date).pv(date);
    }

    private StateTable table(AbsoluteDate date) {
        for (int i = segments.size() - 1; i >= 0; i--) {
            if (segments.get(i).usable().contains(date)) {
                return segments.get(i).table();
            }
        }
        throw new IllegalArgumentException("There is no state at " + date + ".");
    }
}
