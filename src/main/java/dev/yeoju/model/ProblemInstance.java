package dev.yeoju.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A problem made ready for planning: requests expanded, view periods known. Planner, bound and checker start from it.
 *
 * @param problem with the catalogue merged in and defaults filled
 * @param requests after expansion, ids unique
 * @param viewPeriods all of them, by antenna, spacecraft and AOS
 * @param absences why an antenna has no view period of a spacecraft, where that is so
 * @param warnings what a planner should know
 */
public record ProblemInstance(
        Problem problem,
        List<TrackRequest> requests,
        List<ViewPeriod> viewPeriods,
        List<Absence> absences,
        List<String> warnings) {
    public ProblemInstance {
        requests = List.copyOf(requests);
        viewPeriods = List.copyOf(viewPeriods);
        absences = List.copyOf(absences);
        warnings = List.copyOf(warnings);
    }

    /**
     * Why there is no view period.
     *
     * @param code what prevents it
     * @param text for a planner
     */
    public record Absence(String antenna, String spacecraft, ReasonCode code, String text) {}

    /** The antennas by id. */
    public Map<String, Antenna> antennasById() {
        return problem.antennas().stream().collect(Collectors.toMap(Antenna::id, Function.identity()));
    }

    /** The spacecraft by id. */
    public Map<String, Spacecraft> spacecraftById() {
        return problem.spacecraft().stream().collect(Collectors.toMap(Spacecraft::id, Function.identity()));
    }

    /** The requests by id. */
    public Map<String, TrackRequest> requestsById() {
        return requests.stream().collect(Collectors.toMap(TrackRequest::id, Function.identity()));
    }

    /**
     * The view periods that a request can use on an antenna, by AOS: those given for it alone (or for its series) where
     * there are any, else those of its spacecraft.
     */
    public List<ViewPeriod> viewPeriods(TrackRequest request, String antenna) {
        List<ViewPeriod> own = new ArrayList<>();
        List<ViewPeriod> shared = new ArrayList<>();
        for (ViewPeriod period : viewPeriods) {
            if (!period.antenna().equals(antenna)) {
                continue;
            }
            String only = period.request();
            if (only == null) {
                if (request.spacecraft().equals(period.spacecraft())) {
                    shared.add(period);
                }
            } else if (only.equals(request.id()) || only.equals(request.series())) {
                own.add(period);
            }
        }
        List<ViewPeriod> chosen = own.isEmpty() ? shared : own;
        chosen.sort(Comparator.comparing(ViewPeriod::aos));
        return List.copyOf(chosen);
    }
}
