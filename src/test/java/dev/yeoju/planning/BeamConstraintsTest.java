package dev.yeoju.planning;

import static dev.yeoju.planning.ConstraintCase.BALANCED;
import static dev.yeoju.planning.ConstraintCase.facts;
import static dev.yeoju.planning.ConstraintCase.put;
import static dev.yeoju.planning.PlanFixtures.T0;
import static dev.yeoju.planning.PlanFixtures.antenna;
import static dev.yeoju.planning.PlanFixtures.request;
import static dev.yeoju.planning.PlanFixtures.spacecraft;
import static dev.yeoju.planning.PlanFixtures.view;

import ai.timefold.solver.test.api.score.stream.ConstraintVerifier;
import dev.yeoju.model.Band;
import dev.yeoju.model.Mspa;
import dev.yeoju.model.PointingFixtures;
import dev.yeoju.model.TrackRequest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BeamConstraintsTest {
    private final ConstraintVerifier<BeamConstraints, PassPlan> verifier =
            ConstraintVerifier.build(new BeamConstraints(), PassPlan.class, PassAssignment.class);
    private final ConstraintVerifier<AntennaConstraints, PassPlan> antennas =
            ConstraintVerifier.build(new AntennaConstraints(), PassPlan.class, PassAssignment.class);

    /** A beam for two, half a degree wide in S band and a fifth in X; Y is apart from X1 by some degrees, Z by a tenth. */
    private static PassPlan beside(double apartDeg, TrackRequest... requests) {
        return PlanBuilder.build(PlanFixtures.instance(
                BALANCED,
                List.of(antenna("A", null, new Mspa(2, Map.of(Band.S, 0.5, Band.X, 0.2)))),
                List.of(spacecraft("X1", "X"), spacecraft("Y", "Y"), spacecraft("Z", "Z")),
                List.of(requests),
                List.of(
                        view("A", "X1", 0, 1440, PointingFixtures.still(T0, 86_400, 100, 0)),
                        view("A", "Y", 0, 1440, PointingFixtures.still(T0, 86_400, 100 + apartDeg, 0)),
                        view("A", "Z", 0, 1440, PointingFixtures.still(T0, 86_400, 100.1, 0)))));
    }

    private static PlanFixtures.RequestMaker sharing(String id, String spacecraft) {
        return request(id, spacecraft).sharing().in(Band.S);
    }

    @Test
    void tracksWithinABeamMayOverlapAndThoseFartherApartMayNot() {
        for (double[] kept : new double[][] {{0.49, 0}, {0.51, 1}}) {
            PassPlan plan =
                    beside(kept[0], sharing("P", "X1").make(), sharing("Q", "Y").make());
            put(plan, 0, 0, 100, 160);
            put(plan, 1, 0, 159, 219);
            verifier.verifyThat(BeamConstraints::beamWidth).given(facts(plan)).penalizesBy((int) kept[1]);
            antennas.verifyThat(AntennaConstraints::antennaOverlap)
                    .given(facts(plan))
                    .penalizesBy(0);
        }
    }

    @Test
    void whoDoesNotAskToShareDoesNotShare() {
        PassPlan plan = beside(0.1, sharing("P", "X1").make(), request("Q", "Y").make());
        put(plan, 0, 0, 100, 160);
        put(plan, 1, 0, 159, 219);
        antennas.verifyThat(AntennaConstraints::antennaOverlap)
                .given(facts(plan))
                .penalizesBy(60);
    }

    @Test
    void activitiesOverlapOnlyWhereTracksDo() {
        PassPlan plan = beside(
                0.1,
                sharing("P", "X1").with(0, 10).make(),
                sharing("Q", "Y").with(10, 0).make());
        put(plan, 0, 0, 100, 160);
        put(plan, 1, 0, 159, 219);
        antennas.verifyThat(AntennaConstraints::antennaOverlap)
                .given(facts(plan))
                .penalizesBy(0);
        put(plan, 1, 0, 160, 220);
        antennas.verifyThat(AntennaConstraints::antennaOverlap)
                .given(facts(plan))
                .penalizesBy(20 * 60);
    }

    @Test
    void oneInABeamTransmits() {
        PassPlan plan = beside(
                0.1,
                sharing("P", "X1").transmitting().make(),
                sharing("Q", "Y").transmitting().make(),
                sharing("R", "Z").make());
        put(plan, 0, 0, 100, 160);
        put(plan, 2, 0, 100, 160);
        verifier.verifyThat(BeamConstraints::beamUplinks).given(facts(plan)).penalizesBy(0);
        put(plan, 1, 0, 159, 219);
        verifier.verifyThat(BeamConstraints::beamUplinks).given(facts(plan)).penalizesBy(1);
        put(plan, 1, 0, 160, 220);
        verifier.verifyThat(BeamConstraints::beamUplinks).given(facts(plan)).penalizesBy(0);
    }

    @Test
    void aThirdInANarrowerBandNarrowsTheBeamForAll() {
        PassPlan plan = beside(
                0.3,
                sharing("P", "X1").make(),
                sharing("Q", "Y").make(),
                request("R", "X1").sharing().in(Band.X).make());
        put(plan, 0, 0, 100, 160);
        put(plan, 1, 0, 100, 160);
        put(plan, 2, 0, 160, 220);
        verifier.verifyThat(BeamConstraints::beamNarrowed).given(facts(plan)).penalizesBy(0);
        put(plan, 2, 0, 159, 219);
        verifier.verifyThat(BeamConstraints::beamNarrowed).given(facts(plan)).penalizesBy(1);
        verifier.verifyThat(BeamConstraints::beamWidth).given(facts(plan)).penalizesBy(1);
    }

    @Test
    void aBeamHoldsNoMoreThanItCan() {
        PassPlan plan = beside(
                0.1,
                sharing("P", "X1").make(),
                sharing("Q", "Y").make(),
                sharing("R", "Z").with(5, 0).make());
        put(plan, 0, 0, 100, 160);
        put(plan, 1, 0, 100, 160);
        put(plan, 2, 0, 165, 225);
        verifier.verifyThat(BeamConstraints::beamFull).given(facts(plan)).penalizesBy(0);
        put(plan, 2, 0, 164, 224);
        verifier.verifyThat(BeamConstraints::beamFull).given(facts(plan)).penalizesBy(1);
    }
}
