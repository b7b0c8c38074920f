package dev.yeoju.visibility;

/** Positions of a moving point by time, on a span: metres from an origin on ICRF axes. One thread's. */
interface Positions {
    /** First time at which the position is known, seconds. */
    double start();

    /** Last time at which the position is known, seconds. */
    double end();

    /** Writes the position at a time within the span. */
    void position(double time, double[] xyz);

    /** Writes position and velocity, metres per second, at a time within the span. */
    void positionAndVelocity(double time, double[] xyz, double[] velocity);

    /** The positions of a fit. */
    static Positions of(PiecewiseChebyshev fit) {
        return new Positions() {
            private int piece;

            @Override
            public double start() {
                return fit.start();
            }

            @Override
            public double end() {
                return fit.end();
            }

            @Override
            public void position(double time, double[] xyz) {
                piece = fit.piece(time, piece);
                fit.value(time, piece, xyz);
            }

            @Override
            public void positionAndVelocity(double time, double[] xyz, double[] velocity) {
                piece = fit.piece(time, piece);
                fit.valueAndRate(time, piece, xyz, velocity);
            }
        };
    }
}
