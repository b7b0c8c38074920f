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

    private static final Tolerance TOLERANCE = new Tolerance(3e-12, 0, 1e-9, 600);
    private static final double FIRST_PIECE_S = 2 * 86400;

    private final PiecewiseChebyshev slow;

    EarthOrientation(OrekitContext context, Clock clock, Span span) {
        this.slow = PiecewiseChebyshev.fit(
                (time, matrix) -> {
                    double[][] f = context.gcrf()
                            .getStaticTransformTo(context.itrf(), clock.date(time))
                            .getRotation()
                            .getMatrix();
                    double c = Math.cos(ROTATION_RATE_RAD_PER_S * time);
                    double s = Math.sin(ROTATION_RATE_RAD_PER_S * time);
                    for (int j = 0; j < 3; j++) {
                        matrix[j] = c * f[0][j] - s * f[1][j];
                        matrix[3 + j] = s * f[0][j] + c * f[1][j];
                        matrix[6 + j] = f[2][j];
                    }
                },
                9,
                span.start(),
                span.end(),
                Math.min(FIRST_PIECE_S, span.length()),
                TOLERANCE);
    }

    Reader reader() {
        return new Reader(slow);
    }

    /** One thread's view: the matrix at the time last asked for. */
    static final class Reader {
        private final PiecewiseChebyshev slow;
        private final double[] s = new double[9];
        private int piece;

        /** Rows of the matrix that takes GCRF components to ITRF ones. */
        final double[] matrix = new double[9];

        private Reader(PiecewiseChebyshev slow) {
            this.slow = slow;
        }

        void at(double time) {
            piece = slow.piece(time, piece);
            slow.value(time, piece, s);
            double angle = ROTATION_RATE_RAD_PER_S * time;
            double cos = Math.cos(angle);
            double sin = Math.sin(angle);
            for (int j = 0; j < 3; j++) {
                matrix[j] = cos * s[j] + sin * s[3 + j];
                matrix[3 + j] = -sin * s[j] + cos * s[3 + j];
                matrix[6 + j] = s[6 + j];
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
