package dev.yeoju.service;

import dev.yeoju.benchmark.AntennaStudy;
import dev.yeoju.benchmark.AntennaStudyTables;
import dev.yeoju.model.Antenna;
import dev.yeoju.model.ArrayOption;
import dev.yeoju.model.Fault;
import dev.yeoju.model.Figures.MissionFigures;
import dev.yeoju.model.InvalidInputException;
import dev.yeoju.model.Problem;
import dev.yeoju.model.ProblemInstance;
import dev.yeoju.model.Schedule;
import dev.yeoju.model.SolverOptions;
import dev.yeoju.model.Spacecraft;
import dev.yeoju.model.Track;
import dev.yeoju.model.TrackRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Solves a problem without one of its antennas and with it, seed by seed, and says what the antenna gives. */
public final class AntennaComparison {
    private static final SolveListener UNHEARD = new SolveListener() {
        @Override
        public void progress(Progress progress) {}

        @Override
        public void improved(Supplier<Schedule> best) {}
    };

    /**
     * What a comparison gives to read.
     *
     * @param markdown tables
     * @param json every figure
     * @param missionsSvg unsatisfied hours by mission
     * @param antennasSvg hours taken by antenna
     */
    public record Texts(String markdown, String json, String missionsSvg, String antennasSvg) {}

    private final Engine engine;
    private final StopSignal stop;

    /** @param stop when it is stopped, {@link #run} ends with a {@link CancellationException} */
    public AntennaComparison(Engine engine, StopSignal stop) {
        this.engine = engine;
        this.stop = stop;
    }

    /**
     * Compares.
     *
     * @param seeds at least one
     * @param stepLimit of each search, positive
     * @param done is called after each schedule, with a line for a person
     * @throws InvalidInputException when the antenna is not in the problem or a request has no other
     */
    public Texts run(
            Problem problem,
            String antenna,
            ProblemFiles files,
            List<Long> seeds,
            long stepLimit,
            Consumer<String> done) {
        Problem less = without(problem, antenna);
        ProblemInstance with = engine.prepare(problem, files, stop).instance();
        ProblemInstance without = engine.prepare(less, files, stop).instance();
        List<String> missions = missions(problem);
        List<AntennaStudy.Pair> pairs = new ArrayList<>();
        for (long seed : seeds) {
            Schedule one = solve(without, stepLimit, seed);
            done.accept("seed " + seed + ", without " + antenna + ": " + line(one));
            Schedule other = solve(with, stepLimit, seed);
            done.accept("seed " + seed + ", with " + antenna + ": " + line(other));
            pairs.add(new AntennaStudy.Pair(seed, outcome(problem, missions, one), outcome(problem, missions, other)));
        }
        AntennaStudy study = new AntennaStudy(
                problem.name(),
                antenna,
                problem.horizon().start().toString(),
                problem.horizon().end().toString(),
                problem.objective().preset().label(),
                stepLimit,
                Pipeline.SEARCHES,
                asked(with, missions, antenna),
                problem.antennas().stream().map(Antenna::id).toList(),
                pairs);
        AntennaStudyTables tables = new AntennaStudyTables(study);
        return new Texts(tables.markdown(), study.json(), tables.missionsSvg(), tables.antennasSvg());
    }

    private Schedule solve(ProblemInstance instance, long stepLimit, long seed) {
        SolverOptions options = new SolverOptions(SolverOptions.NO_TIME_LIMIT, stepLimit, seed);
        Schedule schedule = engine.solve(
                Instances.with(instance, instance.problem().pins(), options), Pipeline.SEARCHES, UNHEARD, stop);
        if (stop.isStopped()) {
            throw new CancellationException();
        }
        return schedule;
    }

    private static String line(Schedule schedule) {
        return String.format(
                Locale.ROOT,
                "%.1f h tracked, %d requests satisfied",
                schedule.figures().trackedHours(),
                schedule.figures().satisfied());
    }

