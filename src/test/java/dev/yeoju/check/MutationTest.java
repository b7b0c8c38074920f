package dev.yeoju.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yeoju.model.ProblemInstance;
import dev.yeoju.model.Track;
import dev.yeoju.model.TrackRequest;
import dev.yeoju.model.Violation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Valid schedules of random problems, broken in one way each: the rule that was broken is the one that is found. */
class MutationTest {
    private static final int PROBLEMS = "full".equals(System.getProperty("yeoju.campaign")) ? 5000 : 60;
    private static final Duration SECOND = Duration.ofSeconds(1);

    @Test
    void aScheduleBrokenInOneWayIsCaughtByThatRule() {
        Map<Rule, Integer> caught = new EnumMap<>(Rule.class);
        for (long seed = 0; seed < PROBLEMS; seed++) {
            ProblemInstance instance = SmallProblems.of(seed);
            Enumeration.Optimum best = Enumeration.best(instance, SmallProblems.GRID);
            List<Track> valid = best.tracks();
            if (!best.exists()) {
                continue;
            }
            assertThat(ScheduleChecker.evaluate(instance, valid).violations())
                    .as("seed %d", seed)
                    .isEmpty();
            if (valid.isEmpty()) {
                continue;
            }
            Random random = new Random(seed);
            int index = random.nextInt(valid.size());
            for (Rule rule : Rule.values()) {
                List<Track> mutated = mutated(instance, valid, index, rule);
                if (mutated == null) {
                    continue;
                }
                assertThat(ScheduleChecker.evaluate(instance, mutated).violations())
                        .as("seed %d, rule %s", seed, rule)
                        .extracting(Violation::code)
                        .contains(rule.name());
                caught.merge(rule, 1, Integer::sum);
            }
        }
        assertThat(caught.keySet()).hasSizeGreaterThanOrEqualTo(14);
    }

    /** The schedule with one track changed so that it must break the rule, or null where this one cannot. */
    private static @Nullable List<Track> mutated(ProblemInstance instance, List<Track> valid, int index, Rule rule) {
        Track t = valid.get(index);
        TrackRequest request = instance.requestsById().get(t.request());
        if (request == null) {
            throw new IllegalStateException(t.request());
        }
        Track changed = switch (rule) {
            case DUPLICATE_TRACK_ID ->
                valid.size() < 2
                        ? null
                        : with(
                                t,
                                valid.get((index + 1) % valid.size()).id(),
                                t.request(),
                                t.spacecraft(),
                                t.antennas());
            case UNKNOWN_REQUEST -> with(t, t.id(), "NONE", t.spacecraft(), t.antennas());
            case UNKNOWN_ANTENNA -> with(t, t.id(), t.request(), t.spacecraft(), List.of("NONE"));
            case WRONG_SPACECRAFT -> with(t, t.id(), t.request(), "NONE", t.antennas());
            case ANTENNAS_NOT_ALLOWED -> with(t, t.id(), t.request(), t.spacecraft(), List.of());
            case TIME_ORDER -> times(t, t.boa(), t.eot(), t.bot(), t.eoa());
            case SETUP_LENGTH -> times(t, t.boa().minus(SECOND), t.bot(), t.eot(), t.eoa());
            case TEARDOWN_LENGTH -> times(t, t.boa(), t.bot(), t.eot(), t.eoa().plus(SECOND));
            case OUTSIDE_HORIZON ->
                moved(
                        t,
                        Duration.between(t.bot(), instance.problem().horizon().start())
                                .minus(SECOND));
            case OUTSIDE_WINDOW ->
                moved(t, Duration.between(t.eot(), request.window().end()).plus(SECOND));
            case EXCLUDED_TIME ->
                request.exclude().isEmpty()
                        ? null
                        : moved(
                                t,
                                Duration.between(
                                                t.eot(),
                                                request.exclude().get(0).start())
                                        .plus(SECOND));
            case NOT_IN_VIEW -> beyondView(instance, t);
            case ANTENNA_DOWN -> {
                var down = instance.antennasById().get(t.antennas().get(0));
                yield down == null || down.unavailable().isEmpty()
                        ? null
                        : moved(
                                t,
                                Duration.between(
                                                t.eoa(),
                                                down.unavailable()
                                                        .get(0)
                                                        .interval()
                                                        .start())
                                        .plus(SECOND));
            }
            case BELOW_MINIMUM ->
                valid.stream().filter(o -> o.request().equals(t.request())).count() > 1
                        ? null
                        : times(
                                t,
                                t.boa(),
                                t.bot(),
                                t.bot().plus(request.minDuration()).minus(SECOND),
                                t.bot()
                                        .plus(request.minDuration())
                                        .minus(SECOND)
                                        .plus(request.teardown()));
            case TRACK_TOO_SHORT ->
                request.split() == null
                        ? null
                        : times(
                                t,
                                t.boa(),
                                t.bot(),
                                t.bot().plus(request.minTrackDuration()).minus(SECOND),
                                t.bot()
                                        .plus(request.minTrackDuration())
                                        .minus(SECOND)
                                        .plus(request.teardown()));
            case ANTENNA_OVERLAP -> request.mspa() ? null : overlapping(valid, index);
            case PIN_MOVED -> t.pinned() ? moved(t, SECOND) : null;
            default -> null;
        };
        if (rule == Rule.TOO_MANY_TRACKS) {
            List<Track> more = new ArrayList<>(valid);
            for (int i = 0; i < request.maxTracks(); i++) {
                more.add(with(
                        moved(t, Duration.ofDays(i + 1)),
                        t.request() + "#more" + i,
                        t.request(),
                        t.spacecraft(),
                        t.antennas()));
            }
            return more;
        }
        if (changed == null) {
            return null;
        }
        List<Track> mutated = new ArrayList<>(valid);
        mutated.set(index, changed);
        return mutated;
    }

    private static @Nullable Track beyondView(ProblemInstance instance, Track t) {
        Instant latest = instance.viewPeriods().stream()
                .filter(p ->
                        t.antennas().contains(p.antenna()) && t.spacecraft().equals(p.spacecraft()))
                .map(p -> p.los())
                .max(Instant::compareTo)
                .orElseThrow();
        return moved(t, Duration.between(t.eot(), latest).plus(SECOND));
    }

    private static @Nullable Track overlapping(List<Track> valid, int index) {
        Track t = valid.get(index);
        for (Track other : valid) {
            if (other != t && other.antennas().contains(t.antennas().get(0))) {
                return moved(t, Duration.between(t.boa(), other.eoa()).minus(SECOND));
            }
        }
        return null;
    }

    private static Track with(Track t, String id, String request, String spacecraft, List<String> antennas) {
        return new Track(id, request, spacecraft, antennas, t.boa(), t.bot(), t.eot(), t.eoa(), false);
    }

    private static Track times(Track t, Instant boa, Instant bot, Instant eot, Instant eoa) {
        return new Track(t.id(), t.request(), t.spacecraft(), t.antennas(), boa, bot, eot, eoa, false);
    }

    private static Track moved(Track t, Duration by) {
        return times(
                t, t.boa().plus(by), t.bot().plus(by), t.eot().plus(by), t.eoa().plus(by));
    }
}
