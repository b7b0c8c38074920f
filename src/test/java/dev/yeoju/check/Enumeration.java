package dev.yeoju.check;

import dev.yeoju.model.ArrayOption;
import dev.yeoju.model.Exclusive;
import dev.yeoju.model.ProblemInstance;
import dev.yeoju.model.Track;
import dev.yeoju.model.TrackRequest;
import dev.yeoju.model.Violation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The best schedule of a tiny problem by trying them all, on a grid of begins and lengths. What may stand alone and
 * what is valid as a whole is asked of the checker; pruning relies only on
 * more time never being worth less, and on each request's changes costing what they cost.
 */
public final class Enumeration {
    /**
     * @param value level 3 of the best schedule
     * @param criticalPriority level 2 of it
     * @param tracks the schedule itself
     */
    public record Optimum(double criticalPriority, double value, List<Track> tracks) {
        /** Whether any schedule keeps the rules: pins may leave none. */
        public boolean exists() {
            return value > Double.NEGATIVE_INFINITY;
        }
    }

    /**
     * One way to serve a request, or none at all when there are no tracks.
     *
     * @param changes what it changes in the cost of changes, which is each request's own
     */
    private record Choice(List<Track> tracks, Duration total, double changes) {}

    private static final Set<String> TOGETHER_ONLY =
            Set.of(Rule.BELOW_MINIMUM.name(), Rule.SIMULTANEOUS.name(), Rule.PIN_MOVED.name());

    private static final Set<String> OF_TWO = Stream.of(
                    Rule.ANTENNA_OVERLAP,
                    Rule.SLEW,
                    Rule.BEAM_WIDTH,
                    Rule.BEAM_UPLINKS,
                    Rule.SPACECRAFT_TWICE,
                    Rule.MISSION_TWICE,
                    Rule.COMPLEX_TRACKS,
                    Rule.COMPLEX_UPLINKS)
            .map(Rule::name)
            .collect(Collectors.toSet());

    private final Map<Track, Map<Track, Boolean>> clashes = new IdentityHashMap<>();
    private final ProblemInstance instance;
    private final boolean criticalFirst;
    private final List<TrackRequest> requests;
    private final List<List<Choice>> choices = new ArrayList<>();
    private final Map<String, Duration> optimistic = new HashMap<>();
    private final Map<String, String> missions = new HashMap<>();
    private final Map<String, List<Track>> pins = new HashMap<>();
    private final double[] cheapest;
    private final double unchanged;
    private final List<Track> chosen = new ArrayList<>();
    private Optimum best = new Optimum(-1, Double.NEGATIVE_INFINITY, List.of());

    private Enumeration(ProblemInstance instance, Duration grid, boolean criticalFirst) {
        this.instance = instance;
        this.criticalFirst = criticalFirst;
        requests = instance.requests();
        unchanged = changes(List.of());
        for (Track pin : instance.problem().pins()) {
            pins.computeIfAbsent(pin.request(), k -> new ArrayList<>()).add(pin);
        }
        instance.problem().spacecraft().forEach(craft -> missions.put(craft.id(), craft.mission()));
        for (TrackRequest request : requests) {
            choices.add(choices(request, grid));
            optimistic.put(request.id(), mostOf(choices.get(choices.size() - 1)));
        }
        cheapest = new double[requests.size() + 1];
        for (int r = requests.size() - 1; r >= 0; r--) {
            cheapest[r] = cheapest[r + 1]
                    + choices.get(r).stream().mapToDouble(Choice::changes).min().orElse(0);
        }
    }

    /** The schedule with most value, critical requests not coming first: what no bound on the value may be below. */
    public static Optimum mostValue(ProblemInstance instance, Duration grid) {
        return new Enumeration(instance, grid, false).search();
    }

    /** The best schedule as planners mean it: critical requests first, then value. */
    public static Optimum best(ProblemInstance instance, Duration grid) {
        return new Enumeration(instance, grid, true).search();
    }

    private Optimum search() {
        descend(0, 0);
        return best;
    }

    private static Duration mostOf(List<Choice> choices) {
        return choices.stream().map(Choice::total).max(Duration::compareTo).orElse(Duration.ZERO);
    }

    private void descend(int depth, double spent) {
        if (depth == requests.size()) {
            Evaluation evaluation = ScheduleChecker.evaluate(instance, chosen);
            if (evaluation.isValid() && better(evaluation.criticalPriority(), evaluation.value())) {
                best = new Optimum(evaluation.criticalPriority(), evaluation.value(), List.copyOf(chosen));
            }
            return;
        }
        String id = requests.get(depth).id();
        Duration most = optimistic.getOrDefault(id, Duration.ZERO);
        Duration judged = null;
        double critical = 0;
        double value = 0;
        for (Choice choice : choices.get(depth)) {
            if (!choice.total().equals(judged)) {
                judged = choice.total();
                optimistic.put(id, judged);
                ValueFormula limit =
                        new ValueFormula(instance.problem().objective(), requests, optimistic, this::mission);
                critical = limit.criticalPriority();
                value = limit.terms(0).total();
            }
            double changes = unchanged + spent + choice.changes() + cheapest[depth + 1];
            if (!better(critical, value - changes)) {
                continue;
            }
            if (collides(choice.tracks())) {
                continue;
            }
            chosen.addAll(choice.tracks());
            descend(depth + 1, spent + choice.changes());
            chosen.subList(chosen.size() - choice.tracks().size(), chosen.size())
                    .clear();
        }
        optimistic.put(id, most);
    }

