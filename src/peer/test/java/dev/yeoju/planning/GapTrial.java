package dev.yeoju.planning;

import ai.timefold.solver.core.config.solver.EnvironmentMode;
import dev.yeoju.benchmark.Peer;
import dev.yeoju.benchmark.Peers;
import dev.yeoju.bound.BoundOptions;
import dev.yeoju.bound.BoundSolver;
import dev.yeoju.bound.BoundWatch;
import dev.yeoju.check.ScheduleChecker;
import dev.yeoju.model.ArrayOption;
import dev.yeoju.model.Interval;
import dev.yeoju.model.Objective;
import dev.yeoju.model.Opportunities;
import dev.yeoju.model.Opportunity;
import dev.yeoju.model.ProblemInstance;
import dev.yeoju.model.SolverOptions;
import dev.yeoju.model.TrackRequest;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/**
 * How much of a gap is the bound's and how much the schedule's, where that can be proven: on pieces of a SatNet week (some
 * antennas, some hours, some of the requests that they can serve then) that are small enough for CP-SAT to prove an
 * optimum. The tool behind the figures in benchmarks/RESULTS.md.
 *
 * <pre>GapTrial [week=W10_2018] [pieces=20] [requests=14] [antennas=3] [hours=24] [time=PT60S] [steps=200000]</pre>
 */
final class GapTrial {
    /** The planner counts in millionths, CP-SAT's value is by tangents; less than that is no difference, hours. */
    private static final double TOLERANCE = 2e-3;

    private final Map<String, String> options = new LinkedHashMap<>(Map.of(
            "week",
            "W10_2018",
            "pieces",
            "20",
            "requests",
            "14",
            "antennas",
            "3",
            "hours",
            "24",
            "time",
            "PT60S",
            "steps",
            "200000"));

    private GapTrial() {}

    /** @param args as above */
    public static void main(String[] args) throws IOException {
        GapTrial trial = new GapTrial();
        for (String arg : args) {
            int equals = arg.indexOf('=');
            if (equals < 0 || trial.options.replace(arg.substring(0, equals), arg.substring(equals + 1)) == null) {
                throw new IllegalArgumentException(
                        "There is no option " + arg + ", there are " + trial.options.keySet() + ".");
            }
        }
        trial.run();
    }

    private String option(String name) {
        return Objects.requireNonNull(options.get(name));
    }

    private int number(String name) {
        return Integer.parseInt(option(name));
    }

    private void run() throws IOException {
        ProblemInstance week = SatNetWeek.read(option("week"), Objective.Preset.FAIR.objective());
        Peer peer = Peers.find("cp-sat");
        System.out.println("| piece | hours asked | schedule | optimum | bound | schedule's part | bound's part |");
        System.out.println("|---|---|---|---|---|---|---|");
        List<double[]> parts = new ArrayList<>();
        for (int piece = 0; piece < number("pieces"); piece++) {
            ProblemInstance instance = piece(week, new Random(piece));
            double bound = BoundSolver.solve(instance, BoundOptions.DEFAULT, BoundWatch.NONE)
                    .value();
            PlanningResult planned = new PassPlanner(2, SearchParameters.DEFAULT, EnvironmentMode.NO_ASSERT)
                    .solve(
                            instance,
                            new SolverOptions(Duration.ofMinutes(10), Long.parseLong(option("steps")), piece),
                            PlanningListener.NONE,
                            new StopToken());
            double value = ScheduleChecker.evaluate(instance, planned.tracks()).value();
            Peer.Outcome outcome = peer.solve(instance, Duration.parse(option("time")), 2, piece, () -> false);
            double hours = instance.requests().stream()
                    .mapToDouble(request -> PlanUnits.hours(request.preferredDuration()))
                    .sum();
            if (!outcome.optimal()) {
                System.out.printf("| %d | %.1f | %.3f | not proven | %.3f | | |%n", piece, hours, value, bound);
                continue;
            }
            double best = ScheduleChecker.evaluate(instance, outcome.tracks()).value();
            if (value > best + TOLERANCE || best > bound + TOLERANCE) {
                throw new IllegalStateException("Piece " + piece + ": schedule " + value + ", optimum " + best
                        + " and bound " + bound + " are not in order.");
            }
            double[] part = {100 * (best - value) / bound, 100 * (bound - best) / bound};
            parts.add(part);
            System.out.printf(
                    "| %d | %.1f | %.3f | %.3f | %.3f | %.2f %% | %.2f %% |%n",
                    piece, hours, value, best, bound, part[0], part[1]);
        }
        System.out.printf(
                "%d of %d proven; mean of the schedule's part %.3f %%, of the bound's %.3f %%%n",
                parts.size(), number("pieces"), mean(parts, 0), mean(parts, 1));
    }

    private static double mean(List<double[]> rows, int column) {
        return rows.stream().mapToDouble(row -> row[column]).average().orElse(Double.NaN);
    }

    /** Some requests that some antennas can serve within some hours, and nothing else of the week. */
    private ProblemInstance piece(ProblemInstance week, Random random) {
        List<String> names = new ArrayList<>(new TreeSet<>(week.antennasById().keySet()));
        Interval horizon = week.problem().horizon();
        Duration length = Duration.ofHours(number("hours"));
        List<TrackRequest> fitting = List.of();
        while (fitting.size() < number("requests")) {
            Collections.shuffle(names, random);
            Set<String> antennas = Set.copyOf(names.subList(0, number("antennas")));
            long laterS = horizon.duration().minus(length).toSeconds();
            Instant start = horizon.start().plusSeconds((long) (random.nextDouble() * laterS));
            fitting = fitting(week, antennas, new Interval(start, start.plus(length)));
        }
        List<TrackRequest> some = new ArrayList<>(fitting);
        Collections.shuffle(some, random);
        return with(week, some.subList(0, number("requests")));
    }

    private static List<TrackRequest> fitting(ProblemInstance week, Set<String> antennas, Interval when) {
        List<TrackRequest> cut = new ArrayList<>();
        for (TrackRequest request : week.requests()) {
            List<ArrayOption> options = request.antennas().stream()
                    .filter(option -> antennas.containsAll(option.antennas()))
                    .toList();
            Interval window = request.window().intersection(when);
            if (!options.isEmpty() && window != null) {
                cut.add(within(request, options, window));
            }
        }
        Map<String, List<Opportunity>> opportunities = Opportunities.of(with(week, cut));
        return cut.stream()
                .filter(request -> Objects.requireNonNull(opportunities.get(request.id())).stream()
                        .anyMatch(one -> one.usable().duration().compareTo(request.minDuration()) >= 0))
                .toList();
    }

    private static TrackRequest within(TrackRequest request, List<ArrayOption> options, Interval window) {
        return new TrackRequest(
                request.id(),
                request.spacecraft(),
                request.service(),
                request.band(),
                request.uplink(),
                options,
                window,
                request.exclude(),
                request.recurrence(),
                request.minDuration(),
                request.preferredDuration(),
                request.setup(),
                request.teardown(),
                request.split(),
                request.priority(),
                request.critical(),
                request.mspa(),
                request.exclusive(),
                request.minElevationDeg(),
                request.preferredTime(),
                request.ties(),
                request.series());
    }

    private static ProblemInstance with(ProblemInstance week, List<TrackRequest> requests) {
        return new ProblemInstance(week.problem(), requests, week.viewPeriods(), week.absences(), week.warnings());
    }
}
