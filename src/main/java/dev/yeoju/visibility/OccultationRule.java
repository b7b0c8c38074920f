package dev.yeoju.visibility;

import dev.yeoju.model.Body;
import dev.yeoju.visibility.PiecewiseChebyshev.Tolerance;
import java.util.List;

/**
 * When a body's disc hides the spacecraft from the antenna: the line of sight passes the body's centre within its mean
 * radius, and the spacecraft is beyond that point. Each is taken at its own light time.
 */
final class OccultationRule {
    /** The function is the squared miss distance in squared radii, less one: of order one near the limb. */
    private static final Tolerance TOLERANCE = new Tolerance(1e-8, 1e-10, 1e-7, 0.05);

    private final LineOfSight sight;
    private final LineOfSight.BodyLeg toBody;
    private final double radiusM;

    OccultationRule(LineOfSight sight, Body body, double radiusM) {
        this.sight = sight;
        this.toBody = sight.toBody(body);
        this.radiusM = radiusM;
    }

    /** The parts of sorted spans in which the spacecraft is not hidden. */
    List<Span> clear(List<Span> spans, double firstPieceS) {
        List<Span> outsideLimb = FittedFunction.of(this::clearance, spans, firstPieceS, TOLERANCE)
                .above(0);
        // Crossing the plane of the limb happens outside the limb: within it the side is one and the same.
        List<Span> hidden = Spans.difference(spans, outsideLimb);
        hidden.removeIf(span -> !beyond(span.middle()));
        return Spans.difference(spans, hidden);
    }

    private double clearance(double time) {
        sight.look(time);
        double[] b = toBody.vector(time);
        double[] s = sight.direction;
        double x = b[1] * s[2] - b[2] * s[1];
        double y = b[2] * s[0] - b[0] * s[2];
        double z = b[0] * s[1] - b[1] * s[0];
        return (x * x + y * y + z * z) / (radiusM * radiusM) - 1;
    }

    private boolean beyond(double time) {
        sight.look(time);
        double along = Leg.dot(toBody.vector(time), sight.direction);
        return along > 0 && sight.rangeM() > along;
    }
}
