package dev.yeoju.ephemeris;

import org.hipparchus.geometry.euclidean.threed.Vector3D;
import org.orekit.attitudes.FrameAlignedProvider;
import org.orekit.errors.OrekitException;
import org.orekit.frames.Frame;
import org.orekit.propagation.analytical.tle.TLE;
import org.orekit.propagation.analytical.tle.TLEPropagator;
import org.orekit.time.AbsoluteDate;

/** SGP4 and SDP4 over two-line elements, in GCRF. */
final class TleMotion {
    private static final double STEPS_PER_REVOLUTION = 120;
    private static final double MAX_STEP_S = 600;
    private static final int LINE_LENGTH = 69;

    private TleMotion() {}

    /**
     * Reads the lines.
     *
     * @param where for messages
     * @throws EphemerisException when they are not two-line elements
     */
    static TLE parse(OrekitContext context, String where, String line1, String line2) {
        requireLine(where, "line1", line1, '1');
        requireLine(where, "line2", line2, '2');
        try {
            return new TLE(line1, line2, context.utc());
        } catch (RuntimeException e) {
            throw new EphemerisException(
                    where,
                    line1,
                    "The two-line elements cannot be used (" + EphemerisException.reason(e)
                            + "). Maybe copy both lines again, unchanged.");
        }
    }

    private static void requireLine(String where, String field, String line, char number) {
        if (line.length() != LINE_LENGTH || line.charAt(0) != number || !checksumHolds(line)) {
            throw new EphemerisException(
                    where + "/" + field,
                    line,
                    "The field " + field + " (" + line + ") is not line " + number + " of two-line elements: 69"
                            + " characters that end in their checksum. Maybe copy it again, blanks included.");
        }
    }

    /** Sum of the digits, a minus counting one, modulo ten. */
    private static boolean checksumHolds(String line) {
        int sum = 0;
        for (int i = 0; i < LINE_LENGTH - 1; i++) {
            char c = line.charAt(i);
            if (c >= '0' && c <= '9') {
                sum += c - '0';
            } else if (c == '-') {
                sum++;
            }
        }
        return line.charAt(LINE_LENGTH - 1) - '0' == sum % 10;
    }

    /** The motion that the elements give, sampled as it is asked for. */
    static Motion of(OrekitContext context, String where, TLE tle, Coverage coverage) {
        Frame teme = context.data().getFrames().getTEME();
        Frame gcrf = context.gcrf();
        TLEPropagator propagator = TLEPropagator.selectExtrapolator(tle, teme, new FrameAlignedProvider(gcrf));
        double e = tle.getE();
        double perigeeRate = tle.getMeanMotion() * (1 + e) * (1 + e) / Math.pow(1 - e * e, 1.5);
        double step = Math.min(MAX_STEP_S, 2 * Math.PI / perigeeRate / STEPS_PER_REVOLUTION);
        return new SampledMotion(
                date -> gcrfPosition(where, propagator, teme, gcrf, date), tle.getDate(), step, coverage);
    }

    private static Vector3D gcrfPosition(
            String where, TLEPropagator propagator, Frame teme, Frame gcrf, AbsoluteDate date) {
        try {
            return teme.getStaticTransformTo(gcrf, date)
                    .transformPosition(propagator.getPVCoordinates(date).getPosition());
        } catch (OrekitException e) {
            throw new EphemerisException(
                    where,
                    date.toString(),
                    "The two-line elements give no orbit at " + date + " (" + EphemerisException.reason(e)
                            + "). Maybe they are too old: use newer ones.");
        }
    }
}
