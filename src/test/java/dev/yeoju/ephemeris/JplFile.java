package dev.yeoju.ephemeris;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The lunar libration angles of a little-endian JPL DE430 or DE440 binary file, which Orekit does not read. Layout: record
 * of 1018 doubles; pointers at byte 2696 (planets) and 2844 (librations), data from the third record.
 */
final class JplFile {
    private static final int RECORD_BYTES = 8144;

    private final ByteBuffer data;
    private final int records;
    private final int offset;
    private final int terms;
    private final int blocks;

    JplFile(Path path) throws IOException {
        data = ByteBuffer.wrap(Files.readAllBytes(path)).order(ByteOrder.LITTLE_ENDIAN);
        records = data.capacity() / RECORD_BYTES - 2;
        offset = data.getInt(2844) - 1;
        terms = data.getInt(2848);
        blocks = data.getInt(2852);
    }

    /** TDB Julian dates in the middle of each record. */
    List<Double> dates() {
        List<Double> dates = new ArrayList<>();
        for (int r = 0; r < records; r++) {
            dates.add(0.5 * (value(r, 0) + value(r, 1)) + 0.3);
        }
        return dates;
    }

    /** Euler angles phi, theta, psi of the Moon's principal axes, radians. */
    double[] librations(double jd) {
        for (int r = 0; r < records; r++) {
            double start = value(r, 0);
            double end = value(r, 1);
            if (jd >= start && jd <= end) {
                double length = (end - start) / blocks;
                int block = Math.min(blocks - 1, (int) ((jd - start) / length));
                double s = 2 * (jd - start - block * length) / length - 1;
                double[] angles = new double[3];
                for (int axis = 0; axis < 3; axis++) {
                    int at = offset + (block * 3 + axis) * terms;
                    for (int k = 0; k < terms; k++) {
                        angles[axis] += value(r, at + k) * Math.cos(k * Math.acos(s));
                    }
                }
                return angles;
            }
        }
        throw new IllegalArgumentException("not covered: " + jd);
    }

    private double value(int record, int index) {
        return data.getDouble((record + 2) * RECORD_BYTES + 8 * index);
    }
}
