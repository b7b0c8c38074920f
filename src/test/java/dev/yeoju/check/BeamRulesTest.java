package dev.yeoju.check;

import static dev.yeoju.check.ProblemFixture.T0;
import static dev.yeoju.check.ProblemFixture.still;
import static dev.yeoju.check.ProblemFixture.track;
import static org.assertj.core.api.Assertions.assertThat;

import dev.yeoju.model.Band;
import dev.yeoju.model.Exclusive;
import dev.yeoju.model.Mspa;
import dev.yeoju.model.Pointing;
import dev.yeoju.model.PointingFixtures;
import dev.yeoju.model.PointingTrack;
import dev.yeoju.model.ProblemInstance;
import dev.yeoju.model.Track;
import dev.yeoju.model.Violation;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BeamRulesTest {
    private static final double SECOND = 1 / 3600.0;
    private static final Mspa TWO = new Mspa(2, Map.of(Band.S, 0.25, Band.X, 0.07));

    private static List<String> codes(ProblemInstance instance, Track... tracks) {
        return ScheduleChecker.evaluate(instance, List.of(tracks)).violations().stream()
                .map(Violation::code)
                .toList();
    }

    /** One antenna that sees S, T and U at elevation 40: T and U as far from S as given. */
    private static ProblemFixture beam(Mspa mspa, double tDeg, double uDeg) {
        return new ProblemFixture()
                .antenna("A")
                .equip("A", null, mspa)
                .view("A", "S", 0, 24, still(100, 40))
                .view("A", "T", 0, 24, still(100, 40 + tDeg))
                .view("A", "U", 0, 24, still(100, 40 + uDeg));
    }

    private static ProblemFixture.Request joining(ProblemFixture fixture, String id, String craft) {
        return fixture.request(id, craft, "A").mspa().setup(0.5, 0.25);
    }

    @Test
    void twoInOneBeamAreTrackedTogetherAndKeepTheirOwnSetups() {
        ProblemFixture fixture = beam(TWO, 0.06, 0);
        joining(fixture, "R", "S");
        joining(fixture, "Q", "T");
        ProblemInstance instance = fixture.build();
        Track first = track(instance, "R", "A", 1, 3);
        assertThat(codes(instance, first, track(instance, "Q", "A", 1, 3))).isEmpty();
        assertThat(codes(instance, first, track(instance, "Q", "A", 3 - SECOND, 4)))
                .isEmpty();
        assertThat(codes(instance, first, track(instance, "Q", "A", 3, 4))).containsExactly("ANTENNA_OVERLAP");
        assertThat(codes(instance, first, track(instance, "Q", "A", 3.75, 5))).isEmpty();
    }

    @Test
    void bothRequestsAndTheAntennaMustAllowIt() {
        ProblemFixture fixture =
                beam(TWO, 0.01, 0).antenna("B").view("B", "S", 0, 24).view("B", "T", 0, 24);
        fixture.request("R", "S", "A", "B").mspa();
        fixture.request("Q", "T", "A", "B").mspa();
        fixture.request("P", "T", "A").exclusive(Exclusive.NONE);
        ProblemInstance instance = fixture.build();
        assertThat(codes(instance, track(instance, "R", "A", 1, 3), track(instance, "P", "A", 1, 3)))
                .containsExactly("ANTENNA_OVERLAP");
        assertThat(codes(instance, track(instance, "R", "B", 1, 3), track(instance, "Q", "B", 1, 3)))
                .containsExactly("ANTENNA_OVERLAP");
    }

    @Test
    void theNarrowestBandOfTheTwoDecides() {
        for (double apart : new double[] {0.069, 0.071, 0.249, 0.251}) {
            ProblemFixture fixture = beam(TWO, apart, 0);
            joining(fixture, "R", "S").band(Band.S);
            joining(fixture, "Q", "T").band(Band.S);
            joining(fixture, "X", "T").band(Band.X).exclusive(Exclusive.NONE);
            joining(fixture, "N", "T").band(null).exclusive(Exclusive.NONE);
            ProblemInstance instance = fixture.build();
            Track first = track(instance, "R", "A", 1, 3);
            List<String> wide = apart < 0.25 ? List.of() : List.of("BEAM_WIDTH");
            List<String> narrow = apart < 0.07 ? List.of() : List.of("BEAM_WIDTH");
            assertThat(codes(instance, first, track(instance, "Q", "A", 2, 4))).isEqualTo(wide);
            assertThat(codes(instance, first, track(instance, "X", "A", 2, 4))).isEqualTo(narrow);
            assertThat(codes(instance, first, track(instance, "N", "A", 2, 4))).isEqualTo(narrow);
        }
    }

    @Test
    void aThirdTracksNarrowerBandCountsForTheOthersWhileItIsThere() {
        Mspa three = new Mspa(3, TWO.beamWidthDeg());
        // S and T are 0.1 apart, U lies between them.
        ProblemFixture fixture = beam(three, 0.1, 0.05);
        joining(fixture, "R", "S").band(Band.S);
        joining(fixture, "Q", "T").band(Band.S);
        joining(fixture, "P", "U").band(Band.X);
        ProblemInstance instance = fixture.build();
        Track first = track(instance, "R", "A", 1, 3);
        Track second = track(instance, "Q", "A", 2, 4);
        assertThat(codes(instance, first, second)).isEmpty();
        assertThat(codes(instance, first, second, track(instance, "P", "A", 2.5, 3.5)))
                .containsExactly("BEAM_WIDTH");
        // With S gone, T and U are near enough; R's teardown and P's setup then must not meet.
        assertThat(codes(instance, first, track(instance, "Q", "A", 2, 5), track(instance, "P", "A", 3.75, 5)))
                .isEmpty();
    }

    @Test
    void twoThatPartWhileTrackedTogetherAreNotInOneBeam() {
        // Half an arc minute a minute apart: 0.07 degrees after 8.4 minutes.
        PointingTrack parting = PointingFixtures.track(T0, 3600, 60, t -> new Pointing(100, 40 + t / 7200));
        ProblemFixture fixture = new ProblemFixture()
                .antenna("A")
                .equip("A", null, TWO)
                .view("A", "S", 0, 1, still(100, 40))
                .view("A", "T", 0, 1, parting);
        fixture.request("R", "S", "A").mspa().lasting(0.1, 1);
        fixture.request("Q", "T", "A").mspa().lasting(0.1, 1);
        ProblemInstance instance = fixture.build();
        Track whole = track(instance, "R", "A", 0, 1);
        assertThat(codes(instance, whole, track(instance, "Q", "A", 0, 503 * SECOND)))
                .isEmpty();
        assertThat(codes(instance, whole, track(instance, "Q", "A", 0, 506 * SECOND)))
                .containsExactly("BEAM_WIDTH");
    }

    @Test
    void oneOfThemTransmitsAtMost() {
        ProblemFixture fixture = beam(TWO, 0, 0);
        joining(fixture, "R", "S").uplink();
        joining(fixture, "Q", "T").uplink();
        joining(fixture, "P", "U");
        ProblemInstance instance = fixture.build();
        Track first = track(instance, "R", "A", 1, 3);
        assertThat(codes(instance, first, track(instance, "P", "A", 1, 3))).isEmpty();
        assertThat(codes(instance, first, track(instance, "Q", "A", 1, 3))).containsExactly("BEAM_UPLINKS");
    }

    @Test
    void noMoreActivitiesAtOnceThanTheBeamHolds() {
        for (int most = 2; most <= 3; most++) {
            ProblemFixture fixture = beam(new Mspa(most, TWO.beamWidthDeg()), 0, 0);
            joining(fixture, "R", "S");
            joining(fixture, "Q", "T");
            joining(fixture, "P", "U");
            ProblemInstance instance = fixture.build();
            assertThat(codes(
                            instance,
                            track(instance, "R", "A", 1, 3),
                            track(instance, "Q", "A", 1, 3),
                            track(instance, "P", "A", 2, 4)))
                    .isEqualTo(most == 3 ? List.of() : List.of("BEAM_FULL"));
        }
    }

    @Test
    void withoutDirectionsNobodySharesABeam() {
        ProblemFixture fixture = new ProblemFixture()
                .antenna("A")
                .equip("A", null, TWO)
                .view("A", "S", 0, 24)
                .view("A", "T", 0, 24);
        joining(fixture, "R", "S");
        joining(fixture, "Q", "T");
        ProblemInstance instance = fixture.build();
        assertThat(codes(instance, track(instance, "R", "A", 1, 3), track(instance, "Q", "A", 1, 3)))
                .containsExactly("BEAM_WIDTH");
    }
}
