package dev.yeoju.replan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yeoju.check.ScheduleChecker;
import dev.yeoju.check.SmallProblems;
import dev.yeoju.model.Interval;
import dev.yeoju.model.Opportunities;
import dev.yeoju.model.Opportunity;
import dev.yeoju.model.ProblemInstance;
import dev.yeoju.model.Track;
import dev.yeoju.model.TrackRequest;
import dev.yeoju.model.Violation;
import dev.yeoju.planning.RandomProblems;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What a trial breaks among the tracks around it is what it breaks in the whole schedule. */
class NeighbourhoodTest {
    private static final int PROBLEMS = "full".equals(System.getProperty("yeoju.campaign")) ? 4000 : 60;
    private static final int TRIALS = 10;
    private static final Set<SmallProblems.Feature> NO_PINS =
            EnumSet.complementOf(EnumSet.of(SmallProblems.Feature.PINS));

    @Test
    void inSmallSchedules() {
        Set<String> rules = new TreeSet<>();
        for (long seed = 0; seed < PROBLEMS; seed++) {
            rules.addAll(tried(SmallProblems.of(seed, NO_PINS), seed));
        }
        assertThat(rules).hasSizeGreaterThanOrEqualTo(14);
    }

    @Test
    void inSchedulesOfTwentyRequestsWithTiesBeamsAndLimits() {
        Set<String> rules = new TreeSet<>();
        for (long seed = 0; seed < PROBLEMS; seed++) {
            rules.addAll(tried(
                    new RandomProblems(seed).withTies().withMountsAndLimits().any(4, 20, 96), seed));
        }
        assertThat(rules).hasSizeGreaterThanOrEqualTo(14);
    }

    /** Tries tracks in a schedule that keeps all rules and in one that does not; returns the rules that trials broke. */
    private static Set<String> tried(ProblemInstance instance, long seed) {
        Random random = new Random(seed);
        Map<String, List<Opportunity>> opportunities = Opportunities.of(instance);
        List<Track> any = new ArrayList<>();
        List<Track> valid = new ArrayList<>();
        for (TrackRequest request : instance.requests()) {
            List<Track> tracks = tracks(request, opportunities.getOrDefault(request.id(), List.of()), any, random);
            any.addAll(tracks);
            valid.addAll(tracks);
            if (!ScheduleChecker.evaluate(instance, valid).isValid()) {
                valid.removeAll(tracks);
            }
        }
        Set<String> rules = new HashSet<>();
        for (int trial = 0; trial < TRIALS; trial++) {
            TrackRequest asked =
                    instance.requests().get(random.nextInt(instance.requests().size()));
            TrackRequest request = random.nextInt(3) > 0
                    ? asked
                    : Variants.lasting(asked, asked.minDuration().dividedBy(2));
            List<Track> base = random.nextBoolean() ? any : valid;
            List<Track> instead = tracks(request, opportunities.getOrDefault(request.id(), List.of()), base, random);
            List<Violation> found = new Neighbourhood(instance, base).broken(request, instead);
            assertThat(found)
                    .as("seed %d, trial %d of %s", seed, trial, request.id())
                    .containsExactlyInAnyOrderElementsOf(broken(instance, request, base, instead));
            found.forEach(violation -> rules.add(violation.code()));
        }
        return rules;
    }

    private static Collection<Violation> broken(
            ProblemInstance instance, TrackRequest request, List<Track> base, List<Track> instead) {
        ProblemInstance tried = Variants.with(instance, request);
        List<Track> after = new ArrayList<>(base);
        after.removeIf(track -> track.request().equals(request.id()));
        after.addAll(instead);
        Map<String, Violation> broken = new LinkedHashMap<>();
        ScheduleChecker.evaluate(tried, after).violations().forEach(violation -> broken.put(violation.id(), violation));
        ScheduleChecker.evaluate(tried, base).violations().forEach(violation -> broken.remove(violation.id()));
        return broken.values();
    }

    /** A few tracks of the request: anywhere in its opportunities, or just beside another track, more or less. */
    private static List<Track> tracks(
            TrackRequest request, List<Opportunity> opportunities, List<Track> others, Random random) {
        List<Track> tracks = new ArrayList<>();
        if (opportunities.isEmpty()) {
            return tracks;
        }
        int count = random.nextInt(request.maxTracks() + 1);
        for (int number = 1; number <= count; number++) {
            Opportunity opportunity = opportunities.get(random.nextInt(opportunities.size()));
            Interval usable = opportunity.usable();
            long room = usable.duration().minus(request.minTrackDuration()).toSeconds();
            Instant bot = usable.start().plusSeconds((long) (random.nextDouble() * Math.max(1, room)));
            if (!others.isEmpty() && random.nextBoolean()) {
                Track other = others.get(random.nextInt(others.size()));
                bot = other.eoa().plus(request.setup()).plusSeconds(random.nextInt(3600) - 60L);
            }
            Duration length = request.minTrackDuration()
                    .plusSeconds(random.nextBoolean() ? 0 : random.nextInt(1 + (int) Math.max(0, room)));
            tracks.add(Tracks.of(
                    request.id() + "#" + number, request, opportunity.option().antennas(), bot, bot.plus(length)));
        }
        return tracks;
    }
}
