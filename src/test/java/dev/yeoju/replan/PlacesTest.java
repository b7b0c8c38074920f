package dev.yeoju.replan;

import static dev.yeoju.check.ProblemFixture.at;
import static dev.yeoju.check.ProblemFixture.track;
import static org.assertj.core.api.Assertions.assertThat;

import dev.yeoju.check.ProblemFixture;
import dev.yeoju.check.ScheduleChecker;
import dev.yeoju.model.Place;
import dev.yeoju.model.ProblemInstance;
import dev.yeoju.model.ReasonCode;
import dev.yeoju.model.Relaxation;
import dev.yeoju.model.RequestExplanation;
import dev.yeoju.model.Track;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class PlacesTest {
    private static RequestExplanation explanation(ProblemInstance instance, String request, Track... tracks) {
        return new RequestExplainer(instance, List.of(tracks), null)
                .explain(request)
                .orElseThrow();
    }

    @Test
    void aFreePlaceComesBeforeOneThatDisplaces() {
        ProblemFixture fixture = new ProblemFixture().antenna("A").antenna("B");
        fixture.view("A", "S", 0, 4).view("B", "S", 0, 4).view("A", "T", 0, 4);
        fixture.request("R", "S", "A", "B").lasting(2, 4);
        fixture.request("Q", "T", "A").lasting(2, 4);
        ProblemInstance instance = fixture.build();
        List<Place> places = Places.of(instance, List.of(track(instance, "Q", "A", 0, 4)), "R", 5);

        assertThat(places.get(0).tracks().get(0).antennas()).containsExactly("B");
        assertThat(places.get(0).displaced()).isEmpty();
        assertThat(places.get(0).valueChange()).isPositive();
        assertThat(places)
                .allSatisfy(place -> assertThat(ScheduleChecker.evaluate(instance, place.schedule())
                                .isValid())
                        .isTrue());
    }

    @Test
    void whatGivesWayIsServedElsewhereWhereThatIsPossible() {
        ProblemFixture fixture = new ProblemFixture().antenna("A").antenna("B");
        fixture.view("A", "S", 0, 4).view("A", "T", 0, 4).view("B", "T", 6, 12);
        fixture.request("R", "S", "A").lasting(4, 4);
        fixture.request("Q", "T", "A", "B").lasting(2, 4);
        ProblemInstance instance = fixture.build();
        Place place = Places.of(instance, List.of(track(instance, "Q", "A", 0, 4)), "R", 1)
                .get(0);

        assertThat(place.displaced()).containsExactly("Q#1");
        assertThat(place.schedule()).anySatisfy(moved -> assertThat(moved).isEqualTo(track(instance, "Q", "B", 6, 10)));
    }

    @Test
    void neitherPinnedNorCriticalTracksGiveWay() {
        ProblemFixture fixture = new ProblemFixture().antenna("A");
        fixture.view("A", "S", 0, 4).view("A", "T", 0, 4);
        fixture.request("R", "S", "A").lasting(3, 4);
        fixture.request("Q", "T", "A").lasting(2, 4).critical();
        ProblemInstance instance = fixture.build();
        Track critical = track(instance, "Q", "A", 0, 4);
        Track pinned = new Track("Q#1", "Q", "T", List.of("A"), at(0), at(0), at(4), at(4), true);

        assertThat(Places.of(instance, List.of(critical), "R", 5)).isEmpty();
        assertThat(Places.of(instance, List.of(pinned), "R", 5)).isEmpty();
    }

    @Test
    void thePeriodsSayWhatBlocksThemAndWhatTakingThemCosts() {
        ProblemFixture fixture = new ProblemFixture().antenna("A", ProblemFixture.down(10, 14));
        fixture.view("A", "S", 0, 4)
                .view("A", "S", 6, 6.5)
                .view("A", "S", 10, 14)
                .view("A", "T", 0, 4);
        fixture.request("R", "S", "A").lasting(2, 4);
        fixture.request("Q", "T", "A").lasting(2, 4).priority(9);
        ProblemInstance instance = fixture.build();
        RequestExplanation explanation = explanation(instance, "R", track(instance, "Q", "A", 0, 4));

        assertThat(explanation.periods())
                .extracting(RequestExplanation.Period::code)
                .containsExactly(ReasonCode.CONTENTION, ReasonCode.TOO_SHORT, ReasonCode.ANTENNA_DOWN);
        Place taking = Objects.requireNonNull(explanation.periods().get(0).place());
        assertThat(taking.displaced()).containsExactly("Q#1");
        assertThat(explanation.periods().get(0).blockedBy()).containsExactly("Q#1");
    }

    @Test
    void theSmallestRelaxationsAreTriedOut() {
        ProblemFixture fixture = new ProblemFixture().antenna("A").antenna("B");
        fixture.view("A", "S", 0, 12).view("B", "S", 20, 23).view("A", "T", 0, 12);
        fixture.request("R", "S", "A").lasting(2, 4).window(0, 6);
        fixture.request("Q", "T", "A").lasting(2, 10).priority(9);
        ProblemInstance instance = fixture.build();
        RequestExplanation explanation = explanation(instance, "R", track(instance, "Q", "A", 1.5, 8));

        assertThat(explanation.relaxations())
                .extracting(Relaxation::text)
                .containsExactlyInAnyOrder("shorten by 30 min", "let its window end 4 h later");
        assertThat(explanation.relaxations()).allSatisfy(relaxation -> {
            assertThat(relaxation.place().cost()).isZero();
            assertThat(ScheduleChecker.evaluate(
                                    Variants.with(instance, relaxation.relaxed()),
                                    relaxation.place().schedule())
                            .isValid())
                    .isTrue();
        });
    }

    @Test
    void aScheduledTrackSaysWhatItsNextBestPlaceCostsAndACriticalOneHasABackup() {
        ProblemFixture fixture = new ProblemFixture().antenna("A").antenna("B");
        fixture.view("A", "S", 0, 4).view("B", "S", 6, 8);
        fixture.request("R", "S", "A", "B").lasting(1, 4).critical();
        ProblemInstance instance = fixture.build();
        RequestExplanation explanation = explanation(instance, "R", track(instance, "R", "A", 0, 4));

        RequestExplanation.PlacedTrack placed = explanation.tracks().get(0);
        Place next = Objects.requireNonNull(placed.next());
        assertThat(next.tracks().get(0).antennas()).containsExactly("B");
        assertThat(next.valueChange()).isNegative();
        assertThat(placed.why()).startsWith("The next best place, B from 7 Dec 06:00, costs ");
        assertThat(explanation.backup()).isEqualTo(next);
    }
}
