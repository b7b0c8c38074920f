package dev.yeoju.visibility;

import dev.yeoju.visibility.HorizonProfile.Stretch;
import dev.yeoju.visibility.PiecewiseChebyshev.Tolerance;
import java.util.ArrayList;
import java.util.List;

/**
 * When a direction is above a horizon profile. Above its highest and below its lowest elevation that is a level of the
 * elevation; in between, time is cut where the azimuth passes from one linear stretch of the profile to the next, so that
 * each root is sought on a smooth function and steps fall on cuts.
 */
final class MaskRule {
    private static final Tolerance TOLERANCE = new Tolerance(3e-10, 0, 1e-8, 0.05);
    private static final double FIRST_PIECE_S = 3600;

    private final HorizonProfile profile;

    MaskRule(HorizonProfile profile) {
        this.profile = profile;
    }

    /** @param sineElevation of the same direction, fitted on the spans asked about */
    List<Span> above(ScoutedFunction sineElevation, LocalSky sky) {
        List<Span> surely = sineElevation.above(profile.highest());
        if (profile.highest() == profile.lowest()) {
            return surely;
        }
        List<Span> above = new ArrayList<>(surely);
        for (Span open : Spans.difference(sineElevation.above(profile.lowest()), surely)) {
            addAbove(open, sky, above);
        }
        return Spans.union(above);
    }

    private void addAbove(Span span, LocalSky sky, List<Span> above) {
        PiecewiseChebyshev direction =
                PiecewiseChebyshev.fit(sky::look, 3, span.start(), span.end(), FIRST_PIECE_S, TOLERANCE);
        List<Double> cuts = azimuthCuts(direction);
        cuts.add(span.end());
        double from = span.start();
        for (double cut : cuts) {
            if (cut <= from) {
                continue;
            }
            addAbove(direction, new Span(from, cut), above);
            from = cut;
        }
    }

    private List<Double> azimuthCuts(PiecewiseChebyshev direction) {
        List<Double> cuts = new ArrayList<>();
        for (Stretch stretch : profile.stretches()) {
            double azimuth = Math.toRadians(stretch.fromAzimuthDeg());
            double sin = Math.sin(azimuth);
            double cos = Math.cos(azimuth);
            for (int piece = 0; piece < direction.pieces(); piece++) {
                double[] east = direction.coefficients(piece, 0);
                double[] north = direction.coefficients(piece, 1);
                double[] across = new double[PiecewiseChebyshev.TERMS];
                for (int k = 0; k < across.length; k++) {
                    across[k] = cos * east[k] - sin * north[k];
                }
                ChebyshevRoots.find(across, direction.pieceStart(piece), direction.pieceEnd(piece), cuts::add);
            }
        }
        cuts.sort(null);
        return cuts;
    }

    private void addAbove(PiecewiseChebyshev direction, Span span, List<Span> above) {
        double[] at = new double[3];
        direction.value(span.middle(), direction.piece(span.middle(), -1), at);
        Stretch stretch = profile.at(azimuthDeg(at));
        if (span.length() < Spans.SLIVER_S) {
            if (at[2] > profile.sine(stretch.elevationDeg(azimuthDeg(at)))) {
                above.add(span);
            }
            return;
        }
        FittedFunction clearance = FittedFunction.of(
                time -> {
                    direction.value(time, direction.piece(time, -1), at);
                    return at[2] - profile.sine(stretch.elevationDeg(azimuthDeg(at)));
                },
                List.of(span),
                FIRST_PIECE_S,
                TOLERANCE);
        above.addAll(clearance.above(0));
    }

    private static double azimuthDeg(double[] eastNorthUp) {
        double azimuth = Math.toDegrees(Math.atan2(eastNorthUp[0], eastNorthUp[1]));
        return azimuth < 0 ? azimuth + 360 : azimuth;
    }
}
