package dev.yeoju.model;

import static dev.yeoju.model.ModelFixtures.T0;
import static dev.yeoju.model.ModelFixtures.antenna;
import static dev.yeoju.model.ModelFixtures.hours;
import static dev.yeoju.model.ModelFixtures.instance;
import static dev.yeoju.model.ModelFixtures.period;
import static dev.yeoju.model.ModelFixtures.request;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OpportunitiesTest {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Antenna KDSA = antenna("KDSA", Set.of(Band.X));
    private static final Antenna DSS26 = antenna("DSS-26", Set.of(Band.X));

    @Test
    void aViewPeriodIsCutToTheRequestsWindow() {
        TrackRequest asked = request("A", hours(2, 5), HOUR, null, List.of(ArrayOption.single("KDSA")));
        assertThat(of(List.of(KDSA), asked, period("KDSA", null, hours(0, 4))))
                .containsExactly(new Opportunity("A", ArrayOption.single("KDSA"), hours(2, 4)));
    }

    @Test
    void whatLiesBeyondTheHorizonIsNone() {
        TrackRequest asked = request("A", hours(-5, 200), HOUR, null, List.of(ArrayOption.single("KDSA")));
        assertThat(of(List.of(KDSA), asked, period("KDSA", null, hours(-4, 4)), period("KDSA", null, hours(166, 172))))
                .extracting(Opportunity::usable)
                .containsExactly(hours(0, 4), hours(166, 168));
    }

    @Test
    void anArrayNeedsAllItsAntennasAtOnce() {
        ArrayOption both = new ArrayOption(List.of("KDSA", "DSS-26"));
        TrackRequest asked = request("A", hours(0, 24), HOUR, null, List.of(both));
        assertThat(of(
                        List.of(KDSA, DSS26),
                        asked,
                        period("KDSA", null, hours(0, 8)),
                        period("DSS-26", null, hours(6, 12)),
                        period("DSS-26", null, hours(20, 24))))
                .containsExactly(new Opportunity("A", both, hours(6, 8)));
    }

    @Test
    void touchingViewPeriodsStayApart() {
        TrackRequest asked = request("A", hours(0, 24), HOUR, null, List.of(ArrayOption.single("KDSA")));
        assertThat(of(List.of(KDSA), asked, period("KDSA", null, hours(0, 4)), period("KDSA", null, hours(4, 8))))
                .extracting(Opportunity::usable)
                .containsExactly(hours(0, 4), hours(4, 8));
    }

    @Test
    void aosRoundsUpAndLosRoundsDownToTheSecond() {
        TrackRequest asked = request("A", hours(0, 24), HOUR, null, List.of(ArrayOption.single("KDSA")));
        Interval odd = new Interval(T0.plusMillis(1_001), T0.plusMillis(7_200_999));
        assertThat(of(List.of(KDSA), asked, period("KDSA", null, odd)))
                .extracting(Opportunity::usable)
                .containsExactly(new Interval(T0.plusSeconds(2), T0.plusSeconds(7_200)));
    }

    @Test
    void whatIsShorterThanTheShortestTrackIsNone() {
        TrackRequest asked = request("A", hours(0, 24), HOUR, null, List.of(ArrayOption.single("KDSA")));
        assertThat(of(List.of(KDSA), asked, period("KDSA", null, hours(0, 1)))).hasSize(1);
        assertThat(of(List.of(KDSA), asked, period("KDSA", null, hours(0, 0.999))))
                .isEmpty();
    }

    @Test
    void anAntennaWithoutTheBandServesNothing() {
        TrackRequest asked = request("A", hours(0, 24), HOUR, null, List.of(ArrayOption.single("S-ONLY")));
        assertThat(of(List.of(antenna("S-ONLY", Set.of(Band.S))), asked, period("S-ONLY", null, hours(0, 8))))
                .isEmpty();
    }

    @Test
    void aPeriodGivenForTheRequestReplacesThoseOfItsSpacecraft() {
        TrackRequest asked = request("A", hours(0, 24), HOUR, null, List.of(ArrayOption.single("KDSA")));
        assertThat(of(List.of(KDSA), asked, period("KDSA", null, hours(0, 8)), period("KDSA", "A", hours(10, 12))))
                .extracting(Opportunity::usable)
                .containsExactly(hours(10, 12));
    }

    private static List<Opportunity> of(List<Antenna> antennas, TrackRequest request, ViewPeriod... periods) {
        List<Opportunity> found = Opportunities.of(instance(antennas, List.of(request), List.of(periods)))
                .get(request.id());
        assertThat(found).isNotNull();
        return found;
    }
}
