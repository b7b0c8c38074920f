package dev.yeoju.service;

import dev.yeoju.model.ChangeSet;
import dev.yeoju.model.Place;
import dev.yeoju.model.Problem;
import dev.yeoju.model.ProblemInstance;
import dev.yeoju.model.Replan;
import dev.yeoju.model.RequestExplanation;
import dev.yeoju.model.Schedule;
import dev.yeoju.model.ScheduleDiff;
import dev.yeoju.model.SolverOptions;
import dev.yeoju.model.Track;
import dev.yeoju.replan.Replanner;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/** From problem to checked schedule. Safe to share between threads. */
public interface Engine {
    /** Limits of a search that answers changes: meant to answer a week of a network in a few seconds. */
    SolverOptions REPLAN_OPTIONS = Replanner.DEFAULT_OPTIONS;

    /**
     * Computes trajectories and view periods and expands the requests.
     *
     * @param stop asked now and then; when true the result is thrown away, so it may end early
     * @throws dev.yeoju.model.InvalidInputException when a trajectory cannot be made, with every fault
     * @throws java.util.concurrent.CancellationException when it ended early
     */
    Prepared prepare(Problem problem, ProblemFiles files, StopSignal stop);

    /**
     * Searches for the best schedule and proves a bound, until the problem's limits or until told to stop; either way
     * the best found is returned, and the checker agrees with its figures.
     *
     * @param searches how many to run side by side, each a core's work; with a step limit the result depends on it
     * @param cores that the searches and the proof of the bound keep busy at most, together
     * @param stop asked often; when true the search ends soon
     */
    Schedule solve(ProblemInstance instance, int searches, int cores, SolveListener listener, StopSignal stop);

    /** The same, the proof of the bound on a core of its own where there is one. */
    default Schedule solve(ProblemInstance instance, int searches, SolveListener listener, StopSignal stop) {
        return solve(instance, searches, searches + 1, listener, stop);
    }

    /**
     * A schedule of tracks that were planned elsewhere, rules broken or not: its figures, violations and reasons are ours,
     * and it has no bound.
     *
     * @param tracks ids unique
     */
    Schedule compose(ProblemInstance instance, List<Track> tracks);

    /**
     * A spacecraft's trajectory over the problem's horizon as a CCSDS OEM (KVN).
     *
     * @param created for the header
     * @throws dev.yeoju.model.InvalidInputException when the problem has no such spacecraft or no trajectory of it
     */
    String oem(Problem problem, ProblemFiles files, String spacecraft, Instant created);

    /**
     * Checks a schedule from the rules alone, and what it says of itself.
     *
     * @param prove whether to prove its bound again from its certificate
     */
    CheckReport check(ProblemInstance instance, Schedule schedule, boolean prove);

    /**
     * What an OEM holds.
     *
     * @throws dev.yeoju.model.InvalidInputException when it cannot be used
     */
    EphemerisLibrary.Content ephemeris(byte[] oem);

    /**
     * A problem that changes were made to, made ready.
     *
     * @param former before the changes
     * @param problem what they left
     * @param stop asked now and then; when true the result is thrown away, so it may end early
     * @throws dev.yeoju.model.InvalidInputException when a trajectory cannot be made
     */
    Prepared prepareChanged(
            ProblemInstance former, Problem problem, ChangeSet changes, ProblemFiles files, StopSignal stop);

    /**
     * Answers changes to a published schedule, each answer with a proven bound.
     *
     * @param former the problem before them
     * @param files what trajectories of the changed problem are read from
     * @param published the schedule's tracks
     * @param alternatives how many schedules with other trades between value and changes to look for beside the first
     * @param options limits of each search; with a step limit the answer repeats exactly
     * @param first told of the first answer while the others are searched for
     * @param stop asked often; when true the search ends soon
     * @throws dev.yeoju.model.InvalidInputException when the changed problem makes no sense or a trajectory cannot be made
     */
    Replanned replan(
            ProblemInstance former,
            ProblemFiles files,
            List<Track> published,
            ChangeSet changes,
            int alternatives,
            SolverOptions options,
            Consumer<Replan.Answer> first,
            StopSignal stop);

    /** The same, told of when all is done. */
    default Replanned replan(
            ProblemInstance former,
            ProblemFiles files,
            List<Track> published,
            ChangeSet changes,
            int alternatives,
            SolverOptions options,
            StopSignal stop) {
        return replan(former, files, published, changes, alternatives, options, answer -> {}, stop);
    }

    /**
     * Why requests are served as they are.
     *
     * @param requests ids after expansion; an unknown one gets none. Empty for all that lack time or are critical
     * @return in the order asked, or else in the problem's
     */
    List<RequestExplanation> explain(ProblemInstance instance, Schedule schedule, List<String> requests);

    /**
     * Where a request could be put, the best first, each tried out.
     *
     * @param request id after expansion, of the instance
     * @param most how many at the most
     */
    List<Place> places(ProblemInstance instance, List<Track> tracks, String request, int most);

    /** What differs between two schedules of a problem, and why. */
    ScheduleDiff diff(ProblemInstance instance, List<Track> before, List<Track> after);
}
