package dev.yeoju.visibility;

import dev.yeoju.ephemeris.OrekitContext;
import dev.yeoju.visibility.PiecewiseChebyshev.Tolerance;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.orekit.frames.FramesFactory;
import org.orekit.time.AbsoluteDate;

/**
 * The rotation from GCRF to ITRF by time, as fits of Orekit's on blocks of days. The uniform part of the Earth's rotation
 * is taken out first: what is left (precession, nutation, polar motion, UT1) is slow. Blocks lie on a fixed grid, are made
 * when first asked for and kept with their context, so that a direction does not depend on what was asked before. Thread
 * safe; each thread reads through its own {@link Reader}.
 */
final class EarthOrientation {
    /** Rate of the Earth rotation angle, rad/s: IERS Conventions 2010, equation 5.14. */
    static final double ROTATION_RATE_RAD_PER_S = 2 * Math.PI * 1.00273781191135448 / 86400;

    private static final Tolerance TOLERANCE = new Tolerance(1e-11, 0, 1e-4, 10800);
    private static final double BLOCK_S = 8 * 86400;
    private static final Map<OrekitContext, EarthOrientation> KNOWN = Collections.synchronizedMap(new WeakHashMap<>());

    private final ConcurrentMap<Long, Block> blocks = new ConcurrentHashMap<>();

    private EarthOrientation() {}

    /**
     * @param slow rotation vectors from the middle's, by seconds since J2000
     * @param middle the rotation less the uniform part at the block's middle, by rows
     */
    private record Block(double start, PiecewiseChebyshev slow, double[] middle) {
        static Block of(OrekitContext context, long index) {
            double start = index * BLOCK_S;
            double[] middle = slowPart(context, start, start + BLOCK_S / 2);
            PiecewiseChebyshev slow = PiecewiseChebyshev.fit(
                    (time, turn) -> turnFrom(middle, slowPart(context, start, time), turn),
                    3,
                    start,
                    start + BLOCK_S,
                    BLOCK_S,
                    TOLERANCE);
            return new Block(start, slow, middle);
        }
    }

    /** The rotation less the uniform part since a block's start, by rows; times are seconds since J2000. */
    private static double[] slowPart(OrekitContext context, double start, double time) {
        AbsoluteDate date = context.j2000().shiftedBy(time);
        // Orekit's interpolation depends on which dates it was asked for before, and costs more at dates far apart.
        double[][] full = FramesFactory.getNonInterpolatingTransform(context.gcrf(), context.itrf(), date)
                .getRotation()
                .getMatrix();
        double angle = ROTATION_RATE_RAD_PER_S * (time - start);
        double cos = Math.cos(angle);
        double sin = Math.sin(angle);
        double[] matrix = new double[9];
        for (int j = 0; j < 3; j++) {
            matrix[j] = cos * full[0][j] - sin * full[1][j];
            matrix[3 + j] = sin * full[0][j] + cos * full[1][j];
            matrix[6 + j] = full[2][j];
        }
        return matrix;
    }

    /** The rotation vector from one matrix to another that is within a milliradian of it. */
    private static void turnFrom(double[] from, double[] to, double[] turn) {
        double x = 0;
        double y = 0;
        double z = 0;
        for (int j = 0; j < 3; j++) {
            x += to[6 + j] * from[3 + j] - to[3 + j] * from[6 + j];
            y += to[j] * from[6 + j] - to[6 + j] * from[j];
            z += to[3 + j] * from[j] - to[j] * from[3 + j];
        }
        // Twice the sine of the angle along the axis; the arcsine to third order.
        double sine2 = (x * x + y * y + z * z) / 4;
        double factor = 0.5 * (1 + sine2 / 6);
        turn[0] = factor * x;
        turn[1] = factor * y;
        turn[2] = factor * z;
    }

    /** A reader for one thread, whose times count from an epoch. */
    static Reader reader(OrekitContext context, AbsoluteDate epoch) {
        return new Reader(
                context,
                KNOWN.computeIfAbsent(context, known -> new EarthOrientation()),
                epoch.durationFrom(context.j2000()));
    }

    /** One thread's view: the matrix at the time last asked for. */
    static final class Reader {
        private final OrekitContext context;
        private final EarthOrientation orientation;
        private final double offset;
        private final double[] turn = new double[3];
        private Block block;
        private int piece;

        /** Rows of the matrix that takes GCRF components to ITRF ones. */
        final double[] matrix = new double[9];

        private Reader(OrekitContext context, EarthOrientation orientation, double offset) {
            this.context = context;
            this.orientation = orientation;
            this.offset = offset;
            this.block = block(offset);
        }

        private Block block(double sinceJ2000) {
            long index = (long) Math.floor(sinceJ2000 / BLOCK_S);
            Block known = orientation.blocks.get(index);
            return known != null ? known : orientation.blocks.computeIfAbsent(index, i -> Block.of(context, i));
        }

        void at(double time) {
            double sinceJ2000 = time + offset;
            if (!(sinceJ2000 >= block.start && sinceJ2000 < block.start + BLOCK_S)) {
                block = block(sinceJ2000);
                piece = 0;
            }
            double[] middle = block.middle;
            piece = block.slow.piece(sinceJ2000, piece);
            block.slow.value(sinceJ2000, piece, turn);
            double x = turn[0];
            double y = turn[1];
            double z = turn[2];
            double angle = ROTATION_RATE_RAD_PER_S * (sinceJ2000 - block.start);
            double cos = Math.cos(angle);
            double sin = Math.sin(angle);
            for (int j = 0; j < 3; j++) {
                double a = middle[j];
                double b = middle[3 + j];
                double c = middle[6 + j];
                // Rodrigues' formula to second order in the turn t: v + t x v + t x (t x v) / 2.
                double p = y * c - z * b;
                double q = z * a - x * c;
                double r = x * b - y * a;
                a += p + 0.5 * (y * r - z * q);
                b += q + 0.5 * (z * p - x * r);
                matrix[6 + j] = c + r + 0.5 * (x * q - y * p);
                matrix[j] = cos * a + sin * b;
                matrix[3 + j] = -sin * a + cos * b;
            }
        }

        /** Writes the GCRF components of a vector given by its ITRF ones. */
        void toInertial(double[] itrf, double[] gcrf) {
            for (int j = 0; j < 3; j++) {
                gcrf[j] = matrix[j] * itrf[0] + matrix[3 + j] * itrf[1] + matrix[6 + j] * itrf[2];
            }
        }
    }
}
