package dev.yeoju.visibility;

/** The antenna as seen from a surface site: the reverse of the line of sight on the site's axes at the site's own time. */
final class SiteSky implements LocalSky {
    private final LineOfSight sight;
    private final PiecewiseChebyshev axes;
    private final double[] components = new double[9];
    private int piece;

    SiteSky(LineOfSight sight, PiecewiseChebyshev axes) {
        this.sight = sight;
        this.axes = axes;
    }

    @Override
    public void look(double time, double[] eastNorthUp) {
        sight.look(time);
        project(sight.direction, -1, sight.targetTime(), eastNorthUp);
    }

    /** Writes the components of a direction on the site's axes at a time there. */
    void project(double[] direction, int sign, double targetTime, double[] eastNorthUp) {
        piece = axes.piece(targetTime, piece);
        axes.value(targetTime, piece, components);
        for (int i = 0; i < 3; i++) {
            eastNorthUp[i] = sign
                    * (direction[0] * components[3 * i]
                            + direction[1] * components[3 * i + 1]
                            + direction[2] * components[3 * i + 2]);
        }
    }
}
