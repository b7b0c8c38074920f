package dev.yeoju.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class PointingTimesTest {
    private static final Instant START = Instant.parse("2026-12-07T00:00:00Z");
    private static final int SECONDS = 7200;
    private static final Interval ALL = interval(0, SECONDS);

    private static Interval interval(long from, long to) {
        return new Interval(START.plusSeconds(from), START.plusSeconds(to));
    }

    /** A pass that rises, culminates and sets. */
    private static PointingTrack pass(double peakDeg) {
        return PointingFixtures.track(
                START, SECONDS, 60, t -> new Pointing(90 + t / 40, peakDeg * Math.sin(Math.PI * t / SECONDS)));
    }

    @Test
    void timesAboveAnElevationEndWhereItIsCrossed() {
        // 40 sin(π t / 7200) = 20 at 1200 s and 6000 s.
        List<Interval> above = PointingTimes.above(pass(40), 20, ALL);
        assertThat(above).hasSize(1);
        assertThat(above.get(0).start()).isBetween(START.plusSeconds(1199), START.plusSeconds(1201));
        assertThat(above.get(0).end()).isBetween(START.plusSeconds(5999), START.plusSeconds(6001));
    }

    @Test
    void neverHighEnoughIsNoTimeAndAlwaysHighEnoughIsAll() {
        assertThat(PointingTimes.above(pass(40), 41, ALL)).isEmpty();
        assertThat(PointingTimes.above(pass(40), -1, ALL)).containsExactly(ALL);
    }

    @Test
    void timesAreWithinTheIntervalAskedFor() {
        Interval part = new Interval(START.plusMillis(2_000_400), START.plusMillis(3_000_600));
        assertThat(PointingTimes.above(pass(40), 20, part)).containsExactly(interval(2001, 3000));
    }

    @Test
    void nothingIsMissedBetweenSamples() {
        for (int seed = 0; seed < 40; seed++) {
            Random random = new Random(seed);
            PointingTrack one = wandering(random);
            PointingTrack other = wandering(random);
            double width = random.nextDouble();
            double lowest = 44 + 2 * random.nextDouble();
            assertThat(PointingTimes.inBeam(one, other, width, ALL))
                    .as("seed %d", seed)
                    .isEqualTo(secondBySecond(t -> one.at(t).separationDeg(other.at(t)) <= width));
            assertThat(PointingTimes.above(one, lowest, ALL))
                    .as("seed %d", seed)
                    .isEqualTo(secondBySecond(t -> one.at(t).elevationDeg() >= lowest));
        }
    }

    /** Drifts with the sky and swings about that, as an orbiter does. */
    private static PointingTrack wandering(Random random) {
        double swing = 0.5 * random.nextDouble();
        double period = 600 + 3000 * random.nextDouble();
        double phase = random.nextDouble();
        double rise = (random.nextDouble() - 0.5) / 3600;
        return PointingFixtures.track(
                START,
                SECONDS,
                60,
                t -> new Pointing(
                        180 + t / 240 + swing * Math.cos(2 * Math.PI * (t / period + phase)),
                        45 + rise * t + swing * Math.sin(2 * Math.PI * (t / period + phase))));
    }

    private static List<Interval> secondBySecond(Predicate<Instant> kept) {
        List<Interval> times = new ArrayList<>();
        int since = -1;
        for (int t = 0; t <= SECONDS + 1; t++) {
            boolean in = t <= SECONDS && kept.test(START.plusSeconds(t));
            if (in && since < 0) {
                since = t;
            } else if (!in && since >= 0) {
                if (t - 1 > since) {
                    times.add(interval(since, t - 1));
                }
                since = -1;
            }
        }
        return times;
    }

    @Test
    void aBeamOfUnknownWidthIsSharedByNobody() {
        PointingTrack still = PointingFixtures.still(START, SECONDS, 10, 20);
        assertThat(PointingTimes.inBeam(still, still, Double.NaN, ALL)).isEmpty();
        assertThat(PointingTimes.inBeam(still, still, 0, ALL)).containsExactly(ALL);
    }

    @Test
    void noDirectionMovesFasterThanTheFastest() {
        for (int seed = 0; seed < 20; seed++) {
            PointingTrack track = wandering(new Random(seed));
            double fastest = track.fastestDegPerS();
            for (int t = 0; t < SECONDS; t++) {
                double moved = track.at(START.plusSeconds(t)).separationDeg(track.at(START.plusSeconds(t + 1)));
                assertThat(moved).as("seed %d, second %d", seed, t).isLessThanOrEqualTo(fastest);
            }
        }
    }
}
