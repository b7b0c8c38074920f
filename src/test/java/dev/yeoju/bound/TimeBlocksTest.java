package dev.yeoju.bound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.yeoju.check.ProblemFixture;
import dev.yeoju.check.SmallProblems;
import dev.yeoju.model.Objective;
import dev.yeoju.model.ProblemInstance;
import dev.yeoju.model.SolverOptions;
import dev.yeoju.model.TrackRequest;
import dev.yeoju.planning.PassPlanner;
import dev.yeoju.planning.PlanningListener;
import dev.yeoju.planning.PlanningResult;
import dev.yeoju.planning.StopToken;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TimeBlocksTest {
    private static final int DAYS = 56;
    private static final BoundOptions SOME = new BoundOptions(400, Duration.ofHours(1));

    /** Two antennas, six spacecraft of three missions, eight weeks: twice what there is time for. */
    private static ProblemInstance eightWeeks() {
        Random random = new Random(11);
        ProblemFixture fixture = new ProblemFixture()
                .horizon(0, 24 * DAYS)
                .antenna("A")
                .antenna("B")
                .objective(Objective.Preset.FAIR.objective());
        for (int day = 0; day < DAYS; day++) {
            for (int craft = 0; craft < 6; craft++) {
                double aos = 24 * day + 2 + 2.5 * craft;
                fixture.view(craft % 3 == 0 ? "B" : "A", "S" + craft, aos, aos + 8);
                fixture.view(craft % 3 == 0 ? "A" : "B", "S" + craft, aos + 1, aos + 6);
                double min = 2 + random.nextInt(3);
                fixture.request("R" + day + "-" + craft, "S" + craft, "A", "B")
                        .window(24 * day, 24 * day + 36)
                        .lasting(min, min + random.nextInt(3))
                        .setup(0.5, 0.5);
            }
        }
        return fixture.build();
    }

    @Test
    void everyRequestOfALongProblemIsInOneBlock() {
        ProblemInstance instance = eightWeeks();
        List<ProblemInstance> blocks = TimeBlocks.of(instance);
        assertThat(blocks).hasSizeBetween(2, 3);
        assertThat(blocks.stream().flatMap(block -> block.requests().stream()).map(TrackRequest::id))
                .containsExactlyInAnyOrderElementsOf(
                        instance.requests().stream().map(TrackRequest::id).toList());
    }

    @Test
    void aShortProblemIsNotCut() {
        ProblemInstance instance = SmallProblems.of(1);
        assertThat(TimeBlocks.of(instance)).containsExactly(instance);
    }

    @Test
    void blocksPricesProveNearlyWhatJointPricesDoAndNoSchedulesValueIsAbove() {
        ProblemInstance instance = eightWeeks();
        Bound bound = BoundSolver.solve(instance, SOME, BoundWatch.NONE);
        Relaxation relaxation = RelaxationBuilder.build(instance);
        PriceLayout layout = new PriceLayout(relaxation);
        Dual dual = new Dual(relaxation, layout, 1800);
        Descent joint = new Descent(layout, layout.initial());
        for (int round = 0; round < 400; round++) {
            joint.round(dual);
        }
        assertThat(bound.value()).isCloseTo(joint.best(), within(0.01 * joint.best()));
        PlanningResult planned = new PassPlanner()
                .solve(
                        instance,
                        new SolverOptions(Duration.ofMinutes(10), 2_000, 1),
                        PlanningListener.NONE,
                        new StopToken());
        assertThat(planned.value()).isBetween(0.8 * bound.value(), bound.value());
    }

    @Test
    void theCertificateOfALongProblemProvesItsBoundAgainAndTheSameRoundsGiveTheSame() {
        ProblemInstance instance = eightWeeks();
        Bound bound = BoundSolver.solve(instance, SOME, BoundWatch.NONE);
        assertThat(CertificateCheck.prove(instance, bound.certificate())).isCloseTo(bound.value(), within(1e-6));
        assertThat(BoundSolver.solve(instance, SOME, BoundWatch.NONE)).isEqualTo(bound);
    }
}
