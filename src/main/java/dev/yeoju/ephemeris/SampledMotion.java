package dev.yeoju.ephemeris;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.hipparchus.geometry.euclidean.threed.Vector3D;
import org.jspecify.annotations.Nullable;
import org.orekit.time.AbsoluteDate;
import org.orekit.utils.PVCoordinates;
import org.orekit.utils.TimeStampedPVCoordinates;

/**
 * Motion whose model is costly or bound to one thread, sampled once where it is asked for, in blocks of even steps with
 * polynomials of degree nine through the positions between. Velocities are the polynomials' derivatives, since a model's
 * own (SGP4's, for one) need not be the derivative of its positions.
 */
final class SampledMotion implements Motion {
    /** Positions from a model; called by one thread at a time. */
    interface Model {
        Vector3D position(AbsoluteDate date);
    }

    private static final int STEPS_PER_BLOCK = 512;
    private static final int POINTS = 10;
    /** Extra nodes on each side, so that every interval of a block lies in the middle of its polynomial. */
    private static final int MARGIN = POINTS / 2;

    private final Model model;
    private final AbsoluteDate epoch;
    private final double stepS;
    private final Coverage coverage;
    private final ConcurrentMap<Long, StateTable> blocks = new ConcurrentHashMap<>();

    /** @param stepS about a hundredth of a revolution at its fastest */
    SampledMotion(Model model, AbsoluteDate epoch, double stepS, Coverage coverage) {
        this.model = model;
        this.epoch = epoch;
        this.stepS = stepS;
        this.coverage = coverage;
    }

    @Override
    public Coverage coverage() {
        return coverage;
    }

    @Override
    public Vector3D position(AbsoluteDate date) {
        return block(date).position(date);
    }

    @Override
    public PVCoordinates pv(AbsoluteDate date) {
        return block(date).pv(date);
    }

    @Override
    public StateReader reader(AbsoluteDate readerEpoch) {
        return new BlockReader(readerEpoch);
    }

    private final class BlockReader implements StateReader {
        private final AbsoluteDate readerEpoch;
        private final double offset;
        private long index = Long.MIN_VALUE;
        private @Nullable StateReader block;

        BlockReader(AbsoluteDate readerEpoch) {
            this.readerEpoch = readerEpoch;
            this.offset = readerEpoch.durationFrom(epoch);
        }

        @Override
        public void position(double seconds, double[] xyz) {
            block(seconds).position(seconds, xyz);
        }

        @Override
        public void state(double seconds, double[] xyz, double[] velocity) {
            block(seconds).state(seconds, xyz, velocity);
        }

        private StateReader block(double seconds) {
            long wanted = index(seconds + offset);
            if (block == null || wanted != index) {
                block = SampledMotion.this.block(wanted).reader(readerEpoch);
                index = wanted;
            }
            return block;
        }
    }

    private StateTable block(AbsoluteDate date) {
        return block(index(date.durationFrom(epoch)));
    }

    /** @param time seconds since the epoch */
    private long index(double time) {
        return (long) Math.floor(time / (stepS * STEPS_PER_BLOCK));
    }

    private StateTable block(long index) {
        StateTable known = blocks.get(index);
        return known != null ? known : blocks.computeIfAbsent(index, this::sample);
    }

    private StateTable sample(long index) {
        List<TimeStampedPVCoordinates> nodes = new ArrayList<>();
        synchronized (model) {
            for (int i = -MARGIN; i <= STEPS_PER_BLOCK + MARGIN; i++) {
                AbsoluteDate date = epoch.shiftedBy(stepS * (index * STEPS_PER_BLOCK + i));
                nodes.add(new TimeStampedPVCoordinates(date, model.position(date), Vector3D.ZERO));
            }
        }
        return new StateTable(nodes, POINTS, false);
    }
}
