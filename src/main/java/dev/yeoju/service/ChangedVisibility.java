package dev.yeoju.service;

import dev.yeoju.ephemeris.OrekitContext;
import dev.yeoju.exchange.Catalogue;
import dev.yeoju.exchange.ProblemReader;
import dev.yeoju.exchange.ProblemWriter;
import dev.yeoju.model.Antenna;
import dev.yeoju.model.Change;
import dev.yeoju.model.ChangeSet;
import dev.yeoju.model.GivenViewPeriod;
import dev.yeoju.model.Problem;
import dev.yeoju.model.ProblemInstance;
import dev.yeoju.model.RequestExpansion;
import dev.yeoju.model.Spacecraft;
import dev.yeoju.model.ViewPeriod;
import dev.yeoju.replan.ChangeApplication;
import dev.yeoju.replan.ChangedProblem;
import dev.yeoju.visibility.TrajectorySource;
import dev.yeoju.visibility.Visibility;
import dev.yeoju.visibility.VisibilityListener;
import dev.yeoju.visibility.VisibilityService;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** The view periods of a changed problem: computed for the spacecraft that move otherwise, kept for all others. */
final class ChangedVisibility {
    private ChangedVisibility() {}

    /**
     * The problem after changes.
     *
     * @throws dev.yeoju.model.InvalidInputException when it breaks a rule of its format
     */
    static ChangedProblem problem(Problem former, ChangeSet changes) {
        ChangedProblem changed = ChangeApplication.apply(former, changes);
        // What the changes make of the problem keeps every rule of its format, or is refused as any problem is.
        ProblemReader.read(
                ProblemWriter.toJson(changed.problem()).getBytes(StandardCharsets.UTF_8), Catalogue.bundled());
        return changed;
    }

    /**
     * @param former before the changes
     * @throws dev.yeoju.model.InvalidInputException when a trajectory cannot be made
     */
    static ProblemInstance instance(
            OrekitContext context,
            ChangedProblem changed,
            ChangeSet changes,
            ProblemInstance former,
            TrajectorySource trajectories,
            StopSignal stop) {
        Problem problem = changed.problem();
        Visibility visibility = new VisibilityService(context)
                .compute(part(problem, changed.moved()), trajectories, new VisibilityListener() {
                    @Override
                    public boolean cancelled() {
                        return stop.isStopped();
                    }
                });
        RequestExpansion expansion = RequestExpansion.of(problem.requests());
        List<ViewPeriod> periods = merged(problem, changed, changes, former.viewPeriods(), visibility.viewPeriods());
        List<ProblemInstance.Absence> absences = new ArrayList<>(former.absences().stream()
                .filter(absence -> !changed.moved().contains(absence.spacecraft()))
                .toList());
        absences.addAll(visibility.absences());
        List<String> warnings = new ArrayList<>(expansion.warnings());
        warnings.addAll(context.warnings(problem.horizon()));
        warnings.addAll(visibility.warnings());
        warnings.addAll(TwoWayWarnings.of(expansion.requests(), periods));
        return new ProblemInstance(problem, expansion.requests(), periods, absences, warnings);
    }

    /** The problem with the moved spacecraft alone; view periods given for requests are all in it. */
    private static Problem part(Problem p, Set<String> moved) {
        Predicate<GivenViewPeriod> given = period -> period.spacecraft() == null || moved.contains(period.spacecraft());
        return new Problem(
                p.schemaVersion(),
                p.name(),
                p.description(),
                p.tags(),
                p.horizon(),
                p.geometry(),
                p.antennas(),
                p.complexes(),
                p.spacecraft().stream()
                        .filter(craft -> moved.contains(craft.id()))
                        .toList(),
                p.requests(),
                p.viewPeriods().stream().filter(given).toList(),
                List.of(),
                List.of(),
                p.objective(),
                p.solver());
    }

    /**
     * In the order that a whole computation gives. A new trajectory changes nothing that was seen before it was known; a
     * slip does, since what slips had not begun.
     */
    private static List<ViewPeriod> merged(
            Problem problem,
            ChangedProblem changed,
            ChangeSet changes,
            List<ViewPeriod> former,
            List<ViewPeriod> computed) {
        Set<String> slipped = new HashSet<>();
        changes.changes().forEach(change -> {
            if (change instanceof Change.Slip slip) {
                slipped.add(slip.spacecraft());
            }
        });
        List<ViewPeriod> merged = new ArrayList<>();
        for (Antenna antenna : problem.antennas()) {
            computed.stream()
                    .filter(period -> period.antenna().equals(antenna.id()) && period.spacecraft() == null)
                    .forEach(merged::add);
            for (Spacecraft craft : problem.spacecraft()) {
                Predicate<ViewPeriod> own = period ->
                        period.antenna().equals(antenna.id()) && craft.id().equals(period.spacecraft());
                Predicate<ViewPeriod> past = period -> !period.los().isAfter(changes.at());
                if (!changed.moved().contains(craft.id())) {
                    former.stream().filter(own).forEach(merged::add);
                } else if (slipped.contains(craft.id())) {
                    computed.stream().filter(own).forEach(merged::add);
                } else {
                    former.stream().filter(own.and(past)).forEach(merged::add);
                    computed.stream().filter(own.and(past.negate())).forEach(merged::add);
                }
            }
        }
        return merged;
    }
}
