package dev.yeoju.visibility;

import dev.yeoju.ephemeris.OrekitContext;
import dev.yeoju.visibility.PiecewiseChebyshev.Tolerance;

/**
 * The rotation from GCRF to ITRF by time, as a fit of Orekit's. The uniform part of the Earth's rotation is taken out
 * first: what is left (precession, nutation, polar motion, UT1) is so slow that a piece of the fit spans days. Immutable;
 * each thread reads it through its own {@link Reader}.
 */
final class EarthOrientation {
    /** Rate of the Earth rotation angle, rad/s: IERS Conventions 2010, equation 5.14. */
    static final double ROTATION_RATE_RAD_PER_S = 2 * Math.PI * 1.00273781191135448 / 86400;

    private static final Tolerance TOLERANCE = new Tolerance(1e-11, 0, 1e-4, 10800);
    private static final double FIRST_PIECE_S = 10 * 86400;

    private final PiecewiseChebyshev slow;
    private final double[] middle;

    EarthOrientation(OrekitContext context, Clock clock, Span span) {
        this.middle = slowPart(context, clock, span.middle());
        double[] now = new double[9];
        this.slow = PiecewiseChebyshev.fit(
                (time, turn) -> {
                    System.arraycopy(slowPart(context, clock, time), 0, now, 0, 9);
                    turnFrom(middle, now, turn);
                },
                3,
                span.start(),
                span.end(),
                Math.min(FIRST_PIECE_S, span.length()),
                TOLERANCE);
    }

    /** The rotation less the uniform part, by rows. */
    private static double[] slowPart(OrekitContext context, Clock clock, double time) {
        double[][] full = context.gcrf()
                .getStaticTransformTo(context.itrf(), clock.date(time))
                .getRotation()
                .getMatrix();
        double cos = Math.cos(ROTATION_RATE_RAD_PER_S * time);
        double sin = Math.sin(ROTATION_RATE_RAD_PER_S * time);
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

    Reader reader() {
        return new Reader(slow, middle);
    }

    /** One thread's view: the matrix at the time last asked for. */
    static final class Reader {
        private final PiecewiseChebyshev slow;
        private final double[] middle;
        private final double[] turn = new double[3];
        private int piece;

        /** Rows of the matrix that takes GCRF components to ITRF ones. */
        final double[] matrix = new double[9];

        private Reader(PiecewiseChebyshev slow, double[] middle) {
            this.slow = slow;
            this.middle = middle;
        }

        void at(double time) {
            piece = slow.piece(time, piece);
            slow.value(time, piece, turn);
            double x = turn[0];
            double y = turn[1];
            double z = turn[2];
            double angle = ROTATION_RATE_RAD_PER_S * time;
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
