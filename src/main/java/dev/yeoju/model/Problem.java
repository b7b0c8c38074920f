package dev.yeoju.model;

import java.util.List;

/**
 * A scheduling problem as its file says it, the catalogue's entries merged in and every default filled.
 *
 * @param horizon what is planned; a recurring request's default window
 * @param pins tracks that the solver keeps
 * @param published the schedule that changes are counted from
 */
public record Problem(
        int schemaVersion,
        String name,
        String description,
        List<String> tags,
        Interval horizon,
        Geometry geometry,
        List<Antenna> antennas,
        List<AntennaComplex> complexes,
        List<Spacecraft> spacecraft,
        List<TrackRequest> requests,
        List<GivenViewPeriod> viewPeriods,
        List<Track> pins,
        List<Track> published,
        Objective objective,
        SolverOptions solver) {
    public static final int SCHEMA_VERSION = 1;

    public Problem {
        tags = List.copyOf(tags);
        antennas = List.copyOf(antennas);
        complexes = List.copyOf(complexes);
        spacecraft = List.copyOf(spacecraft);
        requests = List.copyOf(requests);
        viewPeriods = List.copyOf(viewPeriods);
        pins = List.copyOf(pins);
        published = List.copyOf(published);
    }

    public Problem withObjective(Objective other) {
        return with(pins, published, other, solver);
    }

    public Problem withPins(List<Track> others) {
        return with(others, published, objective, solver);
    }

    public Problem withPublished(List<Track> others) {
        return with(pins, others, objective, solver);
    }

    public Problem withSolver(SolverOptions other) {
        return with(pins, published, objective, other);
    }

    private Problem with(
            List<Track> newPins, List<Track> newPublished, Objective newObjective, SolverOptions newSolver) {
        return new Problem(
                schemaVersion,
                name,
                description,
                tags,
                horizon,
                geometry,
                antennas,
                complexes,
                spacecraft,
                requests,
                viewPeriods,
                newPins,
                newPublished,
                newObjective,
                newSolver);
    }
}
