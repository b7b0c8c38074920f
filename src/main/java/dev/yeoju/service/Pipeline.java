package dev.yeoju.service;

import dev.yeoju.bound.Bound;
import dev.yeoju.bound.BoundOptions;
import dev.yeoju.bound.CertificateCheck;
import dev.yeoju.check.Evaluation;
import dev.yeoju.check.ScheduleChecker;
import dev.yeoju.ephemeris.EphemerisException;
import dev.yeoju.ephemeris.EphemerisFile;
import dev.yeoju.ephemeris.EphemerisWriter;
import dev.yeoju.ephemeris.OrekitContext;
import dev.yeoju.ephemeris.Trajectory;
import dev.yeoju.ephemeris.TrajectoryFactory;
import dev.yeoju.exchange.ScheduleIssue;
import dev.yeoju.model.ChangeSet;
import dev.yeoju.model.Fault;
import dev.yeoju.model.Interval;
import dev.yeoju.model.InvalidInputException;
import dev.yeoju.model.Place;
import dev.yeoju.model.Problem;
import dev.yeoju.model.ProblemInstance;
import dev.yeoju.model.Replan;
import dev.yeoju.model.RequestExpansion;
import dev.yeoju.model.RequestExplanation;
import dev.yeoju.model.Schedule;
import dev.yeoju.model.ScheduleDiff;
import dev.yeoju.model.SolverOptions;
import dev.yeoju.model.Spacecraft;
import dev.yeoju.model.Track;
import dev.yeoju.model.TrajectorySpec;
import dev.yeoju.planning.PassPlanner;
import dev.yeoju.replan.ChangeApplication;
import dev.yeoju.replan.ChangedProblem;
import dev.yeoju.replan.DiffBuilder;
import dev.yeoju.replan.Places;
import dev.yeoju.replan.Replanner;
import dev.yeoju.replan.RequestExplainer;
import dev.yeoju.replan.ScheduleComposer;
import dev.yeoju.visibility.TrajectorySource;
import dev.yeoju.visibility.Visibility;
import dev.yeoju.visibility.VisibilityListener;
import dev.yeoju.visibility.VisibilityService;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The engines one after the other: trajectories and view periods, then search and bound, then the checker. */
public final class Pipeline implements Engine {
    /** Searches side by side unless asked otherwise: fixed, so that a step limit gives one result on every machine. */
    public static final int SEARCHES = PassPlanner.DEFAULT_SEARCHES;

    private static final int NAMES_SHOWN = 20;
    /** Enough to come near where the bound settles, and as long as a search for an answer. */
    private static final int REPLAN_BOUND_ROUNDS = 300;

    private final OrekitContext context;

    private Pipeline(OrekitContext context) {
        this.context = context;
    }

    /**
     * @param orekitData a planner's folder of Orekit data that goes before the program's own tables, or null
     * @throws InvalidInputException when the folder cannot be used
     */
    public static Pipeline over(@Nullable Path orekitData) {
        try {
            return new Pipeline(orekitData == null ? OrekitContext.builtIn() : OrekitContext.withData(orekitData));
        } catch (EphemerisException e) {
            throw new InvalidInputException(InvalidInputException.Kind.INVALID, List.of(e.fault()));
        }
    }

    @Override
    public Prepared prepare(Problem problem, ProblemFiles files, StopSignal stop) {
        TrajectorySource trajectories = trajectories(files);
        VisibilityService service = new VisibilityService(context);
        Visibility visibility = service.compute(problem, trajectories, new VisibilityListener() {
            @Override
            public boolean cancelled() {
                return stop.isStopped();
            }
        });
        RequestExpansion expansion = RequestExpansion.of(problem.requests());
        List<String> warnings = new ArrayList<>(expansion.warnings());
        warnings.addAll(context.warnings(problem.horizon()));
        warnings.addAll(visibility.warnings());
        warnings.addAll(DirectionWarnings.of(problem.antennas(), visibility.viewPeriods()));
        warnings.addAll(TwoWayWarnings.of(expansion.requests(), visibility.viewPeriods()));
        ProblemInstance instance = new ProblemInstance(
                problem, expansion.requests(), visibility.viewPeriods(), visibility.absences(), warnings);
        return new PreparedProblem(instance, service, trajectories);
    }

    private TrajectorySource trajectories(ProblemFiles files) {
        TrajectoryFactory factory = new TrajectoryFactory(context, new FileFinder(files));
        return (spacecraft, horizon) ->
                factory.create(spacecraft.id(), Objects.requireNonNull(spacecraft.trajectory()), horizon);
    }

    @Override
    public Prepared prepareChanged(
            ProblemInstance former, Problem problem, ChangeSet changes, ProblemFiles files, StopSignal stop) {
        ChangedProblem applied = ChangeApplication.apply(former.problem(), changes);
        ChangedProblem changed = new ChangedProblem(problem, applied.moved(), applied.notes());
        TrajectorySource trajectories = trajectories(files);
        return new PreparedProblem(
                ChangedVisibility.instance(context, changed, changes, former, trajectories, stop),
                new VisibilityService(context),
                trajectories);
    }

