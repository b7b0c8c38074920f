package dev.yeoju.replan;

import static dev.yeoju.check.ProblemFixture.at;
import static dev.yeoju.check.ProblemFixture.down;
import static dev.yeoju.check.ProblemFixture.hours;
import static dev.yeoju.check.ProblemFixture.track;
import static org.assertj.core.api.Assertions.assertThat;

import dev.yeoju.check.ProblemFixture;
import dev.yeoju.model.Band;
import dev.yeoju.model.Direction;
import dev.yeoju.model.ProblemInstance;
import dev.yeoju.model.Reason;
import dev.yeoju.model.ReasonCode;
import dev.yeoju.model.Tie;
import dev.yeoju.model.Track;
import dev.yeoju.model.UsableKey;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ExplainerTest {
    private static List<Reason> reasons(ProblemInstance instance, String request, Track... tracks) {
        return Explainer.explain(instance, List.of(tracks)).getOrDefault(request, List.of());
    }

    private static Reason only(ProblemInstance instance, String request, Track... tracks) {
        List<Reason> reasons = reasons(instance, request, tracks);
        assertThat(reasons).hasSize(1);
        return reasons.get(0);
    }

    @Test
    void aFullyServedRequestNeedsNoReason() {
        ProblemFixture fixture = new ProblemFixture().antenna("A").view("A", "S", 0, 24);
        fixture.request("R", "S", "A").lasting(1, 2);
        ProblemInstance instance = fixture.build();
        assertThat(Explainer.explain(instance, List.of(track(instance, "R", "A", 3, 5))))
                .isEmpty();
    }

    @Test
    void theGeometrysOwnReasonIsPassedOn() {
        ProblemFixture fixture = new ProblemFixture()
                .antenna("A")
                .absence(new ProblemInstance.Absence("A", "S", ReasonCode.LANDER_HORIZON, "A stays below 2°."));
        fixture.request("R", "S", "A");
        fixture.request("Q", "T", "A");
        ProblemInstance instance = fixture.build();
        assertThat(only(instance, "R"))
                .isEqualTo(new Reason(ReasonCode.LANDER_HORIZON, "A stays below 2°.", List.of()));
        assertThat(only(instance, "Q"))
                .isEqualTo(new Reason(ReasonCode.NEVER_VISIBLE, "A never sees T within the horizon.", List.of()));
    }

    @Test
    void anAntennaWithoutTheBandIsNamed() {
        ProblemFixture fixture =
                new ProblemFixture().antenna("A", "A", Set.of(Band.S)).view("A", "S", 0, 24);
        fixture.request("R", "S", "A").band(Band.KA);
        Reason reason = only(fixture.build(), "R");
        assertThat(reason.code()).isEqualTo(ReasonCode.NO_BAND);
        assertThat(reason.text()).isEqualTo("A does not serve Ka band.");
    }

    @Test
    void aWindowWithoutViewSaysWhenTheNextPeriodBegins() {
        ProblemFixture fixture = new ProblemFixture().antenna("A").view("A", "S", 12, 20);
        fixture.request("R", "S", "A").window(2, 6);
        Reason reason = only(fixture.build(), "R");
        assertThat(reason.code()).isEqualTo(ReasonCode.NEVER_VISIBLE);
        assertThat(reason.text())
                .isEqualTo(
                        "A does not see S within its window (7 Dec 02:00 to 7 Dec 06:00); the next view period begins"
                                + " 7 Dec 12:00.");
    }

    @Test
    void timeThatTheBandOrTheUplinkCannotUseIsToldApart() {
        ProblemFixture fixture = new ProblemFixture()
                .antenna("A")
                .view("A", "S", 0, 12, Map.of(new UsableKey(Band.X, Direction.RECEIVE), List.of()))
                .view("A", "T", 0, 12, Map.of(new UsableKey(Band.X, Direction.TRANSMIT), List.of(hours(20, 21))));
        fixture.request("R", "S", "A");
        fixture.request("Q", "T", "A").uplink();
        ProblemInstance instance = fixture.build();
        assertThat(only(instance, "R").text()).isEqualTo("A sees S within its window, but cannot use it in X band.");
        assertThat(only(instance, "Q").text())
                .isEqualTo("A sees T within its window, but never where it may transmit.");
    }

    @Test
    void whatLimitsAWholeViewPeriodIsTheReason() {
        Map<String, ReasonCode> codes = Map.of(
                "SEP X", ReasonCode.SEP, "KEYHOLE", ReasonCode.KEYHOLE, "TRACKING_RATE", ReasonCode.TRACKING_RATE);
        codes.forEach((flag, code) -> {
            ProblemFixture fixture = new ProblemFixture().antenna("A").viewLimitedBy(flag, "A", "S", 0, 12);
            fixture.request("R", "S", "A").band(Band.X);
            assertThat(only(fixture.build(), "R").code()).as(flag).isEqualTo(code);
        });
    }

    @Test
    void aViewPeriodShorterThanTheMinimumIsTooShortAndSaysByHowMuch() {
        ProblemFixture fixture = new ProblemFixture().antenna("A").view("A", "S", 1, 2.5);
        fixture.request("R", "S", "A").lasting(2, 4);
        Reason reason = only(fixture.build(), "R");
        assertThat(reason.code()).isEqualTo(ReasonCode.TOO_SHORT);
        assertThat(reason.text()).endsWith("2 h are asked · fits if 30 min shorter.");
    }

    @Test
    void maintenanceInAllTheViewIsAntennaDown() {
        ProblemFixture fixture = new ProblemFixture().antenna("A", down(2, 9)).view("A", "S", 1, 10);
        fixture.request("R", "S", "A").lasting(2, 4);
        Reason reason = only(fixture.build(), "R");
        assertThat(reason.code()).isEqualTo(ReasonCode.ANTENNA_DOWN);
        assertThat(reason.text())
                .isEqualTo("A is down for too much of the time in which S is in view · fits if 60 min shorter."
                        .replace("60 min", "1 h"));
    }

    @Test
    void contentionNamesWhoHoldsThePlacesAndTheSmallestCutThatFits() {
        ProblemFixture fixture =
                new ProblemFixture().antenna("A").view("A", "S", 0, 10).view("A", "ORION", 0, 10);
        fixture.request("R", "S", "A").lasting(2, 4).setup(0.25, 0.25);
        fixture.request("O", "ORION", "A").lasting(2, 8).setup(0.25, 0.25).critical();
        ProblemInstance instance = fixture.build();
        // Free before setup of Orion at 1.75 h: setup 0.25 before AOS lies outside, teardown 0.25 leaves 1.5 h.
        Reason reason = only(instance, "R", track(instance, "O", "A", 2, 10));
        assertThat(reason.code()).isEqualTo(ReasonCode.CONTENTION);
        assertThat(reason.blockedBy()).containsExactly("O#1");
        assertThat(reason.text()).isEqualTo("Contention: ORION (critical) holds every place · fits if 30 min shorter.");
    }

    @Test
    void noCutIsPromisedThatBreaksATie() {
        ProblemFixture fixture = new ProblemFixture().antenna("A").antenna("B");
        fixture.view("A", "S", 0, 10).view("A", "T", 0, 10).view("B", "T", 0, 24);
        fixture.request("R", "S", "A").lasting(2, 4).tie(Tie.Type.SEPARATION, "Q", 6.0, null);
        fixture.request("O", "T", "A").lasting(2, 8);
        fixture.request("Q", "T", "B").lasting(1, 2);
        ProblemInstance instance = fixture.build();
        Reason reason = only(instance, "R", track(instance, "O", "A", 1.5, 10), track(instance, "Q", "B", 0, 1.5));
        assertThat(reason.text()).isEqualTo("Contention: T holds every place.");
    }

    @Test
    void anotherTrackOfTheSpacecraftElsewhereIsContentionToo() {
        ProblemFixture fixture = new ProblemFixture().antenna("A").antenna("B");
        fixture.view("A", "S", 2, 5).view("B", "S", 0, 10);
        fixture.request("R", "S", "A").lasting(2, 3);
        fixture.request("Q", "S", "B").lasting(2, 8);
        ProblemInstance instance = fixture.build();
        Reason reason = only(instance, "R", track(instance, "Q", "B", 1, 9));
        assertThat(reason.code()).isEqualTo(ReasonCode.CONTENTION);
        assertThat(reason.blockedBy()).containsExactly("Q#1");
    }

    @Test
    void aFreePlaceThatATieForbidsIsATie() {
        ProblemFixture fixture = new ProblemFixture().antenna("A").antenna("B");
        fixture.view("A", "S", 0, 6).view("B", "T", 0, 24);
        fixture.request("R", "S", "A").lasting(2, 2).tie(Tie.Type.BEFORE, "Q", 4.0, null);
        fixture.request("Q", "T", "B").lasting(1, 2);
        ProblemInstance instance = fixture.build();
        Reason reason = only(instance, "R", track(instance, "Q", "B", 3, 5));
        assertThat(reason.code()).isEqualTo(ReasonCode.TIE);
        assertThat(reason.blockedBy()).containsExactly("Q#1");
    }

    @Test
    void aLimitOfTheComplexIsNamed() {
        ProblemFixture fixture = new ProblemFixture()
                .antenna("A", "YEOJU", Set.of())
                .antenna("B", "YEOJU", Set.of())
                .complex("YEOJU", 1, null)
                .view("A", "S", 0, 4)
                .view("B", "T", 0, 24);
        fixture.request("R", "S", "A").lasting(2, 2);
        fixture.request("Q", "T", "B").lasting(1, 4);
        ProblemInstance instance = fixture.build();
        Reason reason = only(instance, "R", track(instance, "Q", "B", 0, 4));
        assertThat(reason.code()).isEqualTo(ReasonCode.COMPLEX_LIMIT);
        assertThat(reason.blockedBy()).containsExactly("Q#1");
    }

    @Test
    void aPlaceThatIsFreeIsSaidToBeSo() {
        ProblemFixture fixture = new ProblemFixture().antenna("A").view("A", "S", 0, 4);
        fixture.request("R", "S", "A").lasting(2, 3);
        Reason reason = only(fixture.build(), "R");
        assertThat(reason.code()).isEqualTo(ReasonCode.PLACE_FREE);
        assertThat(reason.text())
                .isEqualTo(
                        "A place is free at A from 7 Dec 00:00 to 7 Dec 02:00; the search ended before it was used.");
    }

    @Test
    void aShortRequestSaysWhatEndsItsTrackOnEitherSide() {
        ProblemFixture fixture = new ProblemFixture()
                .antenna("A", down(1, 2))
                .view("A", "S", 0, 12)
                .view("A", "T", 0, 12);
        fixture.request("R", "S", "A").lasting(1, 4);
        fixture.request("Q", "T", "A").lasting(1, 2);
        ProblemInstance instance = fixture.build();
        List<Reason> reasons = reasons(instance, "R", track(instance, "R", "A", 2, 5), track(instance, "Q", "A", 5, 7));
        assertThat(reasons)
                .containsExactly(
                        new Reason(
                                ReasonCode.CONTENTION,
                                "Short by 1 h: Q#1 holds the antenna from 7 Dec 05:00.",
                                List.of("Q#1")),
                        new Reason(
                                ReasonCode.ANTENNA_DOWN,
                                "Short by 1 h: maintenance at A until 7 Dec 02:00.",
                                List.of()));
    }

    @Test
    void aShortRequestThatFillsItsViewPeriodIsTooShort() {
        ProblemFixture fixture = new ProblemFixture().antenna("A").view("A", "S", 1, 4);
        fixture.request("R", "S", "A").lasting(1, 4);
        ProblemInstance instance = fixture.build();
        assertThat(reasons(instance, "R", track(instance, "R", "A", 1, 4)))
                .extracting(Reason::text)
                .containsExactly(
                        "Short by 1 h: A first sees S at 7 Dec 01:00.", "Short by 1 h: A loses S at 7 Dec 04:00.");
    }

    @Test
    void aPinnedShortTrackIsFrozen() {
        ProblemFixture fixture = new ProblemFixture().antenna("A").view("A", "S", 0, 12);
        fixture.request("R", "S", "A").lasting(1, 4);
        ProblemInstance instance = fixture.build();
        Track pinned = new Track("R#1", "R", "S", List.of("A"), at(1), at(1), at(3), at(3), true);
        assertThat(only(instance, "R", pinned).code()).isEqualTo(ReasonCode.FROZEN);
    }

    @Test
    void antennasThatSeeNothingAreGivenAfterTheMainReason() {
        ProblemFixture fixture = new ProblemFixture().antenna("A").antenna("B").view("A", "S", 1, 2);
        fixture.request("R", "S", "A", "B").lasting(3, 4);
        assertThat(reasons(fixture.build(), "R"))
                .extracting(Reason::code)
                .containsExactly(ReasonCode.TOO_SHORT, ReasonCode.NEVER_VISIBLE);
    }
}
