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
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The best schedule of a tiny problem by trying them all, on a grid of begins and lengths. What may stand alone and
 * what is valid as a whole is asked of the checker; pruning relies only on more time never being worth less.
 */
public final class Enumeration {
    /**
     * @param value level 3 of the best schedule
     * @param criticalPriority level 2 of it
     * @param tracks the schedule itself
     */
    public record Optimum(double criticalPriority, double value, List<Track> tracks) {}

    /** One way to serve a request, or none at all when there are no tracks. */
    private record Choice(List<Track> tracks, Duration total) {}

    private static final Set<String> TOGETHER_ONLY =
            Set.of(Rule.BELOW_MINIMUM.name(), Rule.SIMULTANEOUS.name(), Rule.PIN_MOVED.name());

    private final ProblemInstance instance;
    private final boolean criticalFirst;
    private final List<TrackRequest> requests;
    private final List<List<Choice>> choices = new ArrayList<>();
    private final Map<String, Duration> optimistic = new HashMap<>();
    private final Map<String, String> missions = new HashMap<>();
    private final List<Track> chosen = new ArrayList<>();
    private Optimum best = new Optimum(-1, -1, List.of());

    private Enumeration(ProblemInstance instance, Duration grid, boolean criticalFirst) {
        this.instance = instance;
        this.criticalFirst = criticalFirst;
        requests = instance.requests();
        instance.problem().spacecraft().forEach(craft -> missions.put(craft.id(), craft.mission()));
        for (TrackRequest request : requests) {
            choices.add(choices(request, grid));
            optimistic.put(request.id(), mostOf(choices.get(choices.size() - 1)));
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
        descend(0);
        return best;
    }

    private static Duration mostOf(List<Choice> choices) {
        return choices.stream().map(Choice::total).max(Duration::compareTo).orElse(Duration.ZERO);
    }

    private void descend(int depth) {
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
        for (Choice choice : choices.get(depth)) {
            if (!choice.total().equals(judged)) {
                judged = choice.total();
                optimistic.put(id, judged);
                ValueFormula limit =
                        new ValueFormula(instance.problem().objective(), requests, optimistic, this::mission);
                if (!better(limit.criticalPriority(), limit.terms(0).total())) {
                    // Choices come by falling time: none of the rest can be better.
                    break;
                }
            }
            if (collides(choice.tracks())) {
                continue;
            }
            chosen.addAll(choice.tracks());
            descend(depth + 1);
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

    private boolean collides(List<Track> tracks) {
        for (Track track : tracks) {
            for (Track other : chosen) {
                if (other.boa().isBefore(track.eoa())
                        && track.boa().isBefore(other.eoa())
                        && !Collections.disjoint(other.antennas(), track.antennas())) {
                    return true;
                }
            }
        }
        return false;
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
                    if (aloneFine(List.of(track))) {
                        singles.add(track);
                    }
                }
            }
        }
        List<Choice> found = new ArrayList<>();
        for (Track track : singles) {
            if (track.duration().compareTo(request.minDuration()) >= 0) {
                found.add(new Choice(List.of(track), track.duration()));
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
                        found.add(new Choice(List.of(first, second), total));
                    }
                }
            }
        }
        found.sort((a, b) -> b.total().compareTo(a.total()));
        found.add(new Choice(List.of(), Duration.ZERO));
        return found;
    }

    private static boolean apart(TrackRequest request, Track a, Track b) {
        boolean activities = a.boa().isBefore(b.eoa()) && b.boa().isBefore(a.eoa());
        boolean tracking = a.tracking().overlaps(b.tracking());
        return !(activities && !Collections.disjoint(a.antennas(), b.antennas()))
                && (!tracking || request.exclusive() == Exclusive.NONE);
    }

    private boolean aloneFine(List<Track> tracks) {
        return ScheduleChecker.evaluate(instance, tracks).violations().stream()
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