    @Override
    public Replanned replan(
            ProblemInstance former,
            ProblemFiles files,
            List<Track> published,
            ChangeSet changes,
            int alternatives,
            SolverOptions options,
            Consumer<Replan.Answer> first,
            StopSignal stop) {
        ChangedProblem changed = ChangedVisibility.problem(former.problem(), changes);
        TrajectorySource trajectories = trajectories(files);
        ProblemInstance instance = ChangedVisibility.instance(context, changed, changes, former, trajectories, stop);
        Replanner replanner = new Replanner(former, instance, published, changes);
        BoundOptions effort =
                new BoundOptions(REPLAN_BOUND_ROUNDS, options.timeLimit().multipliedBy(1L + alternatives));
        try (BoundRun proof = BoundRun.start(replanner.instance(), effort, stop, CoreTurns.free())) {
            Replan replan = replanner.replan(
                    changed.notes(),
                    alternatives,
                    options,
                    answer -> first.accept(bounded(answer, proof.newest())),
                    stop.token());
            // All answers are of one problem, and have one bound.
            Bound bound = proof.last();
            return new Replanned(
                    new PreparedProblem(replanner.instance(), new VisibilityService(context), trajectories),
                    new Replan(
                            replan.answers().stream()
                                    .map(answer -> bounded(answer, bound))
                                    .toList(),
                            replan.standings(),
                            replan.notes()));
        }
    }

    private static Replan.Answer bounded(Replan.Answer answer, @Nullable Bound bound) {
        return bound == null
                ? answer
                : answer.with(ScheduleComposer.bounded(answer.schedule(), bound.value(), bound.certificate()));
    }

    @Override
    public List<RequestExplanation> explain(ProblemInstance instance, Schedule schedule, List<String> requests) {
        RequestExplainer explainer = new RequestExplainer(instance, schedule.tracks(), schedule.certificate());
        List<String> asked = requests.isEmpty() ? explainer.worthExplaining() : requests;
        return asked.stream().flatMap(id -> explainer.explain(id).stream()).toList();
    }

    @Override
    public List<Place> places(ProblemInstance instance, List<Track> tracks, String request, int most) {
        return Places.of(instance, tracks, request, most);
    }

    @Override
    public ScheduleDiff diff(ProblemInstance instance, List<Track> before, List<Track> after) {
        return DiffBuilder.between(instance, before, after);
    }

    @Override
    public Schedule solve(ProblemInstance instance, int searches, int cores, SolveListener listener, StopSignal stop) {
        return new Solve(instance, searches, cores, listener, stop).run();
    }

    @Override
    public Schedule compose(ProblemInstance instance, List<Track> tracks) {
        return ScheduleComposer.compose(instance, tracks, null, null);
    }

    @Override
    public String oem(Problem problem, ProblemFiles files, String spacecraft, Instant created) {
        Spacecraft craft = problem.spacecraft().stream()
                .filter(each -> each.id().equals(spacecraft))
                .findFirst()
                .orElseThrow(() -> unusable(
                        spacecraft,
                        "The problem has no spacecraft (" + spacecraft + "). Maybe one of "
                                + problem.spacecraft().stream()
                                        .map(Spacecraft::id)
                                        .limit(NAMES_SHOWN)
                                        .collect(Collectors.joining(", "))
                                + "."));
        TrajectorySpec spec = craft.trajectory();
        if (spec == null) {
            throw unusable(
                    spacecraft,
                    "The spacecraft (" + spacecraft
                            + ") has no trajectory: its view periods are given. Maybe add one.");
        }
        try {
            Trajectory trajectory =
                    new TrajectoryFactory(context, new FileFinder(files)).create(spacecraft, spec, problem.horizon());
            StringBuilder text = new StringBuilder();
            new EphemerisWriter(context).write(trajectory, problem.horizon(), ScheduleIssue.ORIGINATOR, created, text);
            return text.toString();
        } catch (EphemerisException e) {
            throw new InvalidInputException(InvalidInputException.Kind.INVALID, List.of(e.fault()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InvalidInputException unusable(String value, String message) {
        return new InvalidInputException(
                InvalidInputException.Kind.INVALID, List.of(new Fault("/spacecraft", value, message)));
    }

    @Override
    public CheckReport check(ProblemInstance instance, Schedule schedule, boolean prove) {
        Evaluation evaluation = ScheduleChecker.evaluate(instance, schedule.tracks());
        List<Fault> claims = new ArrayList<>(ScheduleChecker.compare(instance, schedule));
        Double proven = null;
        if (prove) {
            if (schedule.certificate() != null) {
                proven = CertificateCheck.prove(instance, schedule.certificate());
            }
            claims.addAll(BoundClaim.faults(schedule, proven));
        }
        return new CheckReport(evaluation.violations(), claims, evaluation.value(), proven);
    }

    @Override
    public EphemerisLibrary.Content ephemeris(byte[] oem) {
        TrajectoryFactory factory = new TrajectoryFactory(context, source -> new EphemerisFile("", oem));
        try {
            // An hour of no meaning: what is asked is the file's own coverage.
            Interval hour = new Interval(Instant.EPOCH, Instant.EPOCH.plusSeconds(3600));
            Trajectory trajectory = factory.create("the spacecraft", new TrajectorySpec.Oem(null, "upload"), hour);
            List<Interval> coverage = trajectory.coverage().spans().stream()
                    .map(span -> new Interval(context.instant(span.start()), context.instant(span.end())))
                    .toList();
            return new EphemerisLibrary.Content(coverage, List.of());
        } catch (EphemerisException e) {
            throw new InvalidInputException(InvalidInputException.Kind.INVALID, List.of(e.fault()));
        }
    }
}
