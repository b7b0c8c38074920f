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

    @Override
    public StateReader reader(AbsoluteDate epoch) {
        return new SegmentReader(segments, epoch);
    }

    private static final class SegmentReader implements StateReader {
        /** Seconds computed from dates and back stray less than this. */
        private static final double ROUNDING_S = 1e-6;

        private final List<StateReader> readers = new ArrayList<>();
        private final double[] starts;
        private final double[] ends;

        SegmentReader(List<Segment> segments, AbsoluteDate epoch) {
            this.starts = new double[segments.size()];
            this.ends = new double[segments.size()];
            for (int i = 0; i < segments.size(); i++) {
                Segment segment = segments.get(i);
                readers.add(segment.table().reader(epoch));
                starts[i] = segment.usable().start().durationFrom(epoch);
                ends[i] = segment.usable().end().durationFrom(epoch);
            }
        }

        @Override
        public void position(double seconds, double[] xyz) {
            table(seconds).position(seconds, xyz);
        }

        @Override
        public void state(double seconds, double[] xyz, double[] velocity) {
            table(seconds).state(seconds, xyz, velocity);
        }

        private StateReader table(double seconds) {
            for (int i = starts.length - 1; i >= 0; i--) {
                if (seconds >= starts[i] && seconds <= ends[i]) {
                    return readers.get(i);
                }
            }
            for (int i = starts.length - 1; i >= 0; i--) {
                if (seconds >= starts[i] - ROUNDING_S && seconds <= ends[i] + ROUNDING_S) {
                    return readers.get(i);
                }
            }
            throw new IllegalArgumentException("There is no state (" + seconds + " s from the epoch).");
        }
    }
}
