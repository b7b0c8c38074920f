package dev.yeoju.check;

import static dev.yeoju.check.ProblemFixture.at;
import static dev.yeoju.check.ProblemFixture.down;
import static dev.yeoju.check.ProblemFixture.hours;
import static dev.yeoju.check.ProblemFixture.track;
import static org.assertj.core.api.Assertions.assertThat;

import dev.yeoju.model.Band;
import dev.yeoju.model.Direction;
import dev.yeoju.model.Exclusive;
import dev.yeoju.model.Interval;
import dev.yeoju.model.ProblemInstance;
import dev.yeoju.model.Schedule;
import dev.yeoju.model.Tie;
import dev.yeoju.model.Track;
import dev.yeoju.model.Unavailability;
import dev.yeoju.model.UsableKey;
import dev.yeoju.model.Violation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ScheduleCheckerTest {
    private static final double SECOND = 1 / 3600.0;

    private static List<String> codes(ProblemInstance instance, Track... tracks) {
        return ScheduleChecker.evaluate(instance, List.of(tracks)).violations().stream()
                .map(Violation::code)
                .toList();
    }

    private static String onlyText(ProblemInstance instance, Track... tracks) {
        List<Violation> found =
                ScheduleChecker.evaluate(instance, List.of(tracks)).violations();
        assertThat(found).hasSize(1);
        return found.get(0).text();
    }

    /** Antennas A and B see spacecraft S and T all day. */
    private static ProblemFixture allDay() {
        ProblemFixture fixture = new ProblemFixture().antenna("A").antenna("B");
        for (String antenna : List.of("A", "B")) {
            fixture.view(antenna, "S", 0, 24).view(antenna, "T", 0, 24);
        }
        return fixture;
    }

    @Test
    void anEmptyScheduleBreaksNothingAndIsWorthNothing() {
        ProblemFixture fixture = allDay();
        fixture.request("R", "S", "A");
        Evaluation evaluation = ScheduleChecker.evaluate(fixture.build(), List.of());
        assertThat(evaluation.status()).isEqualTo(Schedule.Status.EMPTY);
        assertThat(evaluation.value()).isZero();
        assertThat(evaluation.figures().uMax()).isEqualTo(1);
    }

    @Test
    void activitiesMayTouchOnAnAntennaButNotOverlapByASecond() {
        ProblemFixture fixture = allDay();
        fixture.request("R", "S", "A").setup(0.5, 0.25);
        fixture.request("Q", "T", "A").setup(0.5, 0.25);
        ProblemInstance instance = fixture.build();
        Track first = track(instance, "R", "A", 1, 2);
        assertThat(codes(instance, first, track(instance, "Q", "A", 2.75, 4))).isEmpty();
        Track close = track(instance, "Q", "A", 2.75 - SECOND, 4);
        assertThat(codes(instance, first, close)).containsExactly("ANTENNA_OVERLAP");
        assertThat(onlyText(instance, first, close))
                .isEqualTo("A: R#1 (until 2026-12-07 02:15:00 with teardown) and Q#1 (from 2026-12-07 02:14:59"
                        + " with setup) overlap by 1 s.");
    }

    @Test
    void eachMemberOfAnArrayIsTaken() {
        ProblemFixture fixture = allDay();
        fixture.request("R", "S").array("A", "B");
        fixture.request("Q", "T", "B");
        ProblemInstance instance = fixture.build();
        Track array = track(instance, "R", 1, List.of("B", "A"), 1, 3);
        assertThat(codes(instance, array, track(instance, "Q", "B", 3, 4))).isEmpty();
        List<Violation> found = ScheduleChecker.evaluate(instance, List.of(array, track(instance, "Q", "B", 2, 3)))
                .violations();
        assertThat(found).singleElement().satisfies(v -> assertThat(v.id()).isEqualTo("ANTENNA_OVERLAP:B:Q#1+R#1"));
    }

    @Test
    void violationsKeepTheirIdsWhateverTheOrderOfTracks() {
        ProblemFixture fixture = allDay();
        fixture.request("R", "S", "A");
        fixture.request("Q", "T", "A");
        ProblemInstance instance = fixture.build();
        Track a = track(instance, "R", "A", 1, 2);
        Track b = track(instance, "Q", "A", 1, 2);
        assertThat(ScheduleChecker.evaluate(instance, List.of(a, b)).violations())
                .isEqualTo(ScheduleChecker.evaluate(instance, List.of(b, a)).violations())
                .isNotEmpty();
    }

    @Test
    void setupAndTeardownAreKeptOutOfDowntime() {
        ProblemFixture fixture = new ProblemFixture().antenna("A", down(3, 5)).view("A", "S", 0, 24);
        fixture.request("R", "S", "A").setup(0.5, 0.25);
        ProblemInstance instance = fixture.build();
        assertThat(codes(instance, track(instance, "R", "A", 1.75, 2.75))).isEmpty();
        assertThat(codes(instance, track(instance, "R", "A", 1.75, 2.75 + SECOND)))
                .containsExactly("ANTENNA_DOWN");
        assertThat(codes(instance, track(instance, "R", "A", 5.5, 6.5))).isEmpty();
        assertThat(codes(instance, track(instance, "R", "A", 5.5 - SECOND, 6.5)))
                .containsExactly("ANTENNA_DOWN");
    }

    @Test
    void repeatingDowntimeEndsWithTheHorizonButASingleOutageAfterItCounts() {
        Unavailability daily = new Unavailability(hours(0, 1), "maintenance", Duration.ofDays(1));
        ProblemFixture fixture = new ProblemFixture()
                .antenna("A", daily)
                .antenna("B", down(24, 25))
                .view("A", "S", 0, 48)
                .view("B", "S", 0, 48);
        fixture.request("R", "S", "A", "B").setup(0, 0.5);
        ProblemInstance instance = fixture.build();
        assertThat(codes(instance, track(instance, "R", "A", 22.5, 24))).isEmpty();
        assertThat(codes(instance, track(instance, "R", "B", 22.5, 24))).containsExactly("ANTENNA_DOWN");
        assertThat(codes(instance, track(instance, "R", "A", 0.5, 2))).containsExactly("ANTENNA_DOWN");
    }

    @Test
    void oneOfSeveralDowntimesInLongActivitiesIsNotOverlooked() {
        ProblemFixture fixture =
                new ProblemFixture().antenna("A", down(2, 20), down(1, 1.5)).view("A", "S", 0, 24);
        fixture.request("R", "S", "A");
        fixture.request("Q", "S", "A");
        ProblemInstance instance = fixture.build();
        assertThat(ScheduleChecker.evaluate(
                                instance,
                                List.of(track(instance, "R", "A", 0, 1.75), track(instance, "Q", "A", 19, 21)))
                        .violations())
                .extracting(Violation::id)
                .containsExactly("ANTENNA_DOWN:A@2026-12-07T01:00:00Z:R#1", "ANTENNA_DOWN:A@2026-12-07T02:00:00Z:Q#1");
    }

    @Test
    void aTrackLiesInOneViewPeriodAndNotInTwoThatTouch() {
        ProblemFixture fixture =
                new ProblemFixture().antenna("A").view("A", "S", 1, 3).view("A", "S", 3, 6);
        fixture.request("R", "S", "A");
        ProblemInstance instance = fixture.build();
        assertThat(codes(instance, track(instance, "R", "A", 1, 3))).isEmpty();
        assertThat(codes(instance, track(instance, "R", "A", 2, 4))).containsExactly("NOT_IN_VIEW");
        assertThat(onlyText(instance, track(instance, "R", "A", 0.5, 2)))
                .isEqualTo(
                        "R#1 leaves the view period of S at A (2026-12-07 01:00:00 to 2026-12-07 03:00:00) by 30 min.");
        assertThat(onlyText(instance, track(instance, "R", "A", 7, 9)))
                .isEqualTo("R#1: A does not see S from 2026-12-07 07:00:00 to 2026-12-07 09:00:00.");
    }

    @Test
    void acquisitionRoundsUpToTheNextSecondAndLossDown() {
        ProblemFixture fixture = new ProblemFixture().antenna("A").view("A", "S", 1 + SECOND / 4, 3 + SECOND * 3 / 4);
        fixture.request("R", "S", "A");
        ProblemInstance instance = fixture.build();
        assertThat(codes(instance, track(instance, "R", "A", 1 + SECOND, 3))).isEmpty();
        assertThat(codes(instance, track(instance, "R", "A", 1 + SECOND / 2, 3)))
                .containsExactly("NOT_IN_VIEW");
        assertThat(codes(instance, track(instance, "R", "A", 1, 3))).containsExactly("NOT_IN_VIEW");
        assertThat(codes(instance, track(instance, "R", "A", 2, 3 + SECOND / 2)))
                .containsExactly("NOT_IN_VIEW");
    }

    @Test
    void viewPeriodsOfARequestReplaceThoseOfItsSpacecraft() {
        ProblemFixture fixture =
                new ProblemFixture().antenna("A").view("A", "S", 0, 24).viewOfRequest("A", "R", 2, 4);
        fixture.request("R/1", "S", "A").series("R");
        fixture.request("Q", "S", "A");
        ProblemInstance instance = fixture.build();
        assertThat(codes(instance, track(instance, "R/1", "A", 2, 4))).isEmpty();
        assertThat(codes(instance, track(instance, "R/1", "A", 5, 6))).containsExactly("NOT_IN_VIEW");
        assertThat(codes(instance, track(instance, "Q", "A", 5, 6))).isEmpty();
    }

    @Test
    void aTrackKeepsToOneUsableIntervalOfItsBand() {
        UsableKey receive = new UsableKey(Band.X, Direction.RECEIVE);
        ProblemFixture fixture = new ProblemFixture()
                .antenna("A")
                .view("A", "S", 0, 12, Map.of(receive, List.of(hours(1, 3), hours(4, 6))));
        fixture.request("R", "S", "A");
        fixture.request("ANY", "S", "A").band(null);
        fixture.request("OTHER", "S", "A").band(Band.S);
        ProblemInstance instance = fixture.build();
        assertThat(codes(instance, track(instance, "R", "A", 1, 3))).isEmpty();
        assertThat(codes(instance, track(instance, "R", "A", 1, 3 + SECOND))).containsExactly("NOT_USABLE");
        assertThat(codes(instance, track(instance, "R", "A", 2, 5))).containsExactly("NOT_USABLE");
        assertThat(codes(instance, track(instance, "ANY", "A", 4, 6))).isEmpty();
        assertThat(codes(instance, track(instance, "ANY", "A", 2, 4))).containsExactly("NOT_USABLE");
        assertThat(codes(instance, track(instance, "OTHER", "A", 2, 4))).isEmpty();
    }

    @Test
    void aTransmittingTrackKeepsToTransmitTimesToo() {
        UsableKey transmit = new UsableKey(Band.X, Direction.TRANSMIT);
        ProblemFixture fixture =
                new ProblemFixture().antenna("A").view("A", "S", 0, 12, Map.of(transmit, List.of(hours(2, 5))));
        fixture.request("UP", "S", "A").uplink();
        fixture.request("DOWN", "S", "A");
        ProblemInstance instance = fixture.build();
        assertThat(codes(instance, track(instance, "UP", "A", 2, 5))).isEmpty();
        assertThat(codes(instance, track(instance, "UP", "A", 2 - SECOND, 5))).containsExactly("NO_UPLINK");
        assertThat(codes(instance, track(instance, "DOWN", "A", 1, 6))).isEmpty();
    }

    @Test
    void everyMemberOfAnArrayMustSeeTheSpacecraft() {
        ProblemFixture fixture = new ProblemFixture()
                .antenna("A")
                .antenna("B")
                .view("A", "S", 0, 6)
                .view("B", "S", 4, 9);
        fixture.request("R", "S").array("A", "B");
        ProblemInstance instance = fixture.build();
        assertThat(codes(instance, track(instance, "R", 1, List.of("A", "B"), 4, 6)))
                .isEmpty();
        assertThat(onlyText(instance, track(instance, "R", 1, List.of("A", "B"), 3, 6)))
                .isEqualTo(
                        "R#1 leaves the view period of S at B (2026-12-07 04:00:00 to 2026-12-07 09:00:00) by 60 min.");
    }

    @Test
    void onlyTheWaysThatTheRequestListsServeIt() {
        ProblemFixture fixture = allDay();
        fixture.request("R", "S", "A");
        ProblemInstance instance = fixture.build();
        assertThat(codes(instance, track(instance, "R", "B", 1, 2))).containsExactly("ANTENNAS_NOT_ALLOWED");
        assertThat(codes(instance, track(instance, "R", 1, List.of("A", "B"), 1, 2)))
                .containsExactly("ANTENNAS_NOT_ALLOWED");
        assertThat(codes(instance, track(instance, "R", 1, List.of("A", "A"), 1, 2)))
                .containsExactly("ANTENNAS_NOT_ALLOWED");
        assertThat(codes(instance, track(instance, "R", 1, List.of(), 1, 2))).containsExactly("ANTENNAS_NOT_ALLOWED");
    }

    @Test
    void theAntennaMustServeTheBand() {
        ProblemFixture fixture =
                new ProblemFixture().antenna("A", "A", Set.of(Band.S)).view("A", "S", 0, 24);
        fixture.request("X", "S", "A").band(Band.X);
        fixture.request("S", "S", "A").band(Band.S);
        ProblemInstance instance = fixture.build();
        assertThat(codes(instance, track(instance, "X", "A", 1, 2))).containsExactly("BAND_NOT_SERVED");
        assertThat(codes(instance, track(instance, "S", "A", 1, 2))).isEmpty();
    }

    @Test
    void windowHorizonAndExcludedTimesBoundTheTrackAndNotItsSetup() {
        ProblemFixture fixture =
                new ProblemFixture().horizon(0, 12).antenna("A").view("A", "S", -6, 20);
        fixture.request("R", "S", "A").setup(1, 1).window(-2, 14).exclude(5, 6);
        fixture.request("W", "S", "A").setup(1, 1).window(2, 4);
        ProblemInstance instance = fixture.build();
        assertThat(codes(instance, track(instance, "R", "A", 0, 1))).isEmpty();
        assertThat(codes(instance, track(instance, "R", "A", -SECOND, 1))).containsExactly("OUTSIDE_HORIZON");
        assertThat(codes(instance, track(instance, "R", "A", 11, 12 + SECOND))).containsExactly("OUTSIDE_HORIZON");
        assertThat(codes(instance, track(instance, "R", "A", 4, 5))).isEmpty();
        assertThat(codes(instance, track(instance, "R", "A", 6, 7))).isEmpty();
        assertThat(codes(instance, track(instance, "R", "A", 4, 5 + SECOND))).containsExactly("EXCLUDED_TIME");
        assertThat(codes(instance, track(instance, "W", "A", 2, 4))).isEmpty();
        assertThat(onlyText(instance, track(instance, "W", "A", 1.5, 4)))
                .isEqualTo("W#1 is for 30 min outside the window of W (2026-12-07 02:00:00 to 2026-12-07 04:00:00).");
    }

    @Test
    void setupAndTeardownAreAsLongAsAsked() {
        ProblemFixture fixture = allDay();
        fixture.request("R", "S", "A").setup(0.5, 0.25);
        ProblemInstance instance = fixture.build();
        Track good = track(instance, "R", "A", 1, 2);
        assertThat(codes(instance, good)).isEmpty();
        assertThat(onlyText(
                        instance,
                        new Track("R#1", "R", "S", List.of("A"), at(0.75), good.bot(), good.eot(), good.eoa(), false)))
                .isEqualTo("R#1 has a setup of 15 min instead of 30 min.");
        assertThat(codes(
                        instance,
                        new Track("R#1", "R", "S", List.of("A"), good.boa(), good.bot(), good.eot(), at(3), false)))
                .containsExactly("TEARDOWN_LENGTH");
    }

    @Test
    void aManualEditBelowTheMinimumIsOneViolationAndItsHoursCount() {
        ProblemFixture fixture = allDay();
        fixture.request("R", "S", "A").lasting(2, 4);
        ProblemInstance instance = fixture.build();
        assertThat(codes(instance, track(instance, "R", "A", 1, 3))).isEmpty();
        Evaluation below = ScheduleChecker.evaluate(instance, List.of(track(instance, "R", "A", 1, 2)));
        assertThat(below.violations()).extracting(Violation::code).containsExactly("BELOW_MINIMUM");
        assertThat(below.terms().hours()).isEqualTo(1);
        assertThat(below.terms().bonus()).isZero();
    }

    @Test
    void aSplitRequestKeepsItsNumberItsShortestTrackAndItsMinimum() {
        ProblemFixture fixture = allDay();
        fixture.request("R", "S", "A").lasting(3, 5).split(2, 1);
        ProblemInstance instance = fixture.build();
        Track first = track(instance, "R", 1, List.of("A"), 1, 2);
        assertThat(codes(instance, first, track(instance, "R", 2, List.of("A"), 5, 7)))
                .isEmpty();
        assertThat(codes(instance, first, track(instance, "R", 2, List.of("A"), 5, 7 - SECOND)))
                .containsExactly("BELOW_MINIMUM");
        assertThat(codes(instance, track(instance, "R", 2, List.of("A"), 5, 8))).isEmpty();
        assertThat(codes(
                        instance,
                        track(instance, "R", 1, List.of("A"), 1, 2 - SECOND),
                        track(instance, "R", 2, List.of("A"), 5, 8)))
                .containsExactly("TRACK_TOO_SHORT");
        assertThat(codes(
                        instance,
                        first,
                        track(instance, "R", 2, List.of("A"), 5, 6),
                        track(instance, "R", 3, List.of("A"), 7, 8)))
                .containsExactly("TOO_MANY_TRACKS");
    }

    @Test
    void aSpacecraftIsNotTrackedTwiceAtOnceUnlessBothRequestsAllowIt() {
        ProblemFixture fixture = allDay();
        fixture.request("R", "S", "A");
        fixture.request("Q", "S", "B");
        fixture.request("FREE", "S", "B").exclusive(Exclusive.NONE);
        fixture.request("FREE2", "S", "A").exclusive(Exclusive.NONE);
        fixture.request("OTHER", "T", "B");
        ProblemInstance instance = fixture.build();
        Track r = track(instance, "R", "A", 1, 3);
        assertThat(codes(instance, r, track(instance, "Q", "B", 3, 4))).isEmpty();
        assertThat(codes(instance, r, track(instance, "Q", "B", 3 - SECOND, 4))).containsExactly("SPACECRAFT_TWICE");
        assertThat(codes(instance, r, track(instance, "FREE", "B", 2, 4))).containsExactly("SPACECRAFT_TWICE");
        assertThat(codes(instance, track(instance, "FREE2", "A", 1, 3), track(instance, "FREE", "B", 2, 4)))
                .isEmpty();
        assertThat(codes(instance, r, track(instance, "OTHER", "B", 2, 4))).isEmpty();
    }

    @Test
    void aMissionIsNotTrackedTwiceAtOnceWhereARequestAsksSo() {
        ProblemFixture fixture = allDay().spacecraft("S", "M").spacecraft("T", "M");
        fixture.request("R", "S", "A").exclusive(Exclusive.MISSION);
        fixture.request("Q", "T", "B").exclusive(Exclusive.NONE);
        fixture.request("P", "S", "A");
        ProblemInstance instance = fixture.build();
        assertThat(codes(instance, track(instance, "R", "A", 1, 3), track(instance, "Q", "B", 3, 4)))
                .isEmpty();
        assertThat(codes(instance, track(instance, "R", "A", 1, 3), track(instance, "Q", "B", 2, 4)))
                .containsExactly("MISSION_TWICE");
        assertThat(codes(instance, track(instance, "P", "A", 1, 3), track(instance, "Q", "B", 2, 4)))
                .isEmpty();
    }

    @Test
    void requestsTiedToOverlapAreLetOffExclusivity() {
        for (Tie.Type type : List.of(Tie.Type.OVERLAP, Tie.Type.SIMULTANEOUS)) {
            ProblemFixture fixture = allDay();
            fixture.request("R", "S", "A").tie(type, "Q", null, null);
            fixture.request("Q", "S", "B");
            ProblemInstance instance = fixture.build();
            assertThat(codes(instance, track(instance, "R", "A", 1, 3), track(instance, "Q", "B", 1, 3)))
                    .isEmpty();
        }
    }

    @Test
    void separationHoldsInEitherOrderWithinItsLimits() {
        ProblemFixture fixture = allDay();
        fixture.request("R", "S", "A").tie(Tie.Type.SEPARATION, "Q", 2.0, 5.0);
        fixture.request("Q", "T", "A", "B");
        ProblemInstance instance = fixture.build();
        Track r = track(instance, "R", "A", 10, 12);
        for (double[] fine : new double[][] {{14, 15}, {17, 18}, {7, 8}, {4, 5}}) {
            assertThat(codes(instance, r, track(instance, "Q", "A", fine[0], fine[1])))
                    .as(Arrays.toString(fine))
                    .isEmpty();
        }
        for (double[] broken :
                new double[][] {{14 - SECOND, 15}, {17 + SECOND, 18.5}, {7, 8 + SECOND}, {3, 5 - SECOND}}) {
            assertThat(codes(instance, r, track(instance, "Q", "A", broken[0], broken[1])))
                    .as(Arrays.toString(broken))
                    .containsExactly("SEPARATION");
        }
        assertThat(codes(instance, r)).isEmpty();
        assertThat(onlyText(instance, r, track(instance, "Q", "A", 13, 15)))
                .isEqualTo(
                        "R ends at 2026-12-07 12:00:00 and Q begins at 2026-12-07 13:00:00: 60 min short of the gap of"
                                + " at least 2 h between them.");
    }

    @Test
    void beforeHoldsInOneOrderOnly() {
        ProblemFixture fixture = allDay();
        fixture.request("R", "S", "A").tie(Tie.Type.BEFORE, "Q", null, 3.0);
        fixture.request("Q", "T", "B");
        ProblemInstance instance = fixture.build();
        Track r = track(instance, "R", "A", 10, 12);
        assertThat(codes(instance, r, track(instance, "Q", "B", 12, 13))).isEmpty();
        assertThat(codes(instance, r, track(instance, "Q", "B", 15, 16))).isEmpty();
        assertThat(codes(instance, r, track(instance, "Q", "B", 12 - SECOND, 13)))
                .containsExactly("BEFORE");
        assertThat(codes(instance, r, track(instance, "Q", "B", 15 + SECOND, 17)))
                .containsExactly("BEFORE");
        assertThat(codes(instance, r, track(instance, "Q", "B", 7, 8))).containsExactly("BEFORE");
    }

    @Test
    void aHandoverOverlapsByItsMinimumOnDifferentAntennas() {
        ProblemFixture fixture = allDay();
        fixture.request("R", "S", "A").tie(Tie.Type.OVERLAP, "Q", 0.5, null);
        fixture.request("Q", "S", "A", "B");
        ProblemInstance instance = fixture.build();
        Track r = track(instance, "R", "A", 10, 12);
        assertThat(codes(instance, r, track(instance, "Q", "B", 11.5, 13))).isEmpty();
        assertThat(codes(instance, r, track(instance, "Q", "B", 11.5 + SECOND, 13)))
                .containsExactly("OVERLAP");
        assertThat(codes(instance, r, track(instance, "Q", "B", 12, 13))).containsExactly("OVERLAP");
        assertThat(codes(instance, r, track(instance, "Q", "A", 11, 13))).contains("OVERLAP");
        assertThat(codes(instance, r)).isEmpty();
    }

    @Test
    void simultaneousRequestsAreTrackedTogetherOrNotAtAll() {
        ProblemFixture fixture = allDay();
        fixture.request("R", "S", "A").tie(Tie.Type.SIMULTANEOUS, "Q", null, null);
        fixture.request("Q", "S", "B");
        ProblemInstance instance = fixture.build();
        Track r = track(instance, "R", "A", 10, 12);
        assertThat(codes(instance)).isEmpty();
        assertThat(codes(instance, r, track(instance, "Q", "B", 10, 12))).isEmpty();
        assertThat(codes(instance, r, track(instance, "Q", "B", 10, 12 + SECOND)))
                .containsExactly("SIMULTANEOUS");
        assertThat(onlyText(instance, r))
                .isEqualTo("R is tracked and Q is not; they are tied to be tracked together or not at all.");
    }

    @Test
    void aComplexCarriesNoMoreTracksAtOnceThanItsLimit() {
        ProblemFixture fixture = new ProblemFixture()
                .antenna("A", "YEOJU", Set.of())
                .antenna("B", "YEOJU", Set.of())
                .antenna("C", "YEOJU", Set.of())
                .complex("YEOJU", 2, 1);
        for (String antenna : List.of("A", "B", "C")) {
            fixture.view(antenna, "S" + antenna, 0, 24);
        }
        fixture.request("RA", "SA", "A").setup(1, 1).uplink();
        fixture.request("RB", "SB", "B").setup(1, 1);
        fixture.request("RC", "SC", "C").setup(1, 1).uplink();
        ProblemInstance instance = fixture.build();
        Track a = track(instance, "RA", "A", 2, 4);
        Track b = track(instance, "RB", "B", 2, 6);
        assertThat(codes(instance, a, b)).isEmpty();
        assertThat(codes(instance, a, b, track(instance, "RC", "C", 4, 6))).isEmpty();
        assertThat(codes(instance, a, b, track(instance, "RC", "C", 4 - SECOND, 6)))
                .containsExactly("COMPLEX_TRACKS", "COMPLEX_UPLINKS");
        assertThat(codes(instance, a, track(instance, "RC", "C", 2, 6))).containsExactly("COMPLEX_UPLINKS");
    }

    @Test
    void anArrayIsOneTrackToItsComplex() {
        ProblemFixture fixture = new ProblemFixture()
                .antenna("A", "YEOJU", Set.of())
                .antenna("B", "YEOJU", Set.of())
                .complex("YEOJU", 1, null)
                .view("A", "S", 0, 24)
                .view("B", "S", 0, 24);
        fixture.request("R", "S").array("A", "B");
        ProblemInstance instance = fixture.build();
        assertThat(codes(instance, track(instance, "R", 1, List.of("A", "B"), 4, 6)))
                .isEmpty();
    }

    @Test
    void pinnedTracksStayAsTheyWerePinned() {
        ProblemFixture fixture = allDay();
        fixture.request("R", "S", "A");
        Track pin = track(fixture.build(), "R", "A", 3, 5);
        ProblemInstance instance = fixture.pin(pin).build();
        assertThat(codes(instance, track(instance, "R", "A", 3, 5))).isEmpty();
        assertThat(codes(instance, track(instance, "R", "A", 3, 5 - SECOND))).containsExactly("PIN_MOVED");
        assertThat(codes(instance)).containsExactly("PIN_MOVED");
    }

    @Test
    void idsThatTheProblemDoesNotHaveAreNamed() {
        ProblemFixture fixture = allDay();
        fixture.request("R", "S", "A");
        ProblemInstance instance = fixture.build();
        Track good = track(instance, "R", "A", 1, 2);
        assertThat(codes(
                        instance,
                        new Track("N#1", "N", "S", List.of("A"), at(5), at(5), at(6), at(6), false),
                        new Track("R#9", "R", "S", List.of("Z"), at(1), at(1), at(2), at(2), false)))
                .containsExactlyInAnyOrder("UNKNOWN_REQUEST", "UNKNOWN_ANTENNA");
        assertThat(codes(instance, new Track("R#1", "R", "T", List.of("A"), at(1), at(1), at(2), at(2), false)))
                .containsExactly("WRONG_SPACECRAFT");
        assertThat(codes(instance, good, good)).contains("DUPLICATE_TRACK_ID");
    }

    @Test
    void timesOutOfOrderAreOneViolationAndCountNoHours() {
        ProblemFixture fixture = allDay();
        fixture.request("R", "S", "A");
        ProblemInstance instance = fixture.build();
        for (Instant[] times : new Instant[][] {
            {at(1), at(1), at(1), at(1)},
            {at(2), at(1), at(3), at(3)},
            {at(1), at(1), at(3), at(2)},
            {at(3), at(3), at(1), at(1)}
        }) {
            Evaluation evaluation = ScheduleChecker.evaluate(
                    instance,
                    List.of(new Track("R#1", "R", "S", List.of("A"), times[0], times[1], times[2], times[3], false)));
            assertThat(evaluation.violations()).extracting(Violation::code).containsExactly("TIME_ORDER");
            assertThat(evaluation.value()).isZero();
        }
    }

    @Test
    void aHundredThousandTracksAreCheckedInOneSweep() {
        int days = 380;
        ProblemFixture fixture = new ProblemFixture().horizon(0, 24 * days);
        List<Interval> passes = new ArrayList<>();
        for (int day = 0; day < days; day++) {
            passes.add(hours(24 * day, 24 * day + 24));
        }
        List<Track> tracks = new ArrayList<>();
        int perDay = 20;
        int antennas = 13;
        for (int a = 0; a < antennas; a++) {
            String antenna = "A" + a;
            String craft = "S" + a;
            fixture.antenna(antenna);
            passes.forEach(pass -> fixture.view(
                    antenna,
                    craft,
                    Duration.between(ProblemFixture.T0, pass.start()).toHours(),
                    Duration.between(ProblemFixture.T0, pass.end()).toHours()));
            for (int day = 0; day < days; day++) {
                for (int i = 0; i < perDay; i++) {
                    String id = "R" + a + "/" + (day * perDay + i);
                    fixture.request(id, craft, antenna).setup(0.05, 0.05);
                    double bot = 24 * day + 0.05 + i * 1.15;
                    tracks.add(new Track(
                            id + "#1",
                            id,
                            craft,
                            List.of(antenna),
                            at(bot - 0.05),
                            at(bot),
                            at(bot + 1),
                            at(bot + 1.05),
                            false));
                }
            }
        }
        Evaluation evaluation = ScheduleChecker.evaluate(fixture.build(), tracks);
        assertThat(tracks).hasSizeGreaterThan(98_000);
        assertThat(evaluation.violations()).isEmpty();
        assertThat(evaluation.figures().satisfied()).isEqualTo(tracks.size());
    }
}
