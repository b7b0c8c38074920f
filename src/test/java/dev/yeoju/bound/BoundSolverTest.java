package dev.yeoju.bound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.yeoju.check.Enumeration;
import dev.yeoju.check.ProblemFixture;
import dev.yeoju.check.SmallProblems;
import dev.yeoju.model.Certificate;
import dev.yeoju.model.Objective;
import dev.yeoju.model.ProblemInstance;
import dev.yeoju.model.Tie;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BoundSolverTest {
    private static final boolean FULL = "full".equals(System.getProperty("yeoju.campaign"));
    private static final int PROBLEMS = FULL ? 5000 : 60;
    private static final Duration LONG = Duration.ofHours(1);
    private static final double ROUNDING = 1e-6;

    private static final class Recorder implements BoundWatch {
        private final List<Bound> bounds = new ArrayList<>();
        private final int stopAfter;

        Recorder(int stopAfter) {
            this.stopAfter = stopAfter;
        }

        @Override
        public void improved(Bound bound) {
            bounds.add(bound);
        }

        @Override
        public boolean stop() {
            return bounds.size() >= stopAfter;
        }
    }

    private static double optimum(ProblemInstance instance) {
        return Enumeration.mostValue(instance, SmallProblems.GRID).value();
    }

    @Test
    void noBoundIsBelowTheEnumeratedOptimum() {
        for (long seed = 0; seed < PROBLEMS; seed++) {
            ProblemInstance instance = SmallProblems.of(seed);
            double optimum = optimum(instance);
            Recorder recorder = new Recorder(Integer.MAX_VALUE);
            Bound last = BoundSolver.solve(instance, new BoundOptions(300, LONG), recorder);
            for (Bound bound : recorder.bounds) {
                assertThat(bound.value()).as("seed %d", seed).isGreaterThanOrEqualTo(optimum - ROUNDING);
            }
            assertThat(last).isEqualTo(recorder.bounds.get(recorder.bounds.size() - 1));
        }
    }

    @Test
    void whereNothingIsLeftOutTheBoundIsMostlyNear() {
        EnumSet<SmallProblems.Feature> priced = SmallProblems.priced();
        double gaps = 0;
        for (long seed = 0; seed < PROBLEMS; seed++) {
            ProblemInstance instance = SmallProblems.of(seed, priced);
            double bound = BoundSolver.solve(instance, new BoundOptions(600, LONG), BoundWatch.NONE)
                    .value();
            gaps += bound <= ROUNDING ? 0 : (bound - optimum(instance)) / bound;
        }
        assertThat(gaps / PROBLEMS).isLessThan(0.05);
    }

    @Test
    void anyPricesOnAnyGridProveABound() {
        for (long seed = 0; seed < PROBLEMS; seed++) {
            ProblemInstance instance = SmallProblems.of(seed);
            double optimum = optimum(instance);
            Random random = new Random(seed);
            Relaxation relaxation = RelaxationBuilder.build(instance);
            PriceLayout layout = new PriceLayout(relaxation);
            for (double step : new double[] {1800, 60, 900, 420, 250.5, 77}) {
                double[] prices = layout.initial();
                for (int i = 0; i < prices.length; i++) {
                    prices[i] += random.nextInt(3) == 0 ? random.nextDouble() * 4 : random.nextDouble();
                }
                layout.project(prices);
                double value = new Dual(relaxation, layout, step).value(prices, new double[prices.length]);
                assertThat(value).as("seed %d, step %s", seed, step).isGreaterThanOrEqualTo(optimum - ROUNDING);
            }
        }
    }

    @Test
    void aFinerGridOfWhichAllTimesAreMultiplesChangesNothing() {
        for (long seed = 0; seed < PROBLEMS; seed++) {
            Relaxation relaxation = RelaxationBuilder.build(SmallProblems.of(seed));
            assertThat(TimeGrid.isExact(relaxation, 1800)).isTrue();
            PriceLayout layout = new PriceLayout(relaxation);
            Random random = new Random(seed);
            double[] prices = layout.initial();
            for (int i = 0; i < prices.length; i++) {
                prices[i] += random.nextDouble();
            }
            layout.project(prices);
            double[] gradient = new double[prices.length];
            double coarse = new Dual(relaxation, layout, 1800).value(prices, gradient);
            double fine = new Dual(relaxation, layout, 60).value(prices, gradient);
            double loose = new Dual(relaxation, layout, 70).value(prices, gradient);
            assertThat(fine).as("seed %d", seed).isCloseTo(coarse, within(ROUNDING));
            assertThat(loose).as("seed %d", seed).isGreaterThanOrEqualTo(fine - ROUNDING);
        }
    }

    @Test
    void theGradientIsASubgradient() {
        for (long seed = 0; seed < PROBLEMS; seed++) {
            Relaxation relaxation = RelaxationBuilder.build(SmallProblems.of(seed));
            PriceLayout layout = new PriceLayout(relaxation);
            Random random = new Random(seed);
            double[] here = layout.initial();
            double[] there = layout.initial();
            for (int i = 0; i < here.length; i++) {
                here[i] += random.nextDouble();
                there[i] += random.nextDouble();
            }
            layout.project(here);
            layout.project(there);
            Dual dual = new Dual(relaxation, layout, 1800);
            double[] gradient = new double[here.length];
            double[] unused = new double[here.length];
            double value = dual.value(here, gradient);
            double linear = value;
            for (int i = 0; i < here.length; i++) {
                linear += gradient[i] * (there[i] - here[i]);
            }
            // An array's worth times its share is a product of prices: convex in each, not in both at once.
            if (relaxation.shares().isEmpty()) {
                assertThat(dual.value(there, unused)).as("seed %d", seed).isGreaterThanOrEqualTo(linear - ROUNDING);
            }
        }
    }

    @Test
    void withoutCouplingTheBoundIsTheOptimum() {
        for (long seed = 0; seed < PROBLEMS; seed++) {
            ProblemInstance instance = uncoupled(seed);
            Bound bound = BoundSolver.solve(instance, new BoundOptions(1, LONG), BoundWatch.NONE);
            assertThat(bound.value()).as("seed %d", seed).isCloseTo(optimum(instance), within(ROUNDING));
        }
    }

    /** One antenna, and view periods in which no request could be tracked twice. */
    private static ProblemInstance uncoupled(long seed) {
        Random random = new Random(seed);
        ProblemFixture fixture =
                new ProblemFixture().horizon(0, 8).antenna("A").objective(Objective.Preset.THROUGHPUT.objective());
        for (int i = 0; i < 4; i++) {
            int min = 2 + random.nextInt(3);
            int length = min + random.nextInt(min);
            int aos = random.nextInt(16 - length);
            fixture.view("A", "S" + i, aos / 2.0, (aos + length) / 2.0);
            fixture.request("R" + i, "S" + i, "A")
                    .lasting(min / 2.0, (min + random.nextInt(3)) / 2.0)
                    .setup(random.nextInt(2) / 2.0, random.nextInt(2) / 2.0)
                    .priority(1 + random.nextInt(3));
        }
        return fixture.build();
    }

    @Test
    void aCertificateProvesItsBoundAgain() {
        for (long seed = 0; seed < PROBLEMS; seed++) {
            ProblemInstance instance = SmallProblems.of(seed);
            Bound bound = BoundSolver.solve(instance, new BoundOptions(100, LONG), BoundWatch.NONE);
            assertThat(CertificateCheck.prove(instance, bound.certificate()))
                    .as("seed %d", seed)
                    .isCloseTo(bound.value(), within(ROUNDING));
        }
    }

    @Test
    void aCorruptCertificateNeverProvesTooLittle() {
        for (long seed = 0; seed < PROBLEMS; seed++) {
            ProblemInstance instance = SmallProblems.of(seed);
            Certificate good = BoundSolver.solve(instance, new BoundOptions(40, LONG), BoundWatch.NONE)
                    .certificate();
            Random random = new Random(seed);
            Certificate bad = new Certificate(
                    corrupt(good.requestPrices(), random),
                    corrupt(good.missionPrices(), random),
                    corrupt(good.multipliers(), random));
            double proven = CertificateCheck.prove(instance, bad);
            assertThat(proven).as("seed %d", seed).isGreaterThanOrEqualTo(optimum(instance) - ROUNDING);
            assertThat(proven).isFinite();
        }
    }

    private static Map<String, Double> corrupt(Map<String, Double> prices, Random random) {
        Map<String, Double> corrupt = new HashMap<>();
        double[] wrong = {Double.NaN, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, -3, 1e300, 0, 7};
        prices.forEach((name, price) -> corrupt.put(
                random.nextInt(4) == 0 ? name + "?" : name,
                random.nextBoolean() ? price : wrong[random.nextInt(wrong.length)]));
        return corrupt;
    }

    @Test
    void theSameRoundsGiveTheSameBound() {
        ProblemInstance instance = SmallProblems.of(7);
        Bound first = BoundSolver.solve(instance, new BoundOptions(120, LONG), BoundWatch.NONE);
        assertThat(BoundSolver.solve(instance, new BoundOptions(120, LONG), BoundWatch.NONE))
                .isEqualTo(first);
    }

    @Test
    void stoppedAtOnceThereIsABoundAllTheSame() {
        ProblemInstance instance = SmallProblems.of(3);
        Recorder recorder = new Recorder(1);
        Bound bound = BoundSolver.solve(instance, BoundOptions.DEFAULT, recorder);
        assertThat(recorder.bounds).containsExactly(bound);
        assertThat(bound.value()).isFinite().isGreaterThanOrEqualTo(optimum(instance) - ROUNDING);
    }

    @Test
    void aSplitRequestThatCannotReachItsMinimumIsWorthNothing() {
        ProblemFixture fixture = new ProblemFixture().antenna("A").view("A", "S", 4, 6);
        fixture.request("R", "S", "A").lasting(4, 4).split(2, 2);
        Bound bound = BoundSolver.solve(fixture.build(), new BoundOptions(400, LONG), BoundWatch.NONE);
        assertThat(bound.value()).isCloseTo(0, within(0.01));
    }

    @Test
    void partnersThatMayBeTrackedAtOnceStillTakeTurnsWithOthers() {
        ProblemFixture fixture = new ProblemFixture()
                .antenna("A")
                .antenna("B")
                .antenna("C")
                .objective(Objective.Preset.THROUGHPUT.objective());
        fixture.view("A", "S", 4, 6).view("B", "S", 4, 6).view("C", "S", 4, 6);
        fixture.request("ONE", "S", "A").lasting(2, 2);
        fixture.request("TWO", "S", "B").lasting(2, 2).tie(Tie.Type.SIMULTANEOUS, "ONE", null, null);
        fixture.request("OTHER", "S", "C").lasting(2, 2);
        // Either the two together or the other: twice two hours and a bonus of half an hour.
        Bound bound = BoundSolver.solve(fixture.build(), new BoundOptions(600, LONG), BoundWatch.NONE);
        assertThat(bound.value()).isBetween(5 - ROUNDING, 5.05);
    }

    @Test
    void aProblemThatNothingCanServeIsWorthNothing() {
        ProblemFixture fixture = new ProblemFixture().antenna("A");
        fixture.request("R", "S", "A");
        ProblemInstance instance = fixture.build();
        Bound bound = BoundSolver.solve(instance, new BoundOptions(400, LONG), BoundWatch.NONE);
        assertThat(bound.value()).isCloseTo(0, within(1e-3));
    }
}
