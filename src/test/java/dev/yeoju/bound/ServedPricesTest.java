package dev.yeoju.bound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.yeoju.check.ProblemFixture;
import dev.yeoju.check.SmallProblems;
import dev.yeoju.check.SmallProblems.Feature;
import dev.yeoju.model.Objective;
import dev.yeoju.model.ProblemInstance;
import dev.yeoju.model.TrackRequest;
import java.time.Duration;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;

class ServedPricesTest {
    private static final int PROBLEMS = 300;
    private static final double ROUNDING = 1e-6;

    /** What a schedule is worth in which every request has all that it asks for. */
    private static double everything(ProblemInstance instance) {
        Objective objective = instance.problem().objective();
        double own = 0;
        double weighted = 0;
        double hours = 0;
        for (TrackRequest request : instance.requests()) {
            double preferred = request.preferredDuration().toMinutes() / 60.0;
            own += request.priority() * (preferred + objective.satisfiedBonusHours());
            weighted += request.priority() * preferred;
            hours += preferred;
        }
        double fair = objective.fairnessWeighting() == Objective.FairnessWeighting.HOURS ? weighted : hours;
        return own + objective.fairnessWeight() * fair + objective.worstMissionWeight() * hours;
    }

    private static EnumSet<Feature> unpublished() {
        return EnumSet.complementOf(EnumSet.of(Feature.PUBLISHED));
    }

    @Test
    void noBoundIsAboveTheValueOfServingEverythingEvenWhenStoppedAtOnce() {
        BoundWatch stopping = new BoundWatch() {
            @Override
            public void improved(Bound bound) {}

            @Override
            public boolean stop() {
                return true;
            }
        };
        for (long seed = 0; seed < PROBLEMS; seed++) {
            ProblemInstance instance = SmallProblems.of(seed, unpublished());
            Bound bound = BoundSolver.solve(instance, BoundOptions.DEFAULT, stopping);
            assertThat(bound.value()).as("seed %d", seed).isLessThanOrEqualTo(everything(instance) + ROUNDING);
            assertThat(CertificateCheck.prove(instance, bound.certificate()))
                    .as("proven again, seed %d", seed)
                    .isCloseTo(bound.value(), within(ROUNDING));
        }
    }

    @Test
    void noAntennasTimeIsWorthAnythingAtThePricesOnAnyGrid() {
        for (long seed = 0; seed < PROBLEMS; seed++) {
            Relaxation relaxation = RelaxationBuilder.build(SmallProblems.of(seed));
            PriceLayout layout = new PriceLayout(relaxation);
            double[] prices = ServedPrices.of(relaxation, layout);
            for (double step : new double[] {1800, 250.5}) {
                Dual dual = new Dual(relaxation, layout, step);
                dual.value(prices, new double[layout.size()]);
                assertThat(dual.picks()).as("seed %d, step %s", seed, step).isEmpty();
            }
        }
    }

    @Test
    void aRequestCountsWithTheLongestTrackThatItCanHave() {
        ProblemFixture fixture = new ProblemFixture().antenna("A").objective(Objective.Preset.THROUGHPUT.objective());
        fixture.view("A", "S", 4, 7);
        fixture.request("LONG", "S", "A").lasting(2, 5);
        fixture.request("NEVER", "S", "A").lasting(4, 5);
        ProblemInstance instance = fixture.build();
        Bound bound = BoundSolver.solve(instance, new BoundOptions(0, Duration.ofHours(1)), BoundWatch.NONE);
        assertThat(bound.value()).isCloseTo(3 + instance.problem().objective().satisfiedBonusHours(), within(ROUNDING));
    }
}
