package dev.yeoju.visibility;

import dev.yeoju.model.Body;
import dev.yeoju.visibility.PiecewiseChebyshev.Tolerance;
import java.util.List;

/**
 * When a body's disc hides the spacecraft from the antenna: the line of sight passes the body's centre within its mean
 * radius, and the spacecraft is beyond that point. Each is taken at its own light time.
 */
final class OccultationRule {
    /** Error of the first, coarse look, in the units of {@link #clearance}. */
    private static final double SCOUTED = 1e-4;

    private static final double FIRST_PIECE_S = 5 * 86400;
    /** Of the squared miss distance in squared radii near the limb; a tenth of a millisecond of it is some 1e-7. */
    private static final double LIMB = 1e-8;

    private final LineOfSight sight;
    private final LineOfSight.BodyLeg toBody;
    private final double radiusM;
    private double scale2;

    OccultationRule(LineOfSight sight, Body body, double radiusM) {
        this.sight = sight;
        this.toBody = sight.toBody(body);
        this.radiusM = radiusM;
    }

    /**
     * The parts of sorted spans in which the spacecraft is not hidden, where it moves about the body.
     *
     * @param firstPieceS length of piece to try first, seconds
     */
    List<Span> clear(List<Span> spans, double firstPieceS) {
        return spans.isEmpty() ? spans : clear(spans, spans, firstPieceS);
    }

    /**
     * The parts of sorted spans in which the spacecraft is not hidden, where it moves elsewhere: body and spacecraft pass
     * each other slowly and rarely, so that a coarse look at all of the domain finds the few times worth a closer one.
     *
     * @param domain holds the spans
     */
    List<Span> clear(List<Span> spans, List<Span> domain) {
        if (spans.isEmpty()) {
            return spans;
        }
        scale2 = scale2(spans.get(0).start());
        List<Span> apart = FittedFunction.of(this::clearance, domain, FIRST_PIECE_S, new Tolerance(SCOUTED, 0, 0, 60))
                .above(ScoutedFunction.TRUST * SCOUTED);
        List<Span> near = Spans.difference(spans, apart);
        return near.isEmpty() ? spans : clear(spans, near, near.get(0).length());
    }

    /** @param near those parts of the spans that may be hidden */
    private List<Span> clear(List<Span> spans, List<Span> near, double firstPieceS) {
        scale2 = scale2(near.get(0).start());
        Tolerance limb = new Tolerance(LIMB * radiusM * radiusM / scale2, 1e-10, 1e-7, 0.05);
        List<Span> outsideLimb = new ScoutedFunction(this::clearance, near, firstPieceS, SCOUTED, limb).above(0);
        // Crossing the plane of the limb happens outside the limb: within it the side is one and the same.
        List<Span> hidden = Spans.difference(near, outsideLimb);
        hidden.removeIf(span -> !beyond(span.middle()));
        return Spans.difference(spans, hidden);
    }

    /** The distance between body and spacecraft, or the radius where that is more, squared: bounds the miss distance. */
    private double scale2(double time) {
        sight.look(time);
        double[] b = toBody.vector(time);
        double[] s = sight.vector();
        double sum = 0;
        for (int j = 0; j < 3; j++) {
            sum += (b[j] - s[j]) * (b[j] - s[j]);
        }
        return Math.max(radiusM * radiusM, sum);
    }

    /** The squared miss distance less the squared radius, of order one at most. */
    private double clearance(double time) {
        sight.look(time);
        double[] b = toBody.vector(time);
        double[] s = sight.direction;
        double x = b[1] * s[2] - b[2] * s[1];
        double y = b[2] * s[0] - b[0] * s[2];
        double z = b[0] * s[1] - b[1] * s[0];
        return (x * x + y * y + z * z - radiusM * radiusM) / scale2;
    }

    private boolean beyond(double time) {
        sight.look(time);
        double along = Leg.dot(toBody.vector(time), sight.direction);
        return along > 0 && sight.rangeM() > along;
    }
}