    /** The same problem and requests without the antenna and all that is about it alone. */
    static Problem without(Problem problem, String antenna) {
        if (problem.antennas().stream().noneMatch(one -> one.id().equals(antenna))) {
            throw fault(
                    "/antennas",
                    antenna,
                    "The problem has no antenna (" + antenna + "). Maybe one of "
                            + String.join(
                                    ", ",
                                    problem.antennas().stream().map(Antenna::id).toList()) + ".");
        }
        List<Antenna> antennas = problem.antennas().stream()
                .filter(one -> !one.id().equals(antenna))
                .toList();
        List<TrackRequest> requests = new ArrayList<>();
        for (int i = 0; i < problem.requests().size(); i++) {
            TrackRequest request = problem.requests().get(i);
            List<ArrayOption> options = request.antennas().stream()
                    .filter(option -> !option.antennas().contains(antenna))
                    .toList();
            if (options.isEmpty()) {
                throw fault(
                        "/requests/" + i + "/antennas",
                        request.id(),
                        "The request (" + request.id() + ") can be served by no other antenna than (" + antenna
                                + "). Maybe take it out, or study another antenna.");
            }
            requests.add(request.withAntennas(options));
        }
        return new Problem(
                problem.schemaVersion(),
                problem.name(),
                problem.description(),
                problem.tags(),
                problem.horizon(),
                problem.geometry(),
                antennas,
                problem.complexes().stream()
                        .filter(complex ->
                                antennas.stream().anyMatch(one -> one.complex().equals(complex.id())))
                        .toList(),
                problem.spacecraft(),
                requests,
                problem.viewPeriods().stream()
                        .filter(period -> !period.antenna().equals(antenna))
                        .toList(),
                on(problem.pins(), antenna),
                on(problem.published(), antenna),
                problem.objective(),
                problem.solver());
    }

    private static List<Track> on(List<Track> tracks, String antenna) {
        return tracks.stream()
                .filter(track -> !track.antennas().contains(antenna))
                .toList();
    }

    private static InvalidInputException fault(String pointer, String value, String message) {
        return new InvalidInputException(
                InvalidInputException.Kind.INVALID, List.of(new Fault(pointer, value, message)));
    }

    private static List<String> missions(Problem problem) {
        return problem.spacecraft().stream().map(Spacecraft::mission).distinct().toList();
    }

    private static List<AntennaStudy.Mission> asked(ProblemInstance instance, List<String> missions, String antenna) {
        Map<String, String> missionOf = new LinkedHashMap<>();
        instance.problem().spacecraft().forEach(craft -> missionOf.put(craft.id(), craft.mission()));
        List<AntennaStudy.Mission> asked = new ArrayList<>();
        for (String mission : missions) {
            List<TrackRequest> own = instance.requests().stream()
                    .filter(request -> mission.equals(missionOf.get(request.spacecraft())))
                    .toList();
            asked.add(new AntennaStudy.Mission(
                    mission,
                    own.stream()
                            .mapToDouble(request -> hours(request.preferredDuration()))
                            .sum(),
                    own.size(),
                    own.stream()
                            .anyMatch(request -> request.antennas().stream()
                                    .anyMatch(option -> option.antennas().contains(antenna)))));
        }
        return asked;
    }

    private static AntennaStudy.Outcome outcome(Problem problem, List<String> missions, Schedule schedule) {
        Map<String, MissionFigures> figures = new LinkedHashMap<>();
        schedule.figures().missions().forEach(one -> figures.put(one.mission(), one));
        List<Double> tracked = new ArrayList<>();
        List<Integer> satisfied = new ArrayList<>();
        for (String mission : missions) {
            MissionFigures own = figures.get(mission);
            tracked.add(own == null ? 0 : own.trackedHours());
            satisfied.add(own == null ? 0 : own.satisfied());
        }
        List<Double> activity = new ArrayList<>();
        for (Antenna antenna : problem.antennas()) {
            activity.add(schedule.tracks().stream()
                    .filter(track -> track.antennas().contains(antenna.id()))
                    .mapToDouble(track -> hours(Duration.between(track.boa(), track.eoa())))
                    .sum());
        }
        return new AntennaStudy.Outcome(schedule.value(), schedule.bound(), tracked, satisfied, activity);
    }

    private static double hours(Duration duration) {
        return duration.toSeconds() / 3600.0;
    }
}
