package dev.yeoju.seeds;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.hipparchus.geometry.euclidean.threed.Vector3D;
import org.orekit.time.AbsoluteDate;
import org.orekit.time.UTCScale;
import org.orekit.utils.PVCoordinates;

/** Writes a CCSDS Orbit Ephemeris Message 2.0, KVN: geocentric, ICRF axes, UTC; kilometres and kilometres a second. */
final class OemFile {
    private static final int MILLISECONDS = 3;

    private final UTCScale utc;

    OemFile(UTCScale utc) {
        this.utc = utc;
    }

    /**
     * @param created date in the header: fixed, so that a rebuilt file is the same
     * @param comments what the trajectory is
     */
    void write(Path file, String created, String name, String id, List<String> comments, List<SampledMotion> segments) {
        StringBuilder text = new StringBuilder();
        text.append("CCSDS_OEM_VERS = 2.0\n");
        text.append("CREATION_DATE = ").append(created).append('\n');
        text.append("ORIGINATOR = YEOJU\n");
        for (SampledMotion segment : segments) {
            text.append("\nMETA_START\n");
            comments.forEach(comment -> text.append("COMMENT ").append(comment).append('\n'));
            text.append("OBJECT_NAME = ").append(name).append('\n');
            text.append("OBJECT_ID = ").append(id).append('\n');
            text.append("CENTER_NAME = EARTH\nREF_FRAME = ICRF\nTIME_SYSTEM = UTC\n");
            text.append("START_TIME = ").append(time(segment.start())).append('\n');
            text.append("STOP_TIME = ").append(time(segment.end())).append('\n');
            text.append("INTERPOLATION = HERMITE\nINTERPOLATION_DEGREE = 7\nMETA_STOP\n\n");
            for (AbsoluteDate date : segment.dates()) {
                text.append(line(date, segment.at(date)));
            }
        }
        try {
            Files.writeString(file, text, StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String line(AbsoluteDate date, PVCoordinates pv) {
        Vector3D p = pv.getPosition().scalarMultiply(1e-3);
        Vector3D v = pv.getVelocity().scalarMultiply(1e-3);
        return String.format(
                Locale.ROOT,
                "%s %.6f %.6f %.6f %.9f %.9f %.9f\n",
                time(date),
                p.getX(),
                p.getY(),
                p.getZ(),
                v.getX(),
                v.getY(),
                v.getZ());
    }

    private String time(AbsoluteDate date) {
        return date.getComponents(utc).toStringWithoutUtcOffset(60, MILLISECONDS);
    }
}
