package dev.yeoju.visibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.yeoju.visibility.PiecewiseChebyshev.Tolerance;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class PiecewiseChebyshevTest {
    private static final Tolerance FINE = new Tolerance(1e-10, 0, 1e-8, 1e-3);

    @Test
    void aFitKeepsItsToleranceAndItsRate() {
        PiecewiseChebyshev fit = PiecewiseChebyshev.fit(
                (t, v) -> {
                    v[0] = Math.sin(t);
                    v[1] = Math.exp(-t / 30) * Math.cos(3 * t);
                },
                2,
                -5,
                95,
                1,
                FINE);
        double[] value = new double[2];
        double[] rate = new double[2];
        int piece = 0;
        for (double t = -5; t <= 95; t += 0.013) {
            piece = fit.piece(t, piece);
            fit.valueAndRate(t, piece, value, rate);
            assertThat(value[0]).isCloseTo(Math.sin(t), within(1e-10));
            assertThat(value[1]).isCloseTo(Math.exp(-t / 30) * Math.cos(3 * t), within(1e-10));
            assertThat(rate[0]).isCloseTo(Math.cos(t), within(1e-8));
        }
        // Three coefficients judge the error (two were once small by chance): a few pieces more than two would need.
        assertThat(fit.pieces()).isLessThan(84);
        assertThat(fit.start()).isEqualTo(-5);
        assertThat(fit.end()).isEqualTo(95);
    }

    @Test
    void aKinkCostsShortPiecesThereAndOnlyThere() {
        PiecewiseChebyshev fit = PiecewiseChebyshev.fit((t, v) -> v[0] = Math.abs(t - 40), 1, 0, 100, 10, FINE);
        double[] value = new double[1];
        for (double t = 0; t <= 100; t += 0.1) {
            fit.value(t, fit.piece(t, -1), value);
            assertThat(value[0]).isCloseTo(Math.abs(t - 40), within(1e-4));
        }
        assertThat(fit.pieces()).isLessThan(100);
    }

    @Test
    void noiseBelowTheBoundIsAcceptedInsteadOfDividedForEver() {
        Random random = new Random(7);
        double[] noise = random.doubles(4096).map(x -> 1e-9 * (x - 0.5)).toArray();
        PiecewiseChebyshev fit = PiecewiseChebyshev.fit(
                (t, v) -> v[0] = Math.cos(t / 10) + noise[Math.abs((int) (t * 1e6)) % noise.length],
                1,
                0,
                1000,
                10,
                FINE);
        assertThat(fit.pieces()).isLessThan(300);
    }

    @Test
    void allRootsOfASeriesAreFound() {
        for (long seed = 1; seed <= 200; seed++) {
            Random random = new Random(seed);
            double[] series = new double[PiecewiseChebyshev.TERMS];
            int terms = 3 + random.nextInt(PiecewiseChebyshev.TERMS - 3);
            for (int k = 0; k < terms; k++) {
                series[k] = random.nextGaussian();
            }
            List<Double> roots = new ArrayList<>();
            ChebyshevRoots.find(series, 10, 20, roots::add);
            int changes = 0;
            int grid = 20_000;
            for (int i = 0; i < grid; i++) {
                double a = ChebyshevRoots.value(series, -1 + 2.0 * i / grid);
                double b = ChebyshevRoots.value(series, -1 + 2.0 * (i + 1) / grid);
                changes += a > 0 != b > 0 ? 1 : 0;
            }
            assertThat(roots).as("seed %d", seed).hasSizeGreaterThanOrEqualTo(changes);
            for (double root : roots) {
                assertThat(ChebyshevRoots.value(series, (root - 15) / 5))
                        .as("seed %d, root %s", seed, root)
                        .isCloseTo(0, within(1e-11));
            }
        }
    }

    @Test
    void aPairOfRootsThatNearlyTouchIsNotMissed() {
        // (x - 0.3)^2 - 1e-10: roots 2e-5 apart.
        double[] series = new double[PiecewiseChebyshev.TERMS];
        series[0] = 0.5 + 0.09 - 1e-10;
        series[1] = -0.6;
        series[2] = 0.5;
        List<Double> roots = new ArrayList<>();
        ChebyshevRoots.find(series, -1, 1, roots::add);
        assertThat(roots).hasSize(2);
        assertThat(roots.get(0)).isCloseTo(0.3 - 1e-5, within(1e-9));
        assertThat(roots.get(1)).isCloseTo(0.3 + 1e-5, within(1e-9));
    }

    @Test
    void spansAboveALevelAreThoseOfASine() {
        FittedFunction sine = FittedFunction.of(Math::sin, List.of(new Span(0, 100), new Span(150, 151)), 1, FINE);
        List<Span> above = sine.above(0.5);
        assertThat(above).hasSize(16);
        for (int i = 0; i < 16; i++) {
            assertThat(above.get(i).start()).isCloseTo(Math.PI / 6 + 2 * Math.PI * i, within(1e-8));
            assertThat(above.get(i).end()).isCloseTo(5 * Math.PI / 6 + 2 * Math.PI * i, within(1e-8));
        }
        assertThat(sine.argMax(new Span(2, 12))).isCloseTo(2.5 * Math.PI, within(1e-4));
        assertThat(sine.argMax(new Span(2, 4))).isEqualTo(2);
    }

    @Test
    void aScoutedFunctionFindsWhatAFineFitFinds() {
        for (long seed = 1; seed <= 40; seed++) {
            Random random = new Random(seed);
            double amplitude = 1e-3 * random.nextDouble();
            double fast = 20 + 30 * random.nextDouble();
            double level = -0.9 + 1.8 * random.nextDouble();
            DoubleUnaryOperator wiggly = t -> Math.sin(t) + amplitude * Math.sin(fast * t);
            List<Span> domain = List.of(new Span(0, 60));
            List<Span> fine = FittedFunction.of(wiggly, domain, 1, FINE).above(level);
            ScoutedFunction scouted = new ScoutedFunction(wiggly, domain, 1, 1e-4, FINE);
            List<Span> found = scouted.above(level);
            assertThat(found).as("seed %d", seed).hasSameSizeAs(fine);
            for (int i = 0; i < fine.size(); i++) {
                assertThat(found.get(i).start())
                        .as("seed %d", seed)
                        .isCloseTo(fine.get(i).start(), within(1e-6));
                assertThat(found.get(i).end())
                        .as("seed %d", seed)
                        .isCloseTo(fine.get(i).end(), within(1e-6));
            }
            double best = -1;
            for (double t = 0; t < 60; t += 1e-3) {
                best = Math.max(best, wiggly.applyAsDouble(t));
            }
            assertThat(scouted.max()).as("seed %d", seed).isCloseTo(best, within(1e-6));
        }
    }

    @Test
    void aScoutedFunctionSeesAGrazeOfItsLevel() {
        ScoutedFunction bump =
                new ScoutedFunction(t -> Math.cos((t - 50) / 40), List.of(new Span(0, 100)), 10, 1e-4, FINE);
        assertThat(bump.above(1 - 1e-9)).singleElement().satisfies(span -> {
            assertThat(span.middle()).isCloseTo(50, within(1e-3));
            assertThat(span.length()).isCloseTo(2 * 40 * Math.sqrt(2e-9), within(1e-5));
        });
        assertThat(bump.above(1 + 1e-9)).isEmpty();
    }
}
