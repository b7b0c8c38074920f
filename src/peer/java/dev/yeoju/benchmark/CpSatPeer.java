package dev.yeoju.benchmark;

import com.google.ortools.Loader;
import com.google.ortools.sat.CpSolver;
import com.google.ortools.sat.CpSolverSolutionCallback;
import com.google.ortools.sat.CpSolverStatus;
import dev.yeoju.benchmark.CpSatModel.Choice;
import dev.yeoju.benchmark.CpSatModel.Demand;
import dev.yeoju.benchmark.CpSatModel.Slot;
import dev.yeoju.check.ScheduleChecker;
import dev.yeoju.model.ProblemInstance;
import dev.yeoju.model.Track;
import dev.yeoju.model.TrackRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** CP-SAT of Google's OR-Tools, with the rules as {@link CpSatModel} has them and the objective as {@link CpSatValue}. */
public final class CpSatPeer implements Peer {
    private static final double NANOS_PER_SECOND = 1e9;
    /** Constraints beyond which presolving in full takes most of a minute, and the search would hardly begin. */
    private static final int LARGE_MODEL = 100_000;

    @Override
    public String name() {
        return "cp-sat";
    }

    @Override
    public List<String> unmodelled(ProblemInstance instance) {
        List<String> missing = new ArrayList<>();
        if (!instance.problem().pins().isEmpty()) {
            missing.add("pinned tracks");
        }
        if (!instance.problem().published().isEmpty()) {
            missing.add("changes from a published schedule");
        }
        return missing;
    }

    @Override
    public Outcome solve(ProblemInstance instance, Duration timeLimit, int workers, long seed, BooleanSupplier stop) {
        long start = System.nanoTime();
        Loader.loadNativeLibraries();
        CpSatModel plan = new CpSatModel(instance);
        CpSatValue value = new CpSatValue(plan, instance.problem().objective());
        value.add();
        CpSolver solver = new CpSolver();
        double buildS = (System.nanoTime() - start) / NANOS_PER_SECOND;
        solver.getParameters()
                .setMaxTimeInSeconds(Math.max(0.01, timeLimit.toNanos() / NANOS_PER_SECOND - buildS))
                .setNumWorkers(workers)
                .setRandomSeed((int) seed);
        if (plan.model.getBuilder().getConstraintsCount() > LARGE_MODEL) {
            solver.getParameters().setCpModelProbingLevel(0).setSymmetryLevel(0).setMaxPresolveIterations(1);
        }
        List<Found> found = new ArrayList<>();
        CpSolverStatus status = solver.solve(plan.model, new CpSolverSolutionCallback() {
            @Override
            public void onSolutionCallback() {
                found.add(new Found((System.nanoTime() - start) / NANOS_PER_SECOND, tracks(plan)));
                if (stop.getAsBoolean()) {
                    stopSearch();
                }
            }

            private List<Track> tracks(CpSatModel model) {
                List<Track> tracks = new ArrayList<>();
                for (Demand demand : model.demands.values()) {
                    for (Slot slot : demand.slots()) {
                        if (booleanValue(slot.present())) {
                            tracks.add(track(model, demand, slot, tracks));
                        }
                    }
                }
                return tracks;
            }

            private Track track(CpSatModel model, Demand demand, Slot slot, List<Track> before) {
                Choice taken = slot.choices().stream()
                        .filter(choice -> booleanValue(choice.taken()))
                        .findFirst()
                        .orElseThrow();
                TrackRequest request = demand.request();
                long number = before.stream()
                                .filter(track -> track.request().equals(request.id()))
                                .count()
                        + 1;
                Instant bot = model.epoch.plusSeconds(value(taken.bot()));
                Instant eot = bot.plusSeconds(value(taken.length()));
                return new Track(
                        request.id() + "#" + number,
                        request.id(),
                        request.spacecraft(),
                        taken.opportunity().option().antennas(),
                        bot.minus(request.setup()),
                        bot,
                        eot,
                        eot.plus(request.teardown()),
                        false);
            }
        });
        return new Outcome(found, bound(status, solver, value, instance, found), status == CpSolverStatus.OPTIMAL);
    }

    private static @Nullable Double bound(
            CpSolverStatus status, CpSolver solver, CpSatValue value, ProblemInstance instance, List<Found> found) {
        if (status != CpSolverStatus.OPTIMAL && status != CpSolverStatus.FEASIBLE || found.isEmpty()) {
            return null;
        }
        double critical = ScheduleChecker.evaluate(
                        instance, found.get(found.size() - 1).tracks())
                .criticalPriority();
        double bound = value.valueBound(solver.bestObjectiveBound(), critical);
        return Double.isFinite(bound) ? bound : null;
    }
}
