package dev.yeoju.model;

import static dev.yeoju.model.ModelFixtures.hours;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class UnavailabilityTest {
    private static final Interval WEEK = hours(0, 168);

    @Test
    void onceIsOnceAndOnlyWhereItTouchesTheHorizon() {
        assertThat(new Unavailability(hours(1, 5), "maintenance", null).within(WEEK))
                .containsExactly(hours(1, 5));
        assertThat(new Unavailability(hours(-2, 1), "maintenance", null).within(WEEK))
                .containsExactly(hours(-2, 1));
        assertThat(new Unavailability(hours(-2, 0), "maintenance", null).within(WEEK))
                .isEmpty();
    }

    @Test
    void aWeeklySlotRepeatsThroughTheHorizon() {
        Unavailability daily = new Unavailability(hours(10, 12), "calibration", Duration.ofDays(1));
        assertThat(daily.within(hours(0, 60))).containsExactly(hours(10, 12), hours(34, 36), hours(58, 60));
    }

    @Test
    void aSlotThatBeganYearsAgoStillComes() {
        Unavailability weekly =
                new Unavailability(hours(-168 * 520 + 3, -168 * 520 + 5), "maintenance", Duration.ofDays(7));
        assertThat(weekly.within(WEEK)).containsExactly(hours(3, 5));
    }

    @Test
    void aSlotAcrossTheHorizonsStartCounts() {
        Unavailability daily = new Unavailability(hours(-25, -23), "calibration", Duration.ofDays(1));
        assertThat(daily.within(hours(0, 24))).containsExactly(hours(-1, 1), hours(23, 25));
    }
}