    private String mission(String spacecraft) {
        return missions.getOrDefault(spacecraft, spacecraft);
    }

    private boolean better(double critical, double value) {
        if (criticalFirst && Math.abs(critical - best.criticalPriority()) > 1e-9) {
            return critical > best.criticalPriority();
        }
        return value > best.value() + 1e-9;
    }

    private Choice choice(List<Track> tracks, Duration total) {
        return new Choice(tracks, total, changes(tracks) - unchanged);
    }

    private double changes(List<Track> tracks) {
        return instance.problem().published().isEmpty()
                ? 0
                : ScheduleChecker.evaluate(instance, tracks).terms().changes();
    }

    private boolean collides(List<Track> tracks) {
        for (Track track : tracks) {
            for (Track other : chosen) {
                if (clashes.computeIfAbsent(track, k -> new IdentityHashMap<>())
                        .computeIfAbsent(other, k -> clash(track, other))) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether the two break a rule that no other track can mend. */
    private boolean clash(Track one, Track other) {
        return ScheduleChecker.evaluate(instance, List.of(one, other)).violations().stream()
                .map(Violation::code)
                .anyMatch(OF_TWO::contains);
    }

    /** Every way to serve a request by itself, most time first, so that good schedules come early; none comes last. */
    private List<Choice> choices(TrackRequest request, Duration grid) {
        List<Track> singles = new ArrayList<>();
        Instant end = instance.problem().horizon().end();
        for (ArrayOption option : request.antennas()) {
            for (Instant bot = instance.problem().horizon().start(); bot.isBefore(end); bot = bot.plus(grid)) {
                for (Duration length = request.minTrackDuration();
                        length.compareTo(request.preferredDuration()) <= 0
                                && !bot.plus(length).isAfter(end);
                        length = length.plus(grid)) {
                    Track track = track(request, option, bot, length, 1);
                    if (fineAlone(instance, track)) {
                        singles.add(track);
                    }
                }
            }
        }
        List<Track> pinned = pins.getOrDefault(request.id(), List.of());
        if (!pinned.isEmpty()) {
            return aroundPins(request, pinned, singles);
        }
        List<Choice> found = new ArrayList<>();
        for (Track track : singles) {
            if (track.duration().compareTo(request.minDuration()) >= 0) {
                found.add(choice(List.of(track), track.duration()));
            }
        }
        if (request.maxTracks() > 2) {
            throw new IllegalArgumentException("Enumeration splits in two at most.");
        }
        if (request.maxTracks() == 2) {
            for (int i = 0; i < singles.size(); i++) {
                for (int j = i + 1; j < singles.size(); j++) {
                    Track first = singles.get(i);
                    Track second = renumbered(singles.get(j));
                    Duration total = first.duration().plus(second.duration());
                    // Beyond what is preferred, a shorter track is worth as much.
                    if (total.compareTo(request.preferredDuration()) <= 0
                            && total.compareTo(request.minDuration()) >= 0
                            && apart(request, first, second)) {
                        found.add(choice(List.of(first, second), total));
                    }
                }
            }
        }
        found.sort((a, b) -> b.total().compareTo(a.total()));
        found.add(choice(List.of(), Duration.ZERO));
        return found;
    }

    /** The pins alone, and where another track may be, with one. */
    private List<Choice> aroundPins(TrackRequest request, List<Track> pinned, List<Track> singles) {
        Duration held = pinned.stream().map(Track::duration).reduce(Duration.ZERO, Duration::plus);
        List<Choice> found = new ArrayList<>();
        found.add(choice(pinned, held));
        if (pinned.size() < request.maxTracks()) {
            for (Track single : singles) {
                Duration total = held.plus(single.duration());
                if (total.compareTo(request.preferredDuration()) <= 0
                        && pinned.stream().allMatch(pin -> apart(request, pin, single))) {
                    List<Track> tracks = new ArrayList<>(pinned);
                    tracks.add(renumbered(single));
                    found.add(choice(tracks, total));
                }
            }
        }
        found.sort((a, b) -> b.total().compareTo(a.total()));
        return found;
    }

    private static boolean apart(TrackRequest request, Track a, Track b) {
        boolean activities = a.boa().isBefore(b.eoa()) && b.boa().isBefore(a.eoa());
        boolean tracking = a.tracking().overlaps(b.tracking());
        return (request.mspa() || !(activities && !Collections.disjoint(a.antennas(), b.antennas())))
                && (!tracking || request.exclusive() == Exclusive.NONE);
    }

    /** Whether the track breaks no rule but those that other tracks could mend. */
    static boolean fineAlone(ProblemInstance instance, Track track) {
        return ScheduleChecker.evaluate(instance, List.of(track)).violations().stream()
                .map(Violation::code)
                .allMatch(TOGETHER_ONLY::contains);
    }

    private static Track track(TrackRequest request, ArrayOption option, Instant bot, Duration length, int number) {
        Instant eot = bot.plus(length);
        return new Track(
                request.id() + "#" + number,
                request.id(),
                request.spacecraft(),
                option.antennas(),
                bot.minus(request.setup()),
                bot,
                eot,
                eot.plus(request.teardown()),
                false);
    }

    private static Track renumbered(Track t) {
        return new Track(
                t.request() + "#2",
                t.request(),
                t.spacecraft(),
                t.antennas(),
                t.boa(),
                t.bot(),
                t.eot(),
                t.eoa(),
                false);
    }
}
