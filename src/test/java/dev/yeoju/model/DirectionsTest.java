package dev.yeoju.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DirectionsTest {
    private static final Instant START = Instant.parse("2026-12-07T00:00:00Z");

    private static Antenna antenna(@Nullable SlewRate rate) {
        return new Antenna(
                "A",
                "A",
                "A",
                null,
                Set.of(),
                ElevationMask.flat(10),
                10,
                90,
                rate,
                Double.POSITIVE_INFINITY,
                Map.of(),
                null,
                List.of());
    }

    private static PointingTrack at(double azimuthDeg, double elevationDeg) {
        return PointingFixtures.still(START, 3600, azimuthDeg, elevationDeg);
    }

    private static Interval minutes(long from, long to) {
        return new Interval(START.plusSeconds(60 * from), START.plusSeconds(60 * to));
    }

    private static Duration slew(@Nullable SlewRate rate, @Nullable PointingTrack from, @Nullable PointingTrack to) {
        return Directions.slew(antenna(rate), from, minutes(0, 20), to, minutes(30, 50));
    }

    @Test
    void theSlowerAxisDecides() {
        SlewRate rate = new SlewRate(0.5, 0.25);
        assertThat(slew(rate, at(10, 30), at(30.1, 31))).isEqualTo(Duration.ofSeconds(41));
        assertThat(slew(rate, at(10, 30), at(12, 50.1))).isEqualTo(Duration.ofSeconds(81));
    }

    @Test
    void azimuthGoesTheShorterWayRound() {
        assertThat(slew(new SlewRate(1, 1), at(350, 30), at(9.9, 30))).isEqualTo(Duration.ofSeconds(20));
    }

    @Test
    void theDirectionsAreThoseAtTheEndOfTheOneAndAtTheBeginOfTheOther() {
        PointingTrack moving = PointingFixtures.track(START, 3600, 60, t -> new Pointing(100 + t / 60, 40));
        // 120 degrees at 20 min, 130 at 30 min.
        assertThat(slew(new SlewRate(1, 1), moving, at(129.9, 40))).isEqualTo(Duration.ofSeconds(10));
        assertThat(slew(new SlewRate(1, 1), at(100.1, 40), moving)).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void whatIsNotKnownTakesNoTime() {
        assertThat(slew(null, at(10, 30), at(200, 30))).isZero();
        assertThat(slew(new SlewRate(1, 1), null, at(200, 30))).isZero();
        assertThat(slew(new SlewRate(1, 1), at(10, 30), null)).isZero();
    }
}
