package dev.yeoju.ephemeris;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.hipparchus.CalculusFieldElement;
import org.hipparchus.geometry.euclidean.threed.FieldVector3D;
import org.hipparchus.geometry.euclidean.threed.Vector3D;
import org.hipparchus.util.MathArrays;
import org.orekit.utils.PVCoordinates;

/**
 * Positions of one body from another as piecewise Chebyshev polynomials in time; the layout is in
 * seeds/ephemerides/README.md. Times are seconds of TDB since J2000 (JD 2451545.0 TDB), lengths are metres.
 */
final class ChebyshevTable {
    private static final double DAY_S = 86400.0;
    private static final double J2000_JD = 2451545.0;
    private static final byte[] MAGIC = "YEOJUEPH".getBytes(StandardCharsets.US_ASCII);
    private static final int VERSION = 1;
    private static final int HEADER_BYTES = 48;

    private final double start;
    private final double blockLength;
    private final int blocks;
    private final int terms;
    /** Coefficients by block, axis and degree. */
    private final double[] coefficients;

    private ChebyshevTable(double start, double blockLength, int blocks, int terms, double[] coefficients) {
        this.start = start;
        this.blockLength = blockLength;
        this.blocks = blocks;
        this.terms = terms;
        this.coefficients = coefficients;
    }

    /** Reads the packaged table of that name. */
    static ChebyshevTable packaged(String name) {
        String path = "/seeds/ephemerides/" + name + ".cheb";
        try (InputStream in = ChebyshevTable.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("The program was packaged without its table (" + path + ").");
            }
            return parse(path, in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ChebyshevTable parse(String name, byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        byte[] magic = new byte[MAGIC.length];
        if (bytes.length < HEADER_BYTES) {
            throw broken(name, "it is cut short");
        }
        in.get(magic);
        if (!java.util.Arrays.equals(magic, MAGIC) || in.getInt() != VERSION) {
            throw broken(name, "it is not a table of version " + VERSION);
        }
        int terms = in.getInt() + 1;
        int blocks = in.getInt();
        int axes = in.getInt();
        double startJd = in.getDouble();
        double blockDays = in.getDouble();
        double unit = in.getDouble();
        if (terms < 2 || terms > 64 || blocks < 1 || blocks > 1_000_000 || axes != 3) {
            throw broken(name, "its header is out of range");
        }
        double[] coefficients = new double[blocks * axes * terms];
        for (int i = 0; i < coefficients.length; i++) {
            long zigzag = 0;
            int shift = 0;
            byte b;
            do {
                if (!in.hasRemaining() || shift > 63) {
                    throw broken(name, "it is cut short");
                }
                b = in.get();
                zigzag |= (long) (b & 0x7f) << shift;
                shift += 7;
            } while (b < 0);
            coefficients[i] = unit * ((zigzag >>> 1) ^ -(zigzag & 1));
        }
        if (in.hasRemaining()) {
            throw broken(name, "it is too long");
        }
        return new ChebyshevTable((startJd - J2000_JD) * DAY_S, blockDays * DAY_S, blocks, terms, coefficients);
    }

    private static IllegalStateException broken(String name, String why) {
        return new IllegalStateException("The table cannot be used (" + name + "): " + why + ".");
    }

    /** First time covered. */
    double start() {
        return start;
    }

    /** Last time covered. */
    double end() {
        return start + blocks * blockLength;
    }

    /** Position; the time must be covered. */
    Vector3D position(double time) {
        int block = block(time);
        double s = argument(time, block);
        int at = block * 3 * terms;
        return new Vector3D(value(at, s), value(at + terms, s), value(at + 2 * terms, s));
    }

    /** Position and its derivative by TDB; the time must be covered. */
    PVCoordinates pv(double time) {
        int block = block(time);
        double s = argument(time, block);
        int at = block * 3 * terms;
        double rate = 2 / blockLength;
        return new PVCoordinates(
                new Vector3D(value(at, s), value(at + terms, s), value(at + 2 * terms, s)),
                new Vector3D(rate * slope(at, s), rate * slope(at + terms, s), rate * slope(at + 2 * terms, s)));
    }

    /** Position in any field, for derivatives by time; the time must be covered. */
    <T extends CalculusFieldElement<T>> FieldVector3D<T> position(T time) {
        int block = block(time.getReal());
        T s = time.subtract(start + block * blockLength)
                .multiply(2 / blockLength)
                .subtract(1);
        T[] xyz = MathArrays.buildArray(time.getField(), 3);
        for (int axis = 0; axis < 3; axis++) {
            int at = (block * 3 + axis) * terms;
            T twice = s.multiply(2);
            T b1 = time.getField().getZero();
            T b2 = b1;
            for (int k = terms - 1; k >= 1; k--) {
                T b = twice.multiply(b1).subtract(b2).add(coefficients[at + k]);
                b2 = b1;
                b1 = b;
            }
            xyz[axis] = s.multiply(b1).subtract(b2).add(coefficients[at]);
        }
        return new FieldVector3D<>(xyz);
    }

    private int block(double time) {
        return Math.max(0, Math.min(blocks - 1, (int) ((time - start) / blockLength)));
    }

    private double argument(double time, int block) {
        return 2 * (time - start - block * blockLength) / blockLength - 1;
    }

    /** Clenshaw's recurrence. */
    private double value(int at, double s) {
        double b1 = 0;
        double b2 = 0;
        for (int k = terms - 1; k >= 1; k--) {
            double b = coefficients[at + k] + 2 * s * b1 - b2;
            b2 = b1;
            b1 = b;
        }
        return coefficients[at] + s * b1 - b2;
    }

    /** Clenshaw's recurrence for the derivative, with T_k' = k U_(k-1). */
    private double slope(int at, double s) {
        double b1 = 0;
        double b2 = 0;
        for (int k = terms - 1; k >= 1; k--) {
            double b = k * coefficients[at + k] + 2 * s * b1 - b2;
            b2 = b1;
            b1 = b;
        }
        return b1;
    }
}
