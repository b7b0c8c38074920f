package dev.yeoju.model;

import static dev.yeoju.model.ModelFixtures.at;
import static dev.yeoju.model.ModelFixtures.hours;
import static dev.yeoju.model.ModelFixtures.request;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class RequestExpansionTest {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final List<ArrayOption> KDSA = List.of(ArrayOption.single("KDSA"));

    @Test
    void aSingleRequestStaysAsItIs() {
        TrackRequest single = request("A", hours(0, 10), HOUR, null, KDSA);
        assertThat(RequestExpansion.of(List.of(single)).requests()).containsExactly(single);
    }

    @Test
    void everyPeriodAsksCountTimesInTime() {
        TrackRequest twiceADay = request("A", hours(0, 48), HOUR, new Recurrence(Duration.ofDays(1), 2, null), KDSA);
        List<TrackRequest> members = RequestExpansion.of(List.of(twiceADay)).requests();
        assertThat(members).extracting(TrackRequest::id).containsExactly("A/1", "A/2", "A/3", "A/4");
        assertThat(members)
                .extracting(TrackRequest::window)
                .containsExactly(hours(0, 24), hours(0, 24), hours(24, 48), hours(24, 48));
        assertThat(members).allSatisfy(member -> {
            assertThat(member.series()).isEqualTo("A");
            assertThat(member.recurrence()).isNull();
        });
    }

    @Test
    void aTrailingPartialPeriodIsDroppedWithAWarning() {
        TrackRequest daily = request("A", hours(0, 60), HOUR, new Recurrence(Duration.ofDays(1), 1, null), KDSA);
        RequestExpansion expansion = RequestExpansion.of(List.of(daily));
        assertThat(expansion.requests()).hasSize(2);
        assertThat(expansion.warnings())
                .singleElement()
                .asString()
                .contains("A")
                .contains("partial");
    }

    @Test
    void aPeriodLongerThanTheWindowAsksForNothingAndSaysSo() {
        TrackRequest weekly = request("A", hours(0, 60), HOUR, new Recurrence(Duration.ofDays(7), 1, null), KDSA);
        RequestExpansion expansion = RequestExpansion.of(List.of(weekly));
        assertThat(expansion.requests()).isEmpty();
        assertThat(expansion.warnings()).hasSize(1);
    }

    @Test
    void neighboursOfASeriesKeepTheirSeparation() {
        TrackRequest daily =
                request("A", hours(0, 72), HOUR, new Recurrence(Duration.ofDays(1), 1, Duration.ofHours(8)), KDSA);
        List<TrackRequest> members = RequestExpansion.of(List.of(daily)).requests();
        assertThat(members.get(0).ties())
                .containsExactly(new Tie(Tie.Type.SEPARATION, "A/2", Duration.ofHours(8), null));
        assertThat(members.get(2).ties()).isEmpty();
    }

    @Test
    void thePreferredTimeMovesOnWithThePeriods() {
        Recurrence daily = new Recurrence(Duration.ofDays(1), 1, null);
        TrackRequest recurring = new TrackRequest(
                "A",
                "KPLO",
                Service.TELEMETRY,
                Band.X,
                false,
                KDSA,
                hours(0, 72),
                List.of(),
                daily,
                HOUR,
                HOUR,
                Duration.ZERO,
                Duration.ZERO,
                null,
                1,
                false,
                false,
                Exclusive.SPACECRAFT,
                null,
                at(3),
                List.of(),
                null);
        assertThat(RequestExpansion.of(List.of(recurring)).requests())
                .extracting(TrackRequest::preferredTime)
                .containsExactly(at(3), at(27), at(51));
    }
}
